//! How much of the example is shown: less as the skill grows (fading of worked examples, after Renkl and Atkinson 2003).

/// How much help stands beside a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Help {
    /// The example, with its parts marked.
    Marked,
    /// The example alone.
    Plain,
    /// What the skill is, and no more.
    Gone,
}

/// So many tries in a row in which the first line that was said showed the skill hold it: our choice.
pub const HELD: usize = 2;
/// A drill has at least so many tries, and at most [`MOST`], before the next begins: about three minutes.
pub const ENOUGH: usize = 2;
pub const MOST: usize = 3;

/// The help for the next try. `found` tells, oldest first, whether the first line said in each try showed the skill.
pub fn help(found: &[bool]) -> Help {
    match in_a_row(found) {
        0 => Help::Marked,
        1 => Help::Plain,
        _ => Help::Gone,
    }
}

/// Whether the skill was shown in each of the last tries.
pub fn is_held(found: &[bool]) -> bool {
    in_a_row(found) >= HELD
}

fn in_a_row(found: &[bool]) -> usize {
    found.iter().rev().take_while(|found| **found).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_goes_step_by_step_and_comes_back_at_a_miss() {
        assert_eq!(help(&[]), Help::Marked);
        assert_eq!(help(&[false, true]), Help::Plain);
        assert_eq!(help(&[true, true]), Help::Gone);
        assert_eq!(help(&[true, true, true]), Help::Gone);
        assert_eq!(help(&[true, true, false]), Help::Marked);
        assert!(is_held(&[false, true, true]) && !is_held(&[true, true, false]));
    }
}

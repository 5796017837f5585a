//! What changed between two texts, line by line.

/// A line that went or came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// With its number in the old text, from 1.
    Went(usize, &'a str),
    /// With its number in the new text, from 1.
    Came(usize, &'a str),
}

/// How far apart two texts may run before the rest of them is taken to differ.
const FARTHEST: usize = 200;

/// The lines that went and came, in order. Meant for texts that differ in few places.
pub fn changes<'a>(old: &'a str, new: &'a str) -> Vec<Change<'a>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let (mut i, mut j) = (0, 0);
    let mut changes = Vec::new();
    while i < old.len() || j < new.len() {
        let (went, came) = apart(&old[i..], &new[j..]);
        changes.extend((i..i + went).map(|i| Change::Went(i + 1, old[i])));
        changes.extend((j..j + came).map(|j| Change::Came(j + 1, new[j])));
        (i, j) = (i + went, j + came);
        let same = old[i..].iter().zip(&new[j..]).take_while(|(a, b)| a == b).count();
        (i, j) = (i + same, j + same);
    }
    changes
}

/// How many lines of each differ before they agree again.
fn apart(old: &[&str], new: &[&str]) -> (usize, usize) {
    let meet = |went: usize, came: usize| match (old.get(went), new.get(came)) {
        (Some(a), Some(b)) => a == b && (went + came == 0 || !a.trim().is_empty()),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    let ways = (0..FARTHEST).flat_map(|sum| (0..=sum).map(move |went| (went, sum - went)));
    let mut ways = ways.filter(|(went, came)| *went <= old.len() && *came <= new.len());
    ways.find(|(went, came)| meet(*went, *came)).unwrap_or((old.len(), new.len()))
}

#[cfg(test)]
mod tests {
    use super::Change::{Came, Went};
    use super::changes;

    #[test]
    fn only_what_differs_is_told() {
        let found = changes("a\nb\nc\nd\ne\n", "a\nB\nc\ne\nf\n");
        assert_eq!(found, [Went(2, "b"), Came(2, "B"), Went(4, "d"), Came(5, "f")]);
        assert!(changes("a\nb", "a\nb\n").is_empty());
    }
}

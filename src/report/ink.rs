//! Whether what is printed may have color.

use std::ffi::OsString;
use std::io::IsTerminal;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Plain,
    Color,
}

/// What standard output wants: `NO_COLOR` (no-color.org) before `CLICOLOR_FORCE` (bixense.com/clicolors), and else color on
/// any terminal that is not `dumb`.
pub fn on_stdout() -> Ink {
    wanted(|name| std::env::var_os(name), || std::io::stdout().is_terminal())
}

fn wanted(set: impl Fn(&str) -> Option<OsString>, on_terminal: impl Fn() -> bool) -> Ink {
    let says = |name: &str| set(name).filter(|value| !value.is_empty());
    if says("NO_COLOR").is_some() {
        return Ink::Plain;
    }
    if says("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
        return Ink::Color;
    }
    let plain = says("TERM").is_some_and(|t| t == "dumb") || says("CLICOLOR").is_some_and(|value| value == "0");
    if on_terminal() && !plain { Ink::Color } else { Ink::Plain }
}

#[cfg(test)]
mod tests {
    use super::{Ink, wanted};

    fn ink(set: &[(&str, &str)], on_terminal: bool) -> Ink {
        let value = |name: &str| set.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).into());
        wanted(value, || on_terminal)
    }

    #[test]
    fn a_terminal_has_color_and_a_pipe_has_none() {
        assert_eq!((ink(&[], true), ink(&[], false)), (Ink::Color, Ink::Plain));
        assert_eq!((ink(&[("TERM", "dumb")], true), ink(&[("CLICOLOR", "0")], true)), (Ink::Plain, Ink::Plain));
    }

    #[test]
    fn whoever_wants_no_color_gets_none_even_where_it_is_forced() {
        assert_eq!(ink(&[("CLICOLOR_FORCE", "1")], false), Ink::Color);
        assert_eq!(ink(&[("CLICOLOR_FORCE", "0")], false), Ink::Plain);
        assert_eq!(ink(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], true), Ink::Plain);
        assert_eq!(ink(&[("NO_COLOR", "")], true), Ink::Color, "an empty value says nothing");
    }
}

//! Eighty columns of text: wrapped, styled only on a real terminal, with nothing in it that could drive one.

use std::io::{self, IsTerminal, Write};

const WIDTH: usize = 80;

/// Where words go.
pub struct Page {
    out: Box<dyn Write>,
    styled: bool,
}

impl Page {
    /// Styled when standard output is a terminal that wants it (no `NO_COLOR`, not `dumb`).
    pub fn on_stdout() -> Self {
        let plain = std::env::var_os("NO_COLOR").is_some() || std::env::var("TERM").is_ok_and(|t| t == "dumb");
        let styled = io::stdout().is_terminal() && !plain;
        Self { out: Box::new(io::stdout()), styled }
    }

    /// A plain page onto anything.
    pub fn plain(out: Box<dyn Write>) -> Self {
        Self { out, styled: false }
    }

    pub fn title(&mut self, text: &str) {
        self.wrapped(&self.style("1", text), 0, 0);
    }
    pub fn say(&mut self, text: &str) {
        self.wrapped(&clean(text), 0, 0);
        self.blank();
    }
    /// What the body does.
    pub fn body(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let text = clean(text);
        let shown = if self.styled { self.style("3", &text) } else { format!("*{text}*") };
        self.wrapped(&shown, 2, 2);
        self.blank();
    }
    /// What a person says; with their name where several are there.
    pub fn voice(&mut self, who: Option<&str>, text: &str) {
        let text = clean(text);
        match who {
            Some(who) => self.wrapped(&format!("{who}: “{text}”"), 2, 3),
            None => self.wrapped(&format!("“{text}”"), 2, 3),
        }
        self.blank();
    }
    pub fn yours(&mut self, text: &str) {
        self.blank();
        self.wrapped(&self.style("1", &format!("- {}", clean(text))), 2, 4);
        self.blank();
    }
    pub fn choice(&mut self, number: usize, text: &str) {
        self.wrapped(&format!("{number}  {}", clean(text)), 4, 7);
    }
    pub fn keys(&mut self, most: usize, others: &str) {
        self.blank();
        self.wrapped(&format!("1-{most} say it   {others}"), 2, 2);
    }
    /// One line as it stands, for tables.
    pub fn line(&mut self, text: &str) {
        let _ = writeln!(self.out, "{}", clean(text).trim_end());
    }
    pub fn indented(&mut self, text: &str, indent: usize) {
        self.wrapped(&clean(text), indent, indent);
    }
    pub fn blank(&mut self) {
        let _ = writeln!(self.out);
    }

    /// # Errors
    /// When the terminal is gone.
    pub fn prompt(&mut self, text: &str) -> io::Result<()> {
        let accent = self.style("38;5;214", text);
        write!(self.out, "  {accent} ")?;
        self.out.flush()
    }

    fn style(&self, code: &str, text: &str) -> String {
        if self.styled { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    fn wrapped(&mut self, text: &str, first: usize, rest: usize) {
        let mut line = " ".repeat(first);
        let mut begun = false;
        for word in text.split_whitespace() {
            if begun && line.chars().count() + 1 + word.chars().count() > WIDTH {
                let _ = writeln!(self.out, "{line}");
                line = " ".repeat(rest);
                begun = false;
            }
            if begun {
                line.push(' ');
            }
            line.push_str(word);
            begun = true;
        }
        let _ = writeln!(self.out, "{line}");
    }
}

/// Takes out what could drive a terminal or turn the reading direction round.
pub fn clean(text: &str) -> String {
    let harmful = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(|c| !harmful(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn a_line_cannot_drive_the_terminal() {
        assert_eq!(clean("\u{1b}[31mred\u{202e}"), "[31mred");
    }
}

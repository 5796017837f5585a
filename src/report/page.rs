//! Eighty columns of text: wrapped, styled only on a real terminal, with nothing in it that could drive one.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use super::ink::{self, Ink};
use crate::diagnostic::is_override;

const WIDTH: usize = 80;

/// How words look on a terminal that shows it; elsewhere they look like any others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Plain,
    Bold,
    /// What a body does; between stars where there is no italic.
    Italic,
    /// Where the trainee is, or what to do next.
    Accent,
    /// Soft: never carries a meaning alone.
    Soft,
    /// One of the 256 terminal colors.
    Color(u8),
}

/// Where words go.
pub struct Page {
    out: Box<dyn Write>,
    styled: bool,
}

impl Page {
    /// Styled when standard output wants it.
    pub fn on_stdout() -> Self {
        Self { out: Box::new(io::stdout()), styled: ink::on_stdout() == Ink::Color }
    }

    /// A plain page onto anything.
    pub fn plain(out: Box<dyn Write>) -> Self {
        Self { out, styled: false }
    }

    pub fn title(&mut self, text: &str) {
        self.flow(text, [0, 0], Look::Bold);
    }
    /// A paragraph, and an empty line after it.
    pub fn say(&mut self, text: &str) {
        self.flow(text, [2, 2], Look::Plain);
        self.blank();
    }
    /// What the body does.
    pub fn body(&mut self, text: &str) {
        if !text.is_empty() {
            self.flow(text, [2, 2], Look::Italic);
            self.blank();
        }
    }
    /// What a person says; with their name where several are there.
    pub fn voice(&mut self, who: Option<&str>, text: &str) {
        match who {
            Some(who) => self.flow(&format!("{who}: “{text}”"), [2, 4], Look::Plain),
            None => self.flow(&format!("“{text}”"), [2, 3], Look::Plain),
        }
        self.blank();
    }
    /// What the officer said.
    pub fn yours(&mut self, text: &str) {
        self.blank();
        self.flow(&format!("- {text}"), [2, 4], Look::Bold);
        self.blank();
    }
    /// A numbered line.
    pub fn choice(&mut self, number: usize, text: &str, look: Look) {
        let label = format!("    {number:<3}");
        self.beside(&label, text, look);
    }
    /// A label, and text beside it that keeps to its own column.
    pub fn beside(&mut self, label: &str, text: &str, look: Look) {
        let column = label.chars().count();
        let mut lines = wrap(&starred(&clean(text), look, self.styled), [column, column]).into_iter();
        let first = lines.next().unwrap_or_default();
        let words = self.look(first.trim_start(), look);
        self.put(&format!("{}{words}", clean(label)));
        lines.for_each(|line| self.styled_line(&line, look));
    }
    /// One line as it stands, for tables.
    pub fn line(&mut self, text: &str) {
        self.put(clean(text).trim_end());
    }
    /// One line of parts, each with its own look.
    pub fn parts(&mut self, parts: &[(&str, Look)]) {
        let line: String = parts.iter().map(|(text, look)| self.look(&clean(text), *look)).collect();
        self.put(line.trim_end());
    }
    pub fn indented(&mut self, text: &str, indent: usize) {
        self.flow(text, [indent, indent], Look::Plain);
    }
    pub fn blank(&mut self) {
        self.put("");
    }

    /// Asks, and leaves the cursor behind the question.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn prompt(&mut self, text: &str) -> io::Result<()> {
        let accent = self.look(text, Look::Accent);
        write!(self.out, "  {accent} ")?;
        self.out.flush()
    }

    /// Puts what was written before the reader's eyes.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn show(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Text at an indent for its first line and one for those after it.
    fn flow(&mut self, text: &str, indents: [usize; 2], look: Look) {
        let text = starred(&clean(text), look, self.styled);
        wrap(&text, indents).iter().for_each(|line| self.styled_line(line, look));
    }

    fn styled_line(&mut self, line: &str, look: Look) {
        let words = line.trim_start();
        let words = format!("{}{}", &line[..line.len() - words.len()], self.look(words, look));
        self.put(&words);
    }

    fn look(&self, text: &str, look: Look) -> String {
        let code = match look {
            Look::Plain => return text.to_owned(),
            Look::Bold => "1".to_owned(),
            Look::Italic => "3".to_owned(),
            Look::Accent => "38;5;214".to_owned(),
            Look::Soft => "38;5;250".to_owned(),
            Look::Color(n) => format!("38;5;{n}"),
        };
        if self.styled && !text.is_empty() { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    /// A page that is gone is noticed at the next prompt.
    fn put(&mut self, line: &str) {
        let _ = writeln!(self.out, "{line}");
    }
}

fn starred(text: &str, look: Look, styled: bool) -> String {
    if look == Look::Italic && !styled { format!("*{text}*") } else { text.to_owned() }
}

/// Lines of at most [`WIDTH`] columns; a word longer than a line is cut.
fn wrap(text: &str, [first, rest]: [usize; 2]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = " ".repeat(first);
    let mut used = first;
    let mut begun = false;
    for word in text.split_whitespace().flat_map(|word| pieces(word, WIDTH - rest.max(first))) {
        let length = word.chars().count();
        if begun && used + 1 + length > WIDTH {
            lines.push(std::mem::replace(&mut line, " ".repeat(rest)));
            (used, begun) = (rest, false);
        }
        if begun {
            line.push(' ');
            used += 1;
        }
        line.push_str(&word);
        (used, begun) = (used + length, true);
    }
    lines.push(line);
    lines
}

fn pieces(word: &str, most: usize) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    letters.chunks(most).map(|piece| piece.iter().collect()).collect()
}

/// What is written onto a plain page, as one text.
pub fn written(write: impl FnOnce(&mut Page)) -> String {
    let sheet = Sheet::default();
    write(&mut Page::plain(Box::new(sheet.clone())));
    let bytes = sheet.0.take();
    String::from_utf8_lossy(&bytes).trim_start_matches('\n').to_owned()
}

/// Paper in memory.
#[derive(Clone, Default)]
struct Sheet(Rc<RefCell<Vec<u8>>>);

impl Write for Sheet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Takes out what could drive a terminal or turn the reading direction round.
pub fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !is_override(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, clean, wrap};

    #[test]
    fn a_line_cannot_drive_the_terminal() {
        assert_eq!(clean("\u{1b}[31mred\u{202e}"), "[31mred");
    }

    #[test]
    fn no_line_passes_column_eighty() {
        let text = format!("{} a word {} and more", "short words ".repeat(30), "x".repeat(200));
        let lines = wrap(&text, [2, 5]);
        assert!(lines.iter().all(|line| line.chars().count() <= WIDTH), "{lines:#?}");
        assert_eq!(lines.iter().flat_map(|l| l.split_whitespace()).collect::<String>(), text.replace(' ', ""));
    }
}

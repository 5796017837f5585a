//! Tables for spreadsheets (RFC 4180), in which no cell can be taken for a formula.

use csv_core::{Terminator, Writer, WriterBuilder};

use super::page::clean;

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// From a person or a file; cleaned, and guarded where a spreadsheet would take it for a formula.
    Text(String),
    /// Our own, as it stands.
    Number(f64),
    Count(usize),
    Empty,
}

impl Cell {
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    pub fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    fn written(&self) -> String {
        match self {
            Self::Text(text) => guarded(&clean(text)),
            Self::Number(number) => plain(*number),
            Self::Count(count) => count.to_string(),
            Self::Empty => String::new(),
        }
    }
}

/// The whole table; lines end as RFC 4180 has them.
pub fn table(heads: &[&str], rows: &[Vec<Cell>]) -> String {
    let mut sheet = Sheet { writer: WriterBuilder::new().terminator(Terminator::CRLF).build(), out: Vec::new() };
    sheet.row(heads.iter().map(|head| (*head).to_owned()));
    rows.iter().for_each(|row| sheet.row(row.iter().map(Cell::written)));
    String::from_utf8_lossy(&sheet.out).into_owned()
}

struct Sheet {
    writer: Writer,
    out: Vec<u8>,
}

impl Sheet {
    fn row(&mut self, cells: impl Iterator<Item = String>) {
        for (i, cell) in cells.enumerate() {
            if i > 0 {
                self.put(3, |writer, out| writer.delimiter(out).1);
            }
            // at worst each letter is a quote, which is doubled, and quotes stand around it
            self.put(2 * cell.len() + 3, |writer, out| writer.field(cell.as_bytes(), out).2);
        }
        self.put(5, |writer, out| writer.terminator(out).1);
    }

    fn put(&mut self, most: usize, write: impl FnOnce(&mut Writer, &mut [u8]) -> usize) {
        let from = self.out.len();
        self.out.resize(from + most, 0);
        let written = write(&mut self.writer, &mut self.out[from..]);
        self.out.truncate(from + written);
    }
}

/// With an apostrophe before what begins like a formula, as spreadsheets know it (OWASP, CSV injection).
fn guarded(text: &str) -> String {
    match text.trim_start().chars().next() {
        Some('=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

/// To the hundredth, without a negative nothing.
fn plain(number: f64) -> String {
    let hundredths = (number * 100.0).round() / 100.0;
    if hundredths == 0.0 { "0".to_owned() } else { hundredths.to_string() }
}

#[cfg(test)]
mod tests {
    use super::{Cell, table};

    fn check(cell: Cell) -> String {
        table(&["a", "b"], &[vec![cell, Cell::Count(1)]]).trim_start_matches("a,b\r\n").to_owned()
    }

    #[test]
    fn what_begins_like_a_formula_is_guarded() {
        for (text, cell) in [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0,1\r\n"),
            ("+1", "'+1,1\r\n"),
            ("-2+3", "'-2+3,1\r\n"),
            ("@SUM(A1)", "'@SUM(A1),1\r\n"),
            ("\t=1", "'=1,1\r\n"),
            ("\r=1", "'=1,1\r\n"),
            ("  =1", "'  =1,1\r\n"),
            ("＝1", "'＝1,1\r\n"),
        ] {
            assert_eq!(check(Cell::text(text)), cell, "{text:?}");
        }
    }

    #[test]
    fn our_own_numbers_stay_numbers() {
        assert_eq!(check(Cell::Number(-2.5)), "-2.5,1\r\n");
        assert_eq!(check(Cell::Number(-0.001)), "0,1\r\n");
        assert_eq!(check(Cell::number(None)), ",1\r\n");
    }

    #[test]
    fn commas_quotes_and_control_codes_cannot_break_a_row() {
        assert_eq!(check(Cell::text("a, \"b\"\u{1b}[31m\n\u{202e}c")), "\"a, \"\"b\"\"[31mc\",1\r\n");
    }

    #[test]
    fn an_empty_cell_at_the_beginning_stays_one() {
        assert_eq!(table(&["a"], &[vec![Cell::Empty]]), "a\r\n\"\"\r\n");
    }
}

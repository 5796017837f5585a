//! The library as tables in Markdown, for a page of the documentation.

use std::fmt::Write;

use super::{Conversation, Counts, LEAST_RIGHT, LEAST_WRONG, Row, Shelf};
use crate::model::technique::Family;

/// Between these the page is made.
pub const BEGINS: &str = "<!-- made by `alongside library`; a test compares them -->";
pub const ENDS: &str = "<!-- the end of what is made -->";

/// The tables, with the marks before and behind them.
pub fn markdown(shelf: &Shelf) -> String {
    let mut page = format!("{BEGINS}\n\n## The conversations\n\n");
    page += "| conversation | minutes | lines | endings | cue questions | grade | content note |\n";
    page += "|---|---|---|---|---|---|---|\n";
    shelf.conversations.iter().for_each(|c| page += &conversation(c));
    page += "\n## Where each technique is right, and where wrong\n";
    for (family, heading) in FAMILIES {
        let _ = write!(page, "\n### {heading}\n\n{HEADS}");
        shelf.techniques.iter().filter(|row| row.family == family).for_each(|row| page += &self::row(row));
    }
    page += "\n## What falls short\n\n";
    page += &shortfalls(shelf);
    let _ = writeln!(page, "\n{ENDS}");
    page
}

/// A page with what stands between its marks made anew; none where it has no such marks.
pub fn put_into(page: &str, made: &str) -> Option<String> {
    let (before, rest) = page.split_once(BEGINS)?;
    let (_, after) = rest.split_once(ENDS)?;
    Some(format!("{before}{}{after}", made.trim_end()))
}

const FAMILIES: [(Family, &str); 4] = [
    (Family::Listening, "Listening"),
    (Family::Regard, "Regard"),
    (Family::Boundary, "Boundaries"),
    (Family::Costly, "Costly"),
];

const HEADS: &str = "| technique | expert: right | wrong | anybody: right | wrong |\n|---|---|---|---|---|\n";

fn conversation(of: &Conversation) -> String {
    let turns = match of.turns {
        None => "–".to_owned(),
        Some((least, most)) if least == most => least.to_string(),
        Some((least, most)) => format!("{least}–{most}"),
    };
    let grade = of.grade.map_or("–".to_owned(), |grade| format!("{grade:.1}"));
    let note = if of.content_note.is_empty() { "–" } else { &of.content_note };
    let cells = [
        format!("{} (`{}`)", of.title, of.id),
        of.minutes.to_string(),
        turns,
        of.endings.to_string(),
        of.cues.to_string(),
        grade,
        note.to_owned(),
    ];
    format!("| {} |\n", cells.map(|cell| cell.replace('|', "\\|")).join(" | "))
}

fn row(row: &Row) -> String {
    let pair = |c: Counts| format!("{} ({}) | {} ({})", c.right, c.right_moments, c.wrong, c.wrong_moments);
    format!("| {} | {} | {} |\n", row.name, pair(row.by_expert), pair(row.by_any))
}

fn shortfalls(shelf: &Shelf) -> String {
    let lacking = |helps: bool| {
        let rows = shelf.techniques.iter().filter(move |row| row.helps == helps);
        rows.filter_map(|row| row.lacks().map(|lacks| format!("- {}: {lacks}\n", row.name))).collect::<Vec<_>>()
    };
    let helping = lacking(true);
    let hurting = lacking(false);
    let of = |helps: bool| shelf.techniques.iter().filter(|row| row.helps == helps).count();
    let mut told = format!(
        "Of {} techniques that help, {} are right in {LEAST_RIGHT} different states or more and wrong in {LEAST_WRONG} or more, and {} not.\n",
        of(true),
        of(true) - helping.len(),
        helping.len()
    );
    if !helping.is_empty() {
        told += &format!("\n{}", helping.concat());
    }
    let _ = writeln!(
        told,
        "\nOf {} that cost, {} are met where they are wrong, and {} not.",
        of(false),
        of(false) - hurting.len(),
        hurting.len()
    );
    if !hurting.is_empty() {
        told += &format!("\n{}", hurting.concat());
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_marks_is_made_anew() {
        let made = format!("{BEGINS}\nnew\n{ENDS}\n");
        let page = format!("before\n{BEGINS}\nold\n{ENDS}\nbehind\n");
        assert_eq!(put_into(&page, &made), Some(format!("before\n{BEGINS}\nnew\n{ENDS}\nbehind\n")));
        assert_eq!(put_into("before", &made), None);
    }
}

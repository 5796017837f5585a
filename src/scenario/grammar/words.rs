//! The authors' guide's own words on fields and conditions, read out of its tables.

use std::collections::BTreeMap;
use std::sync::LazyLock;

const GUIDE: &str = include_str!("../../../docs/format.md");

/// What the guide says of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldWords {
    /// Marked with a star: it must be there.
    pub must: bool,
    /// Markdown, in lower case and without a full stop; where fields share a row, about all of them.
    pub what: &'static str,
}

/// What the guide says of a field of the record it calls by this title.
pub fn field_words(record: &str, field: &str) -> Option<FieldWords> {
    static WORDS: LazyLock<BTreeMap<(&str, &str), FieldWords>> = LazyLock::new(all_fields);
    WORDS.get(&(record, field)).copied()
}

/// When a condition with this head holds.
pub fn condition_words(head: &str) -> Option<&'static str> {
    let named = |cell: &str| cell.contains(&format!("`{head}(")) || cell.contains(&format!("`{head}`"));
    rows(section("## Conditions")?).find(|row| named(row[0]) || named(row[1])).map(|row| row[1])
}

fn all_fields() -> BTreeMap<(&'static str, &'static str), FieldWords> {
    let mut words = BTreeMap::new();
    for part in section("## The fields").unwrap_or("").split("\n### ").skip(1) {
        let (record, tables) = part.split_once('\n').unwrap_or((part, ""));
        for [names, what] in rows(tables) {
            let names: Vec<&str> = names.split(", ").collect();
            let whats: Vec<&str> = what.split("; ").collect();
            for (i, name) in names.iter().enumerate() {
                let own = if whats.len() == names.len() { whats[i] } else { what };
                let field = name.trim_end_matches([' ', '*']).trim_matches('`');
                words.insert((record, field), FieldWords { must: name.ends_with('*'), what: own });
            }
        }
    }
    words
}

/// From a heading to the next of its level.
fn section(heading: &str) -> Option<&'static str> {
    let from = GUIDE.find(&format!("\n{heading}\n"))? + heading.len() + 1;
    let rest = &GUIDE[from..];
    Some(&rest[..rest.find("\n## ").unwrap_or(rest.len())])
}

/// The first two cells of each row of each table.
fn rows(text: &'static str) -> impl Iterator<Item = [&'static str; 2]> {
    let cells = |line: &'static str| {
        let (first, second) = line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | ")?;
        first.starts_with('`').then_some([first, second])
    };
    text.lines().filter_map(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_that_share_a_row_share_its_words_or_have_their_own() {
        let what = |field| field_words("Scenario", field).map(|w| (w.must, w.what));
        assert_eq!(what("brief"), Some((true, "what dispatch says")));
        assert_eq!(what("hour"), Some((false, "the place that is drawn, and the hour where the place has several")));
        assert_eq!(what("color"), None);
        assert_eq!(condition_words("Kept"), Some("it has been made, kept, broken"));
    }
}

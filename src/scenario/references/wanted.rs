//! What an unfinished text wants at its end.

use crate::scenario::grammar::{FILE, Holds, Kind, Record, Role};
use crate::scenario::text::{Reading, Shape, Tree, read};

/// What could be written next, and where the word that has been begun begins.
#[derive(Debug)]
pub struct Wanted {
    pub want: Want,
    /// Of the word begun, behind its quote; the end where none is begun.
    pub from: usize,
    /// The word has been begun with a quote.
    pub quoted: bool,
}

#[derive(Debug)]
pub enum Want {
    /// A field of a record that begins at this byte, beside those it has so far.
    Field(&'static Record, usize, Vec<String>),
    Value(&'static Holds),
    /// An id before a colon.
    Key(Kind, Role),
}

/// What is wanted behind a text that is cut off where somebody writes. Nothing within comments and finished values.
pub fn wanted(text: &str) -> Option<Wanted> {
    let Reading { tree, comments, .. } = read(text);
    if comments.last().is_some_and(|c| c.end == text.len() && is_open(&text[c.clone()])) {
        return None;
    }
    match &tree {
        Some(tree) => within(text, tree, &FILE),
        None => Some(Wanted { want: Want::Value(&FILE), from: text.len(), quoted: false }),
    }
}

fn is_open(comment: &str) -> bool {
    !(comment.len() >= 4 && comment.starts_with("/*") && comment.ends_with("*/"))
}

fn within(text: &str, tree: &Tree, holds: &'static Holds) -> Option<Wanted> {
    if tree.shape == Shape::Leaf {
        return begun(text, tree, Want::Value(holds));
    }
    let way = holds.meant(text, tree).filter(|_| !is_closed(text, tree))?;
    match tree.items.last() {
        Some(item) if item.value.span.end == text.len() => {
            let key = item.key.as_ref().and_then(|k| text.get(k.clone()));
            match (way.inside(key, tree.items.len() - 1), &item.key) {
                (Some(inside), Some(_)) => within(text, &item.value, inside),
                (Some(inside), None) if !matches!(way, Holds::ById(..)) => within(text, &item.value, inside),
                (_, None) => begun(text, &item.value, next(text, tree, way)?),
                (None, Some(_)) => None,
            }
        }
        _ => Some(Wanted { want: next(text, tree, way)?, from: text.len(), quoted: false }),
    }
}

/// A word that ends where the text does.
fn begun(text: &str, leaf: &Tree, want: Want) -> Option<Wanted> {
    let word = text.get(leaf.span.clone()).filter(|_| leaf.shape == Shape::Leaf && leaf.span.end == text.len())?;
    let quoted = word.starts_with('"');
    let from = leaf.span.start + usize::from(quoted);
    (!quoted || is_unclosed(word)).then_some(Wanted { want, from, quoted })
}

fn is_unclosed(quoted: &str) -> bool {
    let mut escaped = false;
    quoted.bytes().skip(1).all(|b| {
        let ends = b == b'"' && !escaped;
        escaped = b == b'\\' && !escaped;
        !ends
    })
}

/// What comes after the items there are.
fn next(text: &str, tree: &Tree, way: &'static Holds) -> Option<Want> {
    match way {
        Holds::Record(record) => {
            let keys = tree.items.iter().filter_map(|i| text.get(i.key.clone()?).map(str::to_owned));
            Some(Want::Field(record, tree.span.start, keys.collect()))
        }
        Holds::ById(kind, role, ..) => Some(Want::Key(*kind, *role)),
        way => way.inside(None, tree.items.len()).map(Want::Value),
    }
}

/// Whether its own bracket was closed: the one at its end may be that of something inside.
fn is_closed(text: &str, tree: &Tree) -> bool {
    let closer = match tree.shape {
        Shape::Paren => b')',
        Shape::List => b']',
        Shape::Map => b'}',
        Shape::Leaf => return true,
    };
    let inside = tree.items.last().map_or(tree.span.start, |i| i.value.span.end);
    tree.span.end > inside.max(tree.span.start + 1) && text.as_bytes().get(tree.span.end - 1) == Some(&closer)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wanted at the end of a text, in short.
    fn told(text: &str) -> String {
        let Some(Wanted { want, from, quoted }) = wanted(text) else { return "nothing".to_owned() };
        let what = match want {
            Want::Field(record, _, has) => format!("{} beside {}", record.title, has.join(" ")),
            Want::Value(Holds::OneOf(_)) => "one of".to_owned(),
            Want::Value(Holds::Record(record)) => record.title.to_owned(),
            Want::Value(holds) => format!("{holds:?}"),
            Want::Key(kind, role) => format!("key {kind:?} {role:?}"),
        };
        format!("{what}, {}{:?}", if quoted { "in quotes " } else { "" }, &text[from..])
    }

    #[test]
    fn an_unfinished_text_says_what_it_wants() {
        let node = "Scenario(nodes: { \"a\": Node(";
        let choice = format!("{node}choices: [Choice(");
        for (text, wants) in [
            ("", "Scenario, \"\""),
            ("Scen", "Scenario, \"Scen\""),
            ("Scenario(format: 1, ti", "Scenario beside format, \"ti\""),
            ("Scenario(opening: \"do", "Id(Place, Uses), in quotes \"do\""),
            ("Scenario(opening: ", "Id(Place, Uses), \"\""),
            ("Scenario(people: { \"sa", "key Person Sets, in quotes \"sa\""),
            ("Scenario(people: { \"bo\": Person(comes: \"st", "Id(Place, Uses), in quotes \"st\""),
            ("Scenario(nodes: { \"a\": No", "one of, \"No\""),
            ("Scenario(title: \"A // talk", "Text, in quotes \"A // talk\""),
            ("Scenario(title: \"A talk\"", "nothing"),
            ("Scenario(title: \"A talk\" /* ", "nothing"),
            ("Scenario(title: \"A talk\", // ", "nothing"),
            ("Scenario(title: \"A talk\", /* x */", "Scenario beside title, \"\""),
            ("Scenario(title: \"A talk\"\n  st", "Scenario beside title, \"st\""),
            ("Scenario(colour: ", "nothing"),
            ("Scenario()", "nothing"),
        ] {
            assert_eq!(told(text), wants, "{text}");
        }
        for (text, wants) in [
            ("text: \"x\", uses: [", "Technique, \"\""),
            ("text: \"x\", uses: [Command, Op", "Technique, \"Op\""),
            ("uses: [Command], label: (", "Word(Emotion), \"\""),
            ("label: (Anger, ", "Whole(1, 3), \"\""),
            ("label: (Anger, 2, ", "nothing"),
            ("when: Tr", "Condition, \"Tr\""),
            ("when: Not(Fact(\"", "Id(Fact, Uses), in quotes \"\""),
            ("when: All([Trust(AtLeast(30)), ", "Condition, \"\""),
            ("when: Trust(", "one of, \"\""),
            ("to: FirstThatFits([(", "way to go beside , \"\""),
            ("to: FirstThatFits([(when: Not(Kept(\"x\")), to: \"b", "Id(Place, Uses), in quotes \"b\""),
            ("to: ", "one of, \"\""),
            ("to: \"b\", ", "Choice beside to, \"\""),
            ("when: Kept(\"x\")", "nothing"),
        ] {
            assert_eq!(told(&format!("{choice}{text}")), wants, "{text}");
        }
        assert_eq!(told(&format!("{node}feels: {{ ")), "key Person Uses, \"\"");
        assert_eq!(told(&format!("{node}says: [Li")), "Say, \"Li\"");
    }
}

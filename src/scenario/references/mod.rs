//! Where every id of a file is made and used, and what stands at a place: for editors, so also while the file has mistakes.

mod outline;
mod wanted;

use super::grammar::{Elsewhere, FILE, Field, Holds, Kind, Record, Role, Vocabulary};
use super::text::{Shape, Tree};
use crate::diagnostic::Span;

pub use outline::{Entry, people, places};
pub use wanted::{Want, Wanted, wanted};

/// An id at one place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    pub kind: Kind,
    pub role: Role,
    pub name: String,
    /// With its quotes.
    pub span: Span,
}

/// A piece of a file with its meaning.
#[derive(Clone, Debug)]
pub struct Found {
    pub span: Span,
    pub what: What,
}

/// What a piece of a file is.
#[derive(Clone, Copy, Debug)]
pub enum What {
    /// The name of a field.
    Field(&'static Record, &'static Field),
    /// The word before a bracket, with what it opens.
    Head(&'static Holds),
    Word(Vocabulary),
    Technique,
    Id(Kind, Role),
    Named(Elsewhere),
}

/// Every mention of an id, in the order of the file. Takes time in proportion to the file.
pub fn mentions(text: &str, tree: &Tree) -> Vec<Mention> {
    let mut found = Vec::new();
    walk(text, tree, &FILE, &|_| true, &mut |piece| {
        if let What::Id(kind, role) = piece.what {
            let name = text.get(piece.span.clone()).and_then(name_of);
            found.extend(name.map(|name| Mention { kind, role, name, span: piece.span }));
        }
    });
    found
}

/// The piece that a byte lies in, or right behind.
pub fn at(text: &str, tree: &Tree, byte: usize) -> Option<Found> {
    let mut found = None;
    let touches = |span: &Span| span.start <= byte && byte <= span.end;
    walk(text, tree, &FILE, &touches, &mut |piece| {
        if touches(&piece.span) {
            found = Some(piece);
        }
    });
    found
}

impl Mention {
    /// The name without its quotes.
    pub fn inside(&self, text: &str) -> Span {
        match text.get(self.span.clone()) {
            Some(leaf) if is_plain(leaf) => self.span.start + 1..self.span.end - 1,
            Some(_) | None => self.span.clone(),
        }
    }
}

fn is_plain(leaf: &str) -> bool {
    leaf.len() >= 2 && leaf.starts_with('"') && leaf.ends_with('"') && !leaf.contains('\\')
}

/// The id a leaf spells; none where its quote is not closed. A word without quotes is taken for the id it was meant to be.
fn name_of(leaf: &str) -> Option<String> {
    if is_plain(leaf) {
        return Some(leaf[1..leaf.len() - 1].to_owned());
    }
    let bare = !leaf.is_empty() && leaf.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    if bare { Some(leaf.to_owned()) } else { ron::from_str(leaf).ok() }
}

/// Hands over every piece within values that are worth entering, in the order of the file.
fn walk(text: &str, tree: &Tree, holds: &'static Holds, enter: &dyn Fn(&Span) -> bool, found: &mut dyn FnMut(Found)) {
    let Some(way) = holds.meant(text, tree).filter(|_| enter(&tree.span)) else { return };
    if let (Some(name), true) = (&tree.name, matches!(way, Holds::Record(_) | Holds::Call(..))) {
        found(Found { span: name.clone(), what: What::Head(way) });
    }
    if tree.shape == Shape::Leaf {
        found_leaf(tree, way, found);
    }
    for (place, item) in tree.items.iter().enumerate() {
        let key = item.key.as_ref().and_then(|k| text.get(k.clone()));
        if let (Some(span), Some(what)) = (&item.key, key.and_then(|key| key_of(way, key))) {
            found(Found { span: span.clone(), what });
        }
        if let Some(inside) = way.inside(key, place) {
            walk(text, &item.value, inside, enter, found);
        }
    }
}

fn key_of(way: &Holds, key: &str) -> Option<What> {
    match way {
        Holds::Record(record) => record.field(key).map(|field| What::Field(record, field)),
        Holds::ById(kind, role, ..) => Some(What::Id(*kind, *role)),
        _ => None,
    }
}

fn found_leaf(tree: &Tree, way: &Holds, found: &mut dyn FnMut(Found)) {
    let what = match way {
        Holds::Word(words) => What::Word(*words),
        Holds::Technique => What::Technique,
        Holds::Id(kind, role) => What::Id(*kind, *role),
        Holds::Named(elsewhere) => What::Named(*elsewhere),
        _ => return,
    };
    found(Found { span: tree.span.clone(), what });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Model;
    use crate::scenario::library::known;
    use crate::scenario::resolve::resolve;
    use crate::scenario::text::read;

    const STRESS: &str = include_str!("../../../tests/scenarios/two-doors.ron");

    fn mentions_of(text: &str) -> Vec<Mention> {
        mentions(text, &read(text).tree.expect("a value"))
    }

    #[test]
    fn every_id_is_found_wherever_it_stands() {
        let all = mentions_of(STRESS);
        let mut names: Vec<(Kind, &str)> = all.iter().map(|m| (m.kind, m.name.as_str())).collect();
        names.sort_unstable();
        names.dedup();
        for kind in [Kind::Place, Kind::Person, Kind::Fact, Kind::Promise, Kind::SorePoint] {
            assert!(names.iter().any(|(k, _)| *k == kind), "no {kind:?}");
        }
        let before = resolve("x", STRESS, &Model::shipped().techniques, known()).expect("it resolves").scenario;
        for (kind, name) in names {
            let mut text = STRESS.to_owned();
            for mention in all.iter().rev().filter(|m| (m.kind, m.name.as_str()) == (kind, name)) {
                text.replace_range(mention.inside(STRESS), "renamed");
            }
            let after = resolve("x", &text, &Model::shipped().techniques, known());
            let after = after.unwrap_or_else(|p| panic!("{kind:?} {name}: {p:#?}")).scenario;
            assert_eq!(after.touches.len(), before.touches.len(), "{kind:?} {name}");
            assert_eq!(
                (after.facts.len(), after.promises.len()),
                (before.facts.len(), before.promises.len()),
                "{name}"
            );
        }
    }

    #[test]
    fn what_stands_at_a_place_is_told_also_in_a_file_with_mistakes() {
        let text = "Scenario(opening: \"a\", nodes: { \"a\": Node(says: [Line(who: \"sam\" text: )], choices: [\
                    Choice(uses: [Command, ], label: (Anger, 2), when: Not(Fact(\"x\")), to: b) }";
        let tree = read(text).tree.expect("a value");
        let what = |word: &str| {
            let from = text.find(word).expect("it is there");
            at(text, &tree, from + 1).map(|found| (text[found.span].to_owned(), format!("{:?}", found.what)))
        };
        let is = |word: &str, start: &str| {
            let (found, told) = what(word).unwrap_or_else(|| panic!("nothing at {word}"));
            assert!(found == word && told.starts_with(start), "{word}: {found} {told}");
        };
        is("\"a\"", "Id(Place, Uses)");
        is("\"sam\"", "Id(Person, Uses)");
        is("Command", "Technique");
        is("Anger", "Word(Emotion)");
        is("Not", "Head(Call(\"Not\"");
        is("\"x\"", "Id(Fact, Uses)");
        is("says", "Field(");
        assert_eq!(mentions_of(text).iter().filter(|m| m.name == "b").count(), 1);
        assert!(what("2)").is_none());
    }
}

//! What could be written next, also where the file is not finished.

use std::collections::{BTreeMap, BTreeSet};

use lsp_types::{CompletionItemKind, CompletionParams};
use serde_json::{Value, json};

use super::document::{Read, Snapshot};
use super::{Answer, Server, asked, hover};
use crate::cast::{look_ids, place_ids};
use crate::diagnostic::short;
use crate::model::Model;
use crate::scenario::grammar::{
    Elsewhere, Field, Holds, Kind, Presence, Record, Role, Vocabulary, condition_words, field_words,
};
use crate::scenario::limits::MOST_BYTES;
use crate::scenario::references::{Mention, Want, Wanted, mentions, people, places, wanted};
use crate::scenario::text::{Shape, Tree, read};

/// More than anybody looks through; the editor asks again with every letter.
const MOST_ITEMS: usize = 200;

/// One thing that could be written.
struct Offer {
    label: String,
    kind: CompletionItemKind,
    detail: String,
    /// Markdown.
    told: String,
    /// What is written for it, where that is more than the label.
    insert: Option<String>,
    /// Has places to fill in.
    is_snippet: bool,
}

impl Offer {
    fn new(label: impl Into<String>, kind: CompletionItemKind) -> Self {
        let (detail, told) = (String::new(), String::new());
        Self { label: label.into(), kind, detail, told, insert: None, is_snippet: false }
    }
    fn told(self, told: impl Into<String>) -> Self {
        Self { told: told.into(), ..self }
    }
    fn detail(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }
}

/// Where the writing is done.
struct Place<'a> {
    snapshot: &'a Snapshot,
    byte: usize,
    wanted: &'a Wanted,
    snippets: bool,
}

pub(super) fn answer(server: &Server, params: Value) -> Answer {
    let params: CompletionParams = asked(params)?;
    let (snapshot, byte) = server.place(&params.text_document_position)?;
    let wanted = (snapshot.text.len() <= MOST_BYTES).then(|| wanted(&snapshot.text[..byte])).flatten();
    let Some(wanted) = wanted else { return Ok(json!({ "isIncomplete": false, "items": [] })) };
    let place = Place { snapshot, byte, wanted: &wanted, snippets: server.agreed.snippets };
    let begun = snapshot.text[wanted.from..byte].to_lowercase();
    let mut offers = place.offers();
    let is_incomplete = offers.len() > MOST_ITEMS;
    if is_incomplete {
        offers.retain(|o| o.label.to_lowercase().contains(&begun));
        offers.truncate(MOST_ITEMS);
    }
    let items: Vec<Value> = offers.iter().enumerate().map(|(i, o)| place.item(server, i, o)).collect();
    Ok(json!({ "isIncomplete": is_incomplete, "items": items }))
}

impl Place<'_> {
    fn offers(&self) -> Vec<Offer> {
        match &self.wanted.want {
            Want::Field(..) if self.wanted.quoted => Vec::new(),
            Want::Field(record, opens, has) => self.fields(record, *opens, has),
            Want::Key(kind, role) => self.ids(*kind, *role),
            Want::Value(holds) => {
                let ways = holds.ways().iter().filter(|w| !self.wanted.quoted || w.is_quoted());
                ways.flat_map(|way| self.values(way)).collect()
            }
        }
    }

    /// Those that the record does not have, in front of the pen or behind it; what must be there first.
    fn fields(&self, record: &'static Record, opens: usize, has: &[String]) -> Vec<Offer> {
        let whole = self.snapshot.read().and_then(|read| beginning_at(&read.tree, opens));
        let behind = |name: &str| whole.is_some_and(|t| self.has_elsewhere(t, name));
        let left = record.fields.iter().filter(|f| !has.iter().any(|h| h == f.name) && !behind(f.name));
        let mut left: Vec<&Field> = left.collect();
        left.sort_by_key(|f| f.presence == Presence::May);
        left.into_iter().map(|f| self.field(record, f)).collect()
    }

    /// Whether a record has a field other than the one being written.
    fn has_elsewhere(&self, record: &Tree, name: &str) -> bool {
        let text = &self.snapshot.text;
        let keys = record.items.iter().filter_map(|i| i.key.as_ref());
        keys.filter(|k| k.start > self.byte).any(|k| text.get(k.clone()) == Some(name))
    }

    fn field(&self, record: &Record, field: &'static Field) -> Offer {
        let what = field_words(record.title, field.name).map_or("", |w| w.what);
        let detail = if field.presence == Presence::May { "" } else { "must be there" };
        let follows = self.snapshot.text[self.word_end()..].trim_start_matches(' ').starts_with(':');
        let hole = if self.snippets { hole(&field.holds, 0) } else { String::new() };
        let insert = (!follows).then(|| format!("{}: {hole}", field.name));
        let offer = Offer::new(field.name, CompletionItemKind::FIELD).told(what).detail(detail);
        Offer { is_snippet: self.snippets && !follows, insert, ..offer }
    }

    fn values(&self, way: &'static Holds) -> Vec<Offer> {
        match way {
            Holds::Flag => ["true", "false"].map(|w| Offer::new(w, CompletionItemKind::KEYWORD)).into(),
            Holds::Whole(low, high) => {
                (*low..=*high).map(|n| Offer::new(n.to_string(), CompletionItemKind::VALUE)).collect()
            }
            Holds::Word(words) => words.words().iter().map(|w| word(*words, w)).collect(),
            Holds::Technique => techniques(),
            Holds::Id(kind, role) => self.ids(*kind, *role),
            Holds::Named(Elsewhere::Look) => look_ids().map(|id| self.quoted(id)).collect(),
            Holds::Named(Elsewhere::Scene) => place_ids().map(|id| self.quoted(id)).collect(),
            Holds::Record(record) if !record.name.is_empty() => vec![self.head(record.name, &record_holes(record))],
            Holds::Call(head, parts) => {
                let holes: Vec<String> = parts.iter().enumerate().map(|(i, p)| hole(p, i + 1)).collect();
                vec![self.head(head, &holes.join(", ")).told(condition_words(head).unwrap_or(""))]
            }
            Holds::Tuple([Holds::Word(words), _]) => words.words().iter().map(|w| self.feeling(*words, w)).collect(),
            _ => Vec::new(),
        }
    }

    fn head(&self, head: &str, holes: &str) -> Offer {
        let follows = self.snapshot.text[self.word_end()..].starts_with('(');
        let insert = (self.snippets && !follows).then(|| format!("{head}({holes})"));
        Offer { is_snippet: insert.is_some(), insert, ..Offer::new(head, CompletionItemKind::CONSTRUCTOR) }
    }

    fn feeling(&self, words: Vocabulary, name: &str) -> Offer {
        let insert = if self.snippets { format!("({name}, ${{1:2}})") } else { format!("({name}, 2)") };
        Offer { insert: Some(insert), is_snippet: self.snippets, ..word(words, name) }
    }

    fn ids(&self, kind: Kind, role: Role) -> Vec<Offer> {
        let repaired = self.repaired();
        let fresh = repaired.as_ref().and_then(|text| {
            let tree = read(text).tree?;
            Some(Read { mentions: mentions(text, &tree), tree })
        });
        let text = repaired.as_ref().unwrap_or(&self.snapshot.text);
        let Some(Read { tree, mentions }) = fresh.as_ref().or_else(|| self.snapshot.read()) else { return Vec::new() };
        let words: BTreeMap<String, String> = match kind {
            Kind::Place => places(text, tree).map(|e| (e.name, e.words)).collect(),
            Kind::Person => people(text, tree).map(|e| (e.name, e.words)).collect(),
            Kind::Fact | Kind::Promise | Kind::SorePoint | Kind::Arrival => BTreeMap::new(),
        };
        let detail = |name: &str| words.get(name).map_or(kind.name(), |w| short(w));
        self.names(mentions, kind, role).into_iter().map(|n| self.quoted(n).detail(detail(n))).collect()
    }

    /// To use an id, one that is made somewhere; to make one, what is used and not made yet, or a fact or promise again.
    fn names<'m>(&self, mentions: &'m [Mention], kind: Kind, role: Role) -> Vec<&'m str> {
        let elsewhere = |m: &&Mention| m.kind == kind && !(m.span.start <= self.byte && self.byte <= m.span.end);
        let of =
            |role: Role| mentions.iter().filter(elsewhere).filter(move |m| m.role == role).map(|m| m.name.as_str());
        let made: BTreeSet<&str> = of(Role::Sets).collect();
        let names: BTreeSet<&str> = match (role, kind) {
            (Role::Uses, _) => made,
            (Role::Sets, Kind::Place | Kind::Person) => of(Role::Uses).filter(|n| !made.contains(n)).collect(),
            (Role::Sets, Kind::Fact | Kind::Promise | Kind::SorePoint | Kind::Arrival) => {
                of(Role::Uses).chain(made).collect()
            }
        };
        names.into_iter().collect()
    }

    /// The text with the quote closed that is open where somebody writes: else it would swallow what follows.
    fn repaired(&self) -> Option<String> {
        let (before, behind) = self.snapshot.text.split_at(self.byte);
        let line = behind.split(['\n', '\r']).next().unwrap_or("");
        let open = self.wanted.quoted && line.matches('"').count() % 2 == 0;
        open.then(|| format!("{before}\"{behind}"))
    }

    fn quoted(&self, id: &str) -> Offer {
        let behind = &self.snapshot.text[self.word_end()..];
        let insert = match (self.wanted.quoted, behind.starts_with('"')) {
            (true, true) => None,
            (true, false) => Some(format!("{id}\"")),
            (false, _) => Some(format!("\"{id}\"")),
        };
        Offer { insert, ..Offer::new(id, CompletionItemKind::REFERENCE) }
    }

    /// Where the word that is being written ends: behind the pen it may go on.
    fn word_end(&self) -> usize {
        let behind = &self.snapshot.text[self.byte..];
        let part = |c: char| c.is_ascii_alphanumeric() || c == '_' || (self.wanted.quoted && c == '-');
        self.byte + behind.find(|c| !part(c)).unwrap_or(behind.len())
    }

    fn item(&self, server: &Server, order: usize, offer: &Offer) -> Value {
        let range = self.snapshot.range(&(self.wanted.from..self.word_end()));
        let written = offer.insert.as_ref().unwrap_or(&offer.label);
        let kind = if server.agreed.markdown { "markdown" } else { "plaintext" };
        let mut item = json!({
            "label": offer.label,
            "kind": offer.kind,
            "sortText": format!("{order:05}"),
            // what has been begun is compared with this, and a quote has been left out of it
            "filterText": offer.label,
            "insertTextFormat": if offer.is_snippet { 2 } else { 1 },
            "textEdit": { "range": range, "newText": written },
        });
        if !offer.detail.is_empty() {
            item["detail"] = json!(offer.detail);
        }
        if !offer.told.is_empty() {
            item["documentation"] = json!({ "kind": kind, "value": offer.told });
        }
        item
    }
}

fn word(vocabulary: Vocabulary, word: &str) -> Offer {
    let told = match vocabulary {
        Vocabulary::Need => hover::need(word).unwrap_or(""),
        Vocabulary::Emotion | Vocabulary::Outcome | Vocabulary::Aggression => "",
    };
    Offer::new(word, CompletionItemKind::ENUM_MEMBER).told(told).detail(vocabulary.name())
}

fn techniques() -> Vec<Offer> {
    let one = |t: &crate::model::Technique| {
        let offer = Offer::new(t.camel_case(), CompletionItemKind::ENUM_MEMBER);
        offer.told(hover::technique(t)).detail(t.what.as_str())
    };
    Model::shipped().techniques.iter().map(|(_, t)| one(t)).collect()
}

/// The fields that must be there, each with a place to fill in.
fn record_holes(record: &Record) -> String {
    let must = record.fields.iter().filter(|f| f.presence != Presence::May);
    let holes: Vec<String> = must.enumerate().map(|(i, f)| format!("{}: {}", f.name, hole(&f.holds, i + 1))).collect();
    match holes.len() {
        0..=3 => holes.join(", "),
        _ => format!("\n\t{},\n", holes.join(",\n\t")),
    }
}

/// A place to fill in, with the quotes or brackets around it.
fn hole(holds: &'static Holds, number: usize) -> String {
    let stop = format!("${number}");
    match holds.ways() {
        [Holds::Text | Holds::Id(..) | Holds::Named(_), ..] => format!("\"{stop}\""),
        [Holds::List(..)] => format!("[{stop}]"),
        [Holds::ById(..)] => format!("{{{stop}\\}}"),
        [Holds::Tuple(_)] => format!("({stop})"),
        [Holds::Record(record)] => format!("{}({stop})", record.name),
        _ => stop,
    }
}

/// The record that begins at a byte.
fn beginning_at(tree: &Tree, byte: usize) -> Option<&Tree> {
    if tree.span.start == byte && tree.shape == Shape::Paren {
        return Some(tree);
    }
    let next = tree.items.partition_point(|i| i.value.span.end <= byte);
    beginning_at(&tree.items.get(next)?.value, byte)
}

//! The published schema is the program's, and says of a file what the program says.

mod checker;

use std::collections::BTreeSet;

use alongside::diagnostic::{Diagnostic, Severity};
use alongside::model::Model;
use alongside::scenario::grammar::{CONDITION, Holds, Kind, Vocabulary};
use alongside::scenario::library::known;
use alongside::scenario::resolve::resolve;
use alongside::scenario::schema::schema;
use alongside::scenario::text::{Shape, Tree, read};
use serde_json::{Map, Value};

const TALK: &str = include_str!("../scenarios/short-talk.ron");
const STRESS: &str = include_str!("../scenarios/two-doors.ron");

fn whole() -> Value {
    schema(&Model::shipped().techniques)
}

/// What keeps a text from being right, by the schema.
fn refused(schema: &Value, text: &str) -> Result<(), String> {
    let tree = read(text).tree.expect("a value");
    checker::check(schema, schema, &json_of(text, &tree), "")
}

fn errors(text: &str) -> Vec<Diagnostic> {
    let problems = resolve("a-talk", text, &Model::shipped().techniques, known()).err().unwrap_or_default();
    problems.into_iter().filter(|p| p.severity == Severity::Error).collect()
}

/// A RON text as JSON, as the schema's comment has it.
fn json_of(text: &str, tree: &Tree) -> Value {
    let key = |span: &std::ops::Range<usize>| {
        let key = &text[span.clone()];
        ron::from_str::<String>(key).unwrap_or_else(|_| key.to_owned())
    };
    let list = || tree.items.iter().map(|i| json_of(text, &i.value)).collect::<Vec<_>>();
    let object = || {
        let entry = |i: &alongside::scenario::text::Item| Some((key(i.key.as_ref()?), json_of(text, &i.value)));
        Value::Object(tree.items.iter().filter_map(entry).collect())
    };
    let keyed = tree.items.iter().any(|i| i.key.is_some());
    let inside = match tree.shape {
        Shape::Leaf => return leaf(&text[tree.span.clone()]),
        Shape::List => return Value::Array(list()),
        Shape::Map => return object(),
        Shape::Paren if keyed => object(),
        Shape::Paren if tree.name.is_some() && tree.items.len() == 1 => list().remove(0),
        Shape::Paren => Value::Array(list()),
    };
    match &tree.name {
        Some(name) => Value::Object(Map::from_iter([(text[name.clone()].to_owned(), inside)])),
        None => inside,
    }
}

fn leaf(word: &str) -> Value {
    if word.starts_with('"') {
        return Value::String(ron::from_str(word).expect("a text"));
    }
    serde_json::from_str(word).unwrap_or_else(|_| Value::String(word.to_owned()))
}

#[test]
fn the_published_schema_is_the_programs() {
    let published = include_str!("../../docs/scenario.schema.json");
    let ours = format!("{:#}\n", whole());
    assert!(published == ours, "write it anew: alongside schema > docs/scenario.schema.json");
}

#[test]
fn scenarios_that_play_are_as_the_schema_has_it() {
    for folder in ["scenarios", "tests/scenarios"] {
        for file in std::fs::read_dir(folder).expect("a folder") {
            let path = file.expect("a file").path();
            if path.to_string_lossy().ends_with(".plays.ron") || path.is_dir() {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a text");
            assert_eq!(refused(&whole(), &text), Ok(()), "{}", path.display());
        }
    }
}

/// What the program says of a file that is not put together as the schema has it.
const OF_THE_SCHEMA: [&str; 15] = [
    "missing-field",
    "unknown-field",
    "wrong-type",
    "out-of-range",
    "unknown-technique",
    "unknown-emotion",
    "unknown-need",
    "unknown-word",
    "unknown-condition",
    "no-technique",
    "too-many-techniques",
    "nothing-said",
    "bad-name",
    "format",
    "empty-line",
];

/// Texts with one thing spoiled, each kind of field once, with what was done.
fn spoiled(text: &str, seen: &mut BTreeSet<String>) -> Vec<(String, String)> {
    fn go(text: &str, tree: &Tree, within: &str, seen: &mut BTreeSet<String>, out: &mut Vec<(String, String)>) {
        let head = tree.name.as_ref().map_or(within, |n| &text[n.clone()]);
        for item in &tree.items {
            let key = item.key.as_ref().map_or("", |k| &text[k.clone()]);
            let place = if tree.shape == Shape::Paren { format!("{head}.{key}") } else { format!("{head}[]") };
            if seen.insert(place.clone()) {
                spoil(text, &place, item, out);
            }
            go(text, &item.value, if key.is_empty() || key.starts_with('"') { head } else { key }, seen, out);
        }
    }
    let (tree, mut out) = (read(text).tree.expect("a value"), Vec::new());
    go(text, &tree, "", seen, &mut out);
    out
}

fn spoil(text: &str, place: &str, item: &alongside::scenario::text::Item, out: &mut Vec<(String, String)>) {
    let value = &item.value.span;
    let start = item.key.as_ref().map_or(value.start, |k| k.start);
    let with =
        |range: std::ops::Range<usize>, new: &str| format!("{}{new}{}", &text[..range.start], &text[range.end..]);
    if let (Some(key), true) = (&item.key, text[value.end..].starts_with(',')) {
        out.push((format!("{place} left out"), with(start..value.end + 1, "")));
        let new = if text[key.clone()].starts_with('"') { "\"Z z\"" } else { "zzz" };
        out.push((format!("{place} called {new}"), with(key.clone(), new)));
    }
    let quoted = text[value.clone()].starts_with('"') || place.starts_with("triggers");
    for new in ["\"zz zz\"", "7", "-200", "1.5", "true", "[]", "[[]]", "(zzz: 1)", "Zzz(1)", "{}", "Zzz"] {
        // a bare word is a string in JSON too, so that the schema cannot tell it from a text
        if new != "Zzz" || !quoted {
            out.push((format!("{place}: {new}"), with(value.clone(), new)));
        }
    }
}

#[test]
fn the_schema_refuses_what_the_program_refuses_and_nothing_that_it_takes() {
    let schema = whole();
    let (mut both, mut wrong, mut seen) = (0, Vec::new(), BTreeSet::new());
    for (what, text) in [TALK, STRESS].into_iter().flat_map(|text| spoiled(text, &mut seen)) {
        let errors = errors(&text);
        let ours = errors.iter().find(|e| OF_THE_SCHEMA.contains(&e.code));
        match (refused(&schema, &text), ours) {
            (Err(_), Some(_)) => both += 1,
            (Err(said), None) if errors.is_empty() => wrong.push(format!("{what}: only the schema: {said}")),
            (Ok(()), Some(error)) => wrong.push(format!("{what}: only the program: {}", error.message)),
            (Err(_), None) | (Ok(()), None) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(both > 500, "only {both} were spoiled");
}

#[test]
fn the_words_are_those_that_are_read() {
    for words in Vocabulary::ALL {
        let (from, to) = match words {
            Vocabulary::Emotion => ("(Fear, 2)", "(Xyzzy, 2)"),
            Vocabulary::Need => ("need: Belonging, feels", "need: Xyzzy, feels"),
            Vocabulary::Outcome => ("Good", "Xyzzy"),
            Vocabulary::Aggression => ("looks: \"mara\"", "aggression: Xyzzy, looks: \"mara\""),
        };
        let fixes: Vec<String> = errors(&TALK.replace(from, to)).into_iter().map(|e| e.fix).collect();
        let mut all = words.words().to_vec();
        all.sort_unstable();
        assert!(fixes.contains(&format!("it can be: {}", all.join(", "))), "{words:?}: {fixes:?}");
    }
}

#[test]
fn the_conditions_are_those_that_are_read() {
    for way in CONDITION.ways() {
        let condition = sample(way);
        let text = TALK.replace(
            "uses: [BoundedPromise]",
            &format!("uses: [BoundedPromise], promises: \"tea\", when: {condition}"),
        );
        // the gate leaves two choices, so that nothing else is wrong
        let told: Vec<&str> = errors(&text).into_iter().map(|e| e.code).collect();
        assert_eq!(told, [] as [&str; 0], "{condition}");
        assert_eq!(refused(&whole(), &text), Ok(()), "{condition}");
    }
}

/// Something that can stand in a condition.
fn sample(holds: &'static Holds) -> String {
    match holds {
        Holds::Call(head, parts) => format!("{head}({})", parts.iter().map(sample).collect::<Vec<_>>().join(", ")),
        Holds::OneOf(ways) => sample(&ways[0]),
        Holds::List(of, ..) => format!("[{}]", sample(of)),
        Holds::Condition => "Trust(Below(40))".to_owned(),
        Holds::Number(..) => "30".to_owned(),
        Holds::Whole(..) => "1".to_owned(),
        Holds::Word(words) => words.words()[0].to_owned(),
        Holds::Id(Kind::Fact, _) => "\"two-papers\"".to_owned(),
        Holds::Id(Kind::Promise, _) => "\"tea\"".to_owned(),
        Holds::Id(Kind::Person, _) => "\"ana\"".to_owned(),
        Holds::Id(Kind::Place, _) => "\"door\"".to_owned(),
        other => panic!("{other:?} stands in a condition"),
    }
}

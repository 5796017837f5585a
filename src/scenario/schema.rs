//! The format as a JSON Schema, for whatever checks or completes without this program.
//!
//! RON is read as JSON like this: `Name(field: value)` is `{"Name": {"field": value}}`, `(field: value)` an object, `(a, b)` an
//! array, `Head(a)` is `{"Head": a}`, `Head(a, b)` is `{"Head": [a, b]}`, and a bare word is a string.

use serde_json::{Map, Value, json};

use super::grammar::{
    CONDITION, Elsewhere, FILE, Holds, Kind, Presence, RECORDS, Record, SAY, Vocabulary, condition_words, field_words,
};
use super::limits::{MOST_ID, MOST_LETTERS};
use crate::model::Techniques;

/// Small letters, digits and hyphens, with no hyphen at the ends.
pub const KEBAB: &str = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";

/// The schema, in the 2020-12 draft. What spans several places (that an id is there, that an ending can be reached) only
/// `check` can tell.
pub fn schema(techniques: &Techniques) -> Value {
    let mut defs = Map::new();
    defs.insert("text".to_owned(), json!({ "type": "string", "maxLength": MOST_LETTERS }));
    defs.insert("id".to_owned(), json!({ "type": "string", "pattern": KEBAB, "maxLength": MOST_ID }));
    defs.insert("technique".to_owned(), technique(techniques));
    for words in Vocabulary::ALL {
        defs.insert(words.name().to_owned(), json!({ "enum": words.words() }));
    }
    for own in RECORDS {
        defs.insert(own.title.to_owned(), record(own));
    }
    defs.insert("condition".to_owned(), conditions());
    defs.insert("say".to_owned(), any(SAY.ways()));
    let mut whole = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A scenario of Alongside, format 1",
        "$comment": "RON as JSON: Name(field: value) is {\"Name\": {\"field\": value}}, (field: value) an object, (a, b) an array, \
                     Head(a) is {\"Head\": a}, Head(a, b) is {\"Head\": [a, b]}, and a bare word is a string.",
    });
    if let (Value::Object(whole), Value::Object(file)) = (&mut whole, of(&FILE)) {
        whole.extend(file);
        whole.insert("$defs".to_owned(), Value::Object(defs));
    }
    whole
}

fn technique(techniques: &Techniques) -> Value {
    let each = techniques.iter().map(|(_, t)| json!({ "const": t.camel_case(), "description": t.what }));
    json!({ "oneOf": each.collect::<Vec<_>>() })
}

fn conditions() -> Value {
    let one = |way: &'static Holds| {
        let mut value = of(way);
        if let (Value::Object(value), Some(words)) = (&mut value, condition_words(way.head())) {
            value.insert("description".to_owned(), json!(words));
        }
        value
    };
    json!({ "oneOf": CONDITION.ways().iter().map(one).collect::<Vec<_>>() })
}

/// A record's fields, without its name.
fn record(record: &Record) -> Value {
    let mut properties = Map::new();
    for field in record.fields {
        let mut value = of(&field.holds);
        if let (Value::Object(value), Some(words)) = (&mut value, field_words(record.title, field.name)) {
            value.insert("description".to_owned(), json!(words.what));
        }
        properties.insert(field.name.to_owned(), value);
    }
    let must = record.fields.iter().filter(|f| f.presence == Presence::Must).map(|f| f.name);
    let mut value = json!({
        "type": "object",
        "properties": properties,
        "required": must.collect::<Vec<_>>(),
        "additionalProperties": false,
    });
    if let (Value::Object(value), "Choice") = (&mut value, record.title) {
        value.insert("oneOf".to_owned(), spoken_or_silent());
    }
    value
}

/// A choice has a technique and something said or done, or it is a silence.
fn spoken_or_silent() -> Value {
    let empty = json!({ "const": "" });
    let silence = json!({ "required": ["silence"], "properties": { "silence": { "const": true }, "text": empty } });
    let full = |field: &str| json!({ "required": [field], "properties": { field: { "minLength": 1 } } });
    let spoken = json!({
        "required": ["uses"],
        "properties": { "silence": { "const": false } },
        "anyOf": [full("text"), full("deed")],
    });
    json!([silence, spoken])
}

fn any(ways: &'static [Holds]) -> Value {
    json!({ "anyOf": ways.iter().map(of).collect::<Vec<_>>() })
}

fn named(name: &str, inside: Value) -> Value {
    json!({ "type": "object", "properties": { name: inside }, "required": [name], "additionalProperties": false })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{}", name.replace(' ', "%20")) })
}

fn of(holds: &'static Holds) -> Value {
    match holds {
        Holds::Text => reference("text"),
        Holds::Flag => json!({ "type": "boolean" }),
        Holds::Number(low, high) => json!({ "type": "number", "minimum": low, "maximum": high }),
        Holds::Whole(low, high) if low == high => json!({ "const": low }),
        Holds::Whole(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Holds::Word(words) => reference(words.name()),
        Holds::Technique => reference("technique"),
        // words of the author's own rather than an id
        Holds::Id(Kind::SorePoint, _) => reference("text"),
        Holds::Id(..) | Holds::Named(Elsewhere::Look | Elsewhere::Scene | Elsewhere::Translation) => reference("id"),
        Holds::Named(Elsewhere::Hour) => json!({ "anyOf": [reference("id"), { "const": "" }] }),
        Holds::Record(record) if record.name.is_empty() => reference(record.title),
        Holds::Record(record) => named(record.name, reference(record.title)),
        Holds::List(of_one, least, most) => list(of_one, *least, *most),
        Holds::ById(kind, _, of_one, most) => by_id(*kind, of_one, *most),
        Holds::Tuple(parts) => tuple(parts),
        Holds::Call(head, [one]) => named(head, of(one)),
        Holds::Call(head, parts) => named(head, tuple(parts)),
        Holds::OneOf(ways) => any(ways),
        Holds::Condition => reference("condition"),
        Holds::Say => reference("say"),
    }
}

fn list(of_one: &'static Holds, least: usize, most: usize) -> Value {
    let mut value = json!({ "type": "array", "items": of(of_one), "minItems": least, "maxItems": most });
    if let (Value::Object(value), Holds::Technique) = (&mut value, of_one) {
        value.insert("uniqueItems".to_owned(), json!(true));
    }
    value
}

fn by_id(kind: Kind, of_one: &'static Holds, most: usize) -> Value {
    let least = usize::from(kind == Kind::Person && matches!(of_one, Holds::Record(_)));
    json!({
        "type": "object",
        "propertyNames": reference("id"),
        "additionalProperties": of(of_one),
        "minProperties": least,
        "maxProperties": most,
    })
}

fn tuple(parts: &'static [Holds]) -> Value {
    json!({
        "type": "array",
        "prefixItems": parts.iter().map(of).collect::<Vec<_>>(),
        "items": false,
        "minItems": parts.len(),
    })
}

//! Statements about an attempt: the same attempt, played again anywhere, gives the same statements with the same ids.
//!
//! The order is that of cmi5: launched, initialized, whatever was done, then at most one of passed and failed, and
//! terminated last.

mod chose;
mod over;

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::Setup;
use super::iri::{self, Verb};
use crate::model::Dimension;
use crate::records::{Named, News, Stamp};
use crate::session::Mode;

/// The language of what is written in statements.
const LANGUAGE: &str = "en";

/// One statement, whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    pub id: Uuid,
    pub value: Value,
}

/// What the news of an attempt gives to tell, in its order.
pub fn statements(setup: &Setup, named: &Named, news: &News) -> Vec<Statement> {
    let pen = Pen { setup, named };
    match news {
        News::Left { at } => vec![over::terminated(&pen, *at, over::Reason::Left)],
        News::Kept { session, from, first, said, ended } => {
            let mut told = if *first { begun(&pen) } else { Vec::new() };
            let turns = session.transcript().turns.iter().enumerate().skip(*from).zip(said);
            told.extend(turns.map(|(numbered, said)| chose::chose(&pen, session, numbered, *said)));
            if let Some(at) = ended {
                told.extend(over::ended(&pen, session, *at));
            }
            told
        }
    }
}

fn begun(pen: &Pen) -> Vec<Statement> {
    let about = |verb: Verb| pen.write(verb.word(), &Told::about(verb, pen.named.began, pen.scenario()));
    vec![about(Verb::Launched), about(Verb::Initialized)]
}

/// The id of what is said of an attempt: a UUID of version 5 in the attempt's own name space.
pub fn id(attempt: Uuid, name: &str) -> Uuid {
    let mut hash = sha1_smol::Sha1::new();
    hash.update(attempt.as_bytes());
    hash.update(name.as_bytes());
    let mut first = [0; 16];
    first.copy_from_slice(&hash.digest().bytes()[..16]);
    uuid::Builder::from_sha1_bytes(first).into_uuid()
}

/// What one statement says beyond what all of an attempt share.
struct Told {
    verb: Verb,
    at: Stamp,
    object: Value,
    result: Option<Value>,
    /// What it belongs to.
    parent: Option<Value>,
    /// The mark to pass, where it was one to pass.
    mastery: Option<f64>,
}

impl Told {
    fn about(verb: Verb, at: Stamp, object: Value) -> Self {
        Self { verb, at, object, result: None, parent: None, mastery: None }
    }
}

/// Writes the statements of one attempt.
struct Pen<'a> {
    setup: &'a Setup,
    named: &'a Named,
}

impl Pen<'_> {
    fn write(&self, name: &str, told: &Told) -> Statement {
        let id = id(self.named.id, name);
        let mut value = json!({
            "id": id.to_string(),
            "actor": {
                "objectType": "Agent",
                "account": { "homePage": self.setup.home, "name": self.named.trainee.to_string() },
            },
            "verb": { "id": told.verb.iri(&self.setup.base), "display": { LANGUAGE: told.verb.word() } },
            "object": told.object,
        });
        if let Some(result) = &told.result {
            value["result"] = result.clone();
        }
        value["context"] = self.context(told);
        value["timestamp"] = json!(told.at.utc());
        Statement { id, value }
    }

    fn context(&self, told: &Told) -> Value {
        let base = &self.setup.base;
        let groups = [
            (Some(iri::conversation(base, &self.named.scenario)), self.type_of("conversation")),
            (self.named.case.as_ref().map(|case| iri::case(base, case)), self.type_of("case")),
            (self.setup.course.clone(), iri::COURSE.to_owned()),
            (self.setup.class.clone(), self.type_of("class")),
        ];
        let activity = |(id, kind): (Option<String>, String)| {
            Some(json!({ "objectType": "Activity", "id": id?, "definition": { "type": kind } }))
        };
        let grouping: Vec<Value> = groups.into_iter().filter_map(activity).collect();
        let profile = iri::profile(&self.setup.base);
        let mut around = Map::new();
        if let Some(parent) = &told.parent {
            around.insert("parent".into(), json!([parent]));
        }
        around.insert("grouping".into(), json!(grouping));
        around.insert(
            "category".into(),
            json!([{ "objectType": "Activity", "id": profile, "definition": { "type": iri::PROFILE } }]),
        );
        json!({
            "registration": self.named.id.to_string(),
            "contextActivities": around,
            "platform": "Alongside",
            "language": LANGUAGE,
            "extensions": self.circumstances(told),
        })
    }

    fn circumstances(&self, told: &Told) -> Value {
        let named = self.named;
        let mode = match named.mode {
            Mode::Coached => "coached",
            Mode::Practice => "practice",
            Mode::Assessment => "assessment",
        };
        let mut all = self.extensions([
            ("mode", json!(mode)),
            ("again", json!(named.again)),
            // as text: a number of 64 bits does not come through every store
            ("seed", json!(named.seed.to_string())),
            ("scenario-hash", json!(named.hash)),
            ("model", json!(named.model)),
            ("utc-offset", json!(named.began.zone)),
        ]);
        if let Some(mastery) = told.mastery {
            all.insert(iri::MASTERY.to_owned(), json!(mastery));
        }
        Value::Object(all)
    }

    fn extensions<const N: usize>(&self, words: [(&str, Value); N]) -> Map<String, Value> {
        words.into_iter().map(|(word, value)| (iri::extension(&self.setup.base, word), value)).collect()
    }

    fn type_of(&self, word: &str) -> String {
        iri::activity_type(&self.setup.base, word)
    }

    /// The scenario as it stood.
    fn scenario(&self) -> Value {
        json!({
            "objectType": "Activity",
            "id": iri::scenario(&self.setup.base, &self.named.scenario, &self.named.hash),
            "definition": { "type": iri::SIMULATION, "name": { LANGUAGE: self.named.title } },
        })
    }
}

/// How a dimension is called in statements.
pub fn key(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Empathy => "empathy",
        Dimension::Listening => "listening",
        Dimension::Boundaries => "boundaries",
        Dimension::Regard => "regard",
    }
}

/// One value for each dimension that has one.
fn by_dimension(values: [Option<Value>; 4]) -> Value {
    let pairs = Dimension::ALL.iter().zip(values).filter_map(|(d, v)| Some((key(*d).to_owned(), v?)));
    Value::Object(pairs.collect())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::id;

    #[test]
    fn ids_are_those_of_version_5() {
        // the name space and the example of Python's uuid module
        let dns = Uuid::from_u128(0x6ba7_b810_9dad_11d1_80b4_00c0_4fd4_30c8);
        assert_eq!(id(dns, "python.org").to_string(), "886313e1-3b8a-5372-9b90-0c9aee199e5d");
    }
}

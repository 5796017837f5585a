//! The published profile: our verb, activity types and extensions with their names, for whoever reads the statements.

use serde_json::{Value, json};

use super::iri::{self, Verb};

/// Where an extension stands in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Context,
    Result,
}

/// One of our extensions.
#[derive(Clone, Copy, Debug)]
pub struct Extension {
    pub part: Part,
    pub word: &'static str,
    pub what: &'static str,
    /// As JSON Schema has it.
    pub schema: &'static str,
}

const fn around(word: &'static str, schema: &'static str, what: &'static str) -> Extension {
    Extension { part: Part::Context, word, what, schema }
}

const fn result(word: &'static str, schema: &'static str, what: &'static str) -> Extension {
    Extension { part: Part::Result, word, what, schema }
}

const WORDS: &str = r#"{"type":"string"}"#;
const COUNT: &str = r#"{"type":"integer","minimum":0}"#;
const FROM_ONE: &str = r#"{"type":"integer","minimum":1}"#;
const STATE: &str = r#"{"type":"object","additionalProperties":{"type":"number","minimum":0,"maximum":100}}"#;

/// All of them, in the order of the profile.
pub const EXTENSIONS: [Extension; 21] = [
    around(
        "mode",
        r#"{"enum":["coached","practice","assessment"]}"#,
        "How the conversation was had: with notes and rewinding, with rewinding, or with neither.",
    ),
    around("again", r#"{"type":"boolean"}"#, "The trainee had been in this conversation before, in any version of it."),
    around("seed", WORDS, "What settled every variation and the order of lines, as a decimal number."),
    around("scenario-hash", WORDS, "The scenario as it stood, as 64 hexadecimal digits of blake3."),
    around("model", WORDS, "The version of the model of the person."),
    around("utc-offset", r#"{"type":"integer"}"#, "Minutes that local time was ahead of UTC when the attempt began."),
    result("turn", FROM_ONE, "The number of the turn in the attempt, from 1."),
    result("node", COUNT, "The place of the moment in its scenario, in file order, from 0."),
    result(
        "offered",
        r#"{"type":"array","items":{"type":"integer","minimum":1}}"#,
        "The lines that were on offer, by their number in the moment, in the order in which they were shown.",
    ),
    result("shown", FROM_ONE, "The place of the chosen line among those shown, from 1."),
    result("to", WORDS, "The person that it was said to, by their id in the scenario."),
    result(
        "techniques",
        r#"{"type":"array","items":{"type":"string"}}"#,
        "The techniques of the chosen line, by their ids, the main one first.",
    ),
    result("state-before", STATE, "The person's state when the lines were offered, each quantity 0 to 100, in tenths."),
    result("state-after", STATE, "The person's state after the line had landed, each quantity 0 to 100, in tenths."),
    result(
        "ratings",
        r#"{"type":"object","propertyNames":{"enum":["empathy","listening","boundaries","regard"]}}"#,
        "For a choice: weight, quality and chance level of each dimension that was at stake. For an attempt: the final score of each dimension that was at stake, 0 to 100; 35 is what picking lines at random gets.",
    ),
    result(
        "cue-answer",
        FROM_ONE,
        "The answer that was given to the question about what changed just now, by its number, from 1.",
    ),
    result("milliseconds", COUNT, "How long the line took to be chosen."),
    result("turns", COUNT, "How many turns the attempt had."),
    result("ending", WORDS, "The ending that the attempt came to, by its id in the scenario."),
    result(
        "outcome",
        r#"{"enum":["good","mixed","poor","left","stopped"]}"#,
        "What kind of ending that was for the person; the officer is rated by the lines, not by this.",
    ),
    result(
        "reason",
        r#"{"enum":["ended","left"]}"#,
        "Why the attempt was over: the conversation ended, or the trainee left it.",
    ),
];

/// The profile as a JSON-LD document, below this beginning of names.
pub fn profile(base: &str) -> Value {
    let id = iri::profile(base);
    let mut concepts = vec![json!({
        "id": Verb::Chose.iri(base),
        "type": "Verb",
        "inScheme": id,
        "prefLabel": english("chose"),
        "definition": english("The officer chose one of the lines on offer and said it, or chose to say nothing."),
        "broadMatch": ["https://w3id.org/xapi/adb/verbs/selected"],
    })];
    let kinds = [
        ("conversation", "A scenario over all its versions."),
        ("case", "A story in several conversations: how one ends is how the next begins."),
        ("class", "A group of trainees who are taught together."),
    ];
    concepts.extend(kinds.map(|(word, what)| {
        json!({
            "id": iri::activity_type(base, word),
            "type": "ActivityType",
            "inScheme": id,
            "prefLabel": english(word),
            "definition": english(what),
        })
    }));
    concepts.extend(EXTENSIONS.iter().map(|extension| concept(base, extension)));
    json!({
        "@context": "https://w3id.org/xapi/profiles/context",
        "id": iri::profile(base).trim_end_matches("/v1"),
        "type": "Profile",
        "conformsTo": "https://w3id.org/xapi/profiles#1.0",
        "prefLabel": english("Alongside"),
        "definition": english("Conversations practiced with Alongside: what was chosen, what it did, and how it was rated."),
        "author": { "type": "Organization", "name": "Alongside" },
        "versions": [{ "id": id, "generatedAtTime": "2026-11-26T00:00:00Z" }],
        "concepts": concepts,
        "templates": Verb::ALL.map(|verb| template(base, verb)),
        "patterns": patterns(base),
    })
}

fn english(text: &str) -> Value {
    json!({ "en": text })
}

fn concept(base: &str, extension: &Extension) -> Value {
    let kind = match extension.part {
        Part::Context => "ContextExtension",
        Part::Result => "ResultExtension",
    };
    json!({
        "id": iri::extension(base, extension.word),
        "type": kind,
        "inScheme": iri::profile(base),
        "prefLabel": english(extension.word),
        "definition": english(extension.what),
        "inlineSchema": extension.schema,
    })
}

fn template_id(base: &str, verb: Verb) -> String {
    format!("{base}/templates/{}", verb.word())
}

/// What every statement with a verb has.
fn template(base: &str, verb: Verb) -> Value {
    let required = |location: &str| json!({ "location": location, "presence": "included" });
    let mut rules = vec![required("$.context.registration"), required("$.timestamp")];
    let more: &[&str] = match verb {
        Verb::Launched | Verb::Initialized => &[],
        Verb::Chose => &["$.result.response", "$.context.contextActivities.parent"],
        Verb::Completed => &["$.result.completion", "$.result.duration"],
        Verb::Passed | Verb::Failed => &["$.result.score.scaled", "$.result.success", "$.result.duration"],
        Verb::Terminated => &["$.result.duration"],
    };
    rules.extend(more.iter().map(|location| required(location)));
    let kind = if verb == Verb::Chose { iri::INTERACTION } else { iri::SIMULATION };
    json!({
        "id": template_id(base, verb),
        "type": "StatementTemplate",
        "inScheme": iri::profile(base),
        "prefLabel": english(verb.word()),
        "definition": english(definition(verb)),
        "verb": verb.iri(base),
        "objectActivityType": kind,
        "contextCategoryActivityType": [iri::PROFILE],
        "rules": rules,
    })
}

fn definition(verb: Verb) -> &'static str {
    match verb {
        Verb::Launched => "The trainee opened the conversation.",
        Verb::Initialized => "The conversation began.",
        Verb::Chose => "The trainee chose a line.",
        Verb::Completed => "The conversation came to its ending.",
        Verb::Passed => "The assessment reached the mark to pass.",
        Verb::Failed => "The assessment did not reach the mark to pass.",
        Verb::Terminated => "Nothing more comes of this attempt.",
    }
}

/// The order of an attempt's statements: the whole, and the parts it is put together of.
fn patterns(base: &str) -> Value {
    let named = |word: &str| format!("{base}/patterns/{word}");
    let of = |verb| template_id(base, verb);
    let part = |word: &str, what: &str, how: &str, which: Value| {
        json!({
            "id": named(word),
            "type": "Pattern",
            "primary": word == "attempt",
            "inScheme": iri::profile(base),
            "prefLabel": english(word),
            "definition": english(what),
            how: which,
        })
    };
    let (launched, initialized, terminated) = (of(Verb::Launched), of(Verb::Initialized), of(Verb::Terminated));
    let verdicts = [of(Verb::Passed), of(Verb::Failed)];
    json!([
        part(
            "attempt",
            "One attempt at a conversation, whole.",
            "sequence",
            json!([launched, initialized, named("choices"), named("ending"), terminated]),
        ),
        part("choices", "What was chosen, turn after turn.", "zeroOrMore", json!(of(Verb::Chose))),
        part("ending", "That it came to an ending; not where it was left.", "optional", json!(named("ended"))),
        part("ended", "An ending, judged or not.", "sequence", json!([of(Verb::Completed), named("judged")])),
        part("judged", "A verdict, where it was an assessment.", "optional", json!(named("verdict"))),
        part("verdict", "Passed or failed.", "alternates", json!(verdicts)),
    ])
}

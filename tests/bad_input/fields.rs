//! For every field of the format, one wrong value: it is told of at its line and column, and nothing else is.

use std::collections::BTreeSet;

use alongside::diagnostic::{Lines, Severity};
use alongside::scenario::resolve::RECORDS;

use super::read;

const SMALL: &str = include_str!("small.ron");

/// A field, what stands in the small scenario, what is written instead with the place that must be told between guillemets,
/// and the code.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("Scenario", "format", "format: 1", "format: «2»", "format"),
    ("Scenario", "title", "title: \"Small\"", "title: «Small»", "wrong-type"),
    ("Scenario", "brief", "brief: \"Every field once.\"", "brief: «7»", "wrong-type"),
    ("Scenario", "goal", "goal: \"Be told of each.\"", "goal: «[\"x\"]»", "wrong-type"),
    ("Scenario", "minutes", "minutes: 3", "minutes: «300»", "out-of-range"),
    ("Scenario", "place", "place: \"hallway\"", "place: «\"The hallway\"»", "bad-name"),
    ("Scenario", "hour", "hour: \"evening\"", "hour: «\"9 pm\"»", "bad-name"),
    ("Scenario", "skills", "skills: [\"One\"]", "skills: «\"One\"»", "wrong-type"),
    ("Scenario", "known", "known: [\"Two\"]", "known: [«Two»]", "wrong-type"),
    ("Scenario", "watch_for", "watch_for: [\"Three\"]", "watch_for: [«3»]", "wrong-type"),
    ("Scenario", "content_note", "content_note: \"Four.\"", "content_note: «\"Four\\n.\"»", "control-character"),
    ("Scenario", "crisis_line", "crisis_line: \"Five.\"", "crisis_line: «988»", "wrong-type"),
    ("Scenario", "sources", "sources: \"Six.\"", "sources: «true»", "wrong-type"),
    ("Scenario", "review", "review: \"Seven.\"", "review: «'x'»", "wrong-type"),
    ("Scenario", "discuss", "discuss: [\"Eight?\"]", "discuss: «\"Eight?\"»", "wrong-type"),
    ("Scenario", "twin", "twin: Twin(people", "twin: «Twins(people", "wrong-type"),
    ("Scenario", "arrives", "\"after-a-call\": Arrival(", "«\"After a call\"»: Arrival(", "bad-name"),
    ("Twin", "people", "people: { \"ana\": (name: \"Bo\"", "people: { «\"anna\"»: (name: \"Bo\"", "unknown-person"),
    ("Twin", "instead", "[(\"She\", \"He\")]", "[«\"She\"»]", "wrong-type"),
    ("part", "name", "name: \"Bo\"", "name: «Bo»", "wrong-type"),
    ("part", "looks", "looks: \"dev\"", "looks: «\"../dev\"»", "bad-name"),
    ("Arrival", "what", "what: \"You called.\"", "what: «You»", "wrong-type"),
    ("Arrival", "people", "people: { \"ana\": (arousal: 43", "people: { «\"anna\"»: (arousal: 43", "unknown-person"),
    ("Arrival", "known", "known: [\"she-calls\"]", "known: [«\"She calls\"»]", "bad-name"),
    ("Arrival", "promised", "promised: [\"a-visit\"]", "promised: «\"a-visit\"»", "wrong-type"),
    ("Arrival", "kept", "kept: [\"a-letter\"]", "kept: [«7»]", "wrong-type"),
    ("Arrival", "broken", "broken: [\"a-wait\"]", "broken: [«\"A wait\"»]", "bad-name"),
    ("stance", "arousal", "arousal: 43", "arousal: «101»", "out-of-range"),
    ("stance", "trust", "trust: 44", "trust: «much»", "wrong-type"),
    ("stance", "heard", "heard: 45", "heard: «-1»", "out-of-range"),
    ("stance", "respect", "respect: 46", "respect: «\"46\"»", "wrong-type"),
    ("stance", "safety", "safety: 47", "safety: «NaN»", "out-of-range"),
    ("stance", "control", "control: 48", "control: «(48)»", "wrong-type"),
    ("stance", "readiness", "readiness: 49", "readiness: «x»", "wrong-type"),
    ("stance", "history", "history: 1.5", "history: «3.5»", "out-of-range"),
    ("Door", "opens", "opens: \"She opens\"", "opens: «She»", "wrong-type"),
    ("Door", "since", "since: \"you called\"", "since: «1»", "wrong-type"),
    ("Door", "shut", "shut: \"It stayed shut.\"", "shut: «It»", "wrong-type"),
    ("Node", "pivot", "pivot: \"It opens.\"", "pivot: «It»", "wrong-type"),
    ("Choice", "door", "door: Door(opens", "door: «Gate(opens", "wrong-type"),
    ("Scenario", "two_party", "    two_party: false", "    two_party: «no»", "wrong-type"),
    ("Scenario", "opening", "opening: \"door\"", "opening: «\"dor\"»", "unknown-node"),
    ("Scenario", "stop", "stop: \"danger\"", "stop: «\"gone\"»", "not-a-node"),
    ("Scenario", "leaves", "leaves: \"gone\"", "leaves: «gone»", "wrong-type"),
    ("Scenario", "people", "people: {\n        \"ana\"", "people: {\n        «ana»", "wrong-type"),
    ("Scenario", "nodes", "\"gone\": Ending(", "«\"gone!\"»: Ending(outcome: Good, text: \"x\"), \"gone\": Ending(", "bad-name"),
    ("Person", "name", "name: \"Ana\"", "name: «Ana»", "wrong-type"),
    ("Person", "role", "role: \"neighbor\"", "role: «1»", "wrong-type"),
    ("Person", "looks", "looks: \"mara\"", "looks: «\"../mara\"»", "bad-name"),
    ("Person", "about", "about: \"Lives here.\"", "about: «(\"Lives here.\")»", "wrong-type"),
    ("Person", "comes", "comes: \"door\"", "comes: «\"dor\"»", "unknown-node"),
    ("Person", "starts", "starts: (arousal", "starts: «State(arousal", "wrong-type"),
    ("Person", "history", "history: -1", "history: «-4»", "out-of-range"),
    ("Person", "triggers", "triggers: [Command,", "triggers: [«Comand»,", "unknown-technique"),
    ("Person", "baseline", "baseline: 31", "baseline: «thirty»", "wrong-type"),
    ("Person", "stress", "stress: 14", "stress: «-1»", "out-of-range"),
    ("Person", "reactivity", "reactivity: 1.1", "reactivity: «11»", "out-of-range"),
    ("Person", "grudge", "grudge: 1.2", "grudge: «0»", "out-of-range"),
    ("Person", "intoxication", "intoxication: 0.1", "intoxication: «10»", "out-of-range"),
    ("Person", "aggression", "aggression: Reactive", "aggression: «Reacting»", "unknown-word"),
    ("Person", "free_to_go", "free_to_go: true", "free_to_go: «True»", "wrong-type"),
    ("starts", "arousal", "arousal: 50", "arousal: «101»", "out-of-range"),
    ("starts", "trust", "trust: 30", "trust: «\"30\"»", "wrong-type"),
    ("starts", "respect", "respect: 40", "respect: «NaN»", "out-of-range"),
    ("starts", "readiness", "readiness: 20", "readiness: «inf»", "out-of-range"),
    ("starts", "need", "need: Esteem", "need: «Respect»", "unknown-need"),
    ("starts", "feels", "feels: (Anger, 2)", "feels: («Angry», 2)", "unknown-emotion"),
    ("starts", "heard", "heard: 15", "heard: «x»", "wrong-type"),
    ("starts", "safety", "safety: 41", "safety: «-0.5»", "out-of-range"),
    ("starts", "control", "control: 42", "control: «(42)»", "wrong-type"),
    ("Node", "says", "says: [Line(who: \"ana\", text: \"Yes?\"", "says: [«Lime(who: \"ana\", text: \"Yes?\"", "wrong-type"),
    ("Node", "closed", "closed: [Line(who: \"ana\", text: \"No.\", body: \"She shuts it.\", id: \"door-2\")]", "closed: «Line(who: \"ana\", text: \"No.\", body: \"x\")»", "wrong-type"),
    ("Node", "feels", "feels: { \"ana\": (Fear, 1) }", "feels: { «\"anna\"»: (Fear, 1) }", "unknown-person"),
    ("Node", "happens", "happens: [(who", "happens: [«Event(who", "wrong-type"),
    ("Node", "hazard", "hazard: false", "hazard: «0»", "wrong-type"),
    ("Node", "salience", "salience: 1.5", "salience: «3»", "out-of-range"),
    ("Node", "asked", "asked: true", "asked: «\"yes\"»", "wrong-type"),
    ("Node", "two_party", "two_party: true", "two_party: «2»", "wrong-type"),
    ("Node", "asks", "asks: Cue(", "asks: «Question(", "wrong-type"),
    ("Node", "choices", "choices: [\n                Choice(text: \"I step", "choices: [\n                «7», Choice(text: \"I step", "wrong-type"),
    ("Line", "who", "who: \"ana\", text: \"Yes?\"", "who: «\"anna\"», text: \"Yes?\"", "unknown-person"),
    ("Line", "text", "text: \"Yes?\"", "text: «Yes»", "wrong-type"),
    ("Line", "body", "body: \"She opens.\"", "body: «[]»", "wrong-type"),
    ("Line", "tells", "tells: [\"she-is-in\"]", "tells: [\"she-is-in\", «\"She is in\"»]", "bad-name"),
    ("Line", "id", "id: \"yes\"", "id: «\"Yes?\"»", "bad-name"),
    ("happens", "who", "(who: \"ana\", why", "(who: «\"bob\"», why", "unknown-person"),
    ("happens", "why", "why: \"A bell rings.\"", "why: «A»", "wrong-type"),
    ("happens", "arousal", "arousal: 1,", "arousal: «200»,", "out-of-range"),
    ("happens", "trust", "trust: 2,", "trust: «much»,", "wrong-type"),
    ("happens", "heard", "heard: 3,", "heard: «-101»,", "out-of-range"),
    ("happens", "respect", "respect: 4,", "respect: «[4]»,", "wrong-type"),
    ("happens", "safety", "safety: 5,", "safety: «101»,", "out-of-range"),
    ("happens", "control", "control: 6,", "control: «less»,", "wrong-type"),
    ("happens", "readiness", "readiness: 7", "readiness: «NaN»", "out-of-range"),
    ("Cue", "question", "question: \"What changed?\"", "question: «1»", "wrong-type"),
    ("Cue", "answers", "asks: Cue(question: \"What changed?\", answers: [(text: \"She steps back.\", right: true), ",
        "asks: «Cue(question: \"What changed?\", answers: [", "cue-answers"),
    ("answer", "text", "text: \"She smiles.\"", "text: «She»", "wrong-type"),
    ("answer", "right", "right: false", "right: «wrong»", "wrong-type"),
    ("Choice", "text", "text: \"Good evening.\"", "text: «Good»", "wrong-type"),
    ("Choice", "silence", "silence: true", "silence: «yes», uses: [EffectivePause]", "wrong-type"),
    ("Choice", "deed", "deed: \"Wait.\"", "deed: «1»", "wrong-type"),
    ("Choice", "uses", "uses: [RoleClarity]", "uses: [«Roleclarify»]", "unknown-technique"),
    ("Choice", "label", "label: (Fear, 2)", "label: «Fear»", "wrong-type"),
    ("Choice", "need", "need: Safety", "need: «Safty»", "unknown-need"),
    ("Choice", "touches", "touches: [\"the-bell\"]", "touches: [«Bell»]", "unknown-technique"),
    ("Choice", "knows", "knows: [\"she-is-in\"]", "knows: [«\"she-is-on\"»]", "unknown-fact"),
    ("Choice", "learns", "learns: [\"a-greeting\"]", "learns: «\"a-greeting\"»", "wrong-type"),
    ("Choice", "promises", "promises: \"a-call\"", "promises: \"a-call\", «promise»: \"b\"", "unknown-field"),
    ("Choice", "keeps", "keeps: \"a-call\"", "keeps: «\"a-cal\"»", "unknown-promise"),
    ("Choice", "breaks", "breaks: \"a-call\"", "breaks: «[\"a-call\"]»", "wrong-type"),
    ("Choice", "when", "when: Trust(AtLeast(20))", "when: «Trusts(AtLeast(20))»", "unknown-condition"),
    ("Choice", "to_whom", "to_whom: \"ana\"", "to_whom: «\"ann\"»", "unknown-person"),
    ("Choice", "note", "note: \"Plain.\"", "note: «Plain»", "wrong-type"),
    ("Choice", "to", "id: \"evening\", to: \"danger\"", "id: \"evening\", to: «\"dangr\"»", "unknown-node"),
    ("Choice", "id", "id: \"evening\"", "id: «\"yes\"»", "duplicate-key"),
    ("way to say", "when", "when: Visited(\"door\")", "when: Visited(«\"dor\"»)", "unknown-node"),
    ("way to say", "say", "(say: Line(who: \"ana\", text: \"Who?\", body: \"She calls.\", id: \"danger-2\"))", "«(»)", "missing-field"),
    ("way to go", "when", "when: Heard(Below(50))", "when: Heard(«Under(50)»)", "wrong-type"),
    ("way to go", "to", "to: \"gone\"), (to: \"danger\")", "to: \"gone\"), (to: «\"\"»)", "unknown-node"),
    ("Ending", "outcome", "outcome: Left", "outcome: «Lost»", "unknown-word"),
    ("Ending", "text", "text: \"The door is shut.\"", "text: «the door»", "wrong-type"),
];

#[test]
fn the_small_scenario_is_clean_and_has_every_field() {
    let (_, warnings) = read(SMALL).expect("it resolves");
    assert_eq!(warnings.iter().map(|w| w.code).collect::<Vec<_>>(), ["label-unused"]);
    let rows: BTreeSet<(&str, &str)> = ROWS.iter().map(|row| (row.0, row.1)).collect();
    let fields = RECORDS.iter().flat_map(|(record, fields)| fields.iter().map(move |field| (*record, *field)));
    assert_eq!(rows, fields.collect::<BTreeSet<_>>(), "the table has a row for each field");
}

#[test]
fn a_wrong_value_in_any_field_is_told_at_its_place() {
    let found: Vec<String> =
        ROWS.iter().filter_map(|row| misses(row).map(|m| format!("{} {}: {m}", row.0, row.1))).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What is missing from the problems of the small scenario with this row's mistake in it.
fn misses((_, _, from, to, code): &Row) -> Option<String> {
    if SMALL.matches(from).count() != 1 {
        return Some(format!("\"{from}\" stands there {} times", SMALL.matches(from).count()));
    }
    let marked = SMALL.replacen(from, to, 1);
    let place = marked.find('«').expect("a mark");
    let text: String = marked.chars().filter(|c| !"«»".contains(*c)).collect();
    let Err(problems) = read(&text) else { return Some("nothing is told".to_owned()) };
    let lines = Lines::of(&text);
    let errors = problems.iter().filter(|p| p.severity == Severity::Error);
    let told: Vec<_> = errors.map(|p| (p.code, lines.position(p.span.start), p.message.as_str())).collect();
    let right = told.iter().any(|(c, at, _)| c == code && *at == lines.position(place));
    (!right || told.len() > 1)
        .then(|| format!("{code} at {:?} alone is wanted, told is {told:#?}", lines.position(place)))
}

#[test]
fn every_mistake_is_told_at_once_in_the_order_of_the_file() {
    let apart = ["minutes: 3", "need: Esteem", "hazard: false", "uses: [RoleClarity]", "outcome: Left"];
    let text = ROWS
        .iter()
        .filter(|row| apart.contains(&row.2))
        .fold(SMALL.to_owned(), |text, row| text.replacen(row.2, &row.3.replace(['«', '»'], ""), 1));
    let problems = read(&text).expect_err("five mistakes");
    let codes: Vec<_> = problems.iter().filter(|p| p.severity == Severity::Error).map(|p| p.code).collect();
    assert_eq!(codes, ["out-of-range", "unknown-need", "wrong-type", "unknown-technique", "unknown-word"]);
}

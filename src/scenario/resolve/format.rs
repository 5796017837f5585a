//! Every field of the format, record by record: what the reader knows, and what the authors' guide must explain.

pub(super) const SCENARIO: &[&str] = &[
    "format",
    "title",
    "brief",
    "goal",
    "minutes",
    "place",
    "hour",
    "skills",
    "known",
    "watch_for",
    "content_note",
    "crisis_line",
    "sources",
    "review",
    "discuss",
    "twin",
    "people",
    "arrives",
    "two_party",
    "opening",
    "stop",
    "leaves",
    "nodes",
];
pub(super) const TWIN: &[&str] = &["people", "instead"];
pub(super) const PART: &[&str] = &["name", "looks"];
pub(super) const ARRIVAL: &[&str] = &["what", "people", "known", "promised", "kept", "broken"];
pub(super) const STANCE: &[&str] =
    &["arousal", "trust", "heard", "respect", "safety", "control", "readiness", "history"];
pub(super) const DOOR: &[&str] = &["opens", "since", "shut"];
pub(super) const PERSON: &[&str] = &[
    "name",
    "role",
    "looks",
    "about",
    "comes",
    "starts",
    "history",
    "triggers",
    "baseline",
    "stress",
    "reactivity",
    "grudge",
    "intoxication",
    "aggression",
    "free_to_go",
];
pub(super) const STARTS: &[&str] =
    &["arousal", "trust", "respect", "readiness", "need", "feels", "heard", "safety", "control"];
pub(super) const NODE: &[&str] =
    &["says", "closed", "feels", "happens", "hazard", "salience", "pivot", "asked", "two_party", "asks", "choices"];
pub(super) const LINE: &[&str] = &["who", "text", "body", "tells", "id"];
pub(super) const HAPPENS: &[&str] =
    &["who", "why", "arousal", "trust", "heard", "respect", "safety", "control", "readiness"];
pub(super) const CUE: &[&str] = &["question", "answers"];
pub(super) const ANSWER: &[&str] = &["text", "right"];
pub(super) const CHOICE: &[&str] = &[
    "text", "silence", "deed", "uses", "label", "need", "touches", "knows", "learns", "promises", "keeps", "breaks",
    "when", "to_whom", "note", "door", "to", "id",
];
pub(super) const WAY_TO_SAY: &[&str] = &["when", "say"];
pub(super) const WAY_TO_GO: &[&str] = &["when", "to"];
pub(super) const ENDING: &[&str] = &["outcome", "text"];

/// Each record by the name the authors' guide gives it, with its fields.
pub const RECORDS: &[(&str, &[&str])] = &[
    ("Scenario", SCENARIO),
    ("Twin", TWIN),
    ("part", PART),
    ("Person", PERSON),
    ("starts", STARTS),
    ("Arrival", ARRIVAL),
    ("stance", STANCE),
    ("Node", NODE),
    ("Line", LINE),
    ("happens", HAPPENS),
    ("Cue", CUE),
    ("answer", ANSWER),
    ("Choice", CHOICE),
    ("Door", DOOR),
    ("way to say", WAY_TO_SAY),
    ("way to go", WAY_TO_GO),
    ("Ending", ENDING),
];

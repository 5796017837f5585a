//! The records, field by field, in the order of `resolve`.

use super::{Elsewhere, Field, Holds, Kind, Presence, Record, Role, Vocabulary};
use crate::scenario::limits::{MOST_ITEMS, MOST_NODES, MOST_PEOPLE};

const fn must(name: &'static str, holds: Holds) -> Field {
    Field { name, presence: Presence::Must, holds }
}
const fn may(name: &'static str, holds: Holds) -> Field {
    Field { name, presence: Presence::May, holds }
}

const TEXTS: Holds = Holds::List(&Holds::Text, 0, MOST_ITEMS);
const PLACE: Holds = Holds::Id(Kind::Place, Role::Uses);
const WHO: Holds = Holds::Id(Kind::Person, Role::Uses);
const PROMISE: Holds = Holds::Id(Kind::Promise, Role::Uses);
const FACTS_SET: Holds = Holds::List(&Holds::Id(Kind::Fact, Role::Sets), 0, MOST_ITEMS);
const PROMISES_SET: Holds = Holds::List(&Holds::Id(Kind::Promise, Role::Sets), 0, MOST_ITEMS);
const FACTS_USED: Holds = Holds::List(&Holds::Id(Kind::Fact, Role::Uses), 0, MOST_ITEMS);
/// `(Anger, 2)`
static FEELING: Holds = Holds::Tuple(&[Holds::Word(Vocabulary::Emotion), Holds::Whole(1, 3)]);
const FELT: Holds = Holds::Tuple(&[Holds::Word(Vocabulary::Emotion), Holds::Whole(1, 3)]);
const LEVEL: Holds = Holds::Number(0.0, 100.0);
const SHIFT: Holds = Holds::Number(-100.0, 100.0);
const LINE_ID: Holds = Holds::Named(Elsewhere::Translation);

pub static SCENARIO: Record = Record {
    title: "Scenario",
    name: "Scenario",
    fields: &[
        must("format", Holds::Whole(1, 1)),
        must("title", Holds::Text),
        must("brief", Holds::Text),
        must("goal", Holds::Text),
        may("minutes", Holds::Number(1.0, 120.0)),
        must("place", Holds::Named(Elsewhere::Scene)),
        may("hour", Holds::Named(Elsewhere::Hour)),
        may("skills", TEXTS),
        may("known", TEXTS),
        may("watch_for", TEXTS),
        may("content_note", Holds::Text),
        may("crisis_line", Holds::Text),
        may("sources", Holds::Text),
        may("review", Holds::Text),
        may("discuss", TEXTS),
        may("twin", Holds::Record(&TWIN)),
        must("people", Holds::ById(Kind::Person, Role::Sets, &Holds::Record(&PERSON), MOST_PEOPLE)),
        may("arrives", Holds::ById(Kind::Arrival, Role::Sets, &Holds::Record(&ARRIVAL), MOST_ITEMS)),
        may("two_party", Holds::Flag),
        must("opening", PLACE),
        must("stop", PLACE),
        must("leaves", PLACE),
        must(
            "nodes",
            Holds::ById(
                Kind::Place,
                Role::Sets,
                &Holds::OneOf(&[Holds::Record(&NODE), Holds::Record(&ENDING)]),
                MOST_NODES,
            ),
        ),
    ],
};

pub static TWIN: Record = Record {
    title: "Twin",
    name: "Twin",
    fields: &[
        must("people", Holds::ById(Kind::Person, Role::Uses, &Holds::Record(&PART), MOST_PEOPLE)),
        may("instead", Holds::List(&Holds::Tuple(&[Holds::Text, Holds::Text]), 0, MOST_ITEMS)),
    ],
};

pub static PART: Record = Record {
    title: "part",
    name: "",
    fields: &[must("name", Holds::Text), must("looks", Holds::Named(Elsewhere::Look))],
};

pub static ARRIVAL: Record = Record {
    title: "Arrival",
    name: "Arrival",
    fields: &[
        must("what", Holds::Text),
        may("people", Holds::ById(Kind::Person, Role::Uses, &Holds::Record(&STANCE), MOST_PEOPLE)),
        may("known", FACTS_SET),
        may("promised", PROMISES_SET),
        may("kept", PROMISES_SET),
        may("broken", PROMISES_SET),
    ],
};

pub static STANCE: Record = Record {
    title: "stance",
    name: "",
    fields: &[
        may("arousal", LEVEL),
        may("trust", LEVEL),
        may("heard", LEVEL),
        may("respect", LEVEL),
        may("safety", LEVEL),
        may("control", LEVEL),
        may("readiness", LEVEL),
        may("history", Holds::Number(-3.0, 3.0)),
    ],
};

pub static PERSON: Record = Record {
    title: "Person",
    name: "Person",
    fields: &[
        must("name", Holds::Text),
        must("role", Holds::Text),
        must("looks", Holds::Named(Elsewhere::Look)),
        may("about", Holds::Text),
        may("comes", PLACE),
        must("starts", Holds::Record(&STARTS)),
        may("history", Holds::Number(-3.0, 3.0)),
        may(
            "triggers",
            Holds::List(&Holds::OneOf(&[Holds::Technique, Holds::Id(Kind::SorePoint, Role::Sets)]), 0, MOST_ITEMS),
        ),
        may("baseline", LEVEL),
        may("stress", LEVEL),
        may("reactivity", Holds::Number(0.5, 2.0)),
        may("grudge", Holds::Number(0.5, 2.0)),
        may("intoxication", Holds::Number(0.0, 1.0)),
        may("aggression", Holds::Word(Vocabulary::Aggression)),
        may("free_to_go", Holds::Flag),
    ],
};

pub static STARTS: Record = Record {
    title: "starts",
    name: "",
    fields: &[
        must("arousal", LEVEL),
        must("trust", LEVEL),
        must("respect", LEVEL),
        must("readiness", LEVEL),
        must("need", Holds::Word(Vocabulary::Need)),
        must("feels", FELT),
        may("heard", LEVEL),
        may("safety", LEVEL),
        may("control", LEVEL),
    ],
};

pub static NODE: Record = Record {
    title: "Node",
    name: "Node",
    fields: &[
        must("says", Holds::List(&Holds::Say, 1, MOST_ITEMS)),
        may("closed", Holds::List(&Holds::Record(&LINE), 0, MOST_ITEMS)),
        may("feels", Holds::ById(Kind::Person, Role::Uses, &FEELING, MOST_PEOPLE)),
        may("happens", Holds::List(&Holds::Record(&HAPPENS), 0, MOST_ITEMS)),
        may("hazard", Holds::Flag),
        may("salience", Holds::Number(0.5, 2.0)),
        may("pivot", Holds::Text),
        may("asked", Holds::Flag),
        may("two_party", Holds::Flag),
        may("asks", Holds::Record(&CUE)),
        must("choices", Holds::List(&Holds::Record(&CHOICE), 2, 12)),
    ],
};

pub static LINE: Record = Record {
    title: "Line",
    name: "Line",
    fields: &[
        must("who", WHO),
        must("text", Holds::Text),
        may("body", Holds::Text),
        may("tells", FACTS_SET),
        may("id", LINE_ID),
    ],
};

pub static HAPPENS: Record = Record {
    title: "happens",
    name: "",
    fields: &[
        must("who", WHO),
        must("why", Holds::Text),
        may("arousal", SHIFT),
        may("trust", SHIFT),
        may("heard", SHIFT),
        may("respect", SHIFT),
        may("safety", SHIFT),
        may("control", SHIFT),
        may("readiness", SHIFT),
    ],
};

pub static CUE: Record = Record {
    title: "Cue",
    name: "Cue",
    fields: &[must("question", Holds::Text), must("answers", Holds::List(&Holds::Record(&ANSWER), 2, 5))],
};

pub static ANSWER: Record =
    Record { title: "answer", name: "", fields: &[must("text", Holds::Text), must("right", Holds::Flag)] };

pub static CHOICE: Record = Record {
    title: "Choice",
    name: "Choice",
    fields: &[
        may("text", Holds::Text),
        may("silence", Holds::Flag),
        may("deed", Holds::Text),
        Field { name: "uses", presence: Presence::UnlessSilent, holds: Holds::List(&Holds::Technique, 1, 3) },
        may("label", FELT),
        may("need", Holds::Word(Vocabulary::Need)),
        may(
            "touches",
            Holds::List(&Holds::OneOf(&[Holds::Technique, Holds::Id(Kind::SorePoint, Role::Uses)]), 0, MOST_ITEMS),
        ),
        may("knows", FACTS_USED),
        may("learns", FACTS_SET),
        may("promises", Holds::Id(Kind::Promise, Role::Sets)),
        may("keeps", PROMISE),
        may("breaks", PROMISE),
        may("when", Holds::Condition),
        may("to_whom", WHO),
        may("note", Holds::Text),
        may("door", Holds::Record(&DOOR)),
        must(
            "to",
            Holds::OneOf(&[
                PLACE,
                Holds::Call("FirstThatFits", &[Holds::List(&Holds::Record(&WAY_TO_GO), 1, MOST_ITEMS)]),
            ]),
        ),
        may("id", LINE_ID),
    ],
};

pub static DOOR: Record = Record {
    title: "Door",
    name: "Door",
    fields: &[must("opens", Holds::Text), must("since", Holds::Text), must("shut", Holds::Text)],
};

pub static WAY_TO_SAY: Record =
    Record { title: "way to say", name: "", fields: &[may("when", Holds::Condition), must("say", Holds::Say)] };

pub static WAY_TO_GO: Record =
    Record { title: "way to go", name: "", fields: &[may("when", Holds::Condition), must("to", PLACE)] };

pub static ENDING: Record = Record {
    title: "Ending",
    name: "Ending",
    fields: &[must("outcome", Holds::Word(Vocabulary::Outcome)), must("text", Holds::Text)],
};

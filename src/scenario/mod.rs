//! A scenario: who is there, what they say, what the officer may answer, and where it leads.
//!
//! A [`Scenario`] exists only if everything in it resolves: later code has no error for a missing node.

pub mod arrival;
pub mod condition;
pub mod grammar;
pub mod library;
pub mod limits;
pub mod references;
pub mod map;
pub mod plain;
pub mod plays;
pub mod resolve;
pub mod schema;
pub mod shelf;
pub mod text;
pub mod twin;
pub mod watch;
pub mod written;

pub use arrival::Arrival;
pub use condition::{Bound, Condition};
pub use twin::Twin;

use serde::Serialize;

use crate::model::person::Traits;
use crate::model::{Emotion, Feeling, Need, State, TechniqueIx, TechniqueSet, Variable};

/// The place of a person in [`Scenario::people`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct PersonIx(pub(crate) u8);

/// The place of a node or an ending in [`Scenario::nodes`], in file order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct NodeIx(pub(crate) u32);

/// A fact, promise or sore point, numbered in the order of first mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct NameIx(pub(crate) u32);

impl PersonIx {
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}
impl NodeIx {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}
impl NameIx {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One conversation, resolved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scenario {
    /// The file's stem, in kebab case; unique in a library.
    pub id: String,
    /// blake3 of the resolved scenario without comments, layout and author's notes, as hex.
    #[serde(skip)]
    pub hash: String,
    pub title: String,
    pub brief: String,
    pub goal: String,
    pub minutes: u32,
    /// The id of a place in `assets/places`.
    pub place: String,
    /// The hour of that place; empty for its own.
    pub hour: String,
    pub skills: Vec<String>,
    pub known: Vec<String>,
    pub watch_for: Vec<String>,
    /// What somebody might not want to meet today, told before the conversation; may be empty.
    pub content_note: String,
    /// Whom to call, where the matter is one of life and death; may be empty.
    pub crisis_line: String,
    /// What the scenario rests on and who should look at it before use.
    #[serde(skip)]
    pub sources: String,
    #[serde(skip)]
    pub review: String,
    /// Questions for a class, for the instructor's sheet.
    #[serde(skip)]
    pub discuss: Vec<String>,
    /// The same conversation with other people in it.
    #[serde(skip)]
    pub twin: Option<Twin>,
    pub people: Vec<Cast>,
    /// How things may stand when it begins, where there were visits before; the first is meant when nothing else is said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub arrivals: Vec<Arrival>,
    /// The other side of a dispute is present unless a node says otherwise.
    pub two_party: bool,
    pub opening: NodeIx,
    pub stop: NodeIx,
    pub leaves: NodeIx,
    pub nodes: Vec<Place>,
    pub facts: Vec<String>,
    pub promises: Vec<String>,
    /// Sore points that are no technique; at most 64.
    pub touches: Vec<String>,
}

/// A person as the scenario introduces them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cast {
    pub id: String,
    pub name: String,
    pub role: String,
    /// The id of a person in `assets/people`.
    pub looks: String,
    /// One public sentence, for the briefing.
    pub about: String,
    /// The node with which they come in; there from the start without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comes: Option<NodeIx>,
    pub starts: State,
    pub need: Need,
    pub feels: Feeling,
    pub traits: Traits,
    /// The sore points as written, for the debrief and the replay document.
    pub triggers: Vec<String>,
}

/// A node of the conversation, or one of its endings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Place {
    pub id: String,
    pub kind: PlaceKind,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum PlaceKind {
    Node(Node),
    Ending(Ending),
}

/// Something that exists on a night because of what came before it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Door {
    /// What it is, from outside: "She stops the music and puts the lights up".
    pub opens: String,
    /// What opened it, after "since": "the name came by noon".
    pub since: String,
    /// What is told where it stayed shut.
    pub shut: String,
}

/// Where somebody speaks and the officer answers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Node {
    pub says: Vec<Say>,
    /// Said instead by a person who has shut down; empty where the author gives none.
    pub closed: Vec<Line>,
    /// What a person feels from here on.
    pub feels: Vec<(PersonIx, Emotion, u8)>,
    pub happens: Vec<Happening>,
    pub hazard: bool,
    pub salience: f64,
    /// Why it turns here, for the instructor's sheet; mostly empty.
    #[serde(skip)]
    pub pivot: String,
    /// Overrides whether the last line said was a question.
    pub asked: Option<bool>,
    pub two_party: bool,
    pub cue: Option<Cue>,
    /// In file order; two to five of them are open at any time.
    pub choices: Vec<Choice>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Say {
    Line(Line),
    /// One of them, by the session's seed.
    AnyOf(Vec<Line>),
    FirstThatFits(Vec<(Option<Condition>, Say)>),
}

impl Say {
    /// Everything that might be said here, in file order.
    pub fn lines(&self) -> Vec<&Line> {
        match self {
            Self::Line(line) => vec![line],
            Self::AnyOf(lines) => lines.iter().collect(),
            Self::FirstThatFits(ways) => ways.iter().flat_map(|(_, say)| say.lines()).collect(),
        }
    }
}

/// One spoken line with what the body does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    pub who: PersonIx,
    pub text: String,
    pub body: String,
    /// Facts known once this has been said.
    pub tells: Vec<NameIx>,
}

/// Something that happens to a person on entering a node, and that nobody said.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Happening {
    pub who: PersonIx,
    pub shifts: Vec<(Variable, f64)>,
    pub why: String,
}

/// "What changed just now?"
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cue {
    pub question: String,
    /// Two or more, each with whether it is right.
    pub answers: Vec<(String, bool)>,
}

/// A line the officer may say, or a silence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choice {
    /// Empty for a silence.
    pub text: String,
    pub silence: bool,
    /// What is done rather than said; shown in italics.
    pub deed: String,
    /// Runs of non-space that hold a letter or a digit; 0 for a silence.
    pub words: u32,
    /// One to three, the main one first.
    #[serde(skip)]
    pub techniques: Vec<TechniqueIx>,
    /// The same, by id: what the hash covers.
    pub uses: Vec<String>,
    pub label: Option<Feeling>,
    pub need: Option<Need>,
    /// Sore points touched that are no technique, as bits over [`Scenario::touches`].
    pub touches: u64,
    #[serde(skip)]
    pub touched_techniques: TechniqueSet,
    /// Everything touched, as written: what the hash covers.
    pub touched: Vec<String>,
    /// Facts this line uses; it is open only once they are known.
    pub knows: Vec<NameIx>,
    pub learns: Vec<NameIx>,
    pub promises: Option<NameIx>,
    pub keeps: Option<NameIx>,
    pub breaks: Option<NameIx>,
    pub when: Option<Condition>,
    /// By default whoever spoke last.
    pub to_whom: Option<PersonIx>,
    /// The author's word on the line, for the debrief; empty where there is none.
    #[serde(skip)]
    pub note: String,
    /// What a relationship opens: shown beside the line, and in the debrief of a case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub door: Option<Door>,
    pub to: Route,
}

impl Route {
    /// Everywhere it may lead.
    pub fn targets(&self) -> Vec<NodeIx> {
        match self {
            Self::To(node) => vec![*node],
            Self::FirstThatFits(ways) => ways.iter().map(|(_, node)| *node).collect(),
        }
    }
}

impl Choice {
    /// Whether it is open only to some.
    pub fn is_gated(&self) -> bool {
        self.when.is_some() || !self.knows.is_empty()
    }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Route {
    To(NodeIx),
    /// The last one has no condition.
    FirstThatFits(Vec<(Option<Condition>, NodeIx)>),
}

/// How a conversation ends.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ending {
    pub outcome: Outcome,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Good,
    Mixed,
    Poor,
    Left,
    Stopped,
}

impl Scenario {
    pub fn place_at(&self, at: NodeIx) -> &Place {
        &self.nodes[at.index()]
    }
    /// Nodes and endings by number, in file order.
    pub fn places(&self) -> impl Iterator<Item = (NodeIx, &Place)> {
        self.nodes.iter().enumerate().map(|(i, place)| (NodeIx(i as u32), place))
    }
    /// The nodes alone, in file order.
    pub fn talks(&self) -> impl Iterator<Item = (NodeIx, &Node)> {
        self.places().filter_map(|(at, place)| match &place.kind {
            PlaceKind::Node(node) => Some((at, node)),
            PlaceKind::Ending(_) => None,
        })
    }
    /// The node at `at`, or `None` for an ending.
    pub fn node(&self, at: NodeIx) -> Option<&Node> {
        match &self.place_at(at).kind {
            PlaceKind::Node(node) => Some(node),
            PlaceKind::Ending(_) => None,
        }
    }
    pub fn cast(&self, person: PersonIx) -> &Cast {
        &self.people[person.index()]
    }
}

//! The context rules as data: when a clause holds, which techniques it touches, what it changes.

use serde::Deserialize;

use super::dimension::Dimension;
use super::emotion::Emotion;
use super::person::Stage;

/// The place of a rule in the data file, 0 to 31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RuleIx(pub(super) u8);

/// Rules that fired, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct RuleSet(pub(super) u32);

impl RuleSet {
    pub fn insert(&mut self, rule: RuleIx) {
        self.0 |= 1 << rule.0;
    }
    pub fn contains(self, rule: RuleIx) -> bool {
        self.0 & (1 << rule.0) != 0
    }
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// In the order of the data file.
    pub fn iter(self) -> impl Iterator<Item = RuleIx> {
        (0..32).map(RuleIx).filter(move |r| self.contains(*r))
    }
}

/// A rule: its words for a reader, and the clauses the program runs.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: String,
    pub title: String,
    pub when: String,
    pub acts: String,
    pub evidence: String,
    pub person: String,
    /// One sentence for the trainee, about the line.
    pub why: String,
    pub source: String,
    pub status: String,
    pub clauses: Vec<Clause<String>>,
}

/// When all tests hold and some technique of the line is touched, the evidence and the person change.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause<T> {
    #[serde(default = "Vec::new")]
    pub when: Vec<Test<T>>,
    pub on: Target<T>,
    #[serde(default = "Vec::new")]
    pub evidence: Vec<Edit>,
    #[serde(default)]
    pub change: ChangeData,
    /// The change counts once for each technique touched.
    #[serde(default)]
    pub per_technique: bool,
    /// With one of these in the line, everything the clause does is halved.
    #[serde(default = "Vec::new")]
    pub halved_by: Vec<T>,
    /// Changes the person without counting as a rule that fired.
    #[serde(default)]
    pub silent: bool,
}

/// What a clause asks, of the person before the turn and of the line.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum Test<T> {
    ArousalAtLeast(f64),
    ArousalBelow(f64),
    TrustBelow(f64),
    HeardAtLeast(f64),
    HeardBelow(f64),
    IntoxicationAtLeast(f64),
    HistoryAtMost(f64),
    /// The earlier harm has not been named yet.
    HistoryOpen,
    StageAtLeast(Stage),
    StageBelow(Stage),
    Feels(Emotion),
    Hazard,
    NoHazard,
    Proactive,
    TwoParty,
    Asked,
    WordsOver(u32),
    Has(Vec<T>),
    HasNone(Vec<T>),
    OnlyFrom(Vec<T>),
    LabelWrong,
    LabelOvershoots(u8),
    SorePoint,
    NeedMet,
    NeedSkipped,
    /// Fewer turns than this with this person so far.
    TurnBelow(u32),
    QuestionRunAtLeast(u32),
    /// The latest harm is at most this many turns old and not yet repaired.
    RuptureWithin(u32),
    AnyOf(Vec<Test<T>>),
}

/// Which techniques of the line a clause touches. A clause that touches none does nothing, `Nothing` aside.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum Target<T> {
    All,
    First,
    Each(Vec<T>),
    /// The first named here that the line holds.
    FirstOf(Vec<T>),
    /// Techniques that are sore points; a touch that is no technique of the line falls on the first.
    SorePoints,
    /// Helpful techniques used in both of the last two turns.
    Repeated,
    /// Only the person changes.
    Nothing,
}

/// A change to the evidence of one technique.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub enum Edit {
    Set(Dimension, f64),
    Add(Dimension, f64),
    /// Shared equally by the line's techniques.
    Share(Dimension, f64),
    ScalePositive(Dimension, f64),
    Floor(Dimension, f64),
    Cap(Dimension, f64),
    /// All four.
    Scale(f64),
}

/// What a clause does to the person.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ChangeData {
    pub arousal: f64,
    pub trust: f64,
    pub control: f64,
    pub readiness: f64,
    pub safety: f64,
    /// Times the gain in trust.
    pub trust_factor: f64,
    /// Times the fall in arousal.
    pub soothing: f64,
    /// Times the rise in arousal.
    pub arousal_gain: f64,
    pub debt: bool,
    pub repair: bool,
}

impl Default for ChangeData {
    fn default() -> Self {
        Self {
            arousal: 0.0,
            trust: 0.0,
            control: 0.0,
            readiness: 0.0,
            safety: 0.0,
            trust_factor: 1.0,
            soothing: 1.0,
            arousal_gain: 1.0,
            debt: false,
            repair: false,
        }
    }
}

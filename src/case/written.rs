//! What stands in a case's file, as `ron` and serde read it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::days::{Event, Moves, Way};
use super::{Cold, Keepable, Known, Last};
use crate::model::Variable;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Case")]
pub(super) struct CaseFile {
    pub format: u32,
    pub title: String,
    pub brief: String,
    /// The first day: `2026-10-15`.
    pub begins: String,
    pub people: Vec<KnownFile>,
    pub words: BTreeMap<String, String>,
    pub visits: Vec<VisitFile>,
    pub afterwards: BTreeMap<String, String>,
    pub cold: ColdFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Known")]
pub(super) struct KnownFile {
    id: String,
    name: String,
    role: String,
    before: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Visit")]
pub(super) struct VisitFile {
    pub scenario: String,
    pub name: String,
    pub day: u32,
    #[serde(default)]
    pub arousal: Option<f64>,
    #[serde(default)]
    pub half_days: usize,
    #[serde(default)]
    pub ways: Vec<WayFile>,
    #[serde(default)]
    pub events: Vec<EventFile>,
    #[serde(default)]
    pub last: Vec<LastFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Way")]
pub(super) struct WayFile {
    id: String,
    text: String,
    why: String,
    after: u32,
    #[serde(default)]
    about: Option<String>,
    #[serde(default)]
    keeps: bool,
    #[serde(default)]
    makes_good: Option<String>,
    #[serde(default)]
    calls_on: Vec<String>,
    #[serde(default)]
    learns: Vec<String>,
    #[serde(default)]
    moves: BTreeMap<String, ShiftFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Event")]
pub(super) struct EventFile {
    text: String,
    #[serde(default)]
    moves: BTreeMap<String, ShiftFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Last")]
pub(super) struct LastFile {
    who: String,
    #[serde(default)]
    endings: Vec<String>,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Cold")]
pub(super) struct ColdFile {
    arrives: String,
    seed: u64,
    choices: Vec<usize>,
    #[serde(default)]
    cues: Vec<usize>,
    afterwards: String,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ShiftFile {
    arousal: f64,
    trust: f64,
    heard: f64,
    respect: f64,
    safety: f64,
    control: f64,
    readiness: f64,
}

impl KnownFile {
    pub fn known(self) -> Known {
        Known { id: self.id, name: self.name, role: self.role, before: self.before }
    }
}

impl WayFile {
    pub fn way(self) -> Way {
        Way {
            id: self.id,
            text: self.text,
            why: self.why,
            after: self.after,
            about: self.about,
            keeps: self.keeps,
            makes_good: self.makes_good,
            calls_on: self.calls_on,
            learns: self.learns,
            moves: moves(self.moves),
        }
    }
}

impl EventFile {
    pub fn event(self) -> Event {
        Event { text: self.text, moves: moves(self.moves) }
    }
}

impl LastFile {
    pub fn last(self) -> Last {
        Last { who: self.who, endings: self.endings, text: self.text }
    }
}

impl ColdFile {
    pub fn cold(self) -> Cold {
        let Self { arrives, seed, choices, cues, afterwards } = self;
        Cold { arrives, seed, choices, cues, afterwards }
    }
}

pub(super) fn keepable(words: BTreeMap<String, String>) -> Vec<Keepable> {
    words.into_iter().map(|(id, text)| Keepable { id, text }).collect()
}

fn moves(of: BTreeMap<String, ShiftFile>) -> Vec<Moves> {
    of.into_iter().map(|(who, shift)| Moves { who, by: shift.by() }).collect()
}

impl ShiftFile {
    fn by(self) -> Vec<(Variable, f64)> {
        let all = [
            (Variable::Arousal, self.arousal),
            (Variable::Trust, self.trust),
            (Variable::Heard, self.heard),
            (Variable::Respect, self.respect),
            (Variable::Safety, self.safety),
            (Variable::Control, self.control),
            (Variable::Readiness, self.readiness),
        ];
        all.into_iter().filter(|(_, by)| *by != 0.0).collect()
    }
}

//! What was concluded from a finished attempt: kept beside it, and never more than a replay would give again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::debrief::{Debrief, debrief};
use crate::model::Dimension;
use crate::model::turn::severity;
use crate::rating::Rating;
use crate::rating::harm::hurts;
use crate::session::{Session, Turn};

/// What of a finished conversation is looked at again later.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Conclusion {
    /// In the order of [`Dimension::ALL`]; none where nothing was at stake.
    pub ratings: [Option<Rating>; 4],
    /// How often each technique was used, by its id.
    pub techniques: BTreeMap<String, usize>,
    /// Per dimension, whether a harm of severity 2 or more was done and not repaired.
    pub harm: [bool; 4],
    /// Lines that held the line too hard, and too soft.
    pub rigid: usize,
    pub diffuse: usize,
    /// 0 to 1; none without both friendly and hostile turns.
    pub unconditionality: Option<f64>,
    pub longest_question_run: usize,
    /// Voice, neutrality, dignity, trustworthy motives: shown or not.
    pub justice: [bool; 4],
    pub unjust: usize,
}

/// Harm from this severity on is remembered (scoring basis, 6.4).
const REMEMBERED: u8 = 2;

impl Conclusion {
    pub fn of(session: &Session) -> Self {
        Self::told(session, &debrief(session))
    }

    fn told(session: &Session, told: &Debrief) -> Self {
        let counts = &told.counts;
        Self {
            ratings: std::array::from_fn(|i| told.ratings[i].rating),
            techniques: techniques(session),
            harm: Dimension::ALL.map(|d| harmed(session, d)),
            rigid: counts.rigid,
            diffuse: counts.diffuse,
            unconditionality: counts.unconditionality,
            longest_question_run: counts.longest_question_run,
            justice: counts.justice,
            unjust: counts.unjust,
        }
    }
}

fn techniques(session: &Session) -> BTreeMap<String, usize> {
    let mut used = BTreeMap::new();
    for turn in &session.transcript().turns {
        for technique in techniques_of(session, turn) {
            *used.entry(session.model().techniques.get(*technique).id.clone()).or_default() += 1;
        }
    }
    used
}

fn techniques_of<'s>(session: &'s Session, turn: &Turn) -> &'s [crate::model::TechniqueIx] {
    let choice = session.scenario().node(turn.node).and_then(|n| n.choices.get(turn.chosen().choice));
    choice.map_or(&[], |c| &c.techniques)
}

fn harmed(session: &Session, dimension: Dimension) -> bool {
    let turns = &session.transcript().turns;
    let model = session.model();
    turns.iter().enumerate().any(|(i, turn)| {
        let repaired = turns.iter().any(|later| later.repaired == Some(i));
        let harms = techniques_of(session, turn).iter();
        !repaired
            && harms.clone().any(|t| severity(model, *t, turn.hazard) >= REMEMBERED && hurts(model, *t, dimension))
    })
}

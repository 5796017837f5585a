//! Somebody's first weeks, made up for the pictures: simulated trainees play, on days of an invented autumn.

use std::sync::Arc;

use crate::explore::play::MOST_TURNS;
use crate::explore::trainee::{TRAINEES, Trainee};
use crate::model::Model;
use crate::records::{Beginning, Keeper, Opened, Records, Stamp};
use crate::scenario::Scenario;
use crate::session::{Command, Mode, Phase, Session, Start};

/// Wednesday, 4 November 2026, ten in the morning.
pub(super) const NOW: Stamp = Stamp { ms: 1_793_782_800_000, zone: 60 };

/// Days before [`NOW`], who plays, and which conversation, by place; one of a place beyond those that ship is the same
/// conversation under another name.
const PLAYS: [(i64, &str, usize); 9] = [
    (61, "first", 0),
    (54, "nicest", 1),
    (50, "nicest", 0),
    (41, "textbook", 2),
    (33, "nicest", 3),
    (26, "listener", 4),
    (19, "expert", 5),
    (12, "expert", 1),
    (5, "expert", 6),
];

/// Records of that autumn, kept in memory.
pub(super) fn records(scenarios: &[Arc<Scenario>]) -> Opened {
    let mut records = Records::in_memory();
    for name in ["Sam", "Elena"] {
        let _ = records.add_trainee(name, NOW.days_on(if name == "Sam" { -9 } else { 0 }));
    }
    let elena = records.trainees().ok().and_then(|all| all.into_iter().find(|t| t.name == "Elena"));
    for (days, name, place) in PLAYS {
        let trainee = TRAINEES.iter().find(|t| t.name == name);
        if let (Some(elena), Some(trainee), Some(scenario)) = (&elena, trainee, scenario(scenarios, place)) {
            keep(&mut records, elena.ix, trainee, scenario, NOW.days_on(-days));
        }
    }
    if let (Some(elena), Some(scenario)) = (&elena, scenario(scenarios, 0)) {
        leave_open(&mut records, elena.ix, scenario);
    }
    Opened { records, told: None }
}

/// One conversation, yesterday, in memory.
pub(super) fn yesterday(scenarios: &[Arc<Scenario>]) -> Opened {
    let mut records = Records::in_memory();
    let then = NOW.days_on(-1);
    let (player, scenario) = (TRAINEES.iter().find(|t| t.name == "first"), scenario(scenarios, 0));
    if let (Ok(somebody), Some(player), Some(scenario)) = (records.add_trainee("", then), player, scenario) {
        keep(&mut records, somebody.ix, player, scenario, then);
    }
    Opened { records, told: None }
}

/// Twelve people, each once through the first conversation, in memory.
pub(super) fn class(scenarios: &[Arc<Scenario>]) -> Opened {
    let mut records = Records::in_memory();
    let players = TRAINEES.iter().cycle().take(12);
    for (n, (player, scenario)) in players.zip(scenarios.iter().take(1).cycle()).enumerate() {
        let at = Stamp { ms: NOW.ms - (n as i64 + 1) * 60_000, ..NOW };
        if let Ok(somebody) = records.add_trainee(&format!("Trainee {}", n + 1), at) {
            keep(&mut records, somebody.ix, player, Arc::clone(scenario), at);
        }
    }
    Opened { records, told: None }
}

fn scenario(scenarios: &[Arc<Scenario>], place: usize) -> Option<Arc<Scenario>> {
    let known = scenarios.get(place % scenarios.len().max(1))?;
    if place < scenarios.len() {
        return Some(Arc::clone(known));
    }
    let mut other = (**known).clone();
    other.id = format!("{}-{place}", other.id);
    Some(Arc::new(other))
}

fn keep(records: &mut Records, trainee: i64, who: &Trainee, scenario: Arc<Scenario>, at: Stamp) {
    let start = Arc::new(Start::written(&scenario));
    let session = crate::explore::play::play(&scenario, Model::shipped(), who, at.ms.unsigned_abs(), start);
    let mut again = Session::begin(scenario, Model::shipped(), session.seed(), Mode::Practice);
    for turn in &session.transcript().turns {
        if again.phase() == Phase::Cue {
            let _ = again.apply(turn.cue_answer.map_or(Command::PassCue, Command::Answer));
        }
        let _ = again.apply(Command::Say(turn.chosen().choice));
    }
    debug_assert!(again.transcript().turns.len() <= MOST_TURNS);
    let mut keeper = Keeper::new(Beginning { trainee, form: None, at });
    let _ = records.keep(&mut keeper, &again, at);
}

/// Three turns, and then something came up.
fn leave_open(records: &mut Records, trainee: i64, scenario: Arc<Scenario>) {
    let mut session = Session::begin(scenario, Model::shipped(), 11, Mode::Practice);
    for _ in 0..3 {
        if session.phase() == Phase::Cue {
            let _ = session.apply(Command::PassCue);
        }
        let Some(choice) = session.open_turn().offered.first().map(|o| o.choice) else { break };
        let _ = session.apply(Command::Say(choice));
    }
    let yesterday = NOW.days_on(-1);
    let _ = records.keep(&mut Keeper::new(Beginning { trainee, form: None, at: yesterday }), &session, yesterday);
}

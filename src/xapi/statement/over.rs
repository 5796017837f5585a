//! How an attempt was over: completed, passed or failed, terminated.

use serde_json::{Value, json};

use super::{Pen, Statement, Told, by_dimension};
use crate::records::Stamp;
use crate::session::{Mode, Session, replay};
use crate::xapi::iri::Verb;

/// Why it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// The conversation came to its ending.
    Ended,
    /// The trainee left it.
    Left,
}

/// Everything there is to say once it came to its ending.
pub(super) fn ended(pen: &Pen, session: &Session, at: Stamp) -> Vec<Statement> {
    let finals = replay::ratings(session).map(|rating| rating.map(|r| r.final_score));
    let mut all = vec![completed(pen, session, finals, at)];
    if pen.named.mode == Mode::Assessment {
        all.extend(judged(pen, finals, at));
    }
    all.push(terminated(pen, at, Reason::Ended));
    all
}

fn completed(pen: &Pen, session: &Session, finals: [Option<f64>; 4], at: Stamp) -> Statement {
    let mut extensions = pen.extensions([
        ("turns", json!(session.transcript().turns.len())),
        ("ratings", by_dimension(finals.map(|f| f.map(|f| json!(f))))),
    ]);
    if let Some((ending, place)) = session.ending() {
        let id = &session.scenario().place_at(place).id;
        extensions.extend(pen.extensions([("ending", json!(id)), ("outcome", json!(ending.outcome))]));
    }
    let mut told = Told::about(Verb::Completed, at, pen.scenario());
    told.result = Some(json!({ "completion": true, "duration": duration(pen, at), "extensions": extensions }));
    pen.write(Verb::Completed.word(), &told)
}

/// Passed or failed; neither where nothing was at stake in the whole conversation.
fn judged(pen: &Pen, finals: [Option<f64>; 4], at: Stamp) -> Option<Statement> {
    let raw = points(finals)?;
    let scaled = raw / 100.0;
    let success = scaled >= pen.setup.mastery;
    let verb = if success { Verb::Passed } else { Verb::Failed };
    let mut told = Told::about(verb, at, pen.scenario());
    told.mastery = Some(pen.setup.mastery);
    told.result = Some(json!({
        "score": { "scaled": scaled, "raw": raw, "min": 0, "max": 100 },
        "success": success,
        "duration": duration(pen, at),
        "extensions": pen.extensions([("ratings", by_dimension(finals.map(|f| f.map(|f| json!(f)))))]),
    }));
    // one name for both: an attempt has one verdict
    Some(pen.write("verdict", &told))
}

/// The mean of the ratings there are, 0 to 100, in hundredths; our choice of one number, which the debrief does not show.
fn points(finals: [Option<f64>; 4]) -> Option<f64> {
    let rated: Vec<f64> = finals.into_iter().flatten().collect();
    let mean = rated.iter().sum::<f64>() / rated.len() as f64;
    (!rated.is_empty()).then(|| ((mean * 100.0).round() / 100.0).clamp(0.0, 100.0))
}

pub(super) fn terminated(pen: &Pen, at: Stamp, reason: Reason) -> Statement {
    let word = match reason {
        Reason::Ended => "ended",
        Reason::Left => "left",
    };
    let mut told = Told::about(Verb::Terminated, at, pen.scenario());
    let extensions = pen.extensions([("reason", json!(word))]);
    told.result = Some(json!({ "duration": duration(pen, at), "extensions": extensions }));
    pen.write(Verb::Terminated.word(), &told)
}

/// From the beginning, as ISO 8601 has it, in hundredths of a second.
fn duration(pen: &Pen, at: Stamp) -> Value {
    let hundredths = at.ms.saturating_sub(pen.named.began.ms).max(0) / 10;
    json!(format!("PT{}.{:02}S", hundredths / 100, hundredths % 100))
}

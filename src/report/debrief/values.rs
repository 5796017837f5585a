//! A debrief as the values that its template asks for.

use super::{Imprint, SEAL, chart, ended, kind, mode, scale};
use crate::debrief::{
    CHANCE, CueTold, Debrief, HONESTY, Rated, Said, Standing, TurnTold, TurningPoint, half_step_word,
};
use crate::model::Dimension;
use crate::report::paper::{shape, staff};
use crate::report::template::shown;
use crate::report::text::mark;
use crate::scenario::plain::first_name;

/// Everything the page shows, in words and drawings.
#[derive(Clone, Debug)]
pub struct View {
    title: String,
    line: String,
    lead: String,
    goal: String,
    person: String,
    ratings: Vec<RatingRow>,
    has_own: bool,
    chance: &'static str,
    side: Vec<[String; 2]>,
    chart: String,
    course: String,
    states: Vec<StateRow>,
    points: Vec<PointTold>,
    counts: Vec<String>,
    sentence: String,
    turns: Vec<TurnRow>,
    honesty: &'static str,
    identity: String,
    seal: String,
    seal_means: &'static str,
}

#[derive(Clone, Debug)]
struct RatingRow {
    shape: String,
    name: &'static str,
    word: &'static str,
    scale: String,
    own: &'static str,
}

#[derive(Clone, Debug)]
struct StateRow {
    turn: String,
    arousal: f64,
    trust: f64,
}

#[derive(Clone, Debug)]
struct PointTold {
    kind: &'static str,
    number: usize,
    said: Vec<Vec<String>>,
    line: String,
    why: String,
    other: String,
    answer: Vec<Vec<String>>,
}

#[derive(Clone, Debug)]
struct TurnRow {
    number: usize,
    happened: Vec<String>,
    said: Vec<Vec<String>>,
    cue: String,
    line: String,
    staff: String,
    techniques: String,
    effect: String,
    note: String,
    /// Why, and the rule's number with its source.
    rules: Vec<[String; 2]>,
    stands_out: &'static str,
}

shown! {
    View {
        title, line, lead, goal, person, ratings, has_own, chance, side, chart, course, states, points, counts, sentence,
        turns, honesty, identity, seal, seal_means
    }
    RatingRow { shape, name, word, scale, own }
    StateRow { turn, arousal, trust }
    PointTold { kind, number, said, line, why, other, answer }
    TurnRow { number, happened, said, cue, line, staff, techniques, effect, note, rules, stands_out }
}

pub fn view(debrief: &Debrief, imprint: &Imprint) -> View {
    let rows = debrief.ratings.iter().zip(imprint.own).map(|(rated, own)| rating(rated, own));
    let several = debrief.turns.iter().flat_map(|t| &t.said).any(|s| s.who != debrief.person);
    View {
        title: debrief.title.clone(),
        line: line(debrief, imprint),
        lead: ended(debrief).to_owned(),
        goal: debrief.goal.clone(),
        person: first_name(&debrief.person).to_owned(),
        ratings: rows.collect(),
        has_own: imprint.own.iter().any(Option::is_some),
        chance: CHANCE,
        side: debrief.their_side.iter().map(|s| [s.word.to_owned(), s.text.to_owned()]).collect(),
        chart: chart::chart(debrief),
        course: chart::words(debrief),
        states: debrief.course.iter().enumerate().map(|(i, s)| state(i, s.arousal, s.trust)).collect(),
        points: debrief.points.iter().filter_map(|p| point(debrief, p, several)).collect(),
        counts: debrief.counts.sentences(),
        sentence: imprint.sentence.clone(),
        turns: debrief.turns.iter().enumerate().map(|(i, t)| turn(debrief, i, t, several)).collect(),
        honesty: HONESTY,
        identity: imprint.identity(debrief),
        seal: imprint.sealed().unwrap_or_default(),
        seal_means: SEAL,
    }
}

/// Mode, day and name, as far as they are known.
pub(super) fn line(debrief: &Debrief, imprint: &Imprint) -> String {
    let when = imprint.when.map(|when| when.date_in_words()).unwrap_or_default();
    let parts = [imprint.name.clone(), mode(debrief.mode).to_owned(), when];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn rating(rated: &Rated, own: Option<u8>) -> RatingRow {
    RatingRow {
        shape: shape(rated.dimension),
        name: rated.dimension.name(),
        word: match rated.standing {
            Standing::NotEnoughChances => "not enough chances to rate",
            Standing::At { word, .. } => word,
        },
        scale: scale::scale(rated, own),
        own: own.map_or("", |own| half_step_word(f64::from(own))),
    }
}

fn state(i: usize, arousal: f64, trust: f64) -> StateRow {
    let turn = if i == 0 { "start".to_owned() } else { i.to_string() };
    StateRow { turn, arousal: arousal.round(), trust: trust.round() }
}

/// Who (where several are there), what the body does, and the words.
fn said(said: &[Said], several: bool) -> Vec<Vec<String>> {
    let who = |s: &Said| if several { first_name(&s.who).to_owned() } else { String::new() };
    said.iter().map(|s| vec![who(s), s.body.clone(), s.text.clone()]).collect()
}

fn point(debrief: &Debrief, point: &TurningPoint, several: bool) -> Option<PointTold> {
    let turn = debrief.turns.get(point.turn)?;
    let other = point.alternative.as_ref();
    Some(PointTold {
        kind: kind(point.kind),
        number: turn.number,
        said: said(&turn.said, several),
        line: turn.your_line.clone(),
        why: point.why.clone(),
        other: other.map(|o| o.your_line.clone()).unwrap_or_default(),
        answer: other.map(|o| said(&o.answer, several)).unwrap_or_default(),
    })
}

fn turn(debrief: &Debrief, i: usize, turn: &TurnTold, several: bool) -> TurnRow {
    let shows = Dimension::ALL.map(|d| format!("{} {}", d.name(), in_words(turn.evidence[d])));
    let stands_out = debrief.points.iter().find(|p| p.turn == i).map_or("", |p| kind(p.kind));
    TurnRow {
        number: turn.number,
        happened: turn.happened.clone(),
        said: said(&turn.said, several),
        cue: turn.cue.as_ref().map(cue).unwrap_or_default(),
        line: turn.your_line.clone(),
        staff: staff(turn.evidence, &format!("{}.", shows.join(", "))),
        techniques: techniques(turn),
        effect: turn.effect.clone(),
        note: turn.note.clone(),
        rules: turn.rules.iter().map(|r| [r.why.clone(), format!("{}, {}", r.id, r.source)]).collect(),
        stands_out,
    }
}

pub(super) fn techniques(turn: &TurnTold) -> String {
    turn.techniques.iter().map(|t| t.name.to_lowercase()).collect::<Vec<_>>().join(", ")
}

fn cue(cue: &CueTold) -> String {
    let verdict = if cue.right { "" } else { " (not this time)" };
    format!("{} You said: {}{verdict}", cue.question, cue.answer)
}

fn in_words(evidence: f64) -> &'static str {
    match mark(evidence) {
        "++" => "helped much",
        "+" => "helped",
        "--" => "hurt much",
        "-" => "hurt",
        _ => "as before",
    }
}

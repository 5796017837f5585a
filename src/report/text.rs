//! The debrief as text.

use super::page::Page;
use crate::debrief::{CHANCE, Debrief, HONESTY, Kind, Rated, Said, Standing, TurnTold, half_step_word};
use crate::model::Dimension;

/// The four shapes as letters, in the order E, L, B, U.
const SHAPES: [char; 4] = ['o', 'u', '#', '^'];
/// Columns of a rating's scale.
const SCALE: usize = 61;

/// Writes the whole debrief. `own` is the trainee's own account, 1 to 5 per dimension.
pub fn debrief(page: &mut Page, debrief: &Debrief, own: [Option<u8>; 4]) {
    page.blank();
    page.title(&debrief.title);
    for (rated, own) in debrief.ratings.iter().zip(own) {
        rating(page, rated, own);
    }
    page.blank();
    page.indented("v you said   [ ] where it may lie   o u # ^ what we saw   : picking at random", 2);
    page.indented(CHANCE, 2);
    page.blank();
    their_side(page, debrief);
    course(page, debrief);
    points(page, debrief);
    page.title("Turn by turn");
    debrief.turns.iter().for_each(|t| turn(page, t));
    page.title("Counts");
    for sentence in debrief.counts.sentences() {
        page.indented(&sentence, 2);
    }
    page.blank();
    page.say(HONESTY);
    page.say(&format!("Seed {}.", debrief.seed));
}

fn rating(page: &mut Page, rated: &Rated, own: Option<u8>) {
    let shape = SHAPES[rated.dimension as usize];
    let word = match &rated.standing {
        Standing::NotEnoughChances => "not enough chances to rate",
        Standing::At { word, .. } => word,
    };
    page.line(&format!("  {shape} {:<34}{word:>40}", rated.dimension.name()));
    if let Standing::At { value, low, high, .. } = rated.standing {
        page.line(&format!("    {}", scale(shape, value, low, high, own)));
    }
    if let Some(own) = own {
        page.line(&format!("    you said: {}", half_step_word(f64::from(own))));
    }
}

fn scale(shape: char, value: f64, low: f64, high: f64, own: Option<u8>) -> String {
    let at = |v: f64| (((v - 1.0) / 4.0).clamp(0.0, 1.0) * (SCALE - 1) as f64).round() as usize;
    let mut line = vec!['-'; SCALE];
    for tick in 0..5 {
        line[tick * (SCALE - 1) / 4] = '|';
    }
    line[at(1.0 + 35.0 / 25.0)] = ':';
    line[at(low)..=at(high)].iter_mut().for_each(|c| *c = '=');
    (line[at(low)], line[at(high)]) = ('[', ']');
    line[at(value)] = shape;
    if let Some(own) = own {
        line[at(f64::from(own))] = 'v';
    }
    line.into_iter().collect()
}

fn their_side(page: &mut Page, debrief: &Debrief) {
    page.title(&format!("{}'s side", debrief.person));
    for statement in &debrief.their_side {
        page.indented(&format!("{}: {}", statement.text, statement.word), 2);
    }
    page.blank();
}

fn course(page: &mut Page, debrief: &Debrief) {
    page.line(&format!("  {:<12}{}", "turn", row(1..debrief.course.len())));
    let states = || debrief.course.iter().skip(1);
    page.line(&format!("  {:<12}{}", "stirred up", row(states().map(|s| s.arousal.round() as usize))));
    page.line(&format!("  {:<12}{}", "trust", row(states().map(|s| s.trust.round() as usize))));
    if let Some(start) = debrief.course.first() {
        page.line(&format!("  start: stirred up {:.0}, trust {:.0}", start.arousal, start.trust));
    }
    page.blank();
}

fn row(values: impl Iterator<Item = usize>) -> String {
    values.map(|v| format!("{v:>4}")).collect()
}

fn points(page: &mut Page, debrief: &Debrief) {
    page.title("Turns that made a difference");
    for point in &debrief.points {
        let Some(turn) = debrief.turns.get(point.turn) else { continue };
        let kind = match point.kind {
            Kind::Best => "It helped most",
            Kind::Costliest => "It cost most",
            Kind::Missed => "A chance not taken",
        };
        page.indented(&format!("{kind}, turn {}: {}", turn.number, turn.your_line), 2);
        page.indented(&point.why, 4);
        if let Some(other) = &point.alternative {
            page.indented(&format!("Open to you: {}", other.your_line), 4);
            other.answer.iter().for_each(|s| said(page, s, 6));
        }
        page.blank();
    }
}

fn said(page: &mut Page, said: &Said, indent: usize) {
    let body = if said.body.is_empty() { String::new() } else { format!("*{}* ", said.body) };
    let words = if said.text.is_empty() { String::new() } else { format!("“{}”", said.text) };
    page.indented(&format!("{body}{words}"), indent);
}

fn turn(page: &mut Page, turn: &TurnTold) {
    page.line(&format!("  {}", turn.number));
    turn.happened.iter().for_each(|why| page.indented(&format!("*{why}*"), 5));
    turn.said.iter().for_each(|s| said(page, s, 5));
    if let Some(cue) = &turn.cue {
        page.indented(
            &format!("{} You said: {}{}", cue.question, cue.answer, if cue.right { "" } else { " (not this time)" }),
            5,
        );
    }
    page.indented(&format!("- {}", turn.your_line), 5);
    let names: Vec<_> = turn.techniques.iter().map(|t| t.name.to_lowercase()).collect();
    page.indented(&format!("{}   {}", names.join(", "), staff(turn)), 5);
    page.indented(&turn.effect, 5);
    if !turn.note.is_empty() {
        page.indented(&turn.note, 5);
    }
    turn.rules.iter().for_each(|r| page.indented(&format!("{} ({}, {})", r.why, r.id, r.source), 5));
    page.blank();
}

/// The evidence of a line: how far it helped (+) or hurt (-) on each dimension; a dot where it did neither.
fn staff(turn: &TurnTold) -> String {
    let mark = |value: f64| match value {
        v if v >= 1.25 => "++",
        v if v >= 0.25 => "+",
        v if v <= -1.25 => "--",
        v if v <= -0.25 => "-",
        _ => ".",
    };
    let one = |d: &Dimension| format!("{} {:<3}", SHAPES[*d as usize], mark(turn.evidence[*d]));
    Dimension::ALL.iter().map(one).collect::<Vec<_>>().join(" ")
}

//! The debrief as text.

use super::page::{Look, Page};
use crate::debrief::{CHANCE, Debrief, HONESTY, Kind, Rated, Said, Standing, TurnTold, half_step_word};
use crate::model::Dimension;
use crate::scenario::plain::first_name;
use crate::session::Mode;

/// The four shapes as letters, each with its terminal color, in the order E, L, B, U.
const SHAPES: [(char, u8); 4] = [('o', 173), ('u', 110), ('#', 122), ('^', 183)];
/// Columns of a rating's scale.
const SCALE: usize = 61;
/// Columns for the names of techniques before their staff.
const NAMES: usize = 36;

/// Writes the whole debrief. `own` is the trainee's own account, 1 to 5 per dimension.
pub fn debrief(page: &mut Page, debrief: &Debrief, own: [Option<u8>; 4]) {
    page.blank();
    let mode = match debrief.mode {
        Mode::Coached => "Coached practice",
        Mode::Practice => "Practice",
        Mode::Assessment => "Assessment",
    };
    page.title(&format!("{}. {mode}, seed {}.", debrief.title, debrief.seed));
    page.blank();
    ratings(page, debrief, own);
    their_side(page, debrief);
    course(page, debrief);
    points(page, debrief);
    page.title("Turn by turn");
    debrief.turns.iter().for_each(|t| turn(page, t));
    page.title("Counts");
    debrief.counts.sentences().iter().for_each(|sentence| page.indented(sentence, 2));
    page.blank();
    page.say(HONESTY);
}

fn ratings(page: &mut Page, debrief: &Debrief, own: [Option<u8>; 4]) {
    page.parts(&[(&format!("    {:<51}{:>10}", "rarely", "throughout"), Look::Soft)]);
    for (rated, own) in debrief.ratings.iter().zip(own) {
        rating(page, rated, own);
    }
    page.blank();
    let yours = if own.iter().any(Option::is_some) { "v you said   " } else { "" };
    page.line(&format!("  {yours}[ ] where it may lie   o u # ^ what we saw   : picking at random"));
    page.indented(CHANCE, 2);
    page.blank();
}

fn rating(page: &mut Page, rated: &Rated, own: Option<u8>) {
    let (shape, color) = SHAPES[rated.dimension as usize];
    let word = match &rated.standing {
        Standing::NotEnoughChances => "not enough chances to rate",
        Standing::At { word, .. } => word,
    };
    let name = format!(" {:<32}{word:>29}", rated.dimension.name());
    page.parts(&[("  ", Look::Plain), (&shape.to_string(), Look::Color(color)), (&name, Look::Plain)]);
    if let Standing::At { value, low, high, .. } = rated.standing {
        page.line(&format!("    {}", scale(shape, value, low, high, own)));
    }
    if let Some(own) = own {
        page.parts(&[(&format!("    you said: {}", half_step_word(f64::from(own))), Look::Soft)]);
    }
}

fn scale(shape: char, value: f64, low: f64, high: f64, own: Option<u8>) -> String {
    let at = |v: f64| (((v - 1.0) / 4.0).clamp(0.0, 1.0) * (SCALE - 1) as f64).round() as usize;
    let mut line = vec!['-'; SCALE];
    for tick in 0..5 {
        line[tick * (SCALE - 1) / 4] = '|';
    }
    line[at(low)..=at(high)].iter_mut().for_each(|c| *c = '=');
    line[at(1.0 + 35.0 / 25.0)] = ':';
    (line[at(low)], line[at(high)]) = ('[', ']');
    line[at(value)] = shape;
    if let Some(own) = own {
        line[at(f64::from(own))] = 'v';
    }
    line.into_iter().collect()
}

fn their_side(page: &mut Page, debrief: &Debrief) {
    page.title(&format!("{}'s side", first_name(&debrief.person)));
    for statement in &debrief.their_side {
        page.beside(&format!("  {:<8}", statement.word), &format!("“{}”", statement.text), Look::Plain);
    }
    page.blank();
}

fn course(page: &mut Page, debrief: &Debrief) {
    let Some(start) = debrief.course.first() else { return };
    page.title("The course of it");
    // eleven turns fit beside the label; longer talks go on below
    for (i, states) in debrief.course[1..].chunks(11).enumerate() {
        page.line(&format!("  {:<12}{}", "turn", row((1..=states.len()).map(|n| 11 * i + n))));
        let arousal = row(states.iter().map(|s| s.arousal.round() as usize));
        let trust = row(states.iter().map(|s| s.trust.round() as usize));
        page.line(&format!("  {:<12}{arousal}    start {:.0}", "stirred up", start.arousal));
        page.line(&format!("  {:<12}{trust}    start {:.0}", "trust", start.trust));
        page.blank();
    }
}

fn row(values: impl Iterator<Item = usize>) -> String {
    values.map(|v| format!("{v:>4}")).collect()
}

fn points(page: &mut Page, debrief: &Debrief) {
    if debrief.points.is_empty() {
        return;
    }
    page.title("Turns that made a difference");
    for point in &debrief.points {
        let Some(turn) = debrief.turns.get(point.turn) else { continue };
        let kind = match point.kind {
            Kind::Best => "It helped most",
            Kind::Costliest => "It cost most",
            Kind::Missed => "A chance not taken",
        };
        page.parts(&[(&format!("  {kind}, turn {}", turn.number), Look::Accent)]);
        page.beside("    - ", &turn.your_line, Look::Bold);
        page.indented(&point.why, 6);
        if let Some(other) = &point.alternative {
            page.beside("      Open to you: ", &other.your_line, Look::Plain);
            other.answer.iter().for_each(|s| said(page, s, 6));
        }
        page.blank();
    }
}

/// What was said to the officer, or what the body did where nothing was said.
pub fn said(page: &mut Page, said: &Said, indent: usize) {
    let body = if said.body.is_empty() { String::new() } else { format!("*{}* ", said.body) };
    let words = if said.text.is_empty() { String::new() } else { format!("“{}”", said.text) };
    page.indented(&format!("{body}{words}"), indent);
}

fn turn(page: &mut Page, turn: &TurnTold) {
    let mut label = format!("  {:<3}", turn.number);
    for why in &turn.happened {
        page.beside(&std::mem::replace(&mut label, " ".repeat(5)), &format!("*{why}*"), Look::Plain);
    }
    for s in &turn.said {
        let body = if s.body.is_empty() { String::new() } else { format!("*{}* ", s.body) };
        page.beside(&std::mem::replace(&mut label, " ".repeat(5)), &format!("{body}“{}”", s.text), Look::Plain);
    }
    if let Some(cue) = &turn.cue {
        let verdict = if cue.right { "" } else { " (not this time)" };
        page.indented(&format!("{} You said: {}{verdict}", cue.question, cue.answer), 5);
    }
    page.beside("     - ", &turn.your_line, Look::Bold);
    techniques(page, turn);
    page.indented(&turn.effect, 5);
    if !turn.note.is_empty() {
        page.indented(&turn.note, 5);
    }
    turn.rules.iter().for_each(|r| page.indented(&format!("{} ({}, {})", r.why, r.id, r.source), 5));
    page.blank();
}

/// The techniques of the line, and its staff beside them where there is room, else below.
fn techniques(page: &mut Page, turn: &TurnTold) {
    let names = turn.techniques.iter().map(|t| t.name.to_lowercase()).collect::<Vec<_>>().join(", ");
    let fits = names.chars().count() <= NAMES;
    if !fits {
        page.indented(&names, 5);
    }
    let names = format!("     {:<width$}  ", if fits { &names } else { "" }, width = NAMES);
    let marks = Dimension::ALL.map(|d| format!(" {:<4}", mark(turn.evidence[d])));
    let shapes = SHAPES.map(|(shape, _)| shape.to_string());
    let mut parts = vec![(names.as_str(), Look::Plain)];
    for i in 0..SHAPES.len() {
        parts.extend([(shapes[i].as_str(), Look::Color(SHAPES[i].1)), (marks[i].as_str(), Look::Plain)]);
    }
    page.parts(&parts);
}

/// How far a line helped (+) or hurt (-) on a dimension; a dot where it did neither.
pub(super) fn mark(evidence: f64) -> &'static str {
    match evidence {
        v if v >= 1.25 => "++",
        v if v >= 0.25 => "+",
        v if v <= -1.25 => "--",
        v if v <= -0.25 => "-",
        _ => ".",
    }
}

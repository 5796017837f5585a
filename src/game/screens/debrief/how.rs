//! How it went: the four ratings beside the trainee's own account, and the person's side.

use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{Pos2, Rect, pos2};

use super::{DebriefCommand, DebriefState, Part, used};
use crate::debrief::{CHANCE, Debrief, HONESTY, Rated, Standing};
use crate::game::theme::{LIGHT, REGULAR, SEMIBOLD, Style};
use crate::game::widgets::{Pen, RatingLine, Seen};

pub(super) fn ui(
    pen: &mut Pen,
    width: f32,
    face: Option<Rect>,
    debrief: &Debrief,
    state: &mut DebriefState,
) -> Option<DebriefCommand> {
    let start = pen.ui.cursor().min;
    let left_width = face.map_or(width, |f| f.left() - start.x - 40.0);
    let left = ratings(pen, start, left_width, debrief, state);
    let (at, side_width) = match face {
        Some(face) => (
            pos2(face.left() + 12.0, (face.bottom() + 20.0).min(start.y + 400.0)),
            start.x + width - face.left() - 12.0,
        ),
        None => (pos2(start.x, left + 24.0), width),
    };
    let side = side(pen, at, side_width, debrief);
    let button = pen.button(pos2(at.x, side + 18.0), "Turn by turn");
    if button.clicked() {
        state.part = Part::Turns;
    }
    used(pen, start, width, left.max(button.rect.bottom()) + 16.0);
    None
}

fn ratings(pen: &mut Pen, at: Pos2, width: f32, debrief: &Debrief, state: &mut DebriefState) -> f32 {
    let c = pen.theme.colors;
    let mut y = at.y;
    for (i, rated) in debrief.ratings.iter().enumerate() {
        let (response, height) = pen.rating(pos2(at.x, y), width, &line(rated, state.own[i]));
        if response.clicked() {
            state.rating = if state.rating == Some(i) { None } else { Some(i) };
        }
        y += height;
        if state.rating == Some(i) {
            y = opened(pen, pos2(at.x + 32.0, y), width - 32.0, rated, debrief);
        }
    }
    let ends = pen.text(pos2(at.x, y), width * 0.4, "rarely", Style::Label, REGULAR, c.quiet);
    let format = pen.theme.format(Style::Label, REGULAR, c.quiet);
    let throughout = pen.ui.painter().layout_job(pen.theme.job("throughout", format, 300.0)).size().x;
    pen.text(pos2(at.x + width - throughout, y), 300.0, "throughout", Style::Label, REGULAR, c.quiet);
    let legend = format!(
        "The triangle is what you said; the shape is what we saw, and the band how sure we can be; the dotted line is chance. {CHANCE} Open a rating to see the lines behind it."
    );
    let legend = pen.text(pos2(at.x, ends.bottom() + 8.0), width, &legend, Style::Label, REGULAR, c.soft);
    pen.text(pos2(at.x, legend.bottom() + 8.0), width, HONESTY, Style::Label, REGULAR, c.soft).bottom()
}

fn line(rated: &Rated, own: Option<u8>) -> RatingLine {
    let (word, seen) = match &rated.standing {
        Standing::NotEnoughChances => ("not enough chances to rate".to_owned(), None),
        Standing::At { value, low, high, word } => {
            ((*word).to_owned(), Some(Seen { value: *value, low: *low, high: *high }))
        }
    };
    RatingLine { dimension: rated.dimension, word, seen, own: own.map(f64::from) }
}

/// A rating opened: its numbers, and the turns that earned it.
fn opened(pen: &mut Pen, at: Pos2, width: f32, rated: &Rated, debrief: &Debrief) -> f32 {
    let c = pen.theme.colors;
    let Some(r) = &rated.rating else {
        return pen.text(at, width, "No turn put this at stake.", Style::Note, REGULAR, c.soft).bottom() + 10.0;
    };
    let mut words =
        format!("{:.0} of 100, between {:.0} and {:.0}, from {:.1} chances.", r.final_score, r.low, r.high, r.n_eff);
    if r.harm_factor < 1.0 {
        words += &format!(
            " Harm done takes it to {:.0} % of what the lines alone would give ({:.0}).",
            r.harm_factor * 100.0,
            r.raw
        );
    }
    let mut y = pen.text(at, width, &words, Style::Note, SEMIBOLD, c.text).bottom() + 4.0;
    for turn in debrief.turns.iter().filter(|t| t.counts_for(rated.dimension)) {
        let Some(terms) = turn.terms[rated.dimension as usize] else { continue };
        let evidence = turn.evidence[rated.dimension];
        let words = format!(
            "{}  “{}”  {evidence:+.1}; {:.0} % of the best on offer, chance {:.0} %",
            turn.number,
            turn.your_line,
            terms.q * 100.0,
            terms.g * 100.0
        );
        y = pen.text(pos2(at.x, y), width, &words, Style::Label, REGULAR, c.soft).bottom() + 2.0;
    }
    y + 12.0
}

/// The person's account, in their voice.
fn side(pen: &mut Pen, at: Pos2, width: f32, debrief: &Debrief) -> f32 {
    let c = pen.theme.colors;
    let name = crate::scenario::plain::first_name(&debrief.person);
    let head = pen.text(at, width, &format!("How it was for {name}"), Style::Note, REGULAR, c.soft);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for statement in &debrief.their_side {
        let indent = if job.text.is_empty() { 0.0 } else { 6.0 };
        job.append(statement.text, indent, pen.theme.format(Style::Body, LIGHT, c.text));
        job.append(&format!(" {}.", capital(statement.word)), 0.0, pen.theme.format(Style::Body, SEMIBOLD, c.text));
    }
    pen.put(pos2(at.x, head.bottom() + 6.0), job).bottom()
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

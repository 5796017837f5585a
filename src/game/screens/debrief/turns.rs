//! Turn by turn: chart, and every exchange with its techniques, what it did and why.

use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{Pos2, Rect, Stroke, WidgetType, pos2, vec2};

use super::{DebriefCommand, DebriefState, chart, used};
use crate::debrief::{Debrief, TurnTold};
use crate::game::theme::{Layout, REGULAR, SEMIBOLD, Style};
use crate::game::widgets::Pen;
use crate::session::Mode;

pub(super) fn ui(pen: &mut Pen, width: f32, debrief: &Debrief, state: &mut DebriefState) -> Option<DebriefCommand> {
    let start = pen.ui.cursor().min;
    let chart_rect = Rect::from_min_size(start, vec2(width, 140.0 + pen.theme.rows(64.0)));
    if let Some(turn) = chart::ui(pen, chart_rect, debrief, state.turn) {
        state.turn = turn;
        state.follow = true;
    }
    let mut y = chart_rect.bottom() + 18.0;
    let mut command = None;
    for (i, turn) in debrief.turns.iter().enumerate() {
        let (bottom, asked) = turn_ui(pen, pos2(start.x, y), width, i, turn, debrief.mode, state);
        command = asked.or(command);
        y = bottom + 18.0;
    }
    used(pen, start, width, y);
    command
}

fn turn_ui(
    pen: &mut Pen,
    at: Pos2,
    width: f32,
    i: usize,
    turn: &TurnTold,
    mode: Mode,
    state: &mut DebriefState,
) -> (f32, Option<DebriefCommand>) {
    let wide = pen.theme.layout(pen.ui.ctx().content_rect().width()) == Layout::Page;
    let open = state.turn == i;
    let c = pen.theme.colors;
    let number_width = 48.0 * pen.theme.text.sqrt();
    let number = if open { (SEMIBOLD, c.accent) } else { (REGULAR, c.quiet) };
    pen.text(at, number_width, &turn.number.to_string(), Style::Body, number.0, number.1);
    let words_width = if wide { (width - number_width) * 0.57 } else { width - number_width };
    let words = exchange(pen, pos2(at.x + number_width, at.y), words_width, turn);
    let area = Rect::from_min_max(pos2(at.x - 16.0, at.y), pos2(at.x + number_width + words_width, words));
    let id = pen.ui.id().with(("turn", i));
    let response = pen.named(area, id, WidgetType::Button, &format!("Turn {}, {}", turn.number, turn.your_line));
    if response.clicked() || response.gained_focus() {
        state.turn = i;
    }
    if response.gained_focus() {
        // what was open before closes and everything moves: only the next picture can tell where to scroll
        state.follow = true;
        pen.ui.ctx().request_repaint();
    }
    let margin = if wide {
        (pos2(at.x + number_width + words_width + 40.0, at.y), width - number_width - words_width - 40.0)
    } else {
        (pos2(at.x + number_width, words + 6.0), words_width)
    };
    let (side, command) = margin_ui(pen, margin.0, margin.1, i, turn, mode, state);
    let bottom = words.max(side);
    if open {
        let x = at.x - 18.0;
        pen.ui.painter().line_segment([pos2(x, at.y), pos2(x, bottom)], Stroke::new(3.0, c.accent));
        if std::mem::take(&mut state.follow) {
            // where it is higher than the window, its beginning counts
            let top = at.y - 20.0;
            let low = (bottom + 20.0).min(top + pen.ui.clip_rect().height() - 20.0);
            pen.ui.scroll_to_rect(Rect::from_min_max(pos2(at.x, top), pos2(at.x + 10.0, low)), None);
        }
    }
    (bottom, command)
}

fn exchange(pen: &mut Pen, at: Pos2, width: f32, turn: &TurnTold) -> f32 {
    let c = pen.theme.colors;
    let mut y = at.y;
    for why in &turn.happened {
        let job = pen.theme.job(why, pen.theme.italic(Style::Note, c.soft), width);
        y = pen.put(pos2(at.x, y), job).bottom() + 2.0;
    }
    for said in &turn.said {
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        job.append(&format!("{} ", said.body), 0.0, pen.theme.italic(Style::Body, c.soft));
        job.append(&format!("“{}”", said.text), 0.0, pen.theme.format(Style::Body, REGULAR, c.text));
        y = pen.put(pos2(at.x, y), job).bottom() + 2.0;
    }
    if let Some(cue) = &turn.cue {
        let verdict = if cue.right { "That could be seen." } else { "The signs pointed another way." };
        let words = format!("{} You said: {} {verdict}", cue.question, cue.answer);
        y = pen.text(pos2(at.x, y), width, &words, Style::Note, REGULAR, c.soft).bottom() + 2.0;
    }
    let format = if turn.silence {
        pen.theme.italic(Style::Body, c.text)
    } else {
        pen.theme.format(Style::Body, SEMIBOLD, c.text)
    };
    let job = pen.theme.job(&format!("— {}", turn.your_line), format, width);
    pen.put(pos2(at.x, y + 2.0), job).bottom()
}

fn margin_ui(
    pen: &mut Pen,
    at: Pos2,
    width: f32,
    i: usize,
    turn: &TurnTold,
    mode: Mode,
    state: &mut DebriefState,
) -> (f32, Option<DebriefCommand>) {
    let c = pen.theme.colors;
    pen.staff(at, turn.evidence.0);
    let names: Vec<String> = turn.techniques.iter().map(|t| t.name.to_lowercase()).collect();
    let left = if width > 300.0 { (pos2(at.x + 136.0, at.y), width - 136.0) } else { (pos2(at.x, at.y + 50.0), width) };
    let (x, width) = (left.0.x, left.1);
    let mut y = pen.text(left.0, width, &names.join(", "), Style::Label, REGULAR, c.soft).bottom() + 2.0;
    y = pen.text(pos2(x, y), width, &turn.effect, Style::Note, REGULAR, c.text).bottom() + 2.0;
    let why = if turn.note.is_empty() { turn.rules.first().map_or("", |r| r.why.as_str()) } else { &turn.note };
    if !why.is_empty() {
        y = pen.text(pos2(x, y), width, why, Style::Note, REGULAR, c.text).bottom() + 2.0;
    }
    if state.turn != i {
        return (y, None);
    }
    let mut command = None;
    let mut rule_x = x;
    if mode.rewinds() {
        let name = format!("Rewind to here, turn {}", turn.number);
        let rewind = pen.plain_named(pos2(x, y + 4.0), "Rewind to here", &name);
        rule_x = rewind.rect.right() + 16.0;
        if rewind.clicked() {
            command = Some(DebriefCommand::Rewind(i));
        }
    }
    let fits = rule_x + pen.theme.rows(140.0) <= x + width;
    let at = if fits { pos2(rule_x, y + 4.0) } else { pos2(x, y + pen.theme.rows(40.0)) };
    let name = format!("Rule and source, turn {}", turn.number);
    let rule = pen.tab(at, "Rule and source", &name, state.rules);
    if rule.clicked() {
        state.rules = !state.rules;
    }
    y = rule.rect.bottom() + 6.0;
    if state.rules {
        y = sources(pen, pos2(x, y), width, turn);
    }
    (y, command)
}

/// Every rule that fired, with its source; every technique, with what it is.
fn sources(pen: &mut Pen, at: Pos2, width: f32, turn: &TurnTold) -> f32 {
    let c = pen.theme.colors;
    let mut y = at.y;
    for rule in &turn.rules {
        y = pen
            .text(pos2(at.x, y), width, &format!("{}: {}", rule.id, rule.title), Style::Label, SEMIBOLD, c.text)
            .bottom();
        y = pen
            .text(
                pos2(at.x, y),
                width,
                &format!("{} Source: {}. Status: {}.", rule.why, rule.source, rule.status),
                Style::Label,
                REGULAR,
                c.soft,
            )
            .bottom()
            + 6.0;
    }
    if turn.rules.is_empty() {
        y = pen.text(pos2(at.x, y), width, "No special rule applied here.", Style::Label, REGULAR, c.soft).bottom()
            + 6.0;
    }
    for technique in &turn.techniques {
        y = pen
            .text(
                pos2(at.x, y),
                width,
                &format!("{}: {}. Source: {}.", technique.name, technique.what, technique.source),
                Style::Label,
                REGULAR,
                c.soft,
            )
            .bottom()
            + 4.0;
    }
    let e = turn.evidence.0;
    let words = format!(
        "Evidence: empathy {:+.1}, listening {:+.1}, boundaries {:+.1}, regard {:+.1}. Before: arousal {:.0}, trust {:.0}, heard {:.0}. After: {:.0}, {:.0}, {:.0}.",
        e[0],
        e[1],
        e[2],
        e[3],
        turn.before.arousal,
        turn.before.trust,
        turn.before.heard,
        turn.after.arousal,
        turn.after.trust,
        turn.after.heard
    );
    pen.text(pos2(at.x, y), width, &words, Style::Label, REGULAR, c.soft).bottom() + 6.0
}

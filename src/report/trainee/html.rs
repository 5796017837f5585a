//! One trainee as a page that prints.

use minijinja::context;

use super::{Attempt, Curve, TraineeReport, draw, words};
use crate::debrief::{CHANCE, HONESTY};
use crate::report::paper::{page, shape, short_name};
use crate::report::template::shown;

const TEMPLATE: &str = include_str!("../../../assets/report/trainee.html");

/// One self-contained page, to print or to save.
pub fn html(report: &TraineeReport) -> String {
    page("trainee.html", TEMPLATE, context! { trainee => view(report) })
}

#[derive(Clone, Debug)]
struct View {
    who: String,
    line: String,
    headline: String,
    curves: Vec<CurveRow>,
    chance: &'static str,
    next: Vec<[String; 2]>,
    mastery: Vec<[String; 2]>,
    saw: String,
    saw_told: &'static str,
    techniques: Vec<TechniqueRow>,
    runs: String,
    note: String,
    strip_head: String,
    attempts: Vec<AttemptRow>,
    honesty: &'static str,
    identity: String,
}

#[derive(Clone, Debug)]
struct CurveRow {
    shape: String,
    name: &'static str,
    verdict: String,
    drawing: String,
    told: String,
}

#[derive(Clone, Debug)]
struct TechniqueRow {
    name: String,
    count: usize,
}

#[derive(Clone, Debug)]
struct AttemptRow {
    when: String,
    title: String,
    mode: String,
    id: String,
    strip: String,
}

shown! {
    View {
        who, line, headline, curves, chance, next, mastery, saw, saw_told, techniques, runs, note, strip_head, attempts, honesty,
        identity
    }
    CurveRow { shape, name, verdict, drawing, told }
    TechniqueRow { name, count }
    AttemptRow { when, title, mode, id, strip }
}

fn view(report: &TraineeReport) -> View {
    View {
        who: words::who(report),
        line: words::line(report),
        headline: words::headline(report),
        curves: report.curves.iter().map(curve).collect(),
        chance: CHANCE,
        next: report.next.iter().map(|next| [next.title.clone(), next.reason.clone()]).collect(),
        mastery: report.mastery.iter().map(|(skill, how)| [skill.clone(), how.clone()]).collect(),
        saw: report.balance.as_ref().map(draw::see_saw).unwrap_or_default(),
        saw_told: report.balance.as_ref().map_or("", words::balance),
        techniques: report
            .techniques
            .iter()
            .map(|(name, count)| TechniqueRow { name: name.to_lowercase(), count: *count })
            .collect(),
        runs: report.question_runs.map(words::question_runs).unwrap_or_default(),
        note: report.note.clone(),
        strip_head: draw::strip_head(),
        attempts: report.attempts.iter().map(attempt).collect(),
        honesty: HONESTY,
        identity: identity(report),
    }
}

pub(super) fn identity(report: &TraineeReport) -> String {
    format!("Made {}. Trainee {}. Alongside {}.", report.made.date_in_words(), report.id, env!("CARGO_PKG_VERSION"))
}

fn curve(curve: &Curve) -> CurveRow {
    CurveRow {
        shape: shape(curve.dimension),
        name: short_name(curve.dimension),
        verdict: words::verdict(curve),
        drawing: draw::curve(curve),
        told: words::curve(curve),
    }
}

fn attempt(attempt: &Attempt) -> AttemptRow {
    AttemptRow {
        when: attempt.when.date_in_words(),
        title: attempt.title.clone(),
        mode: words::mode(attempt),
        id: attempt.id.clone(),
        strip: draw::strip(attempt),
    }
}

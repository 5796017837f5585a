//! One trainee as text of eighty columns.

use super::html::identity;
use super::{TraineeReport, words};
use crate::debrief::{CHANCE, HONESTY};
use crate::model::Dimension;
use crate::report::page::{Look, Page, written};

/// The whole report.
pub fn text(report: &TraineeReport) -> String {
    written(|page| {
        page.title(&words::line(report));
        page.blank();
        page.say(&words::headline(report));
        for curve in &report.curves {
            let verdict = words::verdict(curve);
            let told =
                if verdict.is_empty() { words::curve(curve) } else { format!("{verdict}. {}", words::curve(curve)) };
            page.beside(&format!("  {:<30}", curve.dimension.name()), &told, Look::Plain);
        }
        page.indented(CHANCE, 2);
        page.blank();
        pairs(page, "Practice next", report.next.iter().map(|n| (&n.title, &n.reason)));
        pairs(page, "How far each skill has come", report.mastery.iter().map(|(skill, how)| (skill, how)));
        done(page, report);
        page.title("Conversations");
        report.attempts.iter().for_each(|a| attempt(page, a));
        page.blank();
        page.say(HONESTY);
        page.indented(&identity(report), 2);
    })
}

fn pairs<'a>(page: &mut Page, heading: &str, pairs: impl Iterator<Item = (&'a String, &'a String)>) {
    let mut pairs = pairs.peekable();
    if pairs.peek().is_none() {
        return;
    }
    page.title(heading);
    pairs.for_each(|(what, told)| page.beside(&format!("  {what}: "), told, Look::Plain));
    page.blank();
}

fn done(page: &mut Page, report: &TraineeReport) {
    page.title("What was done, counted");
    if !report.techniques.is_empty() {
        page.indented(&format!("{}.", words::techniques(report)), 2);
    }
    report.question_runs.iter().for_each(|runs| page.indented(&words::question_runs(*runs), 2));
    if let Some(balance) = &report.balance {
        page.beside("  How a line is held: ", words::balance(balance), Look::Plain);
    }
    if !report.note.is_empty() {
        page.beside("  For the next shift: ", &format!("“{}”", report.note), Look::Plain);
    }
    page.blank();
}

fn attempt(page: &mut Page, attempt: &super::Attempt) {
    page.indented(&format!("{}. {} ({})", attempt.when.date_in_words(), attempt.title, words::mode(attempt)), 2);
    let rated = Dimension::ALL.into_iter().zip(attempt.ratings);
    let rated: Vec<String> = rated
        .map(|(d, r)| format!("{}: {}", d.name(), r.map_or("not enough chances", |(score, _, _)| words::word(score))))
        .collect();
    page.indented(&format!("{}. Attempt {}.", rated.join("; "), attempt.id), 4);
}

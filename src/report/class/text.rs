//! A class as text of eighty columns.

use super::flags::NO_ACCUSATION;
use super::scenes::Scene;
use super::{ClassReport, words};
use crate::debrief::CHANCE;
use crate::model::Dimension;
use crate::report::page::{Look, Page, written};

/// The whole report.
pub fn text(report: &ClassReport) -> String {
    written(|page| {
        page.title(&report.title);
        page.line(&words::who(report));
        page.blank();
        words::basis(report).iter().for_each(|told| page.indented(told, 2));
        page.blank();
        if !report.scenes.is_empty() {
            page.title(&words::headline(report));
            page.say(&format!("The more even the parts, the more there is to talk about. {}", words::FEW));
            report.scenes.iter().for_each(|s| scene(page, s));
            words::too_few(report).iter().for_each(|told| page.say(told));
            page.beside("  To ask the room: ", &format!("“{}”", words::TO_ASK), Look::Plain);
            page.blank();
        }
        ratings(page, report);
        endings(page, report);
        flags(page, report);
        present(page, report);
        page.say(words::HONESTY);
        page.indented(&super::identity(report), 2);
    })
}

fn scene(page: &mut Page, scene: &Scene) {
    let body = if scene.body.is_empty() { String::new() } else { format!("*{}* ", scene.body) };
    let text = if scene.text.is_empty() { String::new() } else { format!("“{}”", scene.text) };
    page.beside(&format!("  {:<4}", scene.number), &format!("{body}{text}"), Look::Plain);
    for line in &scene.lines {
        page.beside(&format!("      {} ", line.letter), &line.text, Look::Bold);
        let told = std::iter::once(format!("{}.", words::chosen(scene, line))).chain(words::drew(line));
        page.indented(&told.collect::<Vec<_>>().join(" "), 8);
    }
    page.blank();
}

fn ratings(page: &mut Page, report: &ClassReport) {
    page.title("Ratings");
    for (dimension, spread) in Dimension::ALL.into_iter().zip(&report.ratings) {
        let told = spread.as_ref().map_or_else(
            || "too few to tell".to_owned(),
            |s| format!("{}. {}", words::score_word(s.median), words::spread(s)),
        );
        page.beside(&format!("  {:<30}", dimension.name()), &told, Look::Plain);
    }
    page.indented(CHANCE, 2);
    page.blank();
}

fn endings(page: &mut Page, report: &ClassReport) {
    if report.endings.is_empty() {
        return;
    }
    page.title("How it ended");
    for ending in &report.endings {
        let what = format!("“{}”, {}", words::spoken(&ending.id), words::outcome(ending.outcome));
        page.beside(&format!("  {:<24}", words::reached(report, ending)), &what, Look::Plain);
    }
    page.blank();
}

fn flags(page: &mut Page, report: &ClassReport) {
    if report.flags.is_empty() {
        return;
    }
    page.title("Worth a question");
    for flag in &report.flags {
        page.indented(&format!("{}: {}", words::of_how_many(report, flag.count), flag.sign.fact()), 2);
        flag.named.iter().for_each(|(name, seen)| page.beside(&format!("    {name}: "), seen, Look::Plain));
    }
    page.blank();
    page.say(NO_ACCUSATION);
}

fn present(page: &mut Page, report: &ClassReport) {
    if report.who.is_empty() {
        return;
    }
    page.title("Who was there");
    for present in &report.who {
        let times =
            if present.attempts == 1 { String::new() } else { format!(", {} times", words::number(present.attempts)) };
        page.indented(&format!("{}, {}{times}", present.name, present.when.date_in_words()), 2);
    }
    page.blank();
}

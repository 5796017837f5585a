//! The script as text of eighty columns.

use super::{End, Officer, Part, Player, Question, Scene, Script, Spoken, capitalized};
use crate::report::page::{Look, Page, written};

/// The whole script as plain text.
pub fn text(script: &Script) -> String {
    written(|page| {
        opening(page, script);
        script.scenes.iter().for_each(|scene| self::scene(page, scene, script));
        rule(page, "Endings");
        script.endings.iter().for_each(|end| ending(page, end));
    })
}

fn opening(page: &mut Page, script: &Script) {
    page.title(&script.title.to_uppercase());
    page.line(if script.for_instructor { "Script for the instructor" } else { "Script for trainees" });
    page.blank();
    page.say(&script.brief);
    page.beside("  Goal: ", &script.goal, Look::Plain);
    page.line(&format!("  About {} minutes.", script.minutes));
    for (label, words) in
        [("  Please note: ", &script.content_note), ("  If it is about life and death: ", &script.crisis_line)]
    {
        if !words.is_empty() {
            page.beside(label, words, Look::Plain);
        }
    }
    page.blank();
    page.title("People");
    script.people.iter().for_each(|player| self::player(page, player));
    for (heading, points) in [("What is known", &script.known), ("What to watch for", &script.watch_for)] {
        if !points.is_empty() {
            page.title(heading);
            points.iter().for_each(|point| page.beside("  - ", point, Look::Plain));
            page.blank();
        }
    }
    page.say("Each line leads to the scene whose number stands behind its arrow. Some lines and answers depend on how things stand: the reader of the part decides.");
}

fn player(page: &mut Page, player: &Player) {
    let role = if player.role.is_empty() { String::new() } else { format!(", {}", player.role) };
    page.indented(&format!("{}{role}. {}", player.name, player.about), 2);
    if !player.starts.is_empty() {
        page.indented(&player.starts, 4);
    }
    page.blank();
}

fn rule(page: &mut Page, heading: &str) {
    page.line(&"-".repeat(80));
    page.title(heading);
    page.blank();
}

fn scene(page: &mut Page, scene: &Scene, script: &Script) {
    let kind = if scene.kind.is_empty() { String::new() } else { format!(" ({})", scene.kind) };
    rule(page, &format!("{}. {}{kind}", scene.number, scene.id));
    if !scene.comes.is_empty() {
        page.indented(&format!("The talk comes here {}.", scene.comes), 2);
        page.blank();
    }
    scene.happens.iter().chain(&scene.feels).for_each(|words| page.indented(&format!("[{words}]"), 2));
    if !(scene.happens.is_empty() && scene.feels.is_empty()) {
        page.blank();
    }
    scene.says.iter().for_each(|part| self::part(page, part));
    if !scene.closed.is_empty() {
        page.indented("Instead, by somebody who has shut down:", 2);
        scene.closed.iter().for_each(|line| spoken(page, line, "    "));
        page.blank();
    }
    if let Some(cue) = &scene.cue {
        question(page, cue);
    }
    scene.lines.iter().for_each(|line| officer(page, line));
    if script.for_instructor {
        page.blank();
    }
}

fn part(page: &mut Page, part: &Part) {
    for way in &part.ways {
        let chance = way.lines.len() > 1;
        let mark = match (way.when.is_empty(), chance) {
            (true, false) => "",
            (true, true) => "One of these, by chance:",
            (false, _) => &format!("{}{}:", way.when, if chance { ", one of these by chance" } else { "" }),
        };
        if !mark.is_empty() {
            page.indented(&capitalized(mark), 2);
        }
        let indent = if mark.is_empty() { "  " } else { "    " };
        way.lines.iter().for_each(|line| spoken(page, line, indent));
    }
    page.blank();
}

fn spoken(page: &mut Page, line: &Spoken, indent: &str) {
    let body = if line.body.is_empty() { String::new() } else { format!("*{}* ", line.body) };
    let words = if line.text.is_empty() { String::new() } else { format!("“{}”", line.text) };
    page.beside(&format!("{indent}{}: ", line.who), &format!("{body}{words}"), Look::Plain);
}

fn question(page: &mut Page, cue: &Question) {
    page.indented(&format!("Before the officer answers: {}", cue.question), 2);
    for answer in &cue.answers {
        let label = match answer.right {
            None => "    - ",
            Some(true) => "    + ",
            Some(false) => "    x ",
        };
        page.beside(label, &answer.text, Look::Plain);
    }
    page.blank();
}

fn officer(page: &mut Page, line: &Officer) {
    let whom = if line.to_whom.is_empty() { String::new() } else { format!("(to {}) ", line.to_whom) };
    let deed = if line.deed.is_empty() { String::new() } else { format!("*{}* ", line.deed) };
    let words = if line.text.is_empty() { String::new() } else { format!("“{}”", line.text) };
    page.beside(&format!("  {}  ", line.letter), format!("{whom}{deed}{words}").trim_end(), Look::Plain);
    if !line.gate.is_empty() {
        page.indented(&format!("only when {}", line.gate), 7);
    }
    for way in &line.to {
        match way.when.as_str() {
            "" => page.line(&format!("     -> {}", way.number)),
            when => page.beside(&format!("     -> {} ", way.number), when, Look::Plain),
        }
    }
    for words in [&line.techniques, &line.changes, &line.note] {
        if !words.is_empty() {
            page.indented(&format!("[{words}]"), 7);
        }
    }
}

fn ending(page: &mut Page, end: &End) {
    page.beside(&format!("  {:<4}", end.number), &format!("{} ({}). {}", end.id, end.outcome, end.text), Look::Plain);
    if !end.comes.is_empty() {
        page.indented(&format!("The talk comes here {}.", end.comes), 6);
    }
}

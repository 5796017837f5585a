//! `alongside lesson`: the first lesson as a script.

use std::fmt::Write as _;
use std::io::Write;
use std::process::ExitCode;

use super::unwritten;
use crate::lesson::{self, Drill, Part, Try, worth};
use crate::scenario::{NodeIx, Say, Scenario};

pub fn run() -> ExitCode {
    let told: String = lesson::shipped().iter().map(told).collect();
    match std::io::stdout().lock().write_all(told.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => unwritten("the lesson", &e),
    }
}

fn told(drill: &Drill) -> String {
    let example = &drill.example;
    let line: String = example.line.iter().map(Part::words).collect();
    let mut out = format!("{}\n  {}\n\n  One that worked\n", drill.skill.to_uppercase(), drill.say);
    let _ = writeln!(out, "  ({}) “{}”\n  — {line}", example.said.body, example.said.text);
    let _ = writeln!(out, "  ({}) “{}”\n", example.then.body, example.then.text);
    for number in 0..drill.tries.len() {
        out += &try_told(drill, number);
    }
    out
}

fn try_told(drill: &Drill, number: usize) -> String {
    let one: &Try = &drill.tries[number];
    let scene = &one.scene;
    let Some(node) = scene.node(scene.opening) else { return String::new() };
    let worth = worth(one);
    let mut out = format!("  {}. {} ({})\n", number + 1, one.before, scene.people[0].name);
    out += &said(scene, scene.opening, "  ");
    for (line, choice) in node.choices.iter().enumerate() {
        let words = if choice.text.is_empty() { &choice.deed } else { &choice.text };
        let mark = if drill.shows(number, line) { "the skill" } else { "" };
        let _ = writeln!(out, "\n    {:.2} {mark:<9} — {words}", worth[line]);
        for at in choice.to.targets() {
            out += &said(scene, at, "                     ");
        }
        let _ = writeln!(out, "                     {}", choice.note);
    }
    out.push('\n');
    out
}

fn said(scene: &Scenario, at: NodeIx, indent: &str) -> String {
    let says = scene.node(at).map(|node| node.says.as_slice()).unwrap_or_default();
    let lines = says.iter().flat_map(Say::lines);
    lines.map(|line| format!("{indent}({}) “{}”\n", line.body, line.text)).collect()
}

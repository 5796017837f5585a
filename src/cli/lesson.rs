//! `alongside lesson`: the first lesson as a script.

use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{fail, unwritten};
use crate::lesson::{self, Drill, Part, Try, worth};
use crate::scenario::library;

#[derive(clap::Args)]
pub struct LessonArgs {
    /// Drills from this folder instead of those that ship.
    #[arg(long, value_name = "FOLDER")]
    from: Option<PathBuf>,
}

pub fn run(args: &LessonArgs) -> ExitCode {
    let drills = match args.from.as_deref().map_or_else(|| Ok(lesson::shipped().to_vec()), read_all) {
        Ok(drills) => drills,
        Err(why) => return fail(2, why),
    };
    let told: String = drills.iter().map(told).collect();
    match std::io::stdout().lock().write_all(told.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => unwritten("the lesson", &e),
    }
}

fn read_all(folder: &Path) -> Result<Vec<Drill>, String> {
    let files = library::own_files(folder);
    if files.is_empty() {
        return Err(format!("there is no drill in {}", folder.display()));
    }
    files.iter().map(|path| read_one(path)).collect()
}

fn read_one(path: &Path) -> Result<Drill, String> {
    let contents = library::read_file(path).map_err(|problem| problem.to_string())?;
    let stem = library::stem(path).unwrap_or_default();
    let unread = contents.problem.map(|problem| problem.message);
    let read = unread.map_or_else(|| lesson::read(&stem, &contents.text), Err);
    read.map_err(|why| format!("{} cannot be read yet: {why}", path.display()))
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

fn said(scene: &crate::scenario::Scenario, at: crate::scenario::NodeIx, indent: &str) -> String {
    let says = scene.node(at).map(|node| node.says.as_slice()).unwrap_or_default();
    let lines = says.iter().flat_map(crate::scenario::Say::lines);
    lines.map(|line| format!("{indent}({}) “{}”\n", line.body, line.text)).collect()
}

//! `alongside check`: every problem of every file, at its place, with a fix.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::{Value, json};

use super::{fail, fix, unwritten};
use crate::diagnostic::{Diagnostic, Lines, Severity, render};
use crate::model::Model;
use crate::report::page::clean;
use crate::scenario::library::{self, Contents, Problem};
use crate::scenario::resolve::resolve;

#[derive(clap::Args)]
pub struct CheckArgs {
    /// Scenario files, or folders of them.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// One JSON document instead of text.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    fix: fix::FixArgs,
}

struct Checked {
    file: String,
    text: String,
    problems: Vec<Diagnostic>,
}

pub fn run(args: &CheckArgs) -> ExitCode {
    let mut files = Vec::new();
    for path in &args.paths {
        if let Err(e) = gather(path, &mut files) {
            return fail(2, format_args!("could not read {}: {e}", path.display()));
        }
    }
    if files.is_empty() {
        return fail(2, "there is no .ron file there");
    }
    if let Err(problem) = fix::run(&args.fix, &files) {
        return fail(2, problem);
    }
    let (checked, unread): (Vec<_>, Vec<_>) = files.iter().map(|file| check(file)).partition(Result::is_ok);
    let checked: Vec<Checked> = checked.into_iter().filter_map(Result::ok).collect();
    let written = if args.json { print_json(&checked) } else { print_text(&checked) };
    if let Err(e) = written {
        return unwritten("the findings", &e);
    }
    match unread.into_iter().find_map(Result::err) {
        Some(problem) => fail(2, problem),
        None => ExitCode::from(u8::from(checked.iter().any(|c| !c.problems.is_empty()))),
    }
}

/// The files themselves, and the `.ron` files in folders, sorted. Links to folders are not followed, so that none leads
/// back to itself.
pub(super) fn gather(path: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if !std::fs::metadata(path)?.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let mut inside: Vec<std::fs::DirEntry> = std::fs::read_dir(path)?.collect::<Result<_, _>>()?;
    inside.sort_by_key(std::fs::DirEntry::path);
    for entry in inside {
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            gather(&path, files)?;
        } else if path.extension().is_some_and(|e| e == "ron") && !path.is_dir() {
            files.push(path);
        }
    }
    Ok(())
}

fn check(file: &Path) -> Result<Checked, Problem> {
    let Contents { text, problem } = library::read_file(file)?;
    let id = library::stem(file).unwrap_or_default();
    let problems = match problem {
        Some(problem) => vec![problem],
        None => resolve(&id, &text, &Model::shipped().techniques, library::known())
            .map_or_else(|problems| problems, |read| read.warnings),
    };
    Ok(Checked { file: file.display().to_string(), text, problems })
}

fn print_text(checked: &[Checked]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let colored = out.is_terminal() && std::env::var_os("NO_COLOR").is_none();
    for one in checked {
        let lines = Lines::of(&one.text);
        for problem in &one.problems {
            writeln!(out, "{}\n", render(problem, &clean(&one.file), &lines, colored))?;
        }
    }
    let count = |severity| checked.iter().flat_map(|c| &c.problems).filter(|p| p.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let (files, errors, warnings) = (many(checked.len(), "file"), many(errors, "error"), many(warnings, "warning"));
    writeln!(out, "{files} checked, {errors}, {warnings}")
}

fn many(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn print_json(checked: &[Checked]) -> std::io::Result<()> {
    let files: Vec<Value> = checked
        .iter()
        .map(|one| {
            let lines = Lines::of(&one.text);
            let problem = |p: &Diagnostic| {
                json!({ "code": p.code, "severity": p.severity, "from": lines.position(p.span.start), "to": lines.position(p.span.end),
                        "message": p.message, "why": p.why, "fix": p.fix })
            };
            json!({ "file": one.file, "problems": one.problems.iter().map(problem).collect::<Vec<_>>() })
        })
        .collect();
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &files)?;
    writeln!(out)
}

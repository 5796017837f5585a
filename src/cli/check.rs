//! `alongside check`: every problem of every file, at its place, with a fix.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::ValueEnum;

use super::{fail, fix, unwritten};
use crate::lint;
use crate::model::Model;
use crate::report::findings::{Checked, github, json, sarif, text};
use crate::report::ink;
use crate::scenario::library::{self, Contents};
use crate::scenario::plays;
use crate::scenario::shelf::CASE;

#[derive(clap::Args)]
pub struct CheckArgs {
    /// Scenario files, folders of them, or - for standard input.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// How the findings are written.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// The same as --format json.
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// The file's name where standard input is read.
    #[arg(long, value_name = "FILE", default_value = "standard-input.ron")]
    name: PathBuf,
    #[command(flatten)]
    fix: fix::FixArgs,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// One document of this program's own.
    Json,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
    /// Annotations in a GitHub workflow.
    Github,
}

pub fn run(args: &CheckArgs) -> ExitCode {
    let (mut files, mut unread) = (Vec::new(), Vec::new());
    for path in &args.paths {
        if let Err(e) = gather(path, &mut files) {
            unread.push(format!("could not read {}: {e}", path.display()));
        }
    }
    if files.is_empty() && unread.is_empty() {
        return fail(2, "there is no .ron file there");
    }
    if let Err(problem) = fix::run(&args.fix, &files) {
        return fail(2, problem);
    }
    let mut checked = Vec::with_capacity(files.len());
    for file in &files {
        match check(file, args) {
            Ok(one) => {
                checked.push(one);
                checked.extend(plays_beside(file));
            }
            Err(problem) => unread.push(problem),
        }
    }
    let format = if args.json { Format::Json } else { args.format };
    if let Err(e) = write(&mut io::stdout().lock(), format, &checked) {
        return unwritten("the findings", &e);
    }
    // what could be read has been told before it is said that this was not all
    unread.iter().for_each(|problem| eprintln!("alongside: {problem}"));
    match unread.is_empty() {
        true => ExitCode::from(u8::from(checked.iter().any(|c| !c.problems.is_empty()))),
        false => ExitCode::from(2),
    }
}

fn write(out: &mut dyn Write, format: Format, checked: &[Checked]) -> io::Result<()> {
    match format {
        Format::Text => text::write(out, checked, ink::on_stdout()),
        Format::Json => json::write(out, checked),
        Format::Sarif => sarif::write(out, checked, &lint::explanations()),
        Format::Github => github::write(out, checked),
    }
}

/// The files themselves, and the scenarios in folders, sorted; playthroughs are looked at beside their scenario. Links to folders are not followed, so that none leads
/// back to itself.
pub(super) fn gather(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if is_input(path) || !std::fs::metadata(path)?.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let mut inside: Vec<std::fs::DirEntry> = std::fs::read_dir(path)?.collect::<io::Result<_>>()?;
    inside.sort_by_key(std::fs::DirEntry::path);
    for entry in inside {
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            gather(&path, files)?;
        } else if is_scenario(&path) && !path.is_dir() {
            files.push(path);
        }
    }
    Ok(())
}

/// Whether a file in a folder is a scenario, and neither playthroughs nor what the visits of a case share.
fn is_scenario(path: &Path) -> bool {
    let is_case = library::stem(path).is_some_and(|stem| stem == CASE);
    path.extension().is_some_and(|e| e == "ron") && !plays::is_of_plays(path) && !is_case
}

fn is_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn check(file: &Path, args: &CheckArgs) -> Result<Checked, String> {
    let (path, contents) = match is_input(file) {
        true => (args.name.as_path(), library::read_from(io::stdin()).map_err(|e| e.to_string())),
        false => (file, library::read_file(file).map_err(|e| e.to_string())),
    };
    let Contents { text, problem } = contents?;
    let id = library::stem(path).unwrap_or_default();
    let problems = match problem {
        Some(problem) => vec![problem],
        None => lint::check(&id, &text, Model::shipped(), library::known()),
    };
    Ok(Checked { path: path.to_owned(), text, problems })
}

/// The playthroughs beside a scenario that can be played, where something is to be said about them.
fn plays_beside(file: &Path) -> Option<Checked> {
    let path = plays::beside(file);
    let text = library::read_file(&path).ok()?.text;
    let scenario = library::load(file.to_str()?, None).ok()?;
    let problems = lint::plays::check(&Arc::new(scenario), &text, Model::shipped());
    (!problems.is_empty()).then_some(Checked { path, text, problems })
}

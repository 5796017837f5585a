//! The command line: one subcommand per file.

pub mod assess;
pub mod case;
pub mod check;
#[cfg(feature = "game")]
mod display;
pub mod lesson;
pub mod library;
pub mod lsp;
pub mod graph;
pub mod fix;
pub mod fmt;
pub mod new;
pub mod explore;
pub mod explain;
pub mod people;
pub mod play;
mod put;
pub mod records;
pub mod replay;
pub mod report;
pub mod schema;
pub mod script;
pub mod sheet;
pub mod tour;
pub mod xapi;

use std::io::ErrorKind;
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::scenario::Scenario;

/// Practice the conversations that come before force is a question.
#[derive(Parser)]
#[command(name = "alongside", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Task>,
    #[command(flatten)]
    window: play::WindowArgs,
}

#[derive(Subcommand)]
enum Task {
    /// Have a conversation, in a window or in the terminal.
    Play(play::PlayArgs),
    /// Sit a form of conversations that count, as an instructor issued it.
    Assess(assess::AssessArgs),
    /// Play a conversation from a list of choices and print everything about it as JSON.
    Replay(replay::ReplayArgs),
    /// Live the year of a case in four ways, and see how many doors are open at its end.
    Case(case::CaseArgs),
    /// Print the first lesson as a script, with what the rating makes of each line.
    Lesson,
    /// Check scenario files: every problem at its line, with a fix.
    Check(check::CheckArgs),
    /// Serve an editor: live findings, hover, completion, definitions, renaming, layout and mends.
    Lsp(lsp::LspArgs),
    /// Print the format of a scenario as a JSON Schema.
    Schema,
    /// Tell what the scenarios that ship give to practice with, as tables in Markdown.
    Library(library::LibraryArgs),
    /// Draw a scenario as a graph, to print or to show.
    Graph(graph::GraphArgs),
    /// Print a scenario as a script to read at the table.
    Script(script::ScriptArgs),
    /// Print what an instructor has on the table: where a scenario turns, questions for a class, and its provenance.
    Sheet(sheet::SheetArgs),
    /// Print or save what came of it: a debrief, a trainee, a class, or a table of completions.
    Report(report::ReportArgs),
    /// Lay scenario files out in the one canonical way; every comment stays.
    Fmt(fmt::FmtArgs),
    /// Begin a scenario: a short one that plays, with comments that say what is what.
    New(new::NewArgs),
    /// Let a thousand simulated trainees play a scenario, and tell what came of it.
    Explore(explore::ExploreArgs),
    /// Say what a finding of `check` means, with an example.
    Explain(explain::ExplainArgs),
    /// Make pictures of every screen, person and place, without a window, and compare them with those of before.
    Tour(tour::TourArgs),
    /// Say who practiced here and what of it is kept; export, import, delete or verify it.
    Records(records::RecordsArgs),
    /// Look at the people one by one, try faces and postures on them, and write their files.
    People(people::PeopleArgs),
    /// Tell an academy's store what was practiced: set it up, look how it stands, send, or write it to a file.
    Xapi(xapi::XapiArgs),
}

/// Does what the command line asks. Without a subcommand the game opens.
pub fn run(cli: Cli) -> ExitCode {
    match cli.command {
        None => play::run(&play::PlayArgs { window: cli.window, ..play::PlayArgs::default() }),
        Some(Task::Play(args)) => play::run(&args),
        Some(Task::Assess(args)) => assess::run(&args),
        Some(Task::Replay(args)) => replay::run(&args),
        Some(Task::Case(args)) => case::run(&args),
        Some(Task::Lesson) => lesson::run(),
        Some(Task::Check(args)) => check::run(&args),
        Some(Task::Lsp(args)) => lsp::run(&args),
        Some(Task::Schema) => schema::run(),
        Some(Task::Library(args)) => library::run(&args),
        Some(Task::Graph(args)) => graph::run(&args),
        Some(Task::Script(args)) => script::run(&args),
        Some(Task::Sheet(args)) => sheet::run(&args),
        Some(Task::Report(args)) => report::run(&args),
        Some(Task::Fmt(args)) => fmt::run(&args),
        Some(Task::New(args)) => new::run(&args),
        Some(Task::Explore(args)) => explore::run(&args),
        Some(Task::Explain(args)) => explain::run(&args),
        Some(Task::Tour(args)) => tour::run(&args),
        Some(Task::People(args)) => people::run(&args),
        Some(Task::Records(args)) => records::run(&args),
        Some(Task::Xapi(args)) => xapi::run(&args),
    }
}

/// Ends with a line on standard error and the given code.
fn fail(code: u8, message: impl std::fmt::Display) -> ExitCode {
    eprintln!("alongside: {message}");
    ExitCode::from(code)
}

/// Ends after standard output failed: quietly where the reader closed it, as `head` does.
fn unwritten(what: &str, error: &std::io::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        _ => fail(2, format_args!("could not write {what}: {error}")),
    }
}

/// The scenario that a command names: an id or a path, with the user's own folder.
///
/// # Errors
/// What to tell.
fn loaded(name: &str, folder: Option<&Path>) -> Result<Scenario, String> {
    crate::scenario::library::load(name, own_folder(folder)?).map_err(|problem| problem.to_string())
}

/// The user's own folder, where one was given and is there.
///
/// # Errors
/// A sentence, when it is not a folder.
fn own_folder(folder: Option<&Path>) -> Result<Option<&Path>, String> {
    match folder {
        Some(path) if !path.is_dir() => Err(format!("there is no folder {}", path.display())),
        folder => Ok(folder),
    }
}

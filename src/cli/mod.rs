//! The command line: one subcommand per file.

pub mod check;
#[cfg(feature = "game")]
mod display;
pub mod explain;
pub mod play;
pub mod replay;

use std::io::ErrorKind;
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

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
    /// Play a conversation from a list of choices and print everything about it as JSON.
    Replay(replay::ReplayArgs),
    /// Check scenario files: every problem at its line, with a fix.
    Check(check::CheckArgs),
    /// Say what a finding of `check` means, with an example.
    Explain(explain::ExplainArgs),
}

/// Does what the command line asks. Without a subcommand the game opens.
pub fn run(cli: Cli) -> ExitCode {
    match cli.command {
        None => play::run(&play::PlayArgs { window: cli.window, ..play::PlayArgs::default() }),
        Some(Task::Play(args)) => play::run(&args),
        Some(Task::Replay(args)) => replay::run(&args),
        Some(Task::Check(args)) => check::run(&args),
        Some(Task::Explain(args)) => explain::run(&args),
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

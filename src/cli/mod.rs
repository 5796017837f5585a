//! The command line: one subcommand per file.

pub mod check;
pub mod play;
pub mod replay;

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
}

/// Does what the command line asks. Without a subcommand the game opens.
pub fn run(cli: Cli) -> ExitCode {
    match cli.command {
        None => play::run(&play::PlayArgs { window: cli.window, ..play::PlayArgs::default() }),
        Some(Task::Play(args)) => play::run(&args),
        Some(Task::Replay(args)) => replay::run(&args),
        Some(Task::Check(args)) => check::run(&args),
    }
}

/// Ends with a line on standard error and the given code.
fn fail(code: u8, message: impl std::fmt::Display) -> ExitCode {
    eprintln!("alongside: {message}");
    ExitCode::from(code)
}

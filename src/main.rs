//! The `alongside` program.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    alongside::cli::run(alongside::cli::Cli::parse())
}

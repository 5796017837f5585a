//! `alongside lsp`: what the program knows, in an editor while a scenario is written.

use std::process::ExitCode;

use crate::lint::check;
use crate::lsp::{Ended, serve_stdio};
use crate::model::Model;
use crate::scenario::library::known;

#[derive(clap::Args)]
pub struct LspArgs {
    /// Speak over standard input and output (the only way there is; many editors say so).
    #[arg(long)]
    stdio: bool,
}

/// Ends with 0 where the editor said goodbye, as the protocol has it, and with 1 where it did not.
pub fn run(_: &LspArgs) -> ExitCode {
    match serve_stdio(|id, text| check(id, text, Model::shipped(), known())) {
        Ended::AsAsked => ExitCode::SUCCESS,
        Ended::Abruptly => ExitCode::from(1),
    }
}

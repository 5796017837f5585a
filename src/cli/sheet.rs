//! `alongside sheet`: what an instructor has on the table.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::ValueEnum;

use super::put::put;
use super::{fail, loaded};
use crate::explore::survey;
use crate::model::Model;
use crate::report::sheet::{html, sheet, text};
use crate::scenario::{Scenario, plays};
use crate::session::replay::proof::{Came, came};

#[derive(clap::Args)]
pub struct SheetArgs {
    /// A scenario's id, or the path of its file.
    scenario: String,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write it to this file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
    /// A folder of your own scenarios.
    #[arg(long)]
    scenarios: Option<PathBuf>,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// A page to print.
    #[default]
    Html,
    /// Eighty columns of text.
    Text,
}

pub fn run(args: &SheetArgs) -> ExitCode {
    let scenario = match loaded(&args.scenario, args.scenarios.as_deref()) {
        Ok(scenario) => Arc::new(scenario),
        Err(problem) => return fail(2, problem),
    };
    let ways = match ways(&scenario, &args.scenario, args.scenarios.as_deref()) {
        Ok(ways) => ways,
        Err(problem) => return fail(2, problem),
    };
    let model = Model::shipped();
    let sheet = sheet(&scenario, model, &ways, &survey(&scenario, model));
    let document = match args.format {
        Format::Html => html(&sheet),
        Format::Text => text(&sheet),
    };
    put(&document, args.out.as_deref())
}

/// The playthroughs beside the scenario with what each comes to now; none where there is no such file.
fn ways(scenario: &Arc<Scenario>, name: &str, folder: Option<&Path>) -> Result<Vec<(String, Came)>, String> {
    let Some(text) = plays::text_beside(name, folder) else { return Ok(Vec::new()) };
    let plays = plays::read(&text).map_err(|fault| format!("{}{}: {}", scenario.id, plays::ENDING, fault.message))?;
    let came = |play: &plays::Playthrough| came(scenario, Model::shipped(), play).map(|came| (play.name.clone(), came));
    plays.iter().map(came).collect()
}

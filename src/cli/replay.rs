//! `alongside replay`: plays without a window and prints one JSON document.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use super::{fail, loaded, unwritten};
use crate::model::Model;
use crate::scenario::Scenario;
use crate::session::Start;
use crate::session::replay::{Moves, document, play_from};

#[derive(clap::Args)]
pub struct ReplayArgs {
    /// A scenario's id, or the path of its file.
    scenario: String,
    /// The lines said: each by its place in its node's file order, from 1, hidden ones counted.
    #[arg(long, value_delimiter = ',')]
    choices: Vec<usize>,
    /// The answers to cue questions, from 1; 0 passes one over.
    #[arg(long, value_delimiter = ',')]
    cues: Vec<usize>,
    /// Settles every variation and the order of lines.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How things stand when it begins, where the scenario knows several ways: an arrival's id.
    #[arg(long)]
    arrives: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    mode: super::play::ModeArg,
    /// Print JSON (the only form there is; kept so that scripts say what they expect).
    #[arg(long)]
    json: bool,
    /// A folder of your own scenarios.
    #[arg(long)]
    scenarios: Option<PathBuf>,
}

pub fn run(args: &ReplayArgs) -> ExitCode {
    let scenario = match loaded(&args.scenario, args.scenarios.as_deref()) {
        Ok(scenario) => scenario,
        Err(problem) => return fail(2, problem),
    };
    let moves = Moves { choices: args.choices.clone(), cues: args.cues.clone() };
    let start = match start(&scenario, args.arrives.as_deref()) {
        Ok(start) => Arc::new(start),
        Err(problem) => return fail(2, problem),
    };
    match play_from(Arc::new(scenario), Model::shipped(), args.seed, args.mode.into(), start, &moves) {
        Err(stuck) => fail(2, stuck),
        Ok(session) => print(&document(&session)),
    }
}

fn start(scenario: &Scenario, arrives: Option<&str>) -> Result<Start, String> {
    let Some(id) = arrives else { return Ok(Start::written(scenario)) };
    let number = scenario.arrivals.iter().position(|a| a.id == id);
    number.map(|n| Start::arriving(scenario, n as u64)).ok_or_else(|| {
        let ids: Vec<&str> = scenario.arrivals.iter().map(|a| a.id.as_str()).collect();
        let known = if ids.is_empty() { "none".to_owned() } else { ids.join(", ") };
        format!("\"{}\" has no arrival \"{id}\"; there are: {known}", scenario.id)
    })
}

fn print(document: &serde_json::Value) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let written = serde_json::to_writer_pretty(&mut out, document).map_err(std::io::Error::from);
    match written.and_then(|()| writeln!(out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => unwritten("the document", &e),
    }
}

//! `alongside script`: a scenario as a read-through for table work.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use super::put::put;
use super::{fail, loaded};
use crate::model::Model;
use crate::report::script::{Reader, html, script, text};

#[derive(clap::Args)]
pub struct ScriptArgs {
    /// A scenario's id, or the path of its file.
    scenario: String,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Trainees' copies have no techniques, notes, feelings or answers to cue questions.
    #[arg(long = "for", value_enum, value_name = "READER", default_value_t)]
    reader: ReaderArg,
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

#[derive(Clone, Copy, Default, ValueEnum)]
enum ReaderArg {
    #[default]
    Instructor,
    Trainees,
}

pub fn run(args: &ScriptArgs) -> ExitCode {
    let scenario = match loaded(&args.scenario, args.scenarios.as_deref()) {
        Ok(scenario) => scenario,
        Err(problem) => return fail(2, problem),
    };
    let reader = match args.reader {
        ReaderArg::Instructor => Reader::Instructor,
        ReaderArg::Trainees => Reader::Trainee,
    };
    let script = script(&scenario, Model::shipped(), reader);
    let document = match args.format {
        Format::Html => html(&script),
        Format::Text => text(&script),
    };
    put(&document, args.out.as_deref())
}

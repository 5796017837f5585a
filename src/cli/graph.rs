//! `alongside graph`: the nodes and roads of a scenario as a picture.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use super::put::put;
use super::{fail, loaded};
use crate::report::graph::{dot, page, svg};

#[derive(clap::Args)]
pub struct GraphArgs {
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
    /// A page to print or show, with the same in words.
    #[default]
    Html,
    /// The picture alone.
    Svg,
    /// For Graphviz.
    Dot,
}

pub fn run(args: &GraphArgs) -> ExitCode {
    let scenario = match loaded(&args.scenario, args.scenarios.as_deref()) {
        Ok(scenario) => scenario,
        Err(problem) => return fail(2, problem),
    };
    let document = match args.format {
        Format::Html => page(&scenario),
        Format::Dot => dot(&scenario),
        Format::Svg => match svg(&scenario, None) {
            Ok(picture) => picture,
            Err(e) => {
                return fail(2, format_args!("{e}; `--format html` has its table, and `--format dot` is for Graphviz"));
            }
        },
    };
    put(&document, args.out.as_deref())
}

//! `alongside explore`: what a thousand, or a million, trainees would do with a scenario.

use std::fs::File;
use std::io::{IsTerminal, Read};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::put::put;
use super::{fail, loaded};
use crate::explore::exploration::FORM;
use crate::explore::plan::MOST_PLAYS;
use crate::explore::search::Limits;
use crate::explore::{Exploration, Plan, Shard, TRAINEES, Trainee, explore, join};
use crate::model::Model;
use crate::report::explore::{html, json, text};
use crate::report::graph::svg;
use crate::report::page::{Page, clean};
use crate::scenario::{Scenario, library};

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct ExploreArgs {
    #[command(subcommand)]
    task: Option<ExploreTask>,
    #[command(flatten)]
    run: RunArgs,
}

#[derive(clap::Subcommand)]
enum ExploreTask {
    /// Join shares made with --shard into the whole, the same to the byte as if it had been made at once.
    Merge(MergeArgs),
}

#[derive(clap::Args)]
struct RunArgs {
    /// A scenario's id, or the path of its file.
    #[arg(required = true)]
    scenario: Option<String>,
    /// Plays in all; the trainees take turns.
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(1..=MOST_PLAYS))]
    plays: u64,
    /// Seed of the first play; each further play has the next.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only these simulated trainees; all ten by default.
    #[arg(long = "trainee", value_name = "NAME", num_args = 1.., value_parser = trainee)]
    trainees: Vec<&'static Trainee>,
    #[command(flatten)]
    output: OutputArgs,
    /// Make only the I-th of N equal shares, as JSON, for `explore merge` to join.
    #[arg(long, value_name = "I/N", value_parser = Shard::parse)]
    shard: Option<Shard>,
    /// Threads; all cores by default. The result does not depend on it.
    #[arg(long)]
    jobs: Option<NonZeroUsize>,
    /// A folder of your own scenarios.
    #[arg(long)]
    scenarios: Option<PathBuf>,
}

#[derive(clap::Args)]
struct MergeArgs {
    /// The shares, all of them, in any order.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(clap::Args)]
struct OutputArgs {
    /// How to tell it; text by default.
    #[arg(long, value_enum)]
    format: Option<FormatArg>,
    /// Write to this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    Text,
    Json,
    /// One page that needs nothing else.
    Html,
}

pub fn run(args: &ExploreArgs) -> ExitCode {
    match (&args.task, &args.run.scenario) {
        (Some(ExploreTask::Merge(args)), _) => merge(args),
        (None, Some(scenario)) => make(scenario, &args.run),
        (None, None) => fail(2, "name a scenario"),
    }
}

fn trainee(name: &str) -> Result<&'static Trainee, String> {
    let names = || TRAINEES.iter().map(|t| t.name);
    TRAINEES.iter().find(|t| t.name == name).ok_or_else(|| {
        format!("there is no trainee called that; there are: {}", names().collect::<Vec<_>>().join(", "))
    })
}

fn make(name: &str, args: &RunArgs) -> ExitCode {
    let shard = args.shard.unwrap_or(Shard::WHOLE);
    let format = args.output.format.unwrap_or(if shard == Shard::WHOLE { FormatArg::Text } else { FormatArg::Json });
    if shard != Shard::WHOLE && format != FormatArg::Json {
        return fail(
            2,
            "a share is written as JSON; join the shares with `alongside explore merge` and give the format there",
        );
    }
    let scenario = match loaded(name, args.scenarios.as_deref()) {
        Ok(scenario) => Arc::new(scenario),
        Err(problem) => return fail(2, problem),
    };
    let plan =
        Plan { plays: args.plays, seed: args.seed, trainees: chosen(&args.trainees), shard, limits: Limits::default() };
    let jobs = args.jobs.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let bar = bar(plan.numbers().end - plan.numbers().start);
    let exploration = explore(&scenario, Model::shipped(), &plan, jobs.min(MOST_JOBS), &|made| {
        bar.inc(made);
        if Some(bar.position()) == bar.length() {
            bar.set_message("looking for the best and worst paths");
        }
    });
    bar.finish_and_clear();
    give(&exploration, Some(&scenario), format, args.output.out.as_deref())
}

const MOST_JOBS: usize = 1024;

/// In the order of the table and each once, so that the order of the words on the command line changes nothing.
fn chosen(named: &[&'static Trainee]) -> Vec<&'static Trainee> {
    let wanted = |t: &&Trainee| named.is_empty() || named.iter().any(|n| n.name == t.name);
    TRAINEES.iter().filter(wanted).collect()
}

/// Shown only where standard error is a terminal.
fn bar(plays: u64) -> ProgressBar {
    let target =
        if std::io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(plays), target);
    match ProgressStyle::with_template("  {bar:30} {human_pos} of {human_len} plays  {msg}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn merge(args: &MergeArgs) -> ExitCode {
    let mut shares = Vec::new();
    for file in &args.files {
        match read(file) {
            Ok(share) => shares.push((clean(&file.display().to_string()), share)),
            Err(problem) => return fail(2, clean(&problem)),
        }
    }
    match join(shares) {
        Ok(whole) => {
            let scenario = library::load(&whole.identity.scenario, None).ok().filter(|s| s.hash == whole.identity.hash);
            let format = args.output.format.unwrap_or(FormatArg::Text);
            give(&whole, scenario.as_ref(), format, args.output.out.as_deref())
        }
        Err(problem) => fail(2, clean(&problem.to_string())),
    }
}

/// A share of the largest scenario with all its words is a tenth of this.
const MOST_BYTES: u64 = 512 << 20;

fn read(path: &Path) -> Result<Exploration, String> {
    let shown = path.display();
    let unread = |e| format!("could not read {shown}: {e}");
    let mut bytes = Vec::new();
    File::open(path).map_err(unread)?.take(MOST_BYTES).read_to_end(&mut bytes).map_err(unread)?;
    let share: Exploration = serde_json::from_slice(&bytes)
        .map_err(|e| format!("{shown} is no share made by `alongside explore --shard`: {e}"))?;
    if share.identity.form != FORM {
        return Err(format!("{shown} was made by another version of Alongside; make the shares again with this one"));
    }
    Ok(share)
}

/// Without the scenario, a page has no drawing of it.
fn give(exploration: &Exploration, scenario: Option<&Scenario>, format: FormatArg, out: Option<&Path>) -> ExitCode {
    if (format, out) == (FormatArg::Text, None) {
        text::write(&mut Page::on_stdout(), exploration);
        return ExitCode::SUCCESS;
    }
    let document = match format {
        FormatArg::Text => Ok(text::plain(exploration)),
        FormatArg::Json => {
            serde_json::to_string(&json::document(exploration)).map(|text| text + "\n").map_err(|e| e.to_string())
        }
        FormatArg::Html => {
            // where it is too large to draw, the page has its table
            let drawn = scenario.and_then(|s| svg(s, Some(&html::heat(exploration))).ok());
            html::page(exploration, drawn).map_err(|e| e.to_string())
        }
    };
    match document {
        Ok(document) => put(&document, out),
        Err(e) => fail(2, format_args!("the page could not be made: {e}")),
    }
}

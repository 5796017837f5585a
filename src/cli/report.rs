//! `alongside report`: a debrief, a trainee, a class or all completions, to print, to read or to hand on.

mod class;
mod completions;
mod debrief;
mod trainee;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};

use super::fail;
use super::put::put;
use crate::records::{Records, Stamp, place};

#[derive(clap::Args)]
pub struct ReportArgs {
    #[command(subcommand)]
    report: Report,
}

#[derive(Subcommand)]
enum Report {
    /// One conversation: how it went, turn by turn.
    Debrief(debrief::DebriefArgs),
    /// One trainee over all conversations.
    Trainee(trainee::TraineeArgs),
    /// A class that had the same conversation. Nobody is ranked, and fewer than five are never broken down.
    Class(class::ClassArgs),
    /// What was completed, as the CSV that most academies take.
    Completions(completions::CompletionsArgs),
}

pub fn run(args: &ReportArgs) -> ExitCode {
    let (document, out) = match &args.report {
        Report::Debrief(args) => (debrief::document(args), &args.kept.out),
        Report::Trainee(args) => (trainee::document(args), &args.kept.out),
        Report::Class(args) => (class::document(args), &args.kept.out),
        Report::Completions(args) => (completions::document(args), &args.kept.out),
    };
    match document {
        Ok(document) => put(&document, out.as_deref()),
        Err(problem) => fail(2, problem),
    }
}

/// Where the records are, and where the report goes.
#[derive(clap::Args)]
struct Kept {
    /// The file of the records, or its folder; by default the one the game keeps.
    #[arg(long, value_name = "PATH")]
    records: Option<PathBuf>,
    /// Write it to this file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Say names, which otherwise stay hidden.
    #[arg(long)]
    names: bool,
}

impl Kept {
    /// # Errors
    /// What to tell.
    fn open(&self) -> Result<Records, String> {
        let Some(file) = place::file(self.records.as_deref()) else {
            return Err("this machine tells no folder for records; name a file with --records".to_owned());
        };
        Records::open_existing(&file).map_err(|trouble| trouble.to_string())
    }
}

/// The days that a report is about, both of them included.
#[derive(clap::Args)]
struct Span {
    /// From this day on, as 2026-11-04.
    #[arg(long, value_name = "DATE", value_parser = first_of)]
    since: Option<Stamp>,
    /// Up to and with this day.
    #[arg(long, value_name = "DATE", value_parser = last_of)]
    until: Option<Stamp>,
}

impl Span {
    fn ends(&self) -> (Stamp, Stamp) {
        let at = |ms| Stamp { ms, zone: 0 };
        (self.since.unwrap_or(at(i64::MIN)), self.until.unwrap_or(at(i64::MAX)))
    }

    fn holds(&self, when: Stamp) -> bool {
        let (from, to) = self.ends();
        (from.ms..=to.ms).contains(&when.ms)
    }
}

fn first_of(day: &str) -> Result<Stamp, String> {
    Stamp::beginning_of(day).ok_or_else(|| "give a day like 2026-11-04".to_owned())
}

fn last_of(day: &str) -> Result<Stamp, String> {
    let next = first_of(day)?.days_on(1);
    Ok(Stamp { ms: next.ms - 1, ..next })
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// A page to print or to open, with nothing beside it.
    #[default]
    Html,
    /// Eighty columns of text.
    Text,
    /// A table for a spreadsheet.
    Csv,
}

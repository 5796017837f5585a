//! `alongside case`: what a case comes to for people who live its year in different ways.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use super::{fail, unwritten};
use crate::case::{self, LIVES, Year, live};
use crate::model::Model;

#[derive(clap::Args)]
pub struct CaseArgs {
    /// The name of the case's folder; without one, the cases there are.
    name: Option<String>,
    /// Years lived in each way, with the seeds from 1.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    years: u64,
    /// A folder of your own.
    #[arg(long)]
    scenarios: Option<PathBuf>,
}

pub fn run(args: &CaseArgs) -> ExitCode {
    let user = args.scenarios.as_deref();
    let told = match &args.name {
        None => case::all(user).iter().map(|case| format!("{}: {}\n", case.id, case.title)).collect(),
        Some(name) => match case::load(name, user) {
            Err(problem) => return fail(2, problem),
            Ok(case) => told(&case, args.years),
        },
    };
    match std::io::stdout().lock().write_all(told.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => unwritten("the case", &e),
    }
}

fn told(case: &case::Case, years: u64) -> String {
    let count = case::standing(case, &case::Course::begin(case).passport, Model::shipped()).len();
    let mut out = format!(
        "{}\n  {years} years of each kind. Properties of the arithmetic, not findings about officers.\n\n  \
         how the year is lived                            trust  readiness  doors open of {count}\n",
        case.title
    );
    for life in LIVES {
        let lived: Vec<Year> = (1..=years).map(|seed| live(case, Model::shipped(), life, seed)).collect();
        let mean = |of: fn(&Year) -> f64| lived.iter().map(of).sum::<f64>() / years as f64;
        out += &format!(
            "  {:<46} {:>7.0} {:>10.0} {:>12.1}\n",
            format!("{}: {}", life.name, life.what),
            mean(|y| y.trust),
            mean(|y| y.readiness),
            mean(|y| y.doors as f64)
        );
    }
    out
}

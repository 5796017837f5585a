//! `alongside report completions`: what was brought to its end, for an academy's own system.

use super::{Kept, Span};
use crate::report::completions::{Course, csv};

#[derive(clap::Args)]
pub struct CompletionsArgs {
    /// What the course is called in the academy's own system.
    #[arg(long, default_value = "Alongside")]
    course: String,
    /// The cut score, 0 to 100, to be reached on each of the four ratings; without it nothing is passed or failed.
    #[arg(long, value_name = "SCORE", value_parser = score)]
    cut: Option<f64>,
    #[command(flatten)]
    span: Span,
    #[command(flatten)]
    pub(super) kept: Kept,
}

/// # Errors
/// What to tell.
pub fn document(args: &CompletionsArgs) -> Result<String, String> {
    let (from, to) = args.span.ends();
    let completions = args.kept.open()?.completions(from, to).map_err(|trouble| trouble.to_string())?;
    Ok(csv(&completions, &Course { name: &args.course, cut: args.cut, with_names: args.kept.names }))
}

fn score(text: &str) -> Result<f64, String> {
    let score = text.parse().ok().filter(|score| (0.0..=100.0).contains(score));
    score.ok_or_else(|| "give a score from 0 to 100".to_owned())
}

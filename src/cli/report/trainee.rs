//! `alongside report trainee`: one trainee over all conversations.

use std::sync::Arc;

use super::{Format, Kept, Span};
use crate::growth::{Serves, progress};
use crate::model::Model;
use crate::records::{Past, Stamp};
use crate::report::trainee::{TraineeReport, csv, html, text};
use crate::scenario::library;

#[derive(clap::Args)]
pub struct TraineeArgs {
    /// The trainee: a name, an officer id, or the beginning of the id in the records.
    trainee: String,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    span: Span,
    #[command(flatten)]
    pub(super) kept: Kept,
}

/// # Errors
/// What to tell.
pub fn document(args: &TraineeArgs) -> Result<String, String> {
    let records = args.kept.open()?;
    let mut trainee = records.trainee_called(&args.trainee).map_err(|trouble| trouble.to_string())?;
    let mut past = records.past(trainee.ix).map_err(|trouble| trouble.to_string())?;
    past.retain(|p| args.span.holds(p.began));
    if !args.kept.names {
        trainee.name.clear();
    }
    let now = Stamp::now();
    let scenarios: Vec<_> =
        library::all(None).iter().filter_map(|e| library::load(&e.id, None).ok()).map(Arc::new).collect();
    let plays: Vec<_> = past.iter().map(Past::play).collect();
    let serves = Serves::of(&scenarios, Model::shipped());
    let told = progress(Model::shipped(), &plays, &[], now.day(), &serves, now.day().unsigned_abs());
    let report = TraineeReport::of(&trainee, &past, Model::shipped(), now).with_growth(&told, now.day());
    Ok(match args.format {
        Format::Html => html(&report),
        Format::Text => text(&report),
        Format::Csv => csv(&report),
    })
}

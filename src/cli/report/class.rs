//! `alongside report class`: everybody who had one conversation.

use std::path::PathBuf;

use super::{Format, Kept, Span};
use crate::cli::loaded;
use crate::model::Model;
use crate::records::{ClassAttempt, Records};
use crate::report::class::{Names, class, csv, html, text};
use crate::scenario::Scenario;
use crate::xapi::read::{self, Wanted};
use crate::xapi::{Credential, Setup};

#[derive(clap::Args)]
pub struct ClassArgs {
    /// A scenario's id, or the path of its file.
    scenario: String,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    span: Span,
    /// Read the class back from the store that `alongside xapi setup` names, instead of this machine's records.
    #[arg(long, conflicts_with = "names")]
    from_lrs: bool,
    /// A folder of your own scenarios.
    #[arg(long)]
    scenarios: Option<PathBuf>,
    #[command(flatten)]
    pub(super) kept: Kept,
}

/// # Errors
/// What to tell.
pub fn document(args: &ClassArgs) -> Result<String, String> {
    let scenario = loaded(&args.scenario, args.scenarios.as_deref())?;
    let (attempts, names) = attempts(args, &scenario)?;
    let report = class(&attempts, &scenario, Model::shipped(), names.as_ref());
    Ok(match args.format {
        Format::Html => html(&report),
        Format::Text => text(&report),
        Format::Csv => csv(&report),
    })
}

/// The one place that says where a class comes from, and what it is called.
fn attempts(args: &ClassArgs, scenario: &Scenario) -> Result<(Vec<ClassAttempt>, Option<Names>), String> {
    let records = args.kept.open()?;
    let (from, to) = args.span.ends();
    if args.from_lrs {
        let setup = Setup::of(&records).map_err(|trouble| trouble.to_string())?;
        let setup = setup.ok_or("no store is set up; `alongside xapi setup` names one")?;
        let (credential, _) = Credential::find(&setup.endpoint)?;
        let attempts = read::class(&setup, credential, Wanted { scenario: &scenario.id, from, to })?;
        // a store knows nobody's name
        return Ok((attempts, None));
    }
    let attempts = records.class(&scenario.id, from, to).map_err(|trouble| trouble.to_string())?;
    let names = if args.kept.names { Some(names(&records)?) } else { None };
    Ok((attempts, names))
}

fn names(records: &Records) -> Result<Names, String> {
    let trainees = records.trainees().map_err(|trouble| trouble.to_string())?;
    Ok(trainees.into_iter().map(|t| (t.id, t.name)).collect())
}

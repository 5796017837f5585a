//! `alongside report debrief`: one conversation, played again from the records.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Format, Kept, Span};
use crate::cli::loaded;
use crate::debrief::debrief;
use crate::model::Model;
use crate::records::{Past, Records, Trainee};
use crate::report::debrief::{Imprint, csv, html, text};

#[derive(clap::Args)]
pub struct DebriefArgs {
    /// The trainee: a name, an officer id, or the beginning of the id that `alongside report trainee` shows.
    trainee: String,
    /// The attempt, by the beginning of its id; by default the last one that came to its end.
    #[arg(long, value_name = "ID")]
    attempt: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    span: Span,
    /// A folder of your own scenarios.
    #[arg(long)]
    scenarios: Option<PathBuf>,
    #[command(flatten)]
    pub(super) kept: Kept,
}

/// # Errors
/// What to tell.
pub fn document(args: &DebriefArgs) -> Result<String, String> {
    let records = args.kept.open()?;
    let trainee = records.trainee_called(&args.trainee).map_err(|trouble| trouble.to_string())?;
    let past = records.past(trainee.ix).map_err(|trouble| trouble.to_string())?;
    let attempt = wanted(args, &past)?;
    let played = records.attempt(attempt.ix).map_err(|trouble| trouble.to_string())?;
    let scenario = loaded(&played.scenario, args.scenarios.as_deref())?;
    let (session, _) = played.resume(Arc::new(scenario), Model::shipped()).map_err(|_| too_old(attempt))?;
    let imprint = Imprint {
        name: name(args, &trainee),
        when: Some(attempt.began),
        hash: played.hash,
        model: played.model,
        seal: seal(&records, attempt)?,
        ..Imprint::default()
    };
    let told = debrief(&session);
    Ok(match args.format {
        Format::Html => html(&told, &imprint),
        Format::Text => text(&told, &imprint),
        Format::Csv => csv(&told),
    })
}

fn name(args: &DebriefArgs, trainee: &Trainee) -> String {
    if args.kept.names { trainee.name.clone() } else { String::new() }
}

fn wanted<'p>(args: &DebriefArgs, past: &'p [Past]) -> Result<&'p Past, String> {
    let mut in_span = past.iter().filter(|p| args.span.holds(p.began)).rev();
    match &args.attempt {
        None => in_span.find(|p| p.ending.is_some()).ok_or_else(|| "no conversation came to its end there".to_owned()),
        Some(id) => {
            let found: Vec<&Past> = in_span.filter(|p| p.id.to_string().starts_with(&id.to_lowercase())).collect();
            match found.as_slice() {
                [one] => Ok(one),
                [] => Err(format!("no attempt of theirs begins with \"{id}\"; `alongside report trainee` lists them")),
                _ => Err(format!("more than one attempt begins with \"{id}\"; give more of the id")),
            }
        }
    }
}

fn too_old(attempt: &Past) -> String {
    format!(
        "\"{}\" or the program has changed since this was played, so it cannot be told turn by turn any more; `alongside report trainee` still has its ratings",
        attempt.title
    )
}

fn seal(records: &Records, attempt: &Past) -> Result<Option<crate::records::Link>, String> {
    let seals = records.seals().map_err(|trouble| trouble.to_string())?;
    Ok(seals.into_iter().find(|link| link.attempt == attempt.id))
}

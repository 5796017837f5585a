//! `alongside records`: who practiced here, what of it is kept, and taking it along or away.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{fail, unwritten};
use crate::records::{Exported, Pin, Records, Retention, Stamp, Trainee, Trouble, place};
use crate::report::page::clean as plain;
use crate::rewrite::write::over;
use crate::session::Mode;

#[derive(clap::Args)]
pub struct RecordsArgs {
    /// The records' file or folder, instead of the platform's data folder.
    #[arg(long, value_name = "PATH", global = true)]
    records: Option<PathBuf>,
    #[command(subcommand)]
    task: Task,
}

#[derive(clap::Subcommand)]
enum Task {
    /// Say who practiced here, and how often.
    List,
    /// Tell what one trainee did, attempt by attempt.
    Show { trainee: String },
    /// Write all of one's own as JSON, to keep or to take along.
    Export {
        trainee: String,
        /// Where to; standard output by default.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Add what an export holds and is not here yet.
    Import { file: PathBuf },
    /// Delete a trainee with all that is theirs, for good.
    Delete {
        trainee: String,
        /// Do it; without this it is only told what would go.
        #[arg(long)]
        yes: bool,
    },
    /// Read everything, and check the seals of the assessments.
    Verify,
    /// Set how long attempts are kept, or say how it is set.
    Keep {
        /// Months after which an attempt is deleted; 0 for ever.
        #[arg(long)]
        months: Option<u32>,
        /// While it is on, nothing is deleted, whoever asks.
        #[arg(long, value_enum)]
        legal_hold: Option<Switch>,
        /// Whether this trainee's practice is kept once its debrief is closed.
        #[arg(long, value_enum, requires = "trainee")]
        practice: Option<Switch>,
        #[arg(long)]
        trainee: Option<String>,
    },
    /// Set what the academy knows a trainee by, or a PIN.
    Name {
        trainee: String,
        /// Another name; empty for none.
        #[arg(long)]
        name: Option<String>,
        /// The officer's id.
        #[arg(long)]
        officer: Option<String>,
        /// A PIN of 4 to 12 characters; empty takes it away.
        #[arg(long)]
        pin: Option<String>,
    },
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Switch {
    On,
    Off,
}

pub fn run(args: &RecordsArgs) -> ExitCode {
    match done(args) {
        Ok(Told { text, whole }) => {
            let written = std::io::stdout().lock().write_all(text.as_bytes());
            match written {
                Err(error) => unwritten("the answer", &error),
                Ok(()) if whole => ExitCode::SUCCESS,
                Ok(()) => ExitCode::from(1),
            }
        }
        Err(trouble) => fail(2, trouble),
    }
}

/// What to print, and whether all is well.
struct Told {
    text: String,
    whole: bool,
}

impl From<String> for Told {
    fn from(text: String) -> Self {
        Self { text, whole: true }
    }
}

fn done(args: &RecordsArgs) -> Result<Told, Trouble> {
    let named = args.records.as_deref();
    let file = place::file(named).ok_or_else(|| {
        Trouble::Other("this machine tells no folder for records; name a file with --records".to_owned())
    })?;
    let now = Stamp::now();
    match &args.task {
        Task::List => Ok(list(&Records::open_existing(&file)?, &file)?.into()),
        Task::Show { trainee } => Ok(show(&Records::open_existing(&file)?, trainee)?.into()),
        Task::Export { trainee, out } => Ok(export(&Records::open_existing(&file)?, trainee, out.as_deref())?.into()),
        Task::Import { file: from } => Ok(import(&mut Records::open(&file)?, from, now)?.into()),
        Task::Delete { trainee, yes } => Ok(delete(&mut Records::open_existing(&file)?, trainee, *yes, now)?.into()),
        Task::Verify => verify(&Records::open_existing(&file)?),
        Task::Keep { months, legal_hold, practice, trainee } => {
            let records = Records::open(&file)?;
            let wanted = Wanted { months: *months, legal_hold: *legal_hold, practice: *practice };
            Ok(keep(&records, wanted, trainee.as_deref())?.into())
        }
        Task::Name { trainee, name, officer, pin } => {
            let records = Records::open_existing(&file)?;
            Ok(rename(&records, trainee, [name, officer, pin].map(Option::as_deref))?.into())
        }
    }
}

fn list(records: &Records, file: &Path) -> Result<String, Trouble> {
    let mut text = format!("{}\n\n", file.display());
    for trainee in records.trainees()? {
        let past = records.past(trainee.ix)?;
        let finished = past.iter().filter(|p| p.conclusion.is_some()).count();
        let id = trainee.id.to_string();
        text += &format!(
            "{}  {:<28} {finished} finished, here last {}\n",
            &id[..8],
            plain(&called(&trainee)),
            trainee.here.date()
        );
    }
    Ok(text)
}

fn called(trainee: &Trainee) -> String {
    let name = if trainee.name.is_empty() { "(no name)" } else { &trainee.name };
    if trainee.officer.is_empty() { name.to_owned() } else { format!("{name}, {}", trainee.officer) }
}

fn show(records: &Records, name: &str) -> Result<String, Trouble> {
    let trainee = records.trainee_called(name)?;
    let mut text = format!("{}\n\n", plain(&called(&trainee)));
    for past in records.past(trainee.ix)? {
        let mode = match past.mode {
            Mode::Coached => "coached",
            Mode::Practice => "practice",
            Mode::Assessment => "assessment",
        };
        let again = if past.again { ", again" } else { "" };
        let ending = past.ending.as_deref().map_or("left".to_owned(), plain);
        text += &format!(
            "{}  {}  {mode}{again}, seed {}, {}, {ending}\n",
            past.began.date(),
            plain(&past.title),
            past.seed,
            many(past.turns.len(), "turn")
        );
    }
    if let Some(open) = records.unfinished(trainee.ix)? {
        text += &format!("{}  {}  open at turn {}\n", open.began.date(), plain(&open.title), open.steps.len() + 1);
    }
    Ok(text)
}

fn export(records: &Records, name: &str, out: Option<&Path>) -> Result<String, Trouble> {
    let exported = records.export(records.trainee_called(name)?.ix)?;
    let text = serde_json::to_string_pretty(&exported).map_err(|e| Trouble::Other(e.to_string()))? + "\n";
    let Some(out) = out else { return Ok(text) };
    over(out, &text).map_err(|e| Trouble::Other(format!("could not write {}: {e}", out.display())))?;
    Ok(format!("{} in {}\n", many(exported.attempts.len(), "attempt"), out.display()))
}

/// More than a lifetime of practice.
const MOST_BYTES: u64 = 1 << 30;

fn import(records: &mut Records, file: &Path, now: Stamp) -> Result<String, Trouble> {
    let cannot = |why: &dyn std::fmt::Display| Trouble::Other(format!("could not read {}: {why}", file.display()));
    let mut text = String::new();
    let opened = std::fs::File::open(file).map_err(|e| cannot(&e))?;
    opened.take(MOST_BYTES).read_to_string(&mut text).map_err(|e| cannot(&e))?;
    let exported: Exported = serde_json::from_str(&text).map_err(|e| cannot(&e))?;
    let done = records.import(&exported, now)?;
    let who = if done.newcomer { "somebody new here" } else { "somebody known here" };
    Ok(format!("added {} of {who}; here already: {}\n", many(done.added, "attempt"), done.known))
}

fn delete(records: &mut Records, name: &str, yes: bool, now: Stamp) -> Result<String, Trouble> {
    let trainee = records.trainee_called(name)?;
    let who = plain(&called(&trainee));
    if !yes {
        let attempts = records.export(trainee.ix)?.attempts.len();
        let attempts = many(attempts, "attempt");
        return Ok(format!("{who} and {attempts} would be deleted for good; say --yes to do it\n"));
    }
    let gone = records.delete_trainee(trainee.ix, now)?;
    Ok(format!("{who} and {} are deleted\n", many(gone, "attempt")))
}

fn verify(records: &Records) -> Result<Told, Trouble> {
    let verified = records.verify()?;
    let mut text = format!(
        "{} with {}; {}, {} of them of deleted records\n",
        many(verified.attempts, "attempt"),
        many(verified.turns, "turn"),
        many(verified.seals, "seal"),
        verified.removed
    );
    if let Some(last) = records.seals()?.last() {
        text += &format!("the last seal is number {}, {}\n", last.number, last.mark);
    }
    verified.faults.iter().for_each(|fault| text += &format!("{fault}\n"));
    if verified.faults.is_empty() {
        text += "everything is as it was written\n";
    }
    Ok(Told { text, whole: verified.faults.is_empty() })
}

struct Wanted {
    months: Option<u32>,
    legal_hold: Option<Switch>,
    practice: Option<Switch>,
}

fn keep(records: &Records, wanted: Wanted, trainee: Option<&str>) -> Result<String, Trouble> {
    let on = |switch: Switch| matches!(switch, Switch::On);
    let now = records.retention()?;
    let months = wanted.months.map_or(now.months, |months| (months > 0).then_some(months));
    let retention = Retention { months, legal_hold: wanted.legal_hold.map_or(now.legal_hold, on) };
    records.set_retention(retention)?;
    let mut text = match retention.months {
        None => "attempts are kept for ever\n".to_owned(),
        Some(months) => format!("attempts are deleted after {months} months, when the game opens\n"),
    };
    if retention.legal_hold {
        text += "there is a legal hold: nothing is deleted\n";
    }
    if let Some(name) = trainee {
        let who = records.trainee_called(name)?;
        let keeps = wanted.practice.map_or(who.keeps_practice, on);
        records.set_keeps_practice(who.ix, keeps)?;
        let not = if keeps { "" } else { " not" };
        text += &format!("practice of {} is{not} kept once its debrief is closed\n", plain(&called(&who)));
    }
    Ok(text)
}

fn rename(records: &Records, name: &str, [new, officer, pin]: [Option<&str>; 3]) -> Result<String, Trouble> {
    let trainee = records.trainee_called(name)?;
    if let Some(new) = new {
        records.rename(trainee.ix, new)?;
    }
    if let Some(officer) = officer {
        records.set_officer(trainee.ix, officer)?;
    }
    match pin {
        None => {}
        Some("") => records.set_pin(trainee.ix, None)?,
        Some(pin) => records.set_pin(trainee.ix, Some(&Pin::new(pin).map_err(Trouble::Other)?))?,
    }
    let trainee = records.trainee(trainee.ix)?;
    let pin = if trainee.has_pin { ", with a PIN" } else { "" };
    Ok(format!("{}{pin}\n", plain(&called(&trainee))))
}

fn many(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

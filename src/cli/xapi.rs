//! `alongside xapi`: what an academy's store of statements is told, and how far that has come.

use std::io::{BufRead, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Subcommand};

use super::fail;
use super::put::put;
use crate::records::{Records, Stamp, place};
use crate::xapi::delivery::{Sent, Stands, send};
use crate::xapi::progress::Progress;
use crate::xapi::wire::Wire;
use crate::xapi::{Credential, Setup, export, iri, profile};

#[derive(Args)]
pub struct XapiArgs {
    #[command(subcommand)]
    task: Task,
    /// The file of the records, or its folder; the program's own by default.
    #[arg(long, global = true)]
    records: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Task {
    /// Say where statements go. From then on what is practiced here is told there.
    Setup(SetupArgs),
    /// Show the store, what waits, what was refused, and how the last try went.
    Status,
    /// Send what waits, now.
    Send(SendArgs),
    /// Write statements about everything in the records, without a store.
    Export(ExportArgs),
    /// Print the profile: what our verb, activity types and extensions mean.
    Profile(ProfileArgs),
}

#[derive(Args)]
struct SetupArgs {
    /// The store's address: what stands before /statements.
    #[arg(long, required_unless_present = "off")]
    endpoint: Option<String>,
    /// Whose numbers the trainees have: an IRI of your academy.
    #[arg(long, value_name = "IRI", required_unless_present = "off")]
    home: Option<String>,
    /// The course that is taught: an IRI.
    #[arg(long, value_name = "IRI")]
    course: Option<String>,
    /// The class that practices here: an IRI.
    #[arg(long, value_name = "IRI")]
    class: Option<String>,
    /// What the names of our verb and extensions begin with, where you publish the profile at an address of your own.
    #[arg(long, value_name = "IRI", default_value = iri::BASE)]
    base: String,
    /// Statements sent at once, 1 to 50.
    #[arg(long, default_value_t = 50)]
    batch: usize,
    /// The mean of the ratings, as a share of 100, from which an assessment counts as passed.
    #[arg(long, default_value_t = 0.6)]
    mastery: f64,
    /// Put a user and the password, read from standard input, into the system's keyring.
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
    /// Send over plain http, beyond this machine too.
    #[arg(long)]
    insecure: bool,
    /// Tell no store from now on; what waits stays.
    #[arg(long, conflicts_with_all = ["endpoint", "home"])]
    off: bool,
}

#[derive(Args)]
struct SendArgs {
    /// Go on trying until nothing waits.
    #[arg(long)]
    wait: bool,
    /// Send again what the store refused.
    #[arg(long)]
    refused: bool,
}

#[derive(Args)]
struct ProfileArgs {
    /// What our names begin with, where you publish it at an address of your own.
    #[arg(long, value_name = "IRI", default_value = iri::BASE)]
    base: String,
}

#[derive(Args)]
struct ExportArgs {
    /// Write here instead of to standard output: a JSON array, or one statement a line where the name ends in .jsonl.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Of one trainee alone.
    #[arg(long, value_name = "NAME")]
    trainee: Option<String>,
    /// A folder of your own scenarios.
    #[arg(long)]
    scenarios: Option<PathBuf>,
}

pub fn run(args: &XapiArgs) -> ExitCode {
    if let Task::Profile(args) = &args.task {
        return put(&format!("{:#}\n", profile::profile(args.base.trim_end_matches('/'))), None);
    }
    let Some(file) = place::file(args.records.as_deref()) else {
        return fail(2, "this machine tells no folder for records; name a file with --records");
    };
    let opened = match &args.task {
        Task::Setup(_) => Records::open(&file),
        Task::Status | Task::Send(_) | Task::Export(_) | Task::Profile(_) => Records::open_existing(&file),
    };
    let mut records = match opened {
        Ok(records) => records,
        Err(trouble) => return fail(2, trouble),
    };
    let done = match &args.task {
        Task::Setup(args) => setup(&records, args),
        Task::Status => status(&records),
        Task::Send(args) => deliver(&mut records, args),
        Task::Export(args) => write(&records, args),
        Task::Profile(_) => Ok(ExitCode::SUCCESS),
    };
    done.unwrap_or_else(|problem| fail(2, problem))
}

type Done = Result<ExitCode, String>;

fn setup(records: &Records, args: &SetupArgs) -> Done {
    if args.off {
        Setup::keep(None, records).map_err(|t| t.to_string())?;
        println!("no store is told from now on");
        return Ok(ExitCode::SUCCESS);
    }
    let setup = Setup {
        endpoint: args.endpoint.clone().unwrap_or_default(),
        home: args.home.clone().unwrap_or_default(),
        base: args.base.clone(),
        course: args.course.clone(),
        class: args.class.clone(),
        batch: args.batch,
        insecure: args.insecure,
        mastery: args.mastery,
    };
    let setup = setup.checked()?;
    if let Some(user) = &args.user {
        Credential::new(user, &password()?).keep(&setup.endpoint)?;
    }
    Setup::keep(Some(&setup), records).map_err(|t| t.to_string())?;
    println!("attempts that begin from now on are told to {}", setup.endpoint);
    match Credential::find(&setup.endpoint) {
        Ok((_, place)) => println!("the credential comes {place}"),
        Err(why) => println!("nothing is sent yet: {why}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// One line from standard input: never an argument, which others on the machine could see.
fn password() -> Result<String, String> {
    if std::io::stdin().is_terminal() {
        eprintln!("The password (it shows as you type it; pipe it in where somebody looks on):");
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(|e| format!("the password could not be read: {e}"))?;
    match line.trim_end_matches(['\r', '\n']) {
        "" => Err("there was no password on standard input; give it as one line".to_owned()),
        password => Ok(password.to_owned()),
    }
}

/// The store of these records.
fn store(records: &Records) -> Result<Setup, String> {
    let setup = Setup::of(records).map_err(|t| t.to_string())?;
    setup.ok_or_else(|| "no store is set up; `alongside xapi setup --help` says how".to_owned())
}

fn status(records: &Records) -> Done {
    let setup = store(records)?;
    let told = |t: crate::records::Trouble| t.to_string();
    let (progress, refused) = (Progress::of(records).map_err(told)?, records.refused().map_err(told)?);
    println!("store       {}", setup.endpoint);
    println!("trainees    by their numbers at {}", setup.home);
    for (word, value) in [("course", &setup.course), ("class", &setup.class)] {
        println!("{word:<11} {}", value.as_deref().unwrap_or("none"));
    }
    match Credential::find(&setup.endpoint) {
        Ok((_, place)) => println!("credential  {place}"),
        Err(why) => println!("credential  none: {why}"),
    }
    println!("sent        {}", counted(usize::try_from(progress.sent).unwrap_or(usize::MAX)));
    println!("waiting     {}", counted(records.waiting().map_err(told)?));
    if !progress.why.is_empty() {
        println!("last try    {}", progress.why);
    }
    let wait = progress.wait(Stamp::now());
    if wait > 0 {
        println!("next try    in {} s", wait / 1000);
    }
    println!("refused     {}", counted(refused.len()));
    for one in &refused {
        println!("  {}: {}", one.id, one.why);
    }
    Ok(ExitCode::SUCCESS)
}

fn counted(count: usize) -> String {
    if count == 1 { "1 statement".to_owned() } else { format!("{count} statements") }
}

fn deliver(records: &mut Records, args: &SendArgs) -> Done {
    let setup = store(records)?;
    let (credential, _) = Credential::find(&setup.endpoint)?;
    if args.refused {
        records.try_refused_again().map_err(|t| t.to_string())?;
    }
    let wire = Wire::new(&setup, credential);
    loop {
        let sent = send(records, &wire, &setup, &Stamp::now).map_err(|t| t.to_string())?;
        println!("{}", told(&sent));
        let pause = match sent.stands {
            Stands::Done if sent.refused > 0 => return Ok(ExitCode::from(1)),
            Stands::Done => return Ok(ExitCode::SUCCESS),
            Stands::Stopped { .. } => return Ok(ExitCode::from(2)),
            Stands::Later { .. } | Stands::Elsewhere if !args.wait => return Ok(ExitCode::from(1)),
            Stands::Later { at, .. } => at.ms.saturating_sub(Stamp::now().ms).max(0).unsigned_abs(),
            Stands::Elsewhere => 10_000,
        };
        std::thread::sleep(Duration::from_millis(pause));
    }
}

fn told(sent: &Sent) -> String {
    let mut told = format!("{} delivered", counted(sent.sent));
    if sent.refused > 0 {
        told += &format!(", {} refused (`alongside xapi status` shows why)", sent.refused);
    }
    told + &match &sent.stands {
        Stands::Done => String::new(),
        Stands::Elsewhere => "; another program is sending the rest".to_owned(),
        Stands::Later { why, .. } | Stands::Stopped { why } => format!("; the rest waits: {why}"),
    }
}

fn write(records: &Records, args: &ExportArgs) -> Done {
    let told = |t: crate::records::Trouble| t.to_string();
    let setup = Setup::of(records).map_err(told)?.unwrap_or_default();
    let trainee = args.trainee.as_ref().map(|name| records.trainee_called(name)).transpose().map_err(told)?;
    let folder = super::own_folder(args.scenarios.as_deref())?;
    let exported = export::export(records, &setup, trainee.map(|t| t.ix), folder).map_err(told)?;
    for left_out in &exported.left_out {
        eprintln!("alongside: left out {left_out}");
    }
    let lines: Vec<String> = exported.statements.iter().map(|s| s.value.to_string()).collect();
    let by_line = args.out.as_ref().is_some_and(|file| file.extension().is_some_and(|e| e == "jsonl"));
    let text =
        if by_line { lines.iter().map(|l| format!("{l}\n")).collect() } else { format!("[{}]\n", lines.join(",\n")) };
    Ok(put(&text, args.out.as_deref()))
}

//! `alongside play`: a conversation in a window, or in the terminal where there is none.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::ValueEnum;

use super::{fail, own_folder};
use crate::model::Model;
use crate::records::{Records, Stamp, place};
use crate::scenario::library;
use crate::session::{Mode, Session};
use crate::terminal::{self, Kept};

/// How the window looks and what it starts with.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct WindowArgs {
    /// A folder of your own scenarios; one with the id of a shipped scenario takes its place.
    #[arg(long)]
    pub scenarios: Option<PathBuf>,
    /// Text size in percent, 100 to 200; without it, as you had it last.
    #[arg(long, value_parser = clap::value_parser!(u16).range(100..=200))]
    pub text_size: Option<u16>,
    /// Colors; without it, as you had them last.
    #[arg(long, value_enum)]
    pub theme: Option<ThemeArg>,
    /// Cuts and still pictures instead of motion.
    #[arg(long)]
    pub reduced_motion: bool,
    /// The window's size, as WIDTHxHEIGHT.
    #[arg(long, value_parser = size)]
    pub window: Option<(u32, u32)>,
    /// Settles every variation and the order of lines; another one each time by default.
    #[arg(long)]
    pub seed: Option<u64>,
    #[arg(long, value_enum, default_value_t)]
    pub mode: ModeArg,
    /// How loud the sound is, 0 to 100; 70 by default.
    #[arg(long, value_parser = clap::value_parser!(u8).range(0..=100))]
    pub volume: Option<u8>,
    /// No sound; M turns it on.
    #[arg(long)]
    pub mute: bool,
    /// What matters among the sounds, in words.
    #[arg(long)]
    pub captions: bool,
    /// Read out what people say, where the machine has something that can (spd-say, espeak-ng, say, PowerShell).
    #[arg(long)]
    pub speak: bool,
    /// Keep the records in this file or folder instead of the platform's data folder.
    #[arg(long, value_name = "PATH", conflicts_with = "no_records")]
    pub records: Option<PathBuf>,
    /// Keep no records of what is done now.
    #[arg(long)]
    pub no_records: bool,
    /// Write the replay document of the conversation here, anew after every turn.
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
}

#[derive(clap::Args, Clone, Debug, Default)]
pub struct PlayArgs {
    /// A scenario's id, or the path of its file; without it the game opens at its title.
    pub scenario: Option<String>,
    /// Play in the terminal.
    #[arg(long)]
    pub terminal: bool,
    #[command(flatten)]
    pub window: WindowArgs,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ThemeArg {
    #[default]
    Dusk,
    Paper,
    HighContrast,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ModeArg {
    /// A note of one line after each turn; any turn may be played again.
    Coached,
    /// Any turn may be played again.
    #[default]
    Practice,
    /// No rewind; the seed is shown with the result.
    Assessment,
}

impl From<ModeArg> for Mode {
    fn from(mode: ModeArg) -> Self {
        match mode {
            ModeArg::Coached => Self::Coached,
            ModeArg::Practice => Self::Practice,
            ModeArg::Assessment => Self::Assessment,
        }
    }
}

pub fn run(args: &PlayArgs) -> ExitCode {
    if let Err(problem) = own_folder(args.window.scenarios.as_deref()) {
        return fail(2, problem);
    }
    if args.terminal {
        return in_terminal(args);
    }
    in_window(args)
}

#[cfg(feature = "game")]
fn in_window(args: &PlayArgs) -> ExitCode {
    if !super::display::answers() {
        eprintln!("alongside: there is no display here, so this plays in the terminal.");
        return in_terminal(args);
    }
    let chosen = match &args.scenario {
        None => None,
        Some(name) => match library::load(name, args.window.scenarios.as_deref()) {
            Ok(scenario) => Some(Arc::new(scenario)),
            Err(problem) => return fail(2, problem),
        },
    };
    let user = args.window.scenarios.as_deref();
    let file = args.scenario.as_ref().and_then(|name| library::file_of(name, user));
    crate::game::run(crate::game::Start { chosen, file, form: None, window: args.window.clone() })
}

#[cfg(not(feature = "game"))]
fn in_window(args: &PlayArgs) -> ExitCode {
    eprintln!("alongside: this build has no window, so this plays in the terminal.");
    in_terminal(args)
}

fn in_terminal(args: &PlayArgs) -> ExitCode {
    let user = args.window.scenarios.as_deref();
    if let Some(notice) = library::notice(user) {
        eprintln!("{notice}");
    }
    let loaded = match &args.scenario {
        Some(name) => library::load(name, user),
        None => match terminal::pick(&library::all(user)) {
            Some(id) => library::load(&id, user),
            None => return ExitCode::SUCCESS,
        },
    };
    let scenario = match loaded {
        Ok(scenario) => scenario,
        Err(problem) => return fail(2, problem),
    };
    let seed = args.window.seed.unwrap_or_else(fresh_seed);
    let session = Session::begin(Arc::new(scenario), Model::shipped(), seed, args.window.mode.into());
    let mut kept = Kept::new(args.window.record.as_deref());
    if terminal::is_live() && !args.window.no_records {
        keep_records(&args.window, &mut kept);
    }
    match terminal::play(session, kept) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => fail(2, e),
    }
}

/// Somebody sits there: what they do is kept as in the window.
fn keep_records(args: &WindowArgs, kept: &mut Kept) {
    let now = Stamp::now();
    let opened = Records::open_for_play(place::file(args.records.as_deref()).as_deref(), now);
    if let Some(told) = &opened.told {
        eprintln!("{told}");
    }
    if let Err(trouble) = kept.in_records(opened.records) {
        eprintln!("What you do now will not be kept: {trouble}.");
    }
}

/// A seed for a conversation nobody asked to repeat; small enough to be read out.
pub fn fresh_seed() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    u64::from(since.subsec_nanos()) % 100_000
}

/// WIDTHxHEIGHT, as a window or a picture may have it.
pub(super) fn size(text: &str) -> Result<(u32, u32), String> {
    let parse = |(w, h): (&str, &str)| Some((w.parse().ok()?, h.parse().ok()?));
    match text.split_once('x').and_then(parse) {
        Some((w, h)) if (640..=7680).contains(&w) && (360..=4320).contains(&h) => Ok((w, h)),
        _ => Err("give a size like 1280x720".to_owned()),
    }
}

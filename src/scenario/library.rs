//! Where scenarios come from: those that ship inside the program, and the user's own folder, which wins by id.

use std::fmt;
use std::io::Read;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::limits::MOST_BYTES;
use super::resolve::{Known, nearest, not_text, resolve, too_large};
use super::{Scenario, twin};
use crate::diagnostic::{Diagnostic, Lines, Severity, render, short};
use crate::model::Model;

pub(super) static SHIPPED: Dir = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// A scenario as a list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub id: String,
    pub title: String,
    pub brief: String,
    pub minutes: u32,
    pub skills: Vec<String>,
    pub place: String,
    /// Name and role of each person.
    pub people: Vec<(String, String)>,
}

/// Why a scenario could not be had.
#[derive(Debug)]
pub enum Problem {
    /// No scenario has this id; `near` is one that has almost the same.
    Missing {
        name: String,
        near: Option<String>,
        known: Vec<String>,
    },
    Unreadable {
        file: PathBuf,
        error: std::io::Error,
    },
    Faulty {
        file: String,
        text: String,
        problems: Vec<Diagnostic>,
    },
}

/// What a file holds: its text as far as it is text, and what keeps it from being read as a scenario at all.
pub struct Contents {
    pub text: String,
    pub problem: Option<Diagnostic>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { name, near: Some(near), .. } => {
                write!(f, "there is no scenario \"{}\"; did you mean \"{near}\"?", short(name))
            }
            Self::Missing { name, near: None, known } => {
                write!(f, "there is no scenario \"{}\"; there are: {}", short(name), known.join(", "))
            }
            Self::Unreadable { file, error } => write!(f, "could not read {}: {error}", file.display()),
            Self::Faulty { file, text, problems } => {
                let errors = problems.iter().filter(|p| p.severity == Severity::Error);
                let count = errors.clone().count();
                let lines = Lines::of(text);
                writeln!(
                    f,
                    "{file} cannot be played yet; it has {count} error{}\n",
                    if count == 1 { "" } else { "s" }
                )?;
                errors.take(MOST_TOLD).try_for_each(|p| writeln!(f, "{}\n", render(p, file, &lines, false)))?;
                write!(f, "`alongside check {file}` tells them all")
            }
        }
    }
}

/// So many of a scenario's errors are told to somebody who only wanted to play it.
const MOST_TOLD: usize = 5;

impl std::error::Error for Problem {}

/// The ids of the shipped scenarios, in order.
pub fn shipped_ids() -> Vec<String> {
    let scenarios = SHIPPED.files().filter(|f| is_scenario(f.path()));
    let mut ids: Vec<String> = scenarios.filter_map(|f| stem(f.path())).collect();
    ids.sort();
    ids
}

/// Loads by id (the user's folder first) or by path.
///
/// # Errors
/// A [`Problem`] that says what to do.
pub fn load(name: &str, user: Option<&Path>) -> Result<Scenario, Problem> {
    if let Some(path) = file_of(name, user) {
        return load_file(&path);
    }
    if let Some(base) = name.strip_suffix(twin::ENDING).filter(|_| !shipped_ids().iter().any(|id| id == name)) {
        let twin = load(base, user).ok().and_then(|written| twin::twin_of(&written));
        return twin.ok_or_else(|| missing(name, user));
    }
    let text = shipped_text(name).ok_or_else(|| missing(name, user))?;
    read(name, &format!("{name}.ron"), Contents { text: text.to_owned(), problem: None })
}

/// The folders that ship: each may be a case.
pub fn folders() -> impl Iterator<Item = String> {
    SHIPPED.dirs().filter_map(|dir| Some(dir.path().to_str()?.to_owned()))
}

/// The folders inside the user's own, by name, in order; none where it cannot be read.
pub fn folders_of(folder: &Path) -> Vec<String> {
    let Ok(files) = std::fs::read_dir(folder) else { return Vec::new() };
    let folders = files.filter_map(Result::ok).filter(|f| f.path().is_dir());
    let mut names: Vec<String> = folders.filter_map(|f| f.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// The text of a file of the library, `harbor-street/case.ron`, the user's own first; none where it is not there, is no text or
/// is too large.
pub fn text_of(file: &str, user: Option<&Path>) -> Option<String> {
    let own = user.map(|dir| dir.join(file)).filter(|path| path.is_file());
    match own {
        Some(path) => read_file(&path).ok().filter(|contents| contents.problem.is_none()).map(|contents| contents.text),
        None => SHIPPED.get_file(file).and_then(|f| f.contents_utf8()).map(str::to_owned),
    }
}

/// A shipped scenario's text: one of the library, or a visit of one of its cases.
fn shipped_text(id: &str) -> Option<&'static str> {
    let name = format!("{id}.ron");
    let visits = SHIPPED.dirs().filter_map(|dir| SHIPPED.get_file(dir.path().join(&name)));
    SHIPPED.get_file(&name).into_iter().chain(visits).next()?.contents_utf8()
}

/// The file that a name stands for: a path, or an id in the user's folder; none for a shipped scenario.
pub fn file_of(name: &str, user: Option<&Path>) -> Option<PathBuf> {
    if name.ends_with(".ron") || name.contains(std::path::MAIN_SEPARATOR) {
        return Some(PathBuf::from(name));
    }
    user.map(|dir| dir.join(format!("{name}.ron"))).filter(|p| p.is_file())
}

fn missing(name: &str, user: Option<&Path>) -> Problem {
    let known = ids(user);
    let near = nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
    Problem::Missing { name: name.to_owned(), near, known }
}

fn load_file(path: &Path) -> Result<Scenario, Problem> {
    let contents = read_file(path)?;
    read(&stem(path).unwrap_or_default(), &path.display().to_string(), contents)
}

/// A file's text, and what is wrong with it where it is not text or too large.
///
/// # Errors
/// When it cannot be read at all.
pub fn read_file(path: &Path) -> Result<Contents, Problem> {
    let read = std::fs::File::open(path).and_then(read_from);
    read.map_err(|error| Problem::Unreadable { file: path.to_owned(), error })
}

/// The text of anything that can be read, as [`read_file`] has it of a file.
///
/// # Errors
/// When it cannot be read at all.
pub fn read_from(source: impl Read) -> std::io::Result<Contents> {
    let mut bytes = Vec::new();
    // one byte more than allowed is enough to know; a pipe or a device has no size to ask for
    source.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MOST_BYTES {
        return Ok(Contents { text: String::new(), problem: Some(too_large()) });
    }
    Ok(String::from_utf8(bytes).map_or_else(
        |error| {
            let upto = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            Contents { text, problem: Some(not_text(upto)) }
        },
        |text| Contents { text, problem: None },
    ))
}

fn read(id: &str, file: &str, Contents { text, problem }: Contents) -> Result<Scenario, Problem> {
    let resolved = match problem {
        None => resolve(id, &text, &Model::shipped().techniques, known()).map(|r| r.scenario),
        Some(problem) => Err(vec![problem]),
    };
    resolved.map_err(|problems| Problem::Faulty { file: file.to_owned(), text, problems })
}

/// The looks and places that ship.
pub fn known() -> Known<'static> {
    Known { looks: &|id| crate::cast::look_exists(id), places: &|id| crate::cast::place_exists(id) }
}

/// Every scenario that loads, by id; those that do not are left to `check`.
pub fn all(user: Option<&Path>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = ids(user).iter().filter_map(|id| load(id, user).ok()).map(|s| entry(&s)).collect();
    entries.sort_by_key(|e| e.minutes);
    entries
}

/// What to tell a user whose own folder cannot be read, or holds files that do not load; nothing where all is well.
pub fn notice(user: Option<&Path>) -> Option<String> {
    let folder = user?;
    if let Err(error) = std::fs::read_dir(folder) {
        return Some(format!("The folder {} could not be read: {error}.", folder.display()));
    }
    let faulty: Vec<String> = own_ids(folder).into_iter().filter(|id| load(id, user).is_err()).collect();
    let files: Vec<String> = faulty.iter().map(|id| format!("{id}.ron")).collect();
    (!files.is_empty()).then(|| {
        let names = files.join(", ");
        format!("Left out: {names}. “alongside check {}” says what is wrong, and where.", folder.display())
    })
}

fn own_ids(folder: &Path) -> Vec<String> {
    own_files(folder).iter().filter_map(|file| stem(file)).collect()
}

/// The scenario files of the user's own folder, in order; none where it cannot be read.
pub fn own_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(files) = std::fs::read_dir(folder) else { return Vec::new() };
    let files = files.filter_map(Result::ok).map(|f| f.path());
    let mut own: Vec<PathBuf> = files.filter(|p| is_scenario(p)).collect();
    own.sort();
    own
}

/// The ids of the shipped scenarios and of the user's own, in order.
fn ids(user: Option<&Path>) -> Vec<String> {
    let mut ids = shipped_ids();
    ids.extend(user.map(own_ids).unwrap_or_default());
    ids.sort();
    ids.dedup();
    ids
}

fn entry(scenario: &Scenario) -> Entry {
    Entry {
        id: scenario.id.clone(),
        title: scenario.title.clone(),
        brief: scenario.brief.clone(),
        minutes: scenario.minutes,
        skills: scenario.skills.clone(),
        place: scenario.place.clone(),
        people: scenario.people.iter().map(|p| (p.name.clone(), p.role.clone())).collect(),
    }
}

/// Whether a file's name is that of a scenario: `NAME.ron`, with no other ending before it.
pub(super) fn is_scenario(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "ron") && stem(path).is_some_and(|stem| !stem.contains('.'))
}

/// A file's id.
pub fn stem(path: &Path) -> Option<String> {
    path.file_stem().map(|s| s.to_string_lossy().into_owned())
}

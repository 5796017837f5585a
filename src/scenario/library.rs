//! Where scenarios come from: those that ship inside the program, and the user's own folder, which wins by id.

use std::fmt;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::Scenario;
use super::resolve::{Known, MOST_BYTES, resolve};
use crate::diagnostic::{Diagnostic, render};
use crate::model::Model;

static SHIPPED: Dir = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

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
    Missing { name: String },
    Unreadable { file: PathBuf, error: std::io::Error },
    NotText { file: PathBuf },
    TooLarge { file: PathBuf },
    Faulty { file: String, text: String, problems: Vec<Diagnostic> },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { name } => {
                write!(f, "there is no scenario \"{name}\"; shipped are: {}", shipped_ids().join(", "))
            }
            Self::Unreadable { file, error } => write!(f, "could not read {}: {error}", file.display()),
            Self::NotText { file } => write!(f, "{} is not a text file", file.display()),
            Self::TooLarge { file } => write!(f, "{} is larger than 16 MiB", file.display()),
            Self::Faulty { file, text, problems } => {
                writeln!(f, "\"{file}\" has {} problems", problems.len())?;
                problems.iter().take(20).try_for_each(|p| writeln!(f, "{}", render(p, file, text, false)))
            }
        }
    }
}

impl std::error::Error for Problem {}

/// The ids of the shipped scenarios, in order.
pub fn shipped_ids() -> Vec<String> {
    let mut ids: Vec<String> = SHIPPED.files().filter_map(|f| stem(f.path())).collect();
    ids.sort();
    ids
}

/// Loads by id (the user's folder first) or by path.
///
/// # Errors
/// A [`Problem`] that says what to do.
pub fn load(name: &str, user: Option<&Path>) -> Result<Scenario, Problem> {
    if name.ends_with(".ron") || name.contains(std::path::MAIN_SEPARATOR) {
        return load_file(Path::new(name));
    }
    let own = user.map(|dir| dir.join(format!("{name}.ron"))).filter(|p| p.is_file());
    if let Some(path) = own {
        return load_file(&path);
    }
    let file = SHIPPED.get_file(format!("{name}.ron")).and_then(|f| f.contents_utf8());
    let text = file.ok_or_else(|| Problem::Missing { name: name.to_owned() })?;
    read(name, &format!("{name}.ron"), text.to_owned())
}

fn load_file(path: &Path) -> Result<Scenario, Problem> {
    let text = read_text(path)?;
    read(&stem(path).unwrap_or_default(), &path.display().to_string(), text)
}

/// A file's text, if it is one and not too large.
///
/// # Errors
/// When it cannot be read, is too large, or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Problem> {
    let unreadable = |error| Problem::Unreadable { file: path.to_owned(), error };
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > MOST_BYTES as u64 {
        return Err(Problem::TooLarge { file: path.to_owned() });
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    String::from_utf8(bytes).map_err(|_| Problem::NotText { file: path.to_owned() })
}

fn read(id: &str, file: &str, text: String) -> Result<Scenario, Problem> {
    match resolve(id, &text, &Model::shipped().techniques, known()) {
        Ok((scenario, _)) => Ok(scenario),
        Err(problems) => Err(Problem::Faulty { file: file.to_owned(), text, problems }),
    }
}

/// The looks and places that ship.
pub fn known() -> Known<'static> {
    Known { looks: &|id| crate::cast::look_exists(id), places: &|id| crate::cast::place_exists(id) }
}

/// Every scenario that loads, by id; those that do not are left to `check`.
pub fn all(user: Option<&Path>) -> Vec<Entry> {
    let mut ids = shipped_ids();
    if let Some(files) = user.and_then(|dir| std::fs::read_dir(dir).ok()) {
        let own = files.filter_map(Result::ok).map(|f| f.path());
        ids.extend(own.filter(|p| p.extension().is_some_and(|e| e == "ron")).filter_map(|p| stem(&p)));
    }
    ids.sort();
    ids.dedup();
    let mut entries: Vec<Entry> = ids.iter().filter_map(|id| load(id, user).ok()).map(|s| entry(&s)).collect();
    entries.sort_by_key(|e| e.minutes);
    entries
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

/// A file's id.
pub fn stem(path: &Path) -> Option<String> {
    path.file_stem().map(|s| s.to_string_lossy().into_owned())
}

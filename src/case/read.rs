//! Reading a case: its file and the scenarios of its visits, or everything that is wrong with them.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use ron::extensions::Extensions;

use super::check::faults;
use super::date::counted;
use super::written::{CaseFile, EventFile, KnownFile, LastFile, VisitFile, WayFile, keepable};
use super::{Case, Visit};
use crate::diagnostic::short;
use crate::scenario::grammar::is_id;
use crate::scenario::library;

/// Why a case could not be had.
#[derive(Debug)]
pub enum Problem {
    Missing {
        name: String,
        known: Vec<String>,
    },
    /// What is wrong, one sentence each, with what to do.
    Faulty {
        file: String,
        faults: Vec<String>,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { name, known } => {
                write!(f, "there is no case \"{name}\"; there are: {}", known.join(", "))
            }
            Self::Faulty { file, faults } => write!(f, "{file} cannot be played yet:\n  {}", faults.join("\n  ")),
        }
    }
}

impl std::error::Error for Problem {}

/// The cases that ship, by id.
pub fn shipped() -> Vec<String> {
    library::folders().filter(|id| library::text_of(&file_of(id), None).is_some()).collect()
}

/// Loads a case by the name of its folder, the user's own first.
///
/// # Errors
/// Everything that is wrong with it.
pub fn load(id: &str, user: Option<&Path>) -> Result<Case, Problem> {
    let file = file_of(id);
    if !is_id(id) {
        return Err(Problem::Missing { name: short(id).to_owned(), known: shipped() });
    }
    let Some(text) = library::text_of(&file, user) else {
        return Err(Problem::Missing { name: id.to_owned(), known: shipped() });
    };
    let faulty = |faults| Problem::Faulty { file: file.clone(), faults };
    let case = read(id, &text, user).map_err(|fault| faulty(vec![fault]))?;
    let found = faults(&case);
    if found.is_empty() { Ok(case) } else { Err(faulty(found)) }
}

/// Every case that can be played, the user's own among them; those that cannot are left to [`notice`].
pub fn all(user: Option<&Path>) -> Vec<Case> {
    ids(user).iter().filter_map(|id| load(id, user).ok()).collect()
}

/// What to tell a user of their own cases that cannot be played; nothing where all is well.
pub fn notice(user: Option<&Path>) -> Option<String> {
    let own = user?;
    let problem = library::folders_of(own).iter().find_map(|id| match load(id, Some(own)) {
        Err(problem @ Problem::Faulty { .. }) => Some(problem),
        Ok(_) | Err(Problem::Missing { .. }) => None,
    })?;
    Some(problem.to_string().replace('\n', " "))
}

fn ids(user: Option<&Path>) -> Vec<String> {
    let mut ids = shipped();
    ids.extend(user.map(library::folders_of).unwrap_or_default());
    ids.sort();
    ids.dedup();
    ids
}

fn file_of(id: &str) -> String {
    format!("{id}/case.ron")
}

fn read(id: &str, text: &str, user: Option<&Path>) -> Result<Case, String> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let file: CaseFile = options.from_str(text).map_err(|error| format!("{}: {}", error.span, error.code))?;
    if file.format != 1 {
        return Err(format!("this program reads format 1, and this file says {}", file.format));
    }
    let begins =
        counted(&file.begins).ok_or_else(|| format!("begins: \"{}\" is no day; write 2026-10-15", file.begins))?;
    if file.visits.is_empty() {
        return Err("a case has at least one visit".to_owned());
    }
    let visits = file.visits.into_iter().map(|visit| visited(visit, id, user)).collect::<Result<_, _>>()?;
    Ok(Case {
        id: id.to_owned(),
        title: file.title,
        brief: file.brief,
        begins,
        people: file.people.into_iter().map(KnownFile::known).collect(),
        visits,
        words: keepable(file.words),
        afterwards: file.afterwards.into_iter().collect(),
        cold: file.cold.cold(),
    })
}

/// A visit's scenario lies beside the case, or in the library; its name is never a path.
fn visited(file: VisitFile, case: &str, user: Option<&Path>) -> Result<Visit, String> {
    if !is_id(&file.scenario) {
        return Err(format!(
            "\"{}\" is no scenario's id; write the name of its file, without .ron",
            short(&file.scenario)
        ));
    }
    let beside =
        user.map(|own| own.join(case)).filter(|folder| folder.join(format!("{}.ron", file.scenario)).is_file());
    let from = beside.as_deref().or(user);
    let scenario = library::load(&file.scenario, from).map_err(|problem| problem.to_string())?;
    Ok(Visit {
        scenario: Arc::new(scenario),
        name: file.name,
        day: file.day,
        arousal: file.arousal,
        half_days: file.half_days,
        ways: file.ways.into_iter().map(WayFile::way).collect(),
        events: file.events.into_iter().map(EventFile::event).collect(),
        last: file.last.into_iter().map(LastFile::last).collect(),
    })
}

//! Everything that ships, by folder: the single conversations, and in the subfolders the visits of a case.

use std::path::Path;

use include_dir::{Dir, DirEntry};

use super::Scenario;
use super::library::{SHIPPED, is_scenario, known};
use super::plays::beside;
use super::resolve::resolve;
use crate::diagnostic::Diagnostic;
use crate::model::Model;

/// The file of a case's folder that says what its visits share; no scenario itself.
pub const CASE: &str = "case";

/// One scenario that ships.
#[derive(Clone, Copy, Debug)]
pub struct Shelved {
    /// The file's stem, or for a visit that of the file in its case's folder.
    pub id: &'static str,
    /// From the folder of all scenarios on.
    pub path: &'static Path,
    pub text: &'static str,
    /// What stands in the file of playthroughs beside it.
    pub plays: Option<&'static str>,
}

impl Shelved {
    /// The scenario itself.
    ///
    /// # Errors
    /// What keeps it from being played.
    pub fn resolved(&self) -> Result<Scenario, Vec<Diagnostic>> {
        resolve(self.id, self.text, &Model::shipped().techniques, known()).map(|resolved| resolved.scenario)
    }
}

/// All of them, in the order of their paths.
pub fn shelf() -> Vec<Shelved> {
    let mut all = Vec::new();
    gather(&SHIPPED, &mut all);
    all.sort_by_key(|s| s.path);
    all
}

fn gather(folder: &'static Dir, all: &mut Vec<Shelved>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => gather(inner, all),
            DirEntry::File(file) => all.extend(shelved(file.path(), file.contents_utf8())),
        }
    }
}

fn shelved(path: &'static Path, text: Option<&'static str>) -> Option<Shelved> {
    let id = path.file_stem()?.to_str().filter(|id| *id != CASE)?;
    let plays = SHIPPED.get_file(beside(path)).and_then(|file| file.contents_utf8());
    is_scenario(path).then_some(Shelved { id, path, text: text?, plays })
}

#[cfg(test)]
mod tests {
    use super::super::library::shipped_ids;
    use super::*;

    #[test]
    fn what_ships_by_itself_stands_on_the_shelf_and_resolves() {
        let shelf = shelf();
        let ids: Vec<&str> = shelf.iter().map(|s| s.id).collect();
        assert!(shipped_ids().iter().all(|id| ids.contains(&id.as_str())), "{ids:?}");
        assert!(shelf.iter().all(|s| s.resolved().is_ok() && s.id != CASE && !s.id.contains('.')), "{ids:?}");
    }
}

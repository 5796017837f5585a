//! What changes a scenario's text: its layout, mending it, writing it, and beginning a new one.

mod fix;
mod layout;
mod made;
mod new;
mod program;

use std::path::{Path, PathBuf};

use alongside::model::Model;
use alongside::scenario::library::known;
use alongside::scenario::resolve::resolve;

/// Every scenario in the project, by id.
pub fn scenarios() -> Vec<(String, String)> {
    let folders = ["scenarios", "tests/scenarios", "tests/bad_input"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let inside = folders.iter().flat_map(|f| std::fs::read_dir(root.join(f)).expect("a folder"));
    let mut files: Vec<PathBuf> = inside.map(|e| e.expect("an entry").path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "ron") && !f.to_string_lossy().ends_with(".plays.ron"));
    files.sort();
    let read = |f: PathBuf| (f.file_stem().expect("a name").to_string_lossy().into_owned(), std::fs::read_to_string(f));
    files.into_iter().map(read).map(|(id, text)| (id, text.expect("text"))).collect()
}

/// What a scenario resolves to, and its hash; none where it does not play.
pub fn meaning(id: &str, text: &str) -> Option<(alongside::scenario::Scenario, String)> {
    let read = resolve(id, text, &Model::shipped().techniques, known()).ok()?;
    let hash = read.scenario.hash.clone();
    Some((read.scenario, hash))
}

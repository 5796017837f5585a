//! Reading drills: those that ship.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use ron::extensions::Extensions;

use super::scene::found;
use super::written::DrillFile;
use super::{Drill, Example, parts};
use crate::model::Model;

static FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/lesson");

static SHIPPED: LazyLock<Vec<Drill>> = LazyLock::new(|| {
    let named = FILES.files().filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)));
    let mut files: Vec<(&str, &str)> = named.collect();
    files.sort_unstable();
    files.into_iter().filter_map(|(stem, text)| read(stem, text).ok()).collect()
});

/// The drills of the first lesson, in their order.
pub fn shipped() -> &'static [Drill] {
    &SHIPPED
}

/// Reads a drill; `stem` is its file's name without `.ron`.
///
/// # Errors
/// A sentence on the first thing that is wrong.
pub fn read(stem: &str, text: &str) -> Result<Drill, String> {
    let model = Model::shipped();
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let file: DrillFile = options.from_str(text).map_err(|error| format!("{}: {}", error.span, error.code))?;
    let id = stem.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').to_owned();
    let uses = found(&file.uses, model)?.into_iter().map(|t| model.techniques.get(t).id.clone()).collect();
    let tries = file.tries.into_iter().enumerate();
    let tries = tries.map(|(i, one)| one.built(&format!("{id}-{}", i + 1), model)).collect::<Result<Vec<_>, _>>()?;
    if tries.is_empty() {
        return Err("a drill has at least one try".to_owned());
    }
    let example = file.example;
    Ok(Drill {
        id,
        skill: file.skill,
        say: file.say,
        uses,
        example: Example {
            said: example.said,
            line: parts(&example.line)?,
            deed: example.deed,
            then: example.then,
            kept: example.kept,
            added: example.added,
        },
        own: file.own,
        tries,
    })
}

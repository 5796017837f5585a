//! Who and where: the people and places that are drawn, as data.

pub mod color;
pub mod life;
pub mod light;
pub mod mixture;
pub mod oklab;
pub mod person;
pub mod place;
pub mod poses;
pub mod shape;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use ron::extensions::Extensions;

pub use color::Color;
pub use light::Light;
pub use mixture::{Mixture, Palette};
pub use person::Look;
pub use place::{Place, place, place_exists, place_ids, view_ids};
pub use poses::Poses;

static PEOPLE: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/people");
/// Files of that folder that hold what all people share.
const SHARED: [&str; 2] = ["expressions", "poses"];

static LOOKS: LazyLock<BTreeMap<String, Result<Look, String>>> = LazyLock::new(|| {
    let files = PEOPLE.files().filter_map(|file| Some((person_id(file)?, file.contents_utf8()?)));
    files.map(|(id, text)| (id.to_owned(), parse_look(text))).collect()
});

/// The look of a person; none for somebody nobody has drawn.
pub fn look(id: &str) -> Option<&'static Look> {
    LOOKS.get(id)?.as_ref().ok()
}

/// The file that ships of a person, as it is written.
pub fn look_text(id: &str) -> Option<&'static str> {
    PEOPLE.files().find(|file| person_id(file) == Some(id))?.contents_utf8()
}

/// Reads a person's file.
///
/// # Errors
/// What is wrong with it, and where.
pub fn parse_look(text: &str) -> Result<Look, String> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let look: Look = options.from_str(text).map_err(|error| error.to_string())?;
    look.habits.check()?;
    Ok(look)
}

pub fn look_exists(id: &str) -> bool {
    PEOPLE.files().any(|file| person_id(file) == Some(id))
}

/// The ids of everybody who is drawn.
pub fn look_ids() -> impl Iterator<Item = &'static str> {
    PEOPLE.files().filter_map(person_id)
}

fn person_id(file: &'static include_dir::File<'static>) -> Option<&'static str> {
    let path = file.path();
    let id = path.file_stem()?.to_str()?;
    (path.extension()? == "ron" && !SHARED.contains(&id)).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_person_can_be_drawn() {
        for (id, look) in LOOKS.iter() {
            assert_eq!(look.as_ref().err(), None, "{id}");
        }
        assert!(look("mara").is_some() && look("dev").is_some());
    }

    #[test]
    fn what_all_people_share_is_nobody() {
        assert!(look_exists("mara") && !look_exists("poses") && !look_exists("expressions"));
    }
}

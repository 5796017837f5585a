//! Places: what is behind the person who speaks, what is in front, and the light that falls on them.

mod written;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use ron::extensions::Extensions;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::color::Color;
use super::life::{Event, Weather};
use super::light::Light;
use super::poses::Surface;
use super::shape::{Never, Points, Shape};

pub use written::{Hour, Written};

static SHIPPED: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/places");

/// A place at one of its hours.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub name: String,
    pub light: Light,
    pub outside: Outside,
    /// Where people stand; none in a place that is only looked at.
    pub spots: Option<Spots>,
    pub vignette: Vignette,
    /// Back to front.
    pub behind: Vec<Layer>,
    /// Depth at which people stand.
    pub people_depth: f32,
    /// Back to front.
    pub in_front: Vec<Layer>,
    /// What happens here by itself.
    pub life: Vec<Event>,
    pub weather: Vec<Weather>,
}

/// Where people stand.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spots {
    pub speaker: Spot,
    /// Somebody else, who is drawn before the speaker.
    pub second: Spot,
}

/// Where one person stands.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spot {
    /// Center of the head, in units of the frame.
    pub x: f32,
    pub y: f32,
    /// Units of the frame for each figure unit.
    pub k: f32,
    /// The person looks to the viewer's right, where the light is: whoever poses them turns yaw, roll, gaze and body
    /// round, and changes what the left and the right side of the face do.
    #[serde(default)]
    pub mirror: bool,
    /// They sit here, instead of standing.
    #[serde(default)]
    pub seat: Option<Seat>,
    /// The opening through which the person is seen: what of them lies outside it does not show.
    #[serde(default)]
    pub clip: Option<Points>,
}

impl Spot {
    /// A spot in the open for somebody who looks to the viewer's left.
    pub const fn open(x: f32, y: f32, k: f32) -> Self {
        Self { x, y, k, mirror: false, seat: None, clip: None }
    }
}

/// What somebody sits on, as far as it is seen of them from the front. How low they sit, the spot's own height and size say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Seat {
    /// A bench, a chair, a sofa or steps with nothing before them: hands lie in the lap.
    Bench,
    /// A chair at a table, which is drawn before them: forearms lie on it.
    Table,
}

impl Seat {
    /// What their hands rest on.
    pub const fn surface(self) -> Surface {
        match self {
            Self::Bench => Surface::Lap,
            Self::Table => Surface::Table,
        }
    }
}

/// What it is like out of doors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Outside {
    #[default]
    Dry,
    /// It has rained, and the ground shines.
    Wet,
    Rain,
}

/// The darkening towards the corners.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vignette<C = Color> {
    pub color: C,
    /// Opacity in the far corners, 0 to 1.
    pub strength: f32,
}

/// Shapes that move together when the camera does.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layer<C = Color, H = Never> {
    pub name: String,
    /// 0 as far as the sky, 1 at the lens.
    pub depth: f32,
    /// Back to front.
    pub shapes: Vec<Shape<C, H>>,
}

/// A place and an hour that can be asked for.
struct Entry {
    id: String,
    file: &'static str,
    hour: String,
    use_of: Use,
}

/// What a place is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// People stand and talk in it.
    Talk,
    /// It is only looked at.
    View,
}

static INDEX: LazyLock<Vec<Entry>> = LazyLock::new(|| files().flat_map(|(file, text)| entries(file, text)).collect());

/// The place and hour that ship under this id; none when there are none.
///
/// The id is `file-hour`, or only `file` for a place with a single hour.
pub fn place(id: &str) -> Option<Place> {
    let entry = INDEX.iter().find(|entry| entry.id == id)?;
    let (_, text) = files().find(|(file, _)| *file == entry.file)?;
    Written::parse(entry.file, text).ok()?.place(&entry.hour)
}

/// Whether a place ships under this id in which people can talk.
pub fn place_exists(id: &str) -> bool {
    place_ids().any(|place| place == id)
}

/// The ids of the places that ship in which people can talk, one for each of their hours.
pub fn place_ids() -> impl Iterator<Item = &'static str> {
    ids(Use::Talk)
}

/// The ids of the places that are only looked at, one for each of their hours.
pub fn view_ids() -> impl Iterator<Item = &'static str> {
    ids(Use::View)
}

fn ids(use_of: Use) -> impl Iterator<Item = &'static str> {
    INDEX.iter().filter(move |entry| entry.use_of == use_of).map(|entry| &*entry.id)
}

/// Names and texts of the files.
fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
    let files = SHIPPED.files().filter(|file| file.path().extension().is_some_and(|e| e == "ron"));
    files.filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
}

/// The hours of a file, with nothing else of it read.
fn entries(file: &'static str, text: &str) -> Vec<Entry> {
    #[derive(Deserialize)]
    struct Outline {
        hours: BTreeMap<String, IgnoredAny>,
        #[serde(default)]
        spots: Option<IgnoredAny>,
    }
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let Ok(Outline { hours, spots }) = options.from_str(text) else { return vec![] };
    let use_of = spots.map_or(Use::View, |_| Use::Talk);
    let single = hours.len() == 1;
    let id = |hour: &str| if single { file.to_owned() } else { format!("{file}-{hour}") };
    hours.into_keys().map(|hour| Entry { id: id(&hour), file, hour, use_of }).collect()
}

#[cfg(test)]
mod tests;

//! Places: what is behind the person who speaks, what is in front, and the light that falls on them.

use include_dir::{Dir, include_dir};
use ron::extensions::Extensions;
use serde::Deserialize;

use super::color::Color;
use super::light::Light;
use super::shape::Shape;

static SHIPPED: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/places");

/// A place as one file of `assets/places` describes it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub name: String,
    pub light: Light,
    pub spot: Spot,
    pub vignette: Vignette,
    /// Back to front.
    pub behind: Vec<Layer>,
    /// Depth at which people stand.
    pub people_depth: f32,
    /// Back to front.
    pub in_front: Vec<Layer>,
}

/// Where the speaker stands.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spot {
    /// Center of the head, in units of the frame.
    pub x: f32,
    pub y: f32,
    /// Units of the frame for each figure unit.
    pub k: f32,
}

/// The darkening towards the corners.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vignette {
    pub color: Color,
    /// Opacity in the far corners, 0 to 1.
    pub strength: f32,
}

/// Shapes that move together when the camera does.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layer {
    pub name: String,
    /// 0 as far as the sky, 1 at the lens.
    pub depth: f32,
    /// Back to front.
    pub shapes: Vec<Shape>,
}

impl Place {
    /// Reads a place; `file` is what a message calls it.
    ///
    /// # Errors
    /// `file:line:column: what is wrong`.
    pub fn parse(file: &str, text: &str) -> Result<Self, String> {
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        options.from_str(text).map_err(|error| {
            let at = error.span.start;
            format!("{file}:{}:{}: {}", at.line, at.col, error.code)
        })
    }
}

/// The place that ships under this id; none when there is none.
pub fn place(id: &str) -> Option<Place> {
    let file = format!("{id}.ron");
    let text = SHIPPED.get_file(&file)?.contents_utf8()?;
    Place::parse(&file, text).ok()
}

/// Whether a place ships under this id.
pub fn place_exists(id: &str) -> bool {
    place_ids().any(|place| place == id)
}

/// The ids of the places that ship, which are the names of their files.
pub fn place_ids() -> impl Iterator<Item = &'static str> {
    let files = SHIPPED.files().map(|file| file.path());
    files.filter(|path| path.extension().is_some_and(|e| e == "ron")).filter_map(|path| path.file_stem()?.to_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Vec<(&'static str, Place)> {
        let read = |id| {
            let text = SHIPPED.get_file(format!("{id}.ron")).and_then(|f| f.contents_utf8()).expect("text");
            (id, Place::parse(id, text).expect("parses"))
        };
        place_ids().map(read).collect()
    }

    #[test]
    fn the_places_of_the_scenarios_ship() {
        let mut ids: Vec<_> = shipped().into_iter().map(|(id, _)| id).collect();
        ids.sort_unstable();
        assert_eq!(ids, ["bar-afternoon", "hallway"]);
    }

    #[test]
    fn a_place_exists_if_its_file_does() {
        assert!(place_exists("hallway") && place("hallway").is_some());
        for id in ["", "attic", "hallway.ron", "../places/hallway", "Hallway"] {
            assert!(!place_exists(id) && place(id).is_none(), "{id}");
        }
    }

    #[test]
    fn layers_are_named_filled_and_on_their_side_of_the_people() {
        for (id, place) in shipped() {
            let named = |layer: &Layer| !layer.name.is_empty() && !layer.shapes.is_empty();
            assert!(place.behind.iter().chain(&place.in_front).all(named), "{id}");
            assert!(place.behind.iter().all(|l| (0.0..place.people_depth).contains(&l.depth)), "{id}");
            assert!(place.in_front.iter().all(|l| l.depth > place.people_depth && l.depth <= 1.0), "{id}");
        }
    }

    #[test]
    fn the_light_is_within_its_ranges() {
        for (id, Place { light, vignette, spot, .. }) in shipped() {
            for share in [light.key_mix, light.ambient_mix, f64::from(vignette.strength)] {
                assert!((0.0..=1.0).contains(&share), "{id}: {share}");
            }
            assert!((0.5..=1.2).contains(&light.exposure) && (0.8..=1.0).contains(&light.cloth), "{id}");
            assert!(light.light_x.abs() == 1.0 && light.rim_dir != [0.0, 0.0], "{id}");
            assert!((0.0..=8.0).contains(&light.rim_w), "{id}");
            assert!((0.42..=0.58).contains(&(spot.x / 1280.0)) && (0.9..=1.1).contains(&spot.k), "{id}");
        }
    }

    #[test]
    fn a_fault_is_told_with_its_line_and_column() {
        let text = SHIPPED.get_file("hallway.ron").and_then(|f| f.contents_utf8()).expect("text");
        let check = |from: &str, to: &str, expected: &str| {
            let error = Place::parse("hallway.ron", &text.replacen(from, to, 1)).expect_err("broken");
            assert!(error.contains(expected), "{error}");
        };
        check("key: \"#dceada\"", "key: \"dceada\"", "hallway.ron:8:19: `dceada` is no color: write `#rrggbb`");
        check("strength", "strenght", "hallway.ron:10:34: Unexpected field named `strenght`");
        check("people_depth: 0.6,", "", "missing field named `people_depth`");
    }
}

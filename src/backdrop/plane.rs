//! Which layers share a picture, and the picture they make.

use super::band::Band;
use super::finish::{Finish, bleed_color};
use super::ops::{Op, Window, prepare};
use super::{BLEED, FRAME, TRAVEL};
use crate::cast::life::Weather;
use crate::cast::place::{Layer, Place};

/// Layers whose depth is this near that of the farthest one with them share a plane: at full camera they would part by
/// less than half a percent of the frame's width.
const SPREAD: f32 = 0.15;
/// Rows painted at a time, so that they stay in the processor's cache.
const BAND: usize = 32;
/// Sizes that are painted, in pixels for a unit; others are taken to the nearest.
const SCALES: [f32; 2] = [0.1, 8.0];

/// Which side of the person a plane is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Behind,
    InFront,
}

/// Neighboring layers of a place that move as one.
#[derive(Clone, Debug)]
pub struct Plane<'a> {
    pub side: Side,
    /// The mean of its layers: 0 as far as the sky, 1 at the lens.
    pub depth: f32,
    layers: &'a [Layer],
}

impl Plane<'_> {
    /// Whether what is drawn after this layer lies on this plane.
    pub fn ends_with(&self, layer: &str) -> bool {
        self.layers.last().is_some_and(|last| last.name == layer)
    }
}

/// How far to the right something at a depth lies, in units, while the camera stands so far aside (-1 to 1).
pub fn shift(depth: f32, aside: f32) -> f32 {
    -aside * depth * TRAVEL * FRAME[0]
}

/// sRGB with straight alpha, eight bits each, row by row from the top.
///
/// It shows the frame's full height, and [`BLEED`] more than its width on either side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub rgba: Vec<u8>,
}

/// The planes of a place, back to front.
pub fn planes(place: &Place) -> Vec<Plane<'_>> {
    let mut planes = Vec::new();
    for (side, mut rest) in [(Side::Behind, &place.behind[..]), (Side::InFront, &place.in_front[..])] {
        while let Some(first) = rest.first() {
            let far = rest.iter().position(|layer| (layer.depth - first.depth).abs() > SPREAD);
            let live = rest.iter().position(|layer| lives(place, layer)).map(|ix| ix + 1);
            let (layers, others) = rest.split_at(far.unwrap_or(rest.len()).min(live.unwrap_or(rest.len())));
            let depth = layers.iter().map(|layer| layer.depth).sum::<f32>() / layers.len() as f32;
            planes.push(Plane { side, depth, layers });
            rest = others;
        }
    }
    planes
}

/// Whether something moves in front of a layer: what is nearer has to be a picture of its own.
fn lives(place: &Place, layer: &Layer) -> bool {
    let mut after = place.life.iter().map(|e| e.after.as_str()).chain(place.weather.iter().map(Weather::after));
    after.any(|name| name == layer.name)
}

/// Paints one plane with `scale` pixels for each unit of the frame.
pub fn paint(place: &Place, plane: &Plane, scale: f32) -> Picture {
    let scale = if scale.is_nan() { 1.0 } else { scale.clamp(SCALES[0], SCALES[1]) };
    let width = ((FRAME[0] + 2.0 * BLEED) * scale).ceil() as usize;
    let height = (FRAME[1] * scale).ceil() as usize;
    let window = Window { origin: [-BLEED, 0.0], scale };
    let ops: Vec<Op> = plane.layers.iter().flat_map(|layer| prepare(&layer.shapes, window)).collect();
    painted(&ops, &Finish::new(place.vignette, window, width), width, height)
}

/// What the shapes make of an empty picture of this size.
pub(super) fn painted(ops: &[Op], finish: &Finish, width: usize, height: usize) -> Picture {
    let mut rgba = vec![0; width * height * 4];
    let mut band = Band::new(width, BAND);
    for rows in rgba.chunks_mut(width * BAND * 4) {
        ops.iter().for_each(|op| op.paint(&mut band, None));
        finish.write(&band, rows);
        band.advance();
    }
    bleed_color(&mut rgba, width);
    Picture { width, height, rgba }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::cast::{place, place_ids, view_ids};

    fn each(check: impl Fn(&str, &Place, Vec<Plane>)) {
        for id in place_ids().chain(view_ids()) {
            let place = place(id).expect("a place");
            check(id, &place, planes(&place));
        }
    }

    fn alphas(picture: &Picture) -> impl Iterator<Item = u8> {
        picture.rgba.chunks_exact(4).map(|pixel| pixel[3])
    }

    #[test]
    fn a_place_is_a_few_planes_and_the_person_stands_between_them() {
        each(|id, place, planes| {
            assert!((3..=10).contains(&planes.len()), "{id}: {}", planes.len());
            assert!(planes.is_sorted_by(|a, b| a.depth < b.depth), "{id}");
            let (behind, in_front) = planes.split_at(planes.partition_point(|p| p.side == Side::Behind));
            assert!(!in_front.is_empty() && in_front.iter().all(|p| p.side == Side::InFront), "{id}");
            assert!(behind.iter().all(|p| p.depth < place.people_depth), "{id}");
            assert!(in_front.iter().all(|p| p.depth > place.people_depth), "{id}");
        });
    }

    #[test]
    fn a_plane_ends_where_something_moves() {
        each(|id, place, planes| {
            for after in place.life.iter().map(|e| &*e.after).chain(place.weather.iter().map(Weather::after)) {
                assert_eq!(planes.iter().filter(|plane| plane.ends_with(after)).count(), 1, "{id}: {after}");
            }
        });
        let mut place = place("hallway").expect("a place");
        let lives = place.life.iter().position(|event| event.after == "corridor").map(|ix| place.life.remove(ix));
        place.life.clear();
        assert!(!planes(&place)[0].ends_with("corridor"));
        place.life.extend(lives);
        assert!(planes(&place)[0].ends_with("corridor"));
    }

    #[test]
    fn the_far_plane_is_opaque_everywhere_and_not_of_one_color() {
        each(|id, place, planes| {
            for scale in [0.25, 0.37, 0.53] {
                let picture = paint(place, &planes[0], scale);
                assert!(alphas(&picture).all(|alpha| alpha == 255), "{id}");
                let reds: HashSet<_> = picture.rgba.chunks_exact(4).map(|p| p[0]).collect();
                assert!(reds.len() > 60, "{id}: {}", reds.len());
            }
        });
    }

    #[test]
    fn nearer_planes_show_something_and_leave_the_face_alone() {
        each(|id, place, planes| {
            for plane in &planes[1..] {
                let picture = paint(place, plane, 0.25);
                assert!(alphas(&picture).any(|alpha| alpha > 150), "{id}");
                let Some(spots) = &place.spots else { continue };
                let (x, y) = ((spots.speaker.x + BLEED) * 0.25, spots.speaker.y * 0.25);
                let at_head = picture.rgba[(y as usize * picture.width + x as usize) * 4 + 3];
                assert!(plane.side == Side::Behind || at_head < 40, "{id}: {at_head}");
            }
        });
    }

    #[test]
    fn a_picture_shows_the_frame_and_what_it_may_move() {
        let place = place("hallway").expect("a place");
        let picture = paint(&place, &planes(&place)[2], 0.5);
        assert_eq!((picture.width, picture.height, picture.rgba.len()), (690, 360, 690 * 360 * 4));
        assert!(planes(&place).iter().all(|plane| shift(plane.depth, 1.0).abs() < BLEED));
    }

    #[test]
    fn the_same_plane_is_the_same_picture_and_no_size_is_refused() {
        let place = place("bar-afternoon").expect("a place");
        let plane = &planes(&place)[2];
        assert_eq!(paint(&place, plane, 0.3), paint(&place, plane, 0.3));
        for scale in [f32::NAN, -1.0, 0.0] {
            assert!(paint(&place, plane, scale).width > 0);
        }
    }

    /// A hallway that is nothing but these shapes.
    fn bare(shapes: &str) -> Picture {
        let mut place = place("hallway").expect("a place");
        place.behind.truncate(1);
        place.behind[0].shapes = ron::from_str(shapes).expect("shapes");
        paint(&place, &planes(&place)[0], 1.0)
    }

    #[test]
    fn a_gradient_over_a_few_dark_steps_shows_none_of_them() {
        let stops = r##"[(0, "#202020", 1), (1, "#242424", 1)]"##;
        let picture = bare(&format!("[Fill(Rect(-60, -60, 1400, 900), Linear((300, 0), (1000, 0), {stops}))]"));
        let mean = |x: usize| {
            let column = (200..456).map(|y| f32::from(picture.rgba[(y * picture.width + x) * 4]));
            column.sum::<f32>() / 256.0
        };
        let means: Vec<f32> = (360..1040).step_by(8).map(|x| (x..x + 8).map(mean).sum::<f32>() / 8.0).collect();
        assert!(means.windows(2).all(|pair| (pair[1] - pair[0]).abs() < 0.35), "{means:?}");
        assert!((3.0..4.5).contains(&(means[84] - means[0])), "{means:?}");
    }

    #[test]
    fn the_corners_are_darker_than_the_middle() {
        let picture = bare(r##"[Fill(Rect(-60, -60, 1400, 900), Flat("#808080", 1))]"##);
        let red = |x: usize, y: usize| picture.rgba[(y * picture.width + x) * 4];
        assert!(red(700, 330).abs_diff(130) < 9, "{}", red(700, 330));
        assert!(red(55, 715) < 90 && red(1325, 715) < 90, "{} {}", red(55, 715), red(1325, 715));
    }
}

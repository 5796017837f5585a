//! The picture of an event: painted once, as small as it is, and laid as a quad where the moment wants it.

use super::motion::Placement;
use crate::backdrop::coverage::Area;
use crate::backdrop::finish::{Finish, brightness};
use crate::backdrop::ops::{Op, Window, prepare};
use crate::backdrop::plane::{Picture, painted};
use crate::backdrop::{BLEED, FRAME};
use crate::cast::life::{Event, Motion};
use crate::cast::place::{Place, Vignette};

/// Units left free around a picture, so that it fades out within it.
const MARGIN: f32 = 2.0;
/// Pixels of a picture's longer side at most: only large glows are larger, and nobody sees their pixels.
const MOST_PIXELS: f32 = 1536.0;
/// Pixels for a unit at least and at most.
const SCALES: (f32, f32) = (0.1, 8.0);

/// The picture of an event, and which part of the frame it shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Sprite {
    pub picture: Picture,
    /// Left, top, right and bottom in units.
    pub bounds: [f32; 4],
    /// What moves is darkened as it goes; what stays was painted as dark as its place is.
    vignette: Option<Vignette>,
    within: Option<[f32; 4]>,
}

/// A corner of what is shown of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corner {
    /// In units of the frame.
    pub at: [f32; 2],
    /// In the picture: 0,0 at its left upper corner, 1,1 at its right lower one.
    pub uv: [f32; 2],
}

/// Paints the picture of an event with `scale` pixels for each unit of the frame; none where its shapes enclose nothing.
pub fn sprite(place: &Place, event: &Event, scale: f32) -> Option<Sprite> {
    let travels = travels(event.motion);
    let [left, top, right, bottom] = bounds(event, travels)?;
    let (wide, high) = (right - left, bottom - top);
    let scale = if scale.is_nan() { 1.0 } else { scale * largest(event.motion) };
    let scale = scale.min(MOST_PIXELS / wide.max(high)).clamp(SCALES.0, SCALES.1);
    let window = Window { origin: [left, top], scale };
    let (width, height) = ((wide * scale).ceil() as usize, (high * scale).ceil() as usize);
    let here = if travels { Vignette { strength: 0.0, ..place.vignette } } else { place.vignette };
    let picture = painted(&prepare(&event.shapes, window), &Finish::new(here, window, width), width, height);
    let bounds = [left, top, left + width as f32 / scale, top + height as f32 / scale];
    let within = event.within.map(|(x, y, wide, high)| [x, y, x + wide, y + high]);
    Some(Sprite { picture, bounds, vignette: travels.then_some(place.vignette), within })
}

/// What the shapes touch, in whole units; of what stays in its place, as far as the frame may show it.
fn bounds(event: &Event, travels: bool) -> Option<[f32; 4]> {
    let ops = prepare(&event.shapes, Window { origin: [0.0; 2], scale: 1.0 });
    let all = ops.iter().map(Op::area).reduce(|a, b| Area {
        left: a.left.min(b.left),
        top: a.top.min(b.top),
        right: a.right.max(b.right),
        bottom: a.bottom.max(b.bottom),
    })?;
    let touched =
        [all.left as f32 - MARGIN, all.top as f32 - MARGIN, all.right as f32 + MARGIN, all.bottom as f32 + MARGIN];
    let seen = if travels { touched } else { meet(touched, [-BLEED, 0.0, FRAME[0] + BLEED, FRAME[1]]) };
    (seen[0] < seen[2] && seen[1] < seen[3]).then_some(seen)
}

fn meet(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    [a[0].max(b[0]), a[1].max(b[1]), a[2].min(b[2]), a[3].min(b[3])]
}

/// Whether the picture is drawn around 0,0 and goes through the frame.
fn travels(motion: Motion) -> bool {
    matches!(motion, Motion::Walk { .. } | Motion::Pass { .. } | Motion::Drop { .. })
}

/// How much larger than it is drawn the picture becomes.
fn largest(motion: Motion) -> f32 {
    match motion {
        Motion::Pass { scale: (a, b), .. } => a.max(b),
        Motion::Drift { scale, .. } => scale.max(1.0),
        Motion::Show(_)
        | Motion::Walk { .. }
        | Motion::Dip(_)
        | Motion::Flicker(_)
        | Motion::Crossfade(_)
        | Motion::Blink
        | Motion::Sway { .. }
        | Motion::Drop { .. } => 1.0,
    }
}

impl Sprite {
    /// The corners of what is shown, in order around it: three or more, or none. A window cuts it.
    pub fn corners(&self, placement: &Placement) -> Vec<Corner> {
        let [left, top, right, bottom] = self.bounds;
        let square = [
            ([left, top], [0.0, 0.0]),
            ([right, top], [1.0, 0.0]),
            ([right, bottom], [1.0, 1.0]),
            ([left, bottom], [0.0, 1.0]),
        ];
        let corners = square.map(|(at, uv)| Corner { at: placement.place(at), uv }).to_vec();
        match self.within {
            Some(within) => cut(corners, within),
            None => corners,
        }
    }

    /// How bright its colors are where it is now, 0 to 1.
    pub fn brightness(&self, placement: &Placement) -> f32 {
        self.vignette.map_or(1.0, |vignette| brightness(vignette, placement.place([0.0, 0.0])))
    }
}

/// The part of a convex polygon inside a rectangle (Sutherland and Hodgman, 1974).
fn cut(mut corners: Vec<Corner>, [left, top, right, bottom]: [f32; 4]) -> Vec<Corner> {
    for (axis, limit, side) in [(0, left, 1.0), (1, top, 1.0), (0, right, -1.0), (1, bottom, -1.0)] {
        let inside = |c: &Corner| (c.at[axis] - limit) * side;
        let mut kept = Vec::with_capacity(corners.len() + 1);
        for (ix, corner) in corners.iter().enumerate() {
            let next = &corners[(ix + 1) % corners.len()];
            let (here, there) = (inside(corner), inside(next));
            if here >= 0.0 {
                kept.push(*corner);
            }
            if (here >= 0.0) != (there >= 0.0) {
                kept.push(between(corner, next, here / (here - there)));
            }
        }
        corners = kept;
    }
    corners
}

fn between(a: &Corner, b: &Corner, share: f32) -> Corner {
    let mix = |a: [f32; 2], b: [f32; 2]| [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    Corner { at: mix(a.at, b.at), uv: mix(a.uv, b.uv) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backdrop::life::motion::now;
    use crate::cast::place;

    const SQUARE: &str = r##"[Fill(Rect(-10, -20, 20, 20), Flat("#ffffff", 1))]"##;

    fn painted(motion: Motion, within: Option<(f32, f32, f32, f32)>, shapes: &str, scale: f32) -> Sprite {
        let (name, after) = ("walker".to_owned(), "street".to_owned());
        let shapes = ron::from_str(shapes).expect("shapes");
        let event =
            Event { name, after, every: (0.0, 0.0), lasts: 4.0, still: None, within, hours: vec![], motion, shapes };
        sprite(&place("hallway").expect("a place"), &event, scale).expect("a picture")
    }

    const WALK: Motion = Motion::Walk { from: (0.0, 100.0), to: (400.0, 100.0), bob: 0.0 };

    fn at(x: f32, y: f32) -> Placement {
        Placement { about: [0.0; 2], scale: 1.0, turn: 0.0, by: [x, y], opacity: 1.0 }
    }

    #[test]
    fn a_picture_is_as_small_as_what_it_shows() {
        let sprite = painted(WALK, None, SQUARE, 2.0);
        assert_eq!(sprite.bounds, [-12.0, -22.0, 12.0, 2.0]);
        let Picture { width, height, rgba } = &sprite.picture;
        assert_eq!((*width, *height), (48, 48));
        let alpha = |x: usize, y: usize| rgba[(y * width + x) * 4 + 3];
        assert_eq!((alpha(0, 0), alpha(3, 24), alpha(4, 24), alpha(43, 24), alpha(44, 24)), (0, 0, 255, 255, 0));
    }

    #[test]
    fn a_great_glow_is_painted_smaller_and_ends_with_the_frame() {
        let glow = r##"[Glow((1200, 600), (620, 620), "#ffffff", 0.3)]"##;
        let sprite = painted(Motion::Show(0.1), None, glow, 4.0);
        let ends = [sprite.bounds[2] - FRAME[0] - BLEED, sprite.bounds[3] - FRAME[1]];
        assert!(ends.iter().all(|over| over.abs() < 1.0) && sprite.picture.width <= 1537, "{:?}", sprite.bounds);
    }

    #[test]
    fn a_window_cuts_the_picture_and_what_it_shows_of_it() {
        let sprite = painted(WALK, Some((100.0, 0.0, 50.0, 90.0)), SQUARE, 1.0);
        assert_eq!(sprite.corners(&at(80.0, 90.0)), []);
        let corners = sprite.corners(&at(100.0, 90.0));
        let span = |of: fn(&Corner) -> f32, expected: [f32; 2]| {
            let all = || corners.iter().map(of);
            let found = [all().fold(f32::MAX, f32::min), all().fold(f32::MIN, f32::max)];
            assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.001), "{found:?}, not {expected:?}");
        };
        span(|c| c.at[0], [100.0, 112.0]);
        span(|c| c.uv[0], [0.5, 1.0]);
        span(|c| c.at[1], [68.0, 90.0]);
        span(|c| c.uv[1], [0.0, 22.0 / 24.0]);
    }

    #[test]
    fn what_travels_is_darker_in_the_corners_and_what_stays_was_painted_so() {
        let walks = painted(WALK, None, SQUARE, 1.0);
        assert!(walks.brightness(&at(640.0, 330.0)) == 1.0 && walks.brightness(&at(0.0, 720.0)) < 0.5);
        let white = r##"[Fill(Rect(-50, 620, 90, 90), Flat("#ffffff", 1))]"##;
        let stays = painted(Motion::Show(0.1), None, white, 1.0);
        let middle = (50 * stays.picture.width + 30) * 4;
        assert!(stays.picture.rgba[middle] < 140 && stays.brightness(&at(0.0, 0.0)) == 1.0);
    }

    #[test]
    fn a_walker_comes_through_the_window() {
        let (name, after) = ("walker".to_owned(), "street".to_owned());
        let shapes = ron::from_str(SQUARE).expect("shapes");
        let within = Some((100.0, 0.0, 50.0, 200.0));
        let event = Event {
            name,
            after,
            every: (0.0, 0.0),
            lasts: 4.0,
            still: None,
            within,
            hours: vec![],
            motion: WALK,
            shapes,
        };
        let sprite = sprite(&place("hallway").expect("a place"), &event, 1.0).expect("a picture");
        let seen =
            (0..400).filter(|i| now(&event, 1, f64::from(*i) * 0.01).is_some_and(|p| !sprite.corners(&p).is_empty()));
        // the window is 50 wide and the picture 24, at 100 units a second
        assert!((70..=78).contains(&seen.count()));
    }
}

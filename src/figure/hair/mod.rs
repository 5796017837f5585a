//! Hair and what covers it: each style is a file here and a line in [`Style::of`].

mod bob;
mod cap;
mod chance;
mod coils;
mod combing;
mod crop;
mod knot;
mod mass;
mod nape;
mod receding;
mod shaved;
mod side;
mod strands;
mod strict;
mod updo;
mod waves;

use crate::cast::person::HairStyle;

use super::body::Body;
use super::canvas::Canvas;
use super::clothes::Torso;
use super::color::mix;
use super::curve::{Point, Spline, at, polygon, shape};
use super::rig::Rig;
use combing::{Combing, Spot};

/// How one style is drawn.
struct Style {
    /// Where the hair begins, from the side it is combed to over the forehead to the other; empty where it throws no shadow.
    hairline: &'static [Spot],
    /// The mass behind head and neck.
    back: fn(&Combing, &mut Canvas),
    /// The mass on the head; gives back its outline for the light along it, an empty one where there is none.
    front: fn(&Combing, &mut Canvas) -> Spline,
    /// What falls over the shoulders.
    over: Option<fn(&Combing, &Body, &Torso, &mut Canvas)>,
}

impl Style {
    fn of(style: HairStyle) -> &'static Self {
        match style {
            HairStyle::Bob => &bob::STYLE,
            HairStyle::Cap => &cap::STYLE,
            HairStyle::Coils => &coils::STYLE,
            HairStyle::Crop => &crop::STYLE,
            HairStyle::Receding => &receding::STYLE,
            HairStyle::Shaved => &shaved::STYLE,
            HairStyle::Side => &side::STYLE,
            HairStyle::Strict => &strict::STYLE,
            HairStyle::Updo => &updo::STYLE,
            _ => &waves::STYLE,
        }
    }
}

/// The mass behind head and neck.
pub fn back(rig: &Rig, canvas: &mut Canvas) {
    (Style::of(rig.look.hair.style).back)(&Combing::of(rig), canvas);
}

/// What falls over the shoulders.
pub fn over(rig: &Rig, body: &Body, torso: &Torso, canvas: &mut Canvas) {
    if let Some(over) = Style::of(rig.look.hair.style).over {
        over(&Combing::of(rig), body, torso, canvas);
    }
}

/// The shadow it throws on the brow: the hairline, moved down.
pub fn shadow(rig: &Rig, canvas: &mut Canvas) {
    let combing = Combing::of(rig);
    let line = Style::of(rig.look.hair.style).hairline;
    if line.is_empty() {
        return;
    }
    let moved = |spot: &Spot, down: f64| {
        let (azimuth, y) = combing.raised(*spot);
        combing.point((azimuth, y + down), 0.0)
    };
    let mut outline: Vec<Point> = line.iter().map(|spot| moved(spot, 7.0)).collect();
    let last = outline.len() - 1;
    for end in [0, last] {
        outline[end] = outline[end].sharp();
    }
    outline.extend(line.iter().rev().map(|spot| moved(spot, -14.0)));
    canvas.clip(&rig.head_path);
    canvas.fill(shape(&outline), rig.skin.shade, 0.75, 1.6);
    canvas.end();
}

/// The mass on the head, and the light along its edge.
pub fn front(rig: &Rig, canvas: &mut Canvas) {
    let edge = (Style::of(rig.look.hair.style).front)(&Combing::of(rig), canvas);
    let Some(rim) = rig.rim_light().filter(|_| !edge.is_empty()) else { return };
    let e = rim.side.sign();
    let from = rig.skull(e * 30.0, -60.0).x;
    let to = from + e * 900.0;
    canvas.clip(&polygon(&[at(from, -400.0), at(to, -400.0), at(to, 1000.0), at(from, 1000.0)]));
    let color = mix(rig.hair.rim, rig.light.rim(), 0.35);
    canvas.fill(edge.rim(rim.direction, rim.width, 1.2), color, 0.8, 0.5);
    canvas.end();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::look;
    use crate::figure::poses::Carriage;
    use crate::figure::{ActionUnits, Drawing, Posture};

    /// Everyone whose hair the sweep below turns.
    const HEADS: [&str; 12] =
        ["mara", "dev", "jo", "tessa", "oyelaran", "lyle", "sandoval", "marcus", "kyle", "yusuf", "park", "donna"];

    fn drawn(who: &str, yaw: f32, pitch: f32) -> Drawing {
        let light = ron::from_str("(key: \"#ffd9a8\", ambient: \"#3a4658\", rim_dir: (1.0, -0.2), rim_w: 4.0)");
        let (light, units) = (light.expect("a light"), ActionUnits::default());
        let posture = Posture { yaw, pitch, ..Posture::default() };
        let rig = Rig::new(look(who).expect("a look"), &light, &units, &posture, Carriage::default());
        let mut canvas = Canvas::default();
        back(&rig, &mut canvas);
        shadow(&rig, &mut canvas);
        front(&rig, &mut canvas);
        canvas.finish()
    }

    /// How far a point of the drawing moves, and how far a color.
    fn change(before: &Drawing, after: &Drawing) -> (f32, u8) {
        assert_eq!(before.layers.len(), after.layers.len());
        let (mut way, mut shift) = (0.0_f32, 0);
        for (a, b) in before.layers.iter().zip(&after.layers) {
            let points = a.outlines.iter().flatten().zip(b.outlines.iter().flatten());
            way = points.map(|(p, q)| (p[0] - q[0]).hypot(p[1] - q[1])).fold(way, f32::max);
            shift = a.color.iter().zip(b.color).map(|(p, q)| p.abs_diff(q)).fold(shift, u8::max);
        }
        (way, shift)
    }

    // None of these turns is one at which something comes out from behind the head: there drawings differ in their points.
    #[test]
    fn no_lock_jumps_when_the_head_turns_a_little() {
        for who in HEADS {
            for (yaw, pitch) in [-24.0, -20.0, -13.0, -5.0, 4.0, 8.0, 17.0, 24.0].map(|yaw| (yaw, 3.0 - yaw / 2.0)) {
                let (way, shift) = change(&drawn(who, yaw, pitch), &drawn(who, yaw + 0.1, pitch + 0.1));
                assert!(way < 1.5, "{who} at {yaw}: a point moves by {way}");
                assert!(shift < 16, "{who} at {yaw}: a color moves by {shift}");
            }
        }
    }

    #[test]
    fn no_lock_sticks_out_when_the_head_turns_far() {
        for who in HEADS {
            for (yaw, pitch) in [(-25.0, -12.0), (-25.0, 12.0), (0.0, 12.0), (25.0, -12.0), (25.0, 12.0)] {
                let layers = drawn(who, yaw, pitch).layers;
                let free = layers.iter().filter(|layer| layer.clip.is_none());
                let outside = |[x, y]: [f32; 2]| x.abs() > 120.0 || !(-150.0..130.0).contains(&y);
                let out = free.flat_map(|layer| layer.outlines.iter().flatten()).find(|p| outside(**p));
                assert_eq!(out, None, "{who} at {yaw}, {pitch}");
            }
        }
    }

    #[test]
    fn a_lock_lies_on_the_side_it_is_combed_to_whichever_way_the_head_turns() {
        let knot = |yaw| drawn("mara", yaw, 3.0).layers[1].outlines[0][0][0];
        for yaw in [-20.0, -5.0, 2.0] {
            assert!(knot(yaw) > 30.0, "at {yaw} the knot lies at {}", knot(yaw));
        }
    }
}

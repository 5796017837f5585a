//! Hair and what covers it: each style is a file here and a line in [`Style::of`].

mod bob;
mod braid;
mod braids;
mod cap;
mod chance;
mod coils;
mod combing;
mod crop;
mod curtain;
mod hijab;
mod knot;
mod long;
mod mass;
mod nape;
mod ponytail;
mod receding;
mod rope;
mod shaved;
mod side;
mod strands;
mod strict;
mod turban;
mod updo;
mod waves;

use crate::cast::person::HairStyle;

use super::body::Body;
use super::canvas::Canvas;
use super::clothes::Torso;
use super::color::mix;
use super::curve::{Point, Spline, at, polygon, shape};
use super::rig::Rig;
pub use chance::Chance;
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
            HairStyle::Braid => &braid::STYLE,
            HairStyle::Braids => &braids::STYLE,
            HairStyle::Cap => &cap::STYLE,
            HairStyle::Coils => &coils::STYLE,
            HairStyle::Crop => &crop::STYLE,
            HairStyle::Hijab => &hijab::STYLE,
            HairStyle::Long => &long::STYLE,
            HairStyle::Ponytail => &ponytail::STYLE,
            HairStyle::Receding => &receding::STYLE,
            HairStyle::Shaved => &shaved::STYLE,
            HairStyle::Side => &side::STYLE,
            HairStyle::Strict => &strict::STYLE,
            HairStyle::Turban => &turban::STYLE,
            HairStyle::Updo => &updo::STYLE,
            HairStyle::Waves => &waves::STYLE,
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
    use crate::figure::{ActionUnits, Drawing, Posture, beard, glasses};

    /// Everyone whose hair the sweep below turns.
    const HEADS: [&str; 18] = [
        "mara", "dev", "jo", "tessa", "oyelaran", "lyle", "sandoval", "marcus", "kyle", "yusuf", "park", "donna",
        "danny", "rosa", "walt", "tomas", "ingrid", "dele",
    ];

    const COVERED: [&str; 9] = ["nadia", "ostrow", "renee", "suri", "linh", "gill", "anneke", "amina", "ruth"];

    const SCARVES: [&str; 2] = ["nadia", "amina"];

    /// Hair and what goes with it, and the head's contour.
    fn turned(who: &str, yaw: f32, pitch: f32) -> (Drawing, Vec<Point>) {
        let light = ron::from_str("(key: \"#ffd9a8\", ambient: \"#3a4658\", rim_dir: (1.0, -0.2), rim_w: 4.0)");
        let (light, units) = (light.expect("a light"), ActionUnits::default());
        let posture = Posture { yaw, pitch, ..Posture::default() };
        let rig = Rig::new(look(who).expect("a look"), &light, &units, &posture, Carriage::default());
        let body = Body::of(&rig);
        let torso = Torso { path: polygon(&[at(-99.0, 99.0), at(99.0, 99.0), at(0.0, 500.0)]), cloth: rig.hair };
        let mut canvas = Canvas::default();
        back(&rig, &mut canvas);
        over(&rig, &body, &torso, &mut canvas);
        shadow(&rig, &mut canvas);
        beard::draw(&rig, &mut canvas);
        front(&rig, &mut canvas);
        glasses::draw(&rig, &mut canvas);
        (canvas.finish(), rig.head.flatten(6))
    }

    /// How far an outline has moved, by its points where there are as many and by its nearest corners where not.
    fn moved(before: &[[f32; 2]], after: &[[f32; 2]]) -> f32 {
        let way = |p: &[f32; 2], q: &[f32; 2]| (p[0] - q[0]).hypot(p[1] - q[1]);
        if before.len() == after.len() {
            return before.iter().zip(after).map(|(p, q)| way(p, q)).fold(0.0, f32::max);
        }
        let nearest = |p: &[f32; 2]| after.iter().map(|q| way(p, q)).fold(f32::INFINITY, f32::min);
        before.iter().step_by(3).map(nearest).fold(0.0, f32::max)
    }

    fn check_steadiness(who: &str, yaw: f32, pitch: f32) {
        let [before, after] = [yaw, yaw + 0.1].map(|yaw| turned(who, yaw, pitch).0.layers);
        assert_eq!(before.len(), after.len(), "{who} at {yaw} {pitch}");
        for (i, (a, b)) in before.iter().zip(&after).enumerate() {
            let farthest = a.outlines.iter().zip(&b.outlines).map(|(p, q)| moved(p, q)).fold(0.0, f32::max);
            assert!(farthest < 1.3, "{who} at {yaw} {pitch}: layer {i} moves by {farthest}");
        }
    }

    #[test]
    fn no_lock_jumps_when_the_head_turns_a_little() {
        for who in HEADS {
            for yaw in [-24.0, -20.0, -13.0, -5.0, 4.0, 8.0, 17.0, 24.0] {
                check_steadiness(who, yaw, 3.0 - yaw / 2.0);
            }
        }
        for who in COVERED {
            for yaw in [-25.0, -18.0, -9.0, -4.0, -0.65, -0.05, 0.55, 2.0, 6.0, 12.0, 24.9] {
                for pitch in [-12.0, 3.0, 12.0] {
                    check_steadiness(who, yaw, pitch);
                }
            }
        }
    }

    #[test]
    fn no_lock_jumps_on_the_way_to_a_profile() {
        // The band below a scarf folds over where the scarf hides it.
        for who in HEADS.into_iter().chain(COVERED).filter(|who| !SCARVES.contains(who)) {
            for yaw in [-68.0, -57.0, -48.5, -41.0, 41.0, 48.5, 57.0, 68.0] {
                let [before, after] = [yaw, yaw + 0.1].map(|yaw| turned(who, yaw, 3.0).0.layers);
                assert!(before.len().abs_diff(after.len()) <= 2, "{who} at {yaw}");
                // a lock that has grown too thin to be drawn leaves those behind it out of step
                let in_step = before.iter().zip(&after).take_while(|(a, b)| a.outlines.len() == b.outlines.len());
                for (i, (a, b)) in in_step.enumerate().filter(|(_, (a, b))| a.clip.is_none() && a.color == b.color) {
                    let farthest = a.outlines.iter().zip(&b.outlines).map(|(p, q)| moved(p, q)).fold(0.0, f32::max);
                    assert!(farthest < 3.0 || before.len() != after.len(), "{who} at {yaw}: {i} moves by {farthest}");
                }
            }
        }
    }

    #[test]
    fn no_lock_hangs_before_the_face_in_profile() {
        // A scarf stands out beside the brow, and frames it from the side too.
        for who in HEADS.into_iter().chain(COVERED).filter(|who| !SCARVES.contains(who)) {
            for yaw in [-70.0_f32, 70.0] {
                let (drawing, _) = turned(who, yaw, 0.0);
                let free = drawing.layers.iter().filter(|layer| layer.clip.is_none() && layer.opacity > 0.05);
                let before = |p: &&[f32; 2]| (-34.0..44.0).contains(&p[1]) && p[0] * yaw.signum() > 80.0;
                let found = free.flat_map(|layer| layer.outlines.iter().flatten()).find(before);
                let glasses = look(who).is_some_and(|look| look.glasses.is_some());
                assert!(found.is_none() || glasses, "{who} at {yaw}: {found:?}");
            }
        }
    }

    #[test]
    fn no_lock_sticks_out_of_the_head() {
        for who in COVERED {
            for (yaw, pitch) in [(-25.0, -12.0), (-25.0, 12.0), (-8.0, 0.0), (0.0, 0.0), (25.0, -12.0), (25.0, 12.0)] {
                let (drawing, contour) = turned(who, yaw, pitch);
                let free = drawing.layers.iter().filter(|l| l.clip.is_none());
                for p in free.flat_map(|l| l.outlines.iter().flatten()).filter(|p| p[1] < 50.0) {
                    let p = at(f64::from(p[0]), f64::from(p[1]));
                    let away = contour.iter().map(|q| q.distance(p)).fold(f64::INFINITY, f64::min);
                    let inside = p.x.abs() < 50.0 && p.y > -80.0;
                    assert!(inside || away < 42.0, "{who} at {yaw} {pitch}: {away} away at {} {}", p.x, p.y);
                }
            }
        }
    }

    #[test]
    fn no_lock_sticks_out_when_the_head_turns_far() {
        for who in HEADS {
            for (yaw, pitch) in [(-25.0, -12.0), (-25.0, 12.0), (0.0, 12.0), (25.0, -12.0), (25.0, 12.0)] {
                let layers = turned(who, yaw, pitch).0.layers;
                let free = layers.iter().filter(|layer| layer.clip.is_none());
                let outside = |[x, y]: [f32; 2]| x.abs() > 120.0 || !(-150.0..150.0).contains(&y);
                let out = free.flat_map(|layer| layer.outlines.iter().flatten()).find(|p| outside(**p));
                assert_eq!(out, None, "{who} at {yaw}, {pitch}");
            }
        }
    }

    #[test]
    fn the_band_below_a_scarf_has_its_own_color() {
        let redder = |[r, _, b]: [u8; 3]| r > b;
        let warm =
            |who: &str| turned(who, -17.0, 0.0).0.layers.iter().filter(|l| l.clip.is_none() && redder(l.color)).count();
        assert_eq!(warm("amina"), 1, "amber on teal");
    }

    #[test]
    fn a_lock_lies_on_the_side_it_is_combed_to_whichever_way_the_head_turns() {
        let knot = |yaw| turned("mara", yaw, 3.0).0.layers[1].outlines[0][0][0];
        for yaw in [-20.0, -5.0, 2.0] {
            assert!(knot(yaw) > 30.0, "at {yaw} the knot lies at {}", knot(yaw));
        }
    }
}

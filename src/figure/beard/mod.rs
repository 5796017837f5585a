//! Beards: each style is a file here and a line in [`draw`].

mod chin;
mod moustache;
mod stubble;

use crate::cast::person::BeardStyle;

use super::canvas::Canvas;
use super::curve::{at, polygon};
use super::head;
use super::rig::Rig;

/// Puts a beard on the face.
pub fn draw(rig: &Rig, canvas: &mut Canvas) {
    let Some(beard) = &rig.look.beard else { return };
    match beard.style {
        BeardStyle::Stubble => stubble::draw(rig, beard, canvas),
        BeardStyle::Full => {
            chin::draw(rig, beard, &chin::FULL, canvas);
            moustache::draw(rig, beard, 3.0, canvas);
        }
        BeardStyle::Short => {
            chin::draw(rig, beard, &chin::SHORT, canvas);
            moustache::draw(rig, beard, 1.0, canvas);
        }
        BeardStyle::Moustache => moustache::draw(rig, beard, 1.0, canvas),
    }
}

/// The second light along the contour of the face, or of the beard where that hides it.
pub fn rim(rig: &Rig, canvas: &mut Canvas) {
    let grown = rig.look.beard.as_ref().and_then(|beard| match beard.style {
        BeardStyle::Full => Some((beard, &chin::FULL)),
        BeardStyle::Short => Some((beard, &chin::SHORT)),
        BeardStyle::Moustache | BeardStyle::Stubble => None,
    });
    let (Some((beard, cut)), Some(light)) = (grown, rig.rim_light()) else { return head::rim(rig, canvas) };
    let y = rig.edge(light.side, chin::COVERED).y;
    canvas.clip(&polygon(&[at(-900.0, -400.0), at(900.0, -400.0), at(900.0, y), at(-900.0, y)]));
    head::rim(rig, canvas);
    canvas.end();
    chin::rim(rig, beard, cut, canvas);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::look;
    use crate::figure::mouth::{self, Mouth};
    use crate::figure::poses::Carriage;
    use crate::figure::{ActionUnits, Posture, Side};

    const BEARDED: [&str; 7] = ["oyelaran", "lyle", "sandoval", "marcus", "yusuf", "gill", "dele"];

    fn with_rig<T>(who: &str, units: &[(usize, f32, f32)], then: impl FnOnce(&Rig) -> T) -> T {
        let light = ron::from_str("(key: \"#ffd9a8\", ambient: \"#3a4658\")").expect("a light");
        let (mut all, posture) = (ActionUnits::default(), Posture::default());
        units.iter().for_each(|(unit, right, left)| all.set(*unit, *right, *left));
        then(&Rig::new(look(who).expect("a look"), &light, &all, &posture, Carriage::default()))
    }

    /// The lowest and outermost point of one wing of a moustache.
    fn wing_tip(who: &str, units: &[(usize, f32, f32)], side: Side) -> [f32; 2] {
        with_rig(who, units, |rig| {
            let mut canvas = Canvas::default();
            moustache::draw(rig, rig.look.beard.as_ref().expect("a beard"), 1.0, &mut canvas);
            let drawing = canvas.finish();
            let wing = &drawing.clips[usize::from(side == Side::Left)][0];
            let out = |p: &&[f32; 2]| p[0] * side.sign() as f32;
            *wing.iter().max_by(|p, q| out(p).total_cmp(&out(q))).expect("a point")
        })
    }

    #[test]
    fn contempt_lifts_one_wing_of_a_moustache() {
        for who in BEARDED {
            let sneer = [(12, 0.0, 0.72), (14, 0.0, 1.0)];
            let rise = |side| wing_tip(who, &[], side)[1] - wing_tip(who, &sneer, side)[1];
            assert!(rise(Side::Left) > 4.0, "{who}: {}", rise(Side::Left));
            assert!(rise(Side::Right).abs() < 0.5, "{who}: {}", rise(Side::Right));
        }
    }

    #[test]
    fn sadness_pulls_both_wings_down() {
        for who in BEARDED {
            let fall = |side| wing_tip(who, &[(15, 0.75, 0.75)], side)[1] - wing_tip(who, &[], side)[1];
            assert!(Side::BOTH.into_iter().all(|side| fall(side) > 2.5), "{who}");
        }
    }

    #[test]
    fn a_beard_makes_way_for_the_corners_of_the_mouth() {
        for who in BEARDED {
            for units in [&[][..], &[(12, 1.0, 1.0)], &[(20, 1.0, 1.0)], &[(15, 1.0, 1.0), (17, 0.6, 0.6)]] {
                with_rig(who, units, |rig| {
                    let mouth = Mouth::of(rig);
                    for side in Side::BOTH {
                        let corner = mouth::point(rig, mouth.corners[side].x, mouth.corners[side].y);
                        let beside = chin::upper_edge(rig, &chin::FULL, &mouth, side)[3];
                        let room = (beside.x - corner.x) * side.sign();
                        assert!((0.1..7.0).contains(&room), "{who} {units:?}: {room}");
                    }
                });
            }
        }
    }
}

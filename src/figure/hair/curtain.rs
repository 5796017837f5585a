//! Hair that falls in front of a shoulder, between an outer and an inner line.

use crate::figure::body::Body;
use crate::figure::canvas::Canvas;
use crate::figure::clothes::Torso;
use crate::figure::curve::{Point, at, shape};
use crate::figure::expression::Side;
use crate::figure::math::{lerp, smoothstep};
use crate::figure::profile;
use crate::figure::rig::Rig;

use super::combing::Combing;

/// Where it ends on the side turned to us, and on the other.
const END: f64 = 300.0;
const FAR_END: f64 = 262.0;

/// How the hair is gathered at the head, and how it spreads.
pub struct Fall {
    /// Heights and volumes along the skull of the first two points of the outer line.
    pub outer: [(f64, f64); 2],
    pub inner: [(f64, f64); 2],
    /// Volume beside the jaw, how far beside it the third point lies and how high, and how far outside the neck.
    pub jaw: (f64, f64, f64, f64),
    /// How far it spreads towards its end.
    pub spread: f64,
}

/// One side of it.
pub struct Curtain {
    pub outer: [Point; 6],
    pub inner: [Point; 6],
}

impl Curtain {
    pub fn of(rig: &Rig, body: &Body, side: Side, fall: &Fall) -> Self {
        let e = side.sign();
        let skull = |(y, volume): (f64, f64)| profile::behind(rig, side, y, volume);
        let swung = |y: f64| rig.swing() * (y - 130.0).max(0.0) / 100.0;
        let on_chest = |out: f64, y: f64| at(body.front(e * (body.neck + out), y) + swung(y), y);
        let end = lerp(END, FAR_END, smoothstep(-0.1, 0.1, e * rig.yaw.sin));
        let (volume, beside, height, out) = fall.jaw;
        let halfway = |x: f64, out: f64, y: f64| at(lerp(x, on_chest(out, y).x, 0.5), y);
        let spread = fall.spread;
        Self {
            outer: [
                skull(fall.outer[0]),
                skull(fall.outer[1]),
                halfway(skull((80.0, volume)).x + e * beside, out, height),
                on_chest(50.0, 158.0),
                on_chest(54.0, 214.0),
                on_chest(36.0 + spread, end),
            ],
            inner: [
                skull(fall.inner[0]),
                skull(fall.inner[1]),
                halfway(skull((80.0, 0.0)).x - e * 2.0, 2.0, 112.0),
                on_chest(2.0, 158.0),
                on_chest(8.0 - spread * 0.7, 214.0),
                on_chest(18.0 - spread * 1.4, end - 6.0),
            ],
        }
    }

    /// A line of hair between the outer one (0) and the inner (1).
    pub fn line(&self, share: f64) -> [Point; 6] {
        std::array::from_fn(|i| self.outer[i].toward(self.inner[i], share))
    }

    /// All of it, from the outer line round to the inner, with what lies between their ends.
    pub fn outline(&self, end: Option<Point>) -> Vec<Point> {
        self.outer.into_iter().chain(end).chain(self.inner.into_iter().rev()).collect()
    }
}

/// What lies on both shoulders, the side turned away first, each with its shadow on the cloth.
pub fn both(
    combing: &Combing,
    body: &Body,
    torso: &Torso,
    fall: &Fall,
    canvas: &mut Canvas,
    hang: impl Fn(&Curtain, Side, &mut Canvas),
) {
    let rig = combing.rig;
    for side in [combing.near.other(), combing.near] {
        let curtain = Curtain::of(rig, body, side, fall);
        let shadow: Vec<_> = curtain.outline(None).iter().map(|p| p.moved(-5.0 * rig.lit.sign(), 8.0)).collect();
        canvas.clip(&torso.path);
        canvas.fill(shape(&shadow), torso.cloth.deep, 0.6, 3.0);
        canvas.end();
        hang(&curtain, side, canvas);
    }
}

/// Long hair behind head and shoulders: `out` stands off beside the jaw, `end` is the height it reaches down to.
pub fn behind(rig: &Rig, out: f64, end: f64, canvas: &mut Canvas) {
    let skull = |side, y, volume| profile::behind(rig, side, y, volume);
    let [right, left] = Side::BOTH.map(|side| [skull(side, 16.0, 2.0), skull(side, 60.0, out * 0.8)]);
    // Up to the temples: the face falls back behind the brow, and the room must not show there.
    let [right_temple, left_temple] = Side::BOTH.map(|side| skull(side, -30.0, 1.0));
    let x = rig.head_x;
    let outline = [
        right_temple,
        right[0],
        right[1],
        at(right[1].x - 6.0, 100.0),
        at(x - 88.0, 150.0),
        at(x - 78.0, end),
        at(x, end + 10.0),
        at(x + 78.0, end),
        at(x + 88.0, 150.0),
        at(left[1].x + 6.0, 100.0),
        left[1],
        left[0],
        left_temple,
        rig.project(0.0, -40.0, -30.0),
    ];
    canvas.flat(shape(&outline), rig.hair.deep);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::look;
    use crate::figure::math::clamp;
    use crate::figure::poses::Carriage;
    use crate::figure::{ActionUnits, Posture};

    const FALL: Fall = Fall {
        outer: [(6.0, -5.0), (52.0, 5.0)],
        inner: [(16.0, -20.0), (60.0, -14.0)],
        jaw: (4.0, 10.0, 110.0, 40.0),
        spread: 16.0,
    };

    #[test]
    fn the_front_of_the_body_stays_between_both_sides_as_it_turns() {
        let light = ron::from_str("(key: \"#ffd9a8\", ambient: \"#3a4658\")").expect("a light");
        for (who, body_yaw) in ["suri", "renee"].into_iter().flat_map(|who| [-26.0, 0.0, 16.0].map(|yaw| (who, yaw))) {
            let (units, posture) = (ActionUnits::default(), Posture { body_yaw, ..Posture::default() });
            let rig = Rig::new(look(who).expect("a look"), &light, &units, &posture, Carriage::default());
            let body = Body::of(&rig);
            let [right, left] = Side::BOTH.map(|side| Curtain::of(&rig, &body, side, &FALL).inner[4].x);
            let share = clamp((body.front(0.0, 214.0) - right) / (left - right));
            assert!((0.42..0.58).contains(&share), "{who}, {body_yaw}: {share}");
        }
    }
}

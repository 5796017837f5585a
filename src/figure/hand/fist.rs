//! The back of a closed hand, knuckles ahead: the first limbs turn away, the thumb locks them.

use super::finger::Finger;
use super::{FACING, Hand, facet};
use crate::figure::curve::{at, corner};

/// The knuckles from the little finger on: x, y, half-width, and how far the limb beyond it shows.
const KNUCKLES: [[f64; 4]; 4] =
    [[-15.6, -38.0, 6.6, 16.0], [-5.6, -43.0, 7.0, 18.5], [5.0, -45.0, 7.2, 19.5], [15.2, -42.0, 7.0, 18.0]];

pub(super) fn paint(hand: &mut Hand) {
    for knuckle in KNUCKLES {
        limb(hand, knuckle);
    }
    back(hand);
    for (x, y) in [(-15.0, -37.5), (-5.0, -43.0), (5.6, -45.0), (15.4, -42.0)] {
        let glint = [at(x - 4.4, y + 0.8), at(x, y - 1.2), at(x + 4.4, y + 1.0)];
        hand.line(&glint, &[0.3, 1.4, 0.3], hand.tones.light, 0.5, 0.4);
    }
    hand.notches(&[[-10.6, -45.0, 0.3], [-0.4, -50.0, 0.2], [10.0, -50.0, -0.2]], 1.0, 8.0, 0.4);
    hand.finger(
        Finger::new(
            [[12.0, -12.0], [25.0, -25.0], [30.0, -41.0], [20.0, -57.0]],
            [9.5, 8.6, 7.6, 5.8],
            [FACING, [0.1, -0.1, 1.0], [0.05, -0.45, 0.95]],
        )
        .nail(0.9)
        .thumb(),
    );
    hand.crease(&[at(14.5, -30.0), at(20.5, -37.0), at(21.0, -46.0)], &[0.3, 1.8, 0.8], 0.5);
}

/// The first limb of a finger, turning away beyond its knuckle.
fn limb(hand: &mut Hand, [x, y, half, reach]: [f64; 4]) {
    let outline = [
        corner(x - half, y + 6.0),
        at(x - half, y - reach * 0.66),
        at(x - half * 0.55, y - reach),
        at(x + half * 0.6, y - reach),
        at(x + half, y - reach * 0.6),
        corner(x + half, y + 6.0),
    ];
    let beyond = [
        at(x - half * 2.0, y - reach * 0.62),
        at(x, y - reach * 0.55),
        at(x + half * 2.0, y - reach * 0.62),
        at(x + half * 2.0, y - reach * 1.4),
        at(x - half * 2.0, y - reach * 1.4),
    ];
    hand.plane(&outline, [0.05, -0.5, 0.95], 1.2, &[facet(&beyond, [0.1, -0.85, 0.62], 0.9, 0.9)]);
}

#[rustfmt::skip] // a line for each point would hide the outlines
fn back(hand: &mut Hand) {
    hand.plane(
        &[
            corner(-14.0, 6.0), at(-15.5, -8.0), at(-21.0, -24.0), at(-23.0, -37.0), at(-20.0, -45.0),
            at(-14.0, -46.0), at(-10.6, -44.5), at(-6.0, -51.0), at(-1.0, -50.0), at(5.0, -53.0), at(9.6, -50.5),
            at(15.0, -50.5), at(21.5, -46.0), at(22.6, -36.0), at(20.0, -20.0), at(17.0, -8.0), corner(15.0, 6.0),
        ],
        FACING,
        0.0,
        &[
            facet(&[
                corner(-15.0, 4.0), at(-18.0, -8.0), at(-22.0, -24.0), at(-26.0, -42.0), at(-18.0, -41.0),
                at(-14.5, -24.0), at(-13.0, -12.0),
            ], [-0.75, 0.0, 0.75], 0.9, 1.2),
            facet(&[
                at(-24.0, -38.0), at(-13.0, -40.0), at(-5.0, -45.0), at(6.0, -47.0), at(16.0, -45.0), at(24.0, -42.0),
                at(20.0, -56.0), at(6.0, -60.0), at(-10.0, -56.0), at(-24.0, -50.0),
            ], [0.0, -0.34, 1.0], 0.8, 0.9),
        ],
    );
}

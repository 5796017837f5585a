//! A hand round something that stands in it: the fingers' backs towards the viewer, then they turn away.

use super::finger::Finger;
use super::{FACING, Hand, Normal, facet};
use crate::figure::curve::{at, corner};

const LIMBS: [Normal; 3] = [[0.0, -0.05, 1.0], [0.0, -0.05, 1.0], [0.0, -0.75, 0.7]];

#[rustfmt::skip] // a line for each point would hide the outlines
pub(super) fn paint(hand: &mut Hand) {
    hand.finger(
        Finger::new([[-16.0, -28.0], [-17.4, -48.0], [-17.0, -60.0], [-16.0, -66.0]], [6.6, 6.5, 6.2, 5.2], LIMBS),
    );
    hand.finger(Finger::new([[-5.4, -32.0], [-6.2, -56.0], [-6.0, -69.0], [-5.0, -75.0]], [7.1, 7.0, 6.7, 5.5], LIMBS));
    hand.finger(Finger::new([[5.8, -34.0], [6.2, -58.0], [6.0, -72.0], [6.0, -78.0]], [7.2, 7.1, 6.8, 5.6], LIMBS));
    hand.finger(Finger::new([[16.8, -31.0], [18.6, -54.0], [18.0, -67.0], [16.6, -73.0]], [7.0, 6.9, 6.5, 5.4], LIMBS));
    hand.plane(
        &[
            corner(-14.0, 6.0), at(-15.0, -6.0), at(-20.0, -18.0), at(-22.5, -28.0), at(-20.0, -36.0),
            at(-14.0, -38.0), at(-10.6, -37.0), at(-6.0, -42.0), at(0.0, -41.5), at(5.0, -44.0), at(11.0, -42.5),
            at(17.0, -42.0), at(23.0, -35.0), at(22.0, -20.0), at(18.0, -6.0), corner(14.5, 6.0),
        ],
        FACING,
        0.0,
        &[
            facet(&[
                corner(-15.0, 4.0), at(-18.0, -8.0), at(-22.0, -24.0), at(-25.0, -36.0), at(-16.5, -33.0),
                at(-14.5, -20.0), at(-13.0, -10.0),
            ], [-0.75, 0.1, 0.75], 0.9, 1.2),
            facet(&[
                at(-24.0, -30.0), at(-10.0, -34.0), at(6.0, -38.0), at(24.0, -34.0), at(20.0, -50.0), at(0.0, -50.0),
                at(-20.0, -46.0),
            ], [0.0, -0.22, 1.0], 0.8, 0.9),
        ],
    );
    hand.notches(&[[-10.8, -37.0, 0.3], [-0.2, -42.0, 0.1], [11.0, -42.5, -0.2]], 2.0, 6.0, 0.4);
}

/// The thumb, on the far side of what is held: painted before it.
pub fn paint_behind(hand: &mut Hand) {
    hand.finger(
        Finger::new(
            [[12.0, -12.0], [24.0, -27.0], [29.0, -44.0], [27.0, -60.0]],
            [9.0, 7.8, 6.9, 5.0],
            [[0.2, 0.0, 1.0], [0.2, 0.0, 1.0], [0.1, -0.2, 0.9]],
        )
        .thumb(),
    );
}

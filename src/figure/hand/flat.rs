//! The back of a hand laid on something: fingers together, bending over the far edge.

use super::finger::Finger;
use super::{FACING, Hand, facet};
use crate::figure::curve::{at, corner};

#[rustfmt::skip] // a line for each point would hide the outlines
pub(super) fn paint(hand: &mut Hand) {
    hand.finger(
        Finger::bent([[-15.0, -42.0], [-18.6, -62.0], [-19.0, -75.0], [-17.6, -84.0]], [6.4, 5.8, 5.2, 4.0]).nail(0.7),
    );
    hand.finger(
        Finger::bent([[-6.2, -48.0], [-7.4, -74.0], [-7.4, -91.0], [-6.4, -101.0]], [6.9, 6.3, 5.7, 4.3]).nail(0.8),
    );
    hand.finger(
        Finger::bent([[4.0, -51.0], [4.0, -79.0], [4.0, -97.0], [4.2, -107.0]], [7.0, 6.4, 5.8, 4.4]).nail(0.8),
    );
    hand.finger(
        Finger::bent([[13.8, -48.0], [15.4, -74.0], [15.2, -90.0], [14.2, -100.0]], [7.0, 6.3, 5.7, 4.3]).nail(0.8),
    );
    hand.plane(
        &[
            corner(-14.0, 6.0), at(-15.0, -8.0), at(-20.5, -26.0), at(-22.0, -42.0), at(-18.0, -49.0),
            at(-11.0, -53.0), at(-2.0, -57.0), at(9.0, -57.5), at(18.0, -53.0), at(21.5, -45.0), at(21.0, -30.0),
            at(18.0, -12.0), corner(15.0, 6.0),
        ],
        FACING,
        0.0,
        &[
            facet(&[
                corner(-15.0, 4.0), at(-18.0, -8.0), at(-22.0, -26.0), at(-24.0, -48.0), at(-16.5, -45.0),
                at(-14.0, -26.0), at(-12.5, -12.0),
            ], [-0.75, 0.0, 0.75], 0.9, 1.2),
        ],
    );
    hand.notches(&[[-10.8, -52.0, 0.5], [-1.2, -56.0, 0.2], [8.9, -56.5, -0.2]], 3.0, 6.0, 0.45);
    hand.finger(
        Finger::bent(
            [[9.0, -14.0], [24.0, -29.0], [31.0, -45.0], [33.0, -60.0]],
            [9.5, 8.0, 6.8, 4.9],
        ).nail(0.9).thumb(),
    );
}

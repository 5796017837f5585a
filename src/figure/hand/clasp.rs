//! The back of a hand that holds the other one: the fingers go round its far side.

use super::finger::Finger;
use super::{FACING, Hand, Normal, facet};
use crate::figure::curve::{at, corner};

/// Each limb turns further away round what is held.
const ROUND: [Normal; 3] = [[0.04, -0.22, 1.0], [0.08, -0.62, 0.8], [0.1, -0.95, 0.4]];

#[rustfmt::skip] // a line for each point would hide the outlines
pub(super) fn paint(hand: &mut Hand) {
    hand.finger(Finger::new([[-15.0, -40.0], [-19.0, -56.0], [-19.5, -66.0], [-18.0, -73.0]], [6.4, 6.0, 5.4, 4.4], ROUND));
    hand.finger(Finger::new([[-6.2, -46.0], [-8.0, -66.0], [-8.2, -78.0], [-7.0, -86.0]], [6.9, 6.5, 5.9, 4.8], ROUND));
    hand.finger(Finger::new([[4.0, -49.0], [3.6, -70.0], [3.6, -83.0], [4.0, -91.0]], [7.0, 6.6, 6.0, 4.9], ROUND));
    hand.finger(Finger::new([[13.8, -46.0], [15.2, -66.0], [15.2, -78.0], [14.4, -86.0]], [7.0, 6.5, 5.9, 4.8], ROUND));
    hand.plane(
        &[
            corner(-14.0, 6.0), at(-15.0, -8.0), at(-20.5, -26.0), at(-22.0, -40.0), at(-18.0, -47.0),
            at(-11.0, -51.0), at(-2.0, -55.0), at(9.0, -55.5), at(18.0, -51.0), at(21.5, -44.0), at(21.0, -30.0),
            at(18.0, -12.0), corner(15.0, 6.0),
        ],
        FACING,
        0.0,
        &[
            facet(&[
                corner(-15.0, 4.0), at(-18.0, -8.0), at(-22.0, -26.0), at(-24.0, -46.0), at(-16.5, -43.0),
                at(-14.0, -26.0), at(-12.5, -12.0),
            ], [-0.75, 0.0, 0.75], 0.9, 1.2),
            facet(&[
                at(-24.0, -38.0), at(-12.0, -43.0), at(-2.0, -48.0), at(9.0, -49.0), at(22.0, -43.0),
                at(22.0, -58.0), at(4.0, -62.0), at(-24.0, -52.0),
            ], [0.0, -0.24, 1.0], 0.8, 1.0),
        ],
    );
    hand.notches(&[[-10.8, -50.0, 0.5], [-1.2, -54.0, 0.2], [8.9, -54.5, -0.2]], 3.0, 6.0, 0.45);
    hand.finger(
        Finger::bent([[10.0, -12.0], [25.0, -26.0], [29.0, -42.0], [22.0, -58.0]], [9.5, 8.0, 6.9, 5.2]).nail(0.9).thumb(),
    );
}

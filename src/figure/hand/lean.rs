//! A hand with weight on it: its back short, the fingers towards the viewer, the thumb inwards.

use super::finger::Finger;
use super::{FACING, Hand, Normal, facet};
use crate::figure::curve::{at, corner};

const LIMBS: [Normal; 3] = [[0.0, -0.1, 1.0], [0.0, -0.1, 1.0], [0.0, -0.5, 0.9]];

#[rustfmt::skip] // a line for each point would hide the outlines
pub(super) fn paint(hand: &mut Hand) {
    hand.finger(
        Finger::new(
            [[-13.0, -22.0], [-20.0, -38.0], [-23.0, -47.0], [-25.0, -53.0]],
            [6.8, 6.5, 6.0, 4.8],
            LIMBS,
        ).nail(0.6),
    );
    hand.finger(
        Finger::new(
            [[-4.6, -26.0], [-7.6, -47.0], [-9.0, -58.0], [-9.6, -64.0]],
            [7.3, 7.0, 6.5, 5.1],
            LIMBS,
        ).nail(0.7),
    );
    hand.finger(
        Finger::new([[6.0, -27.0], [6.4, -49.0], [6.6, -61.0], [6.6, -67.0]], [7.4, 7.1, 6.6, 5.2], LIMBS).nail(0.7),
    );
    hand.finger(
        Finger::new(
            [[15.0, -24.0], [20.0, -43.0], [22.0, -54.0], [23.0, -60.0]],
            [7.3, 7.0, 6.4, 5.1],
            LIMBS,
        ).nail(0.7),
    );
    hand.plane(
        &[
            corner(-14.5, 6.0), at(-16.0, -6.0), at(-20.0, -17.0), at(-20.6, -26.0), at(-14.0, -31.0),
            at(-9.4, -30.6), at(-5.0, -35.0), at(1.0, -34.4), at(7.0, -37.0), at(11.6, -34.6), at(17.0, -34.0),
            at(22.6, -28.0), at(21.0, -16.0), at(17.0, -4.0), corner(15.0, 6.0),
        ],
        FACING,
        0.0,
        &[
            facet(&[
                corner(-15.0, 4.0), at(-18.0, -8.0), at(-24.0, -24.0), at(-16.5, -27.0), at(-13.5, -12.0),
            ], [-0.75, 0.1, 0.75], 0.9, 1.2),
            facet(&[
                at(-24.0, -22.0), at(-8.0, -26.0), at(8.0, -28.0), at(24.0, -24.0), at(20.0, -42.0), at(0.0, -42.0),
                at(-20.0, -38.0),
            ], [0.0, -0.3, 1.0], 0.8, 0.9),
        ],
    );
    hand.notches(&[[-9.2, -30.6, 0.6], [1.0, -34.4, 0.0], [11.4, -34.4, -0.6]], 2.0, 6.0, 0.4);
    hand.finger(
        Finger::bent(
            [[9.0, -8.0], [26.0, -17.0], [36.0, -26.0], [43.0, -35.0]],
            [9.5, 8.2, 7.0, 5.2],
        ).nail(0.8).thumb(),
    );
}

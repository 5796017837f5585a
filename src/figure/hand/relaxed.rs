//! A hand that hangs: its back, the fingers slowly closing, the thumb in front.

use super::finger::Finger;
use super::{FACING, Hand, facet};
use crate::figure::curve::{at, corner};

#[rustfmt::skip] // a line for each point would hide the outlines
pub(super) fn paint(hand: &mut Hand) {
    hand.finger(
        Finger::bent([[-15.0, -40.0], [-18.5, -60.0], [-15.5, -73.0], [-10.0, -82.0]], [6.4, 5.8, 5.2, 3.9]).nail(0.6),
    );
    hand.finger(
        Finger::bent([[-6.4, -46.0], [-8.0, -72.0], [-4.6, -88.0], [0.5, -98.0]], [6.9, 6.4, 5.7, 4.2]).nail(0.7),
    );
    hand.finger(
        Finger::bent([[4.0, -50.0], [3.8, -77.0], [6.0, -93.0], [9.5, -103.0]], [7.0, 6.5, 5.8, 4.3]).nail(0.8),
    );
    hand.finger(
        Finger::bent([[13.6, -46.0], [15.4, -71.0], [17.0, -86.0], [17.5, -96.0]], [7.0, 6.5, 5.8, 4.3]).nail(0.8),
    );
    hand.plane(
        &[
            corner(-14.0, 6.0), at(-15.0, -8.0), at(-20.0, -24.0), at(-21.6, -40.0), at(-17.5, -48.0),
            at(-11.0, -51.0), at(-2.0, -56.0), at(9.0, -57.0), at(18.0, -51.0), at(21.0, -44.0), at(20.6, -30.0),
            at(18.0, -14.0), corner(15.0, 6.0),
        ],
        FACING,
        0.0,
        &[
            facet(&[
                corner(-15.0, 4.0), at(-18.0, -8.0), at(-22.0, -24.0), at(-24.0, -46.0), at(-17.0, -44.0),
                at(-14.0, -26.0), at(-12.5, -12.0),
            ], [-0.75, 0.0, 0.75], 0.9, 1.2),
            facet(&[
                at(-20.0, -42.0), at(-8.0, -47.0), at(4.0, -51.0), at(18.0, -47.0), at(22.0, -52.0), at(4.0, -60.0),
                at(-22.0, -50.0),
            ], [0.0, -0.3, 1.0], 0.7, 1.2),
        ],
    );
    hand.notches(&[[-11.5, -50.0, 0.6], [-1.4, -55.0, 0.3], [9.0, -56.0, 0.0]], 3.0, 6.0, 0.45);
    hand.finger(
        Finger::bent(
            [[11.0, -12.0], [23.0, -31.0], [26.5, -50.0], [23.0, -66.0]],
            [9.0, 8.0, 7.0, 5.0],
        ).nail(0.9).thumb(),
    );
}

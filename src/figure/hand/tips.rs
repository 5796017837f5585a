//! Fingertips to a face or throat: index and middle finger reach, the others fold, the thumb stands off.

use super::finger::Finger;
use super::{FACING, Hand, facet};
use crate::figure::curve::{at, corner};

#[rustfmt::skip] // a line for each point would hide the outlines
pub(super) fn paint(hand: &mut Hand) {
    hand.finger(
        Finger::bent([[-14.6, -40.0], [-21.0, -57.0], [-18.6, -69.0], [-12.0, -75.0]], [6.5, 6.1, 5.5, 4.2]).nail(0.6),
    );
    hand.finger(
        Finger::bent([[-6.0, -46.0], [-10.4, -70.0], [-8.0, -83.0], [-1.6, -90.0]], [7.0, 6.5, 5.8, 4.4]).nail(0.7),
    );
    hand.finger(
        Finger::bent([[4.0, -50.0], [2.6, -77.0], [4.4, -93.0], [8.0, -103.0]], [7.1, 6.6, 5.8, 4.4]).nail(0.8),
    );
    hand.finger(
        Finger::bent([[13.8, -47.0], [15.0, -73.0], [16.4, -88.0], [18.4, -98.0]], [7.0, 6.5, 5.7, 4.3]).nail(0.8),
    );
    hand.plane(
        &[
            corner(-14.0, 6.0), at(-15.0, -8.0), at(-20.5, -24.0), at(-22.0, -39.0), at(-19.0, -46.0),
            at(-12.0, -51.0), at(-2.0, -56.0), at(9.0, -57.0), at(18.0, -52.0), at(21.4, -45.0), at(21.0, -32.0),
            at(18.0, -14.0), corner(15.0, 6.0),
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
    hand.notches(&[[-11.0, -50.0, 0.6], [-1.4, -55.0, 0.3], [9.0, -56.0, 0.0]], 3.0, 6.0, 0.45);
    hand.finger(
        Finger::bent(
            [[8.0, -13.0], [26.0, -25.0], [36.0, -39.0], [42.0, -54.0]],
            [9.5, 8.4, 7.1, 5.1],
        ).nail(0.9).thumb(),
    );
}

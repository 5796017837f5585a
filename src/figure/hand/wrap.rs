//! Only the fingers, curled round an edge: nails towards the viewer.

use super::finger::Finger;
use super::{Hand, Normal};

const LIMBS: [Normal; 3] = [[0.0, 0.12, 1.0], [0.0, 0.12, 1.0], [0.0, -0.3, 1.0]];

#[rustfmt::skip] // a line for each point would hide the outlines
pub(super) fn paint(hand: &mut Hand) {
    hand.finger(
        Finger::new(
            [[-17.0, 2.0], [-17.6, -17.0], [-17.0, -28.0], [-16.0, -36.0]],
            [6.4, 6.2, 5.6, 4.4],
            LIMBS,
        ).nail(0.9),
    );
    hand.finger(
        Finger::new([[-5.8, 2.0], [-6.2, -23.0], [-5.8, -36.0], [-5.0, -45.0]], [6.9, 6.7, 6.0, 4.7], LIMBS).nail(0.9),
    );
    hand.finger(
        Finger::new([[5.8, 2.0], [6.0, -25.0], [6.0, -39.0], [6.4, -48.0]], [7.0, 6.8, 6.1, 4.8], LIMBS).nail(0.9),
    );
    hand.finger(
        Finger::new([[17.2, 2.0], [18.2, -21.0], [17.8, -34.0], [17.0, -43.0]], [6.9, 6.6, 5.9, 4.6], LIMBS).nail(0.9),
    );
}

//! The face somebody carries when they feel nothing in particular: what an emotion plays over.

use crate::figure::math::smoothstep;
use crate::figure::{ActionUnits, Side};

/// An emotion whose strongest unit is below the first hides nothing of the face at rest; from the second on, all of it.
const HIDES: (f64, f64) = (0.15, 0.65);
/// Parted lips and lids that sink or shut: they come with much that is no emotion.
const COMMON: [usize; 3] = [25, 43, 45];

/// Lays what is felt over the face at rest: they join without passing 1, and a strong emotion is seen alone.
pub(super) fn over(resting: &ActionUnits, felt: ActionUnits) -> ActionUnits {
    let kept = 1.0 - smoothstep(HIDES.0, HIDES.1, f64::from(strongest(&felt))) as f32;
    let mut joined = felt;
    for number in 1..=ActionUnits::LAST {
        let [right, left] = Side::BOTH.map(|side| {
            let (at, under) = (joined.at(number, side), kept * resting.at(number, side));
            1.0 - (1.0 - at) * (1.0 - under)
        });
        joined.set(number, right, left);
    }
    joined
}

fn strongest(felt: &ActionUnits) -> f32 {
    let numbers = (1..=ActionUnits::LAST).filter(|number| !COMMON.contains(number));
    numbers.map(|number| felt.most(number)).fold(0.0, f32::max)
}

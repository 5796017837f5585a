//! Where several people stand: the one you face large and in the light, the others smaller, lower and darker.

use super::FRAME;
use crate::cast::place::Spot;

/// How many people a place has room for.
pub const ROOM: usize = 3;
/// Size of those you do not face, against the one you do.
const ASIDE: f32 = 0.80;
/// How much lower their heads come, in units of the frame.
const LOWER: f32 = 40.0;
/// How much of the light falls on them.
const SHADE: f32 = 0.74;
/// How far two people stand apart where the place does not say, as a share of the frame's width.
const APART: f32 = 0.24;
/// No head comes nearer to an edge of the frame than this, in units.
const EDGE: f32 = 170.0;

/// Where somebody stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    pub spot: Spot,
    /// Factor of the exposure, 1 for the one you face.
    pub light: f32,
}

/// Where number `who` of `count` people stands; `faced` runs from 0, seen from the side, to 1 for the one you talk to.
///
/// Nobody changes sides when you turn from one to the other: they come forward and step back.
pub fn standing(first: Spot, second: Option<Spot>, who: usize, count: usize, faced: f32) -> Standing {
    let faced = if count > 1 { faced.clamp(0.0, 1.0) } else { 1.0 };
    let between = |aside: f32, front: f32| aside + (front - aside) * faced;
    let spot = Spot {
        x: across(first.x, second.map(|s| s.x), who, count),
        y: between(first.y + LOWER, first.y),
        k: first.k * between(ASIDE, 1.0),
    };
    Standing { spot, light: between(SHADE, 1.0) }
}

/// Two people share the frame's middle; a third comes between its edge and the first.
fn across(first: f32, second: Option<f32>, who: usize, count: usize) -> f32 {
    if count < 2 {
        return first;
    }
    let away = if first > FRAME[0] * 0.5 { -1.0 } else { 1.0 };
    let apart = second.map_or(away * APART * FRAME[0], |second| second - first);
    let x = match who {
        0 => first - apart * 0.35,
        1 => first + apart * 0.80,
        _ => first - apart * 1.45,
    };
    x.clamp(EDGE, FRAME[0] - EDGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Spot = Spot { x: 740.0, y: 236.0, k: 0.945 };
    const SECOND: Spot = Spot { x: 1010.0, y: 268.0, k: 0.8 };

    fn x(who: usize, count: usize) -> f32 {
        standing(FIRST, Some(SECOND), who, count, 0.0).spot.x
    }

    #[test]
    fn somebody_alone_stands_where_the_place_says_in_full_light() {
        for faced in [0.0, 1.0] {
            assert_eq!(standing(FIRST, Some(SECOND), 0, 1, faced), Standing { spot: FIRST, light: 1.0 });
        }
    }

    #[test]
    fn several_people_do_not_hide_each_other() {
        for count in 2..=ROOM {
            let mut all: Vec<f32> = (0..count).map(|who| x(who, count)).collect();
            all.sort_by(f32::total_cmp);
            assert!(all.windows(2).all(|pair| pair[1] - pair[0] > 190.0), "{all:?}");
        }
    }

    #[test]
    fn whoever_is_faced_comes_forward_and_stays_on_their_side() {
        let [aside, front] = [0.0, 1.0].map(|faced| standing(FIRST, None, 1, 2, faced));
        assert_eq!(aside.spot.x, front.spot.x);
        assert!(front.spot.k > aside.spot.k && front.spot.y < aside.spot.y && front.light > aside.light);
    }
}

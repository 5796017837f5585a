//! Where several people stand: the one you face large and in the light, the others smaller, lower and darker.

use super::{FRAME, Head};
use crate::cast::place::{Seat, Spots};

/// How many people a place has room for.
pub const ROOM: usize = 3;
/// Size of those you do not face, against the one you do.
const ASIDE: f32 = 0.80;
/// How much lower their heads come, in units of the frame.
const LOWER: f32 = 40.0;
/// How much of the light falls on them.
const SHADE: f32 = 0.74;
/// Two people stand at least so far apart, in units of the frame.
const APART: f32 = 250.0;
/// No head comes nearer to an edge of the frame than this, in units.
const EDGE: f32 = 170.0;

/// Where somebody stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    pub head: Head,
    /// Factor of the exposure, 1 for the one you face.
    pub light: f32,
    /// What they sit on; none who stands.
    pub seat: Option<Seat>,
}

/// Where number `who` of `count` people stands; `faced` runs from 0, seen from the side, to 1 for the one you talk to.
///
/// Nobody changes sides when you turn from one to the other: they come forward and step back.
pub fn standing(spots: &Spots, who: usize, count: usize, faced: f32) -> Standing {
    let faced = if count > 1 { faced.clamp(0.0, 1.0) } else { 1.0 };
    let between = |aside: f32, front: f32| aside + (front - aside) * faced;
    let first = &spots.speaker;
    let head = Head {
        x: across(first.x, spots.second.x, who, count),
        y: between(first.y + LOWER, first.y),
        k: first.k * between(ASIDE, 1.0),
    };
    let seat = if who == 0 { first.seat } else { spots.second.seat };
    Standing { head, light: between(SHADE, 1.0), seat }
}

/// Two people share the frame's middle; a third comes between its edge and the first.
fn across(first: f32, second: f32, who: usize, count: usize) -> f32 {
    if count < 2 {
        return first;
    }
    let apart = (second - first).abs().max(APART) * (second - first).signum();
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
    use crate::cast::place::Spot;

    const SPOTS: Spots = Spots { speaker: Spot::open(740.0, 236.0, 0.945), second: Spot::open(1010.0, 268.0, 0.8) };

    fn x(who: usize, count: usize) -> f32 {
        standing(&SPOTS, who, count, 0.0).head.x
    }

    #[test]
    fn somebody_alone_stands_where_the_place_says_in_full_light() {
        for faced in [0.0, 1.0] {
            let head = Head::from(&SPOTS.speaker);
            assert_eq!(standing(&SPOTS, 0, 1, faced), Standing { head, light: 1.0, seat: None });
        }
    }

    #[test]
    fn who_sits_does_so_however_you_face_them() {
        let seated = |x: f32, seat| Spot { seat: Some(seat), ..Spot::open(x, 236.0, 0.8) };
        let spots = Spots { speaker: seated(740.0, Seat::Table), second: seated(1010.0, Seat::Bench) };
        for faced in [0.0, 0.5, 1.0] {
            let seats = [0, 1, 2].map(|who| standing(&spots, who, 3, faced).seat);
            assert_eq!(seats, [Some(Seat::Table), Some(Seat::Bench), Some(Seat::Bench)]);
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
        let [aside, front] = [0.0, 1.0].map(|faced| standing(&SPOTS, 1, 2, faced));
        assert_eq!(aside.head.x, front.head.x);
        assert!(front.head.k > aside.head.k && front.head.y < aside.head.y && front.light > aside.light);
    }
}

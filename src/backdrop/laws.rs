//! What every place owes to the person who stands in it and to the words below them.

use super::{BLEED, FRAME, Side, paint, planes};
use crate::cast::oklab::lab;
use crate::cast::place::Spots;
use crate::cast::{Color, Place, place, place_ids, view_ids};

/// Pixels for each unit.
const SCALE: f32 = 0.25;
/// Size of the square that is looked at for the light of a place, in units.
const LIGHT: f32 = 160.0;
/// The color of words on the picture.
const WORDS: Color = Color::hex(0xf2ead8);

/// The frame as it is seen with nobody in it.
struct Seen {
    width: usize,
    pixels: Vec<Color>,
}

impl Seen {
    fn new(place: &Place, sides: &[Side]) -> Self {
        let [width, height] = FRAME.map(|units| (units * SCALE) as usize);
        let mut pixels = vec![[0.0; 3]; width * height];
        for plane in planes(place).iter().filter(|plane| sides.contains(&plane.side)) {
            let picture = paint(place, plane, SCALE);
            for (i, pixel) in pixels.iter_mut().enumerate() {
                let from = (i / width * picture.width + i % width + (BLEED * SCALE) as usize) * 4;
                let share = f32::from(picture.rgba[from + 3]) / 255.0;
                *pixel = [0, 1, 2].map(|c| pixel[c] * (1.0 - share) + f32::from(picture.rgba[from + c]) * share);
            }
        }
        Self { width, pixels: pixels.into_iter().map(|p| Color(p.map(|c| c.round() as u8))).collect() }
    }

    /// The mean of what `of` says of the pixels whose place, in units, `within` accepts.
    fn mean(&self, of: impl Fn(Color) -> f64, within: impl Fn(f32, f32) -> bool) -> f64 {
        let at = |i: usize| ((i % self.width) as f32 / SCALE, (i / self.width) as f32 / SCALE);
        let inside = self.pixels.iter().enumerate().filter(|(i, _)| within(at(*i).0, at(*i).1));
        let (sum, count) = inside.fold((0.0, 0), |(sum, count), (_, color)| (sum + of(*color), count + 1));
        sum / f64::from(count)
    }

    /// Lightness of the lightest square.
    fn light(&self) -> f64 {
        let starts = |length: f32| (0..=((length - LIGHT) / 40.0) as usize).map(|i| i as f32 * 40.0);
        let square = |x: f32, y: f32| {
            self.mean(|color| lab(color)[0], |px, py| (x..x + LIGHT).contains(&px) && (y..y + LIGHT).contains(&py))
        };
        let squares = starts(FRAME[0]).flat_map(|x| starts(FRAME[1]).map(move |y| (x, y)));
        squares.map(|(x, y)| square(x, y)).fold(0.0, f64::max)
    }
}

fn each(check: impl Fn(&str, &Place)) {
    place_ids().chain(view_ids()).for_each(|id| check(id, &place(id).expect("a place")));
}

fn contrast(color: Color) -> f64 {
    let luminance = |Color(rgb): Color| {
        let linear = rgb.map(|v| libm::pow(f64::from(v) / 255.0, 2.2));
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    (luminance(WORDS) + 0.05) / (luminance(color) + 0.05)
}

#[test]
fn it_is_dark_behind_the_head_and_light_elsewhere() {
    each(|id, place| {
        let Some(Spots { speaker: spot, .. }) = &place.spots else { return };
        let near = |x: f32, y: f32| (x - spot.x).hypot(y - spot.y) < 100.0 * spot.k;
        let head = Seen::new(place, &[Side::Behind]).mean(|color| lab(color)[0], near);
        let light = Seen::new(place, &[Side::Behind, Side::InFront]).light();
        assert!((0.1..0.43).contains(&head) && head + 0.12 < light, "{id}: {head} behind the head, {light} at most");
    });
}

#[test]
fn words_can_be_read_on_the_lowest_fifth() {
    each(|id, place| {
        let found = Seen::new(place, &[Side::Behind, Side::InFront]).mean(contrast, |_, y| y > FRAME[1] * 0.8);
        assert!(found >= 4.5, "{id}: {found}");
    });
}

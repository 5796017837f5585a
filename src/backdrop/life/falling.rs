//! Rain at a moment: its streaks, and where they meet the ground.

use super::chance::Chance;
use crate::cast::life::{Lamp, Rain, Weather};
use crate::cast::place::Place;

/// How far a streak leans to the left for each unit it falls.
const SLANT: f32 = 0.10;
/// Nothing falls in front of a head: free to either side of its middle, and where rain is whole again. Units.
const HEAD: (f32, f32) = (110.0, 150.0);
/// Shortest and longest streak against the usual one, and slowest and fastest.
const LENGTHS: (f32, f32) = (0.6, 1.25);
const SPEEDS: (f32, f32) = (0.9, 1.1);
/// Seconds a splash is seen.
const SPLASH_SECS: f64 = 0.25;

/// A thin quad, from its upper end to its lower one. Units of the frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Streak {
    pub from: [f32; 2],
    pub to: [f32; 2],
    pub width: f32,
    pub opacity: f32,
}

/// What falls at a second. Where nothing may move, the second is always 0.
pub fn falling(place: &Place, weather: &Weather, seed: u64, secs: f64) -> Vec<Streak> {
    let Weather::Rain(rain) = weather;
    let in_front = place.in_front.iter().any(|layer| layer.name == rain.after);
    let head = place.spots.as_ref().filter(|_| in_front).map(|spots| spots.speaker.x);
    let chance = Chance::new(seed, &rain.after);
    let streaks = (0..i64::from(rain.streaks)).map(|ix| streak(rain, chance.of(ix), secs));
    let (count, high, low) = rain.splashes.unwrap_or_default();
    let splashes = (0..i64::from(count)).flat_map(|ix| splash(rain, chance.of(-1 - ix), (high, low), secs));
    let all =
        streaks.chain(splashes).map(|streak| Streak { opacity: streak.opacity * seen(&streak, rain, head), ..streak });
    all.filter(|streak| streak.opacity > 0.004).collect()
}

fn streak<C>(rain: &Rain<C>, chance: Chance, secs: f64) -> Streak {
    let (left, top, right, bottom) = rain.area;
    let length = rain.length * mix(LENGTHS, chance.share(0));
    let speed = rain.speed * mix(SPEEDS, chance.share(1));
    let fall = (bottom - top + length).max(1.0);
    let way = secs * f64::from(speed / fall) + f64::from(chance.share(2));
    let turn = chance.of(way.floor() as i64);
    // the lower end; the streak comes into its area, and goes out of it, bit by bit
    let end = top + way.fract() as f32 * fall;
    let x = left + (right - left) * turn.share(0);
    let at = |y: f32| [x - SLANT * (y - top), y];
    let (high, low) = ((end - length).max(top), end.min(bottom));
    let opacity = rain.opacity * (0.4 + 0.6 * turn.share(1)) * ((low - high) / length).clamp(0.0, 1.0);
    Streak { from: at(high), to: at(low), width: rain.width, opacity }
}

/// Two drops that leap, and a ring; larger in front.
fn splash<C>(rain: &Rain<C>, chance: Chance, (high, low): (f32, f32), secs: f64) -> [Streak; 3] {
    let way = secs / SPLASH_SECS + f64::from(chance.share(0));
    let (turn, phase) = (chance.of(way.floor() as i64), way.fract() as f32);
    let x = rain.area.0 + (rain.area.2 - rain.area.0) * turn.share(0);
    let near = turn.share(1);
    let (y, k) = (high + (low - high) * near, 0.5 + 0.8 * near);
    let opacity = rain.opacity * (1.0 - phase);
    let leap = |side: f32, up: f32| {
        let from = [x + side * k * (1.5 + 2.0 * phase), y - up * k * (0.4 + 0.6 * phase)];
        Streak { from, to: [x + side * k, y], width: 1.2 * k, opacity }
    };
    let reach = k * (2.0 + 6.0 * phase);
    let ring = Streak { from: [x - reach, y], to: [x + reach, y], width: 1.6 * k, opacity: opacity * 0.5 };
    [leap(-1.0, 6.0), leap(1.0, 4.5), ring]
}

/// Share of a streak's light that is seen where it is.
fn seen<C>(streak: &Streak, rain: &Rain<C>, head: Option<f32>) -> f32 {
    let middle = [f32::midpoint(streak.from[0], streak.to[0]), f32::midpoint(streak.from[1], streak.to[1])];
    let lit = rain.lamp.map_or(1.0, |lamp| light(lamp, middle));
    let away = head.map_or(HEAD.1, |x| {
        let (a, b) = (streak.from[0] - x, streak.to[0] - x);
        if a * b < 0.0 { 0.0 } else { a.abs().min(b.abs()) }
    });
    lit * ((away - HEAD.0) / (HEAD.1 - HEAD.0)).clamp(0.0, 1.0)
}

/// The cone has no edge: it grows fainter to its sides and downwards.
fn light(lamp: Lamp, [x, y]: [f32; 2]) -> f32 {
    let down = (y - lamp.y) / lamp.reach.max(1.0);
    let across = (x - lamp.x) / (lamp.half_width * down).max(1.0);
    if !(0.0..1.0).contains(&down) || across.abs() >= 1.0 {
        return 0.0;
    }
    (1.0 - down) * (1.0 - across * across)
}

fn mix((low, high): (f32, f32), share: f32) -> f32 {
    low + (high - low) * share
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::cast::{Color, place};

    static HALLWAY: LazyLock<Place> = LazyLock::new(|| place("hallway").expect("a place"));

    fn rain(after: &str, lamp: Option<Lamp>) -> Rain {
        Rain {
            after: after.to_owned(),
            color: Color::WHITE,
            opacity: 0.4,
            streaks: 120,
            length: 80.0,
            width: 1.3,
            speed: 900.0,
            area: (-50.0, -50.0, 1330.0, 660.0),
            lamp,
            splashes: Some((30, 600.0, 700.0)),
            hours: vec![],
        }
    }

    fn at(rain: Rain, secs: f64) -> Vec<Streak> {
        falling(&HALLWAY, &Weather::Rain(rain), 7, secs)
    }

    #[test]
    fn streaks_fall_and_lean_to_the_left() {
        let long = at(Rain { splashes: None, ..rain("corridor", None) }, 3.0);
        assert!((100..=120).contains(&long.len()), "{}", long.len());
        for streak in &long {
            let (dx, dy) = (streak.from[0] - streak.to[0], streak.to[1] - streak.from[1]);
            assert!((0.0..=101.0).contains(&dy) && (dx - SLANT * dy).abs() < 0.01, "{streak:?}");
            assert!(streak.from[1] >= -50.0 && streak.to[1] <= 660.0 && streak.opacity <= 0.4, "{streak:?}");
        }
    }

    #[test]
    fn a_streak_falls_at_its_speed_and_never_jumps() {
        let one = |secs: f64| at(Rain { streaks: 1, splashes: None, ..rain("corridor", None) }, secs).first().copied();
        let mut fallen = 0;
        for i in 0..5000 {
            let (a, b) = (one(f64::from(i) * 0.001), one(f64::from(i + 1) * 0.001));
            let opacity = |s: Option<Streak>| s.map_or(0.0, |s| s.opacity);
            assert!((opacity(a) - opacity(b)).abs() < 0.02, "{a:?} {b:?}");
            if let (Some(a), Some(b)) = (a, b)
                && b.to[1] > a.to[1]
                && b.to[1] < 660.0
            {
                assert!((0.7..1.1).contains(&(b.to[1] - a.to[1])), "{a:?} {b:?}");
                fallen += 1;
            }
        }
        assert!(fallen > 3000, "{fallen}");
    }

    #[test]
    fn nothing_falls_before_the_head_and_it_does_behind() {
        let x = HALLWAY.spots.as_ref().expect("spots").speaker.x;
        let over = |s: &Streak| (s.from[0] - x).abs().min((s.to[0] - x).abs()) < 110.0;
        let moments =
            |after: &str| (0..100).flat_map(|i| at(rain(after, None), f64::from(i) * 0.37)).collect::<Vec<_>>();
        assert!(!moments("air").iter().any(over));
        assert!(moments("corridor").iter().any(over));
    }

    #[test]
    fn a_lamp_lights_only_what_falls_through_its_cone() {
        let lamp = Lamp { x: 1000.0, y: 0.0, reach: 500.0, half_width: 200.0 };
        let lit: Vec<_> = (0..50).flat_map(|i| at(rain("corridor", Some(lamp)), f64::from(i) * 0.3)).collect();
        assert!(lit.iter().all(|s| (790.0..1210.0).contains(&s.to[0]) && s.from[1] < 500.0), "{lit:?}");
        assert!(lit.len() > 100);
    }

    #[test]
    fn splashes_lie_on_the_ground_and_the_same_moment_is_the_same_rain() {
        let only = Rain { streaks: 0, ..rain("corridor", None) };
        let splashes = at(only, 1.3);
        assert!(splashes.len() > 40 && splashes.iter().all(|s| (590.0..=700.0).contains(&s.from[1])), "{splashes:?}");
        assert_eq!(at(rain("air", None), 12.5), at(rain("air", None), 12.5));
    }
}

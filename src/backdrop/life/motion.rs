//! How the picture of an event lies, and how much of it is seen.

use std::f32::consts::{PI, TAU};

use super::timing::{Moment, moment};
use crate::cast::life::{Event, Motion};

/// Steps a second of somebody who walks, how long they stop where they do, and who has time to.
const STEPS: f32 = 1.8;
const STOP_SECS: f32 = 2.0;
const LONG_WALK_SECS: f32 = 6.0;
/// Share of the way in which what travels appears, and in which it vanishes.
const EDGE: f32 = 0.06;
/// Opacity of headlights: less than the lamps in the room.
const BRIGHTEST: f32 = 0.95;

/// A picture turned and scaled about a point, then moved. Units of the frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    pub about: [f32; 2],
    pub scale: f32,
    /// Clockwise, in radians.
    pub turn: f32,
    pub by: [f32; 2],
    /// More than 0, to 1.
    pub opacity: f32,
}

impl Placement {
    const AT_REST: Self = Self { about: [0.0; 2], scale: 1.0, turn: 0.0, by: [0.0; 2], opacity: 1.0 };

    fn shown(opacity: f32) -> Self {
        Self { opacity, ..Self::AT_REST }
    }

    /// Where a point of the picture comes to lie.
    pub fn place(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        let (sin, cos) = self.turn.sin_cos();
        let (dx, dy) = ((x - self.about[0]) * self.scale, (y - self.about[1]) * self.scale);
        let at = |axis: usize| self.about[axis] + self.by[axis];
        [at(0) + dx * cos - dy * sin, at(1) + dx * sin + dy * cos]
    }
}

/// The picture of an event at a second; none while nothing of it is seen.
pub fn now<C>(event: &Event<C>, seed: u64, secs: f64) -> Option<Placement> {
    let moment = moment(event, seed, secs);
    let placement = match moment.phase {
        Some(phase) => during(event, phase, Some(&moment)),
        None => between(event.motion, Some(&moment)),
    };
    Some(placement).filter(|p| p.opacity > 0.0)
}

/// The picture of an event where nothing may move; none where nothing of it is seen.
pub fn still<C>(event: &Event<C>) -> Option<Placement> {
    let placement = match event.still {
        Some(phase) if !is_shade(event.motion) => during(event, phase, None),
        Some(_) | None => between(event.motion, None),
    };
    Some(placement).filter(|p| p.opacity > 0.0)
}

/// A shade that falls is never held.
fn is_shade(motion: Motion) -> bool {
    matches!(motion, Motion::Dip(_) | Motion::Flicker(_))
}

fn between(motion: Motion, moment: Option<&Moment>) -> Placement {
    match motion {
        Motion::Sway { .. } => Placement::AT_REST,
        Motion::Flicker(most) => Placement::shown(moment.map_or(0.0, |m| most * m.chance.share(2))),
        Motion::Show(_)
        | Motion::Walk { .. }
        | Motion::Pass { .. }
        | Motion::Drift { .. }
        | Motion::Dip(_)
        | Motion::Crossfade(_)
        | Motion::Blink
        | Motion::Drop { .. } => Placement::shown(0.0),
    }
}

fn during<C>(event: &Event<C>, phase: f32, moment: Option<&Moment>) -> Placement {
    match event.motion {
        Motion::Show(edge) => Placement::shown(edges(phase, edge)),
        Motion::Walk { from, to, bob } => {
            let (way, walked) = walked(phase, event.lasts, moment);
            let up = bob * (0.5 - 0.5 * (walked * STEPS * TAU).cos());
            let [x, y] = along(from, to, way);
            Placement { by: [x, y - up], ..Placement::shown(edges(phase, EDGE)) }
        }
        Motion::Pass { from, to, scale } => {
            let way = phase * phase;
            let scale = scale.0 + (scale.1 - scale.0) * way;
            Placement { by: along(from, to, way), scale, ..Placement::shown(BRIGHTEST * edges(phase, 0.2)) }
        }
        Motion::Drift { about, by, scale } => Placement {
            about: [about.0, about.1],
            by: [by.0 * phase, by.1 * phase],
            scale: 1.0 + (scale - 1.0) * phase,
            ..Placement::shown(smooth(phase / 0.25) * (1.0 - smooth(phase)))
        },
        Motion::Dip(deepest) => Placement::shown(deepest * dip(phase, moment)),
        Motion::Flicker(most) => Placement::shown(most * level(phase, moment)),
        Motion::Crossfade(start) => Placement::shown(0.5 + 0.5 * ((phase + start) * TAU).cos()),
        Motion::Blink => Placement::shown(((1.0 - phase) / 0.2).min(1.0)),
        Motion::Sway { about, degrees } => {
            let wave = (phase * TAU).sin();
            let turn = (degrees * wave * wave.abs()).to_radians();
            Placement { about: [about.0, about.1], turn, ..Placement::AT_REST }
        }
        Motion::Drop { from, to, sway, turn } => {
            let [x, y] = along(from, to, if sway == 0.0 { phase * phase } else { phase });
            let by = [x + sway * (phase * 3.0 * PI).sin(), y];
            Placement { by, turn: (turn * phase).to_radians(), ..Placement::shown(edges(phase, EDGE)) }
        }
    }
}

/// How far somebody has come, 0 to 1, and for how many seconds they have walked.
fn walked(phase: f32, lasts: f32, moment: Option<&Moment>) -> (f32, f32) {
    let stop = moment.filter(|m| lasts >= LONG_WALK_SECS && m.chance.share(2) < 1.0 / 3.0);
    let (from, share) = stop.map_or((1.0, 0.0), |m| (0.3 + 0.3 * m.chance.share(3), STOP_SECS / lasts));
    let walked = phase - (phase - from).clamp(0.0, share);
    (walked / (1.0 - share), walked * lasts)
}

/// One dip, or in one of three cases two, not always equally deep.
fn dip(phase: f32, moment: Option<&Moment>) -> f32 {
    let share = |draw| moment.map_or(0.0, |m| m.chance.share(draw));
    let pulse = |from: f32| (((phase - from) / 0.4).clamp(0.0, 1.0) * PI).sin();
    let second = if share(2) > 2.0 / 3.0 { pulse(0.6) } else { 0.0 };
    (0.6 + 0.4 * share(3)) * (pulse(0.0) + 0.7 * second)
}

/// From the level of the time before to the one of this time.
fn level(phase: f32, moment: Option<&Moment>) -> f32 {
    let Some(moment) = moment else { return 0.0 };
    let (before, now) = (moment.before.share(2), moment.chance.share(2));
    before + (now - before) * smooth(phase)
}

/// Rises from 0 within a share of the phase, and falls to 0 within the same share of its end.
fn edges(phase: f32, share: f32) -> f32 {
    smooth(phase / share.max(1e-3)).min(smooth((1.0 - phase) / share.max(1e-3)))
}

fn along(from: (f32, f32), to: (f32, f32), way: f32) -> [f32; 2] {
    [from.0 + (to.0 - from.0) * way, from.1 + (to.1 - from.1) * way]
}

fn smooth(share: f32) -> f32 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(every: (f32, f32), lasts: f32, motion: Motion) -> Event {
        let (name, after) = ("walker".to_owned(), "street".to_owned());
        Event { name, after, every, lasts, still: None, within: None, hours: vec![], motion, shapes: vec![] }
    }

    const WALK: Motion = Motion::Walk { from: (20.0, 450.0), to: (420.0, 450.0), bob: 4.0 };

    fn every_motion() -> Vec<Event> {
        let (from, to) = ((0.0, 0.0), (100.0, 50.0));
        vec![
            event((3.0, 9.0), 2.0, Motion::Show(0.1)),
            event((8.0, 20.0), 7.0, WALK),
            event((5.0, 9.0), 4.0, Motion::Pass { from, to, scale: (0.4, 2.0) }),
            event((0.0, 0.0), 5.0, Motion::Drift { about: from, by: to, scale: 1.5 }),
            event((2.0, 4.0), 0.4, Motion::Dip(0.8)),
            event((0.4, 3.0), 0.25, Motion::Flicker(0.5)),
            event((2.4, 2.4), 2.4, Motion::Crossfade(0.5)),
            event((3.0, 8.0), 4.0, Motion::Sway { about: to, degrees: 4.0 }),
            event((1.0, 3.0), 1.0, Motion::Drop { from, to, sway: 0.0, turn: 0.0 }),
            event((1.0, 3.0), 1.0, Motion::Drop { from, to, sway: 9.0, turn: 90.0 }),
        ]
    }

    #[test]
    fn nothing_jumps_but_a_hazard_light() {
        const STEP: f64 = 0.002;
        for event in every_motion() {
            let opacity = |p: Option<Placement>| p.map_or(0.0, |p| p.opacity);
            for i in 0..20_000 {
                let at = |i: u32| now(&event, 5, f64::from(i) * STEP);
                let (a, b) = (at(i), at(i + 1));
                assert!((opacity(a) - opacity(b)).abs() < 0.06, "{event:?} at {i}: {a:?} {b:?}");
                if let (Some(a), Some(b)) = (a, b)
                    && a.opacity.min(b.opacity) > 0.02
                {
                    let corner = [40.0, 40.0];
                    let way = a.place(corner)[0] - b.place(corner)[0];
                    assert!(way.abs() < 1.5, "{event:?} at {i}: {a:?} {b:?}");
                }
            }
        }
    }

    #[test]
    fn opacities_are_shares_and_what_is_not_seen_is_none() {
        for event in every_motion() {
            let seen = (0..4000).filter_map(|i| now(&event, 1, f64::from(i) * 0.05));
            assert!(seen.map(|p| p.opacity).all(|o| o > 0.0 && o <= 1.0), "{event:?}");
        }
        assert!((0..200).any(|i| now(&event((8.0, 20.0), 7.0, WALK), 1, f64::from(i)).is_none()));
    }

    #[test]
    fn two_waves_half_apart_add_up_to_one_whatever_they_are_called() {
        let blue = event((2.4, 2.4), 2.4, Motion::Crossfade(0.0));
        let red = Event { name: "red".to_owned(), motion: Motion::Crossfade(0.5), ..blue.clone() };
        for i in 0..1000 {
            let opacity = |event| now(event, 7, f64::from(i) * 0.031).map_or(0.0, |p| p.opacity);
            assert!((opacity(&blue) + opacity(&red) - 1.0).abs() < 1e-4);
        }
    }

    #[test]
    fn one_walker_in_three_stops_and_all_arrive() {
        let event = event((9.0, 9.0), 9.0, WALK);
        let x = |secs: f64| now(&event, 4, secs).map(|p| p.by[0]);
        let rests = |i: &u32| matches!((x(f64::from(*i) * 0.1), x(f64::from(*i) * 0.1 + 0.01)), (Some(a), Some(b)) if (a - b).abs() < 0.01);
        let rested = (0..27_000).filter(rests).count() as f32 * 0.1;
        // 300 walks, a third of them with two seconds of rest
        assert!((140.0..260.0).contains(&rested), "{rested}");
        let most = (0..9000).filter_map(|i| x(f64::from(i) * 0.01)).fold(0.0_f32, f32::max);
        assert!((418.0..=420.0).contains(&most), "{most}");
    }

    #[test]
    fn where_nothing_may_move_no_shade_falls_and_the_chosen_phase_is_held() {
        let shown = |event: &Event| still(event).map(|p| (p.by, p.turn, p.opacity));
        for motion in [Motion::Dip(1.0), Motion::Flicker(1.0)] {
            assert_eq!(shown(&Event { still: Some(0.2), ..event((2.0, 4.0), 0.4, motion) }), None);
        }
        assert_eq!(shown(&event((8.0, 20.0), 7.0, WALK)), None);
        let held = shown(&Event { still: Some(0.5), ..event((8.0, 20.0), 7.0, WALK) });
        assert!(held.is_some_and(|(by, _, opacity)| by[0] == 220.0 && opacity == 1.0), "{held:?}");
        let sway = Motion::Sway { about: (0.0, 0.0), degrees: 4.0 };
        assert_eq!(shown(&event((3.0, 8.0), 4.0, sway)), Some(([0.0; 2], 0.0, 1.0)));
    }

    #[test]
    fn a_picture_is_turned_clockwise_about_its_point() {
        let quarter = Placement { about: [10.0, 10.0], turn: PI / 2.0, by: [1.0, 2.0], scale: 2.0, opacity: 1.0 };
        let [x, y] = quarter.place([15.0, 10.0]);
        assert!((x - 11.0).abs() < 1e-4 && (y - 22.0).abs() < 1e-4, "{x} {y}");
    }
}

//! When events happen.

use super::chance::Chance;
use crate::cast::life::{Event, Motion};

/// Seconds between two changes of a light at least, whatever a place asks for: no light flashes more than three times a
/// second (WCAG 2.3.1).
const LIGHT_SECS: f32 = 0.4;

/// Where an event stands.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// 0 to 1 while it runs; none until it begins again.
    pub phase: Option<f32>,
    /// The draws of this time, and of the time before.
    pub chance: Chance,
    pub before: Chance,
}

/// The event at a second; it has been going on for ever.
pub fn moment<C>(event: &Event<C>, seed: u64, secs: f64) -> Moment {
    let chance = Chance::new(seed, &event.name);
    let (low, high) = pace(event);
    let usual = f64::from(f32::midpoint(low, high));
    let play = f64::from((high - low) / 2.0);
    // each begins within its own stretch of time, so that none has to be counted from the first
    let begins = |n: i64| n as f64 * usual + play * f64::from(chance.of(n).share(0));
    let offset = if is_wave(event.motion) { 0.0 } else { usual * f64::from(chance.share(1)) };
    let secs = secs + offset;
    let stretch = (secs / usual).floor() as i64;
    let turn = if begins(stretch) <= secs { stretch } else { stretch - 1 };
    let phase = ((secs - begins(turn)) / f64::from(event.lasts.max(1e-3))) as f32;
    let phase = (phase < 1.0).then_some(phase.max(0.0));
    Moment { phase, chance: chance.of(turn), before: chance.of(turn - 1) }
}

/// Shortest and longest seconds from one beginning to the next.
pub fn pace<C>(event: &Event<C>) -> (f32, f32) {
    let least = match event.motion {
        // two dips may follow each other
        Motion::Dip(_) => 2.0 * LIGHT_SECS,
        Motion::Flicker(_) | Motion::Blink => LIGHT_SECS,
        Motion::Crossfade(_) => 1.0,
        Motion::Show(_)
        | Motion::Walk { .. }
        | Motion::Pass { .. }
        | Motion::Drift { .. }
        | Motion::Sway { .. }
        | Motion::Drop { .. } => 0.0,
    };
    let low = event.every.0.max(event.lasts).max(least).max(1e-3);
    (low, event.every.1.max(low))
}

/// Waves keep time with each other, whatever they are called.
fn is_wave(motion: Motion) -> bool {
    matches!(motion, Motion::Crossfade(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(every: (f32, f32), lasts: f32, motion: Motion) -> Event {
        let (name, after) = ("walker".to_owned(), "street".to_owned());
        Event { name, after, every, lasts, still: None, within: None, hours: vec![], motion, shapes: vec![] }
    }

    /// The seconds at which the event begins, looking every hundredth.
    fn beginnings(event: &Event, seed: u64, secs: u32) -> Vec<f64> {
        let phase = |i: u32| moment(event, seed, f64::from(i) / 100.0).phase;
        let begins = |i: &u32| phase(*i).is_some_and(|now| phase(i - 1).is_none_or(|before| now < before));
        (1..secs * 100).filter(begins).map(|i| f64::from(i) / 100.0).collect()
    }

    #[test]
    fn an_event_keeps_between_its_shortest_and_its_longest_pause() {
        for seed in 0..20 {
            let begun = beginnings(&event((8.0, 25.0), 7.0, Motion::Show(0.1)), seed, 600);
            let gaps: Vec<f64> = begun.windows(2).map(|pair| pair[1] - pair[0]).collect();
            assert!(gaps.iter().all(|gap| (7.98..=25.02).contains(gap)), "{gaps:?}");
            let (least, most) = gaps.iter().fold((99.0_f64, 0.0_f64), |(l, m), g| (l.min(*g), m.max(*g)));
            assert!(gaps.len() > 25 && most - least > 4.0, "{gaps:?}");
        }
    }

    #[test]
    fn an_event_takes_as_long_as_it_says_and_its_phase_runs_evenly() {
        let event = event((8.0, 25.0), 7.0, Motion::Show(0.1));
        for begun in beginnings(&event, 3, 200) {
            let at = |secs: f64| moment(&event, 3, begun + secs).phase;
            assert!(at(3.5).is_some_and(|phase| (phase - 0.5).abs() < 0.01) && at(6.9).is_some() && at(7.1).is_none());
        }
    }

    #[test]
    fn without_a_pause_it_goes_on_and_on() {
        let event = event((0.0, 0.0), 20.0, Motion::Show(0.1));
        assert!((0..5000).all(|i| moment(&event, 9, f64::from(i) * 0.1).phase.is_some()));
        assert_eq!(beginnings(&event, 9, 200).len(), 10);
    }

    #[test]
    fn lights_are_held_back_and_other_events_of_the_name_are_not() {
        let pace = |motion| pace(&event((0.05, 0.1), 0.02, motion));
        assert_eq!(pace(Motion::Flicker(1.0)), (0.4, 0.4));
        assert_eq!(pace(Motion::Dip(1.0)), (0.8, 0.8));
        assert_eq!(pace(Motion::Crossfade(0.0)), (1.0, 1.0));
        assert_eq!(pace(Motion::Show(0.1)), (0.05, 0.1));
    }

    #[test]
    fn names_and_seeds_differ_and_the_same_is_the_same() {
        let walker = event((8.0, 25.0), 7.0, Motion::Show(0.1));
        let other = Event { name: "tube".to_owned(), ..walker.clone() };
        assert_eq!(beginnings(&walker, 1, 100), beginnings(&walker, 1, 100));
        assert_ne!(beginnings(&walker, 1, 100), beginnings(&walker, 2, 100));
        assert_ne!(beginnings(&walker, 1, 100), beginnings(&other, 1, 100));
    }
}

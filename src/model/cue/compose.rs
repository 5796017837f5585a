//! How several things that show at once become one look.

use std::collections::BTreeMap;

use super::file::{Amount, Shows, Timing};
use super::shown::{Breath, Eyes, Look, Stance, Unit};
use super::{Cues, Moment, ramp};

/// Something that shows.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    pub shows: &'a Shows,
    /// How much of it, 0 to 1.
    pub share: f32,
    /// How much of that this person's face shows, and how much head, eyes and body do; 1 is the usual.
    pub face: f32,
    pub body: f32,
    /// Action units of their own that come with it.
    pub own: Option<&'a BTreeMap<u8, Amount>>,
    /// It has just begun: a gasp or sigh of it is drawn now.
    pub fresh: bool,
}

impl<'a> Part<'a> {
    /// As everybody shows it.
    pub fn of(shows: &'a Shows, share: f32, fresh: bool) -> Self {
        Self { shows, share, face: 1.0, body: 1.0, own: None, fresh }
    }

    /// Its action units with this person's own.
    fn units(&self) -> impl Iterator<Item = (u8, Amount)> {
        self.shows.units.iter().chain(self.own.into_iter().flatten()).map(|(number, amount)| (*number, *amount))
    }
}

/// The share from which a gasp or a sigh is drawn at all.
const BREATH_FROM: f32 = 0.25;

/// Timing of a face that no emotion hurries or slows (ART: onset 250 to 400 ms, offset 500 to 900 ms).
pub(super) const ORDINARY: Timing = Timing { onset: 0.3, apex: 1.0, offset: 0.7, held: 1.0 };

/// One look out of all its parts.
pub(super) fn look(cues: &Cues, moment: &Moment, parts: &[Part], timing: Timing) -> Look {
    let (calm, stirred) = (&cues.file.calm, &cues.file.stirred);
    let arousal = ramp(moment.state.arousal, calm.arousal, stirred.arousal);
    let between = |a: f32, b: f32| a + (b - a) * arousal;
    let sum = |of: fn(&Shows) -> f32| parts.iter().map(|part| of(part.shows) * part.share).sum::<f32>();
    Look {
        units: units(parts),
        stance: stance(parts),
        arms: cues.pose(moment.habits, arms(parts)).to_owned(),
        breaths_per_minute: between(calm.breaths_per_minute, stirred.breaths_per_minute),
        breath_depth: between(calm.breath_depth, stirred.breath_depth),
        breath: breath(parts),
        nearness: sum(|shows| shows.nearness).clamp(0.0, 1.0),
        eyes: eyes(parts),
        blink_secs: (
            between(calm.blink_secs.0, stirred.blink_secs.0),
            between(calm.blink_secs.1, stirred.blink_secs.1),
        ),
        sway: (1.0 + sum(|shows| shows.sway)).clamp(0.0, 6.0),
        voice: (1.0 + sum(|shows| shows.voice)).clamp(0.2, 2.0),
        onset_secs: timing.onset,
        offset_secs: timing.offset,
    }
}

/// Amounts join without ever passing 1 (each takes its share of the room that is left); then what softens takes its share away.
pub(super) fn units(parts: &[Part]) -> Vec<Unit> {
    let mut all: BTreeMap<u8, [(f32, f32); 2]> = BTreeMap::new();
    for part in parts {
        for (number, amount) in part.units() {
            let sides = all.entry(number).or_insert([(0.0, 1.0); 2]);
            for ((on, kept), amount) in sides.iter_mut().zip(amount.sides()) {
                let by = (amount * part.share * part.face).clamp(-1.0, 1.0);
                if by > 0.0 {
                    *on = 1.0 - (1.0 - *on) * (1.0 - by);
                } else {
                    *kept *= 1.0 + by;
                }
            }
        }
    }
    let joined =
        all.into_iter().map(|(number, [near, far])| Unit { number, near: near.0 * near.1, far: far.0 * far.1 });
    joined.filter(|unit| unit.near.max(unit.far) > 0.005).collect()
}

fn stance(parts: &[Part]) -> Stance {
    let sum =
        |of: fn(&Stance) -> f32| parts.iter().map(|part| of(&part.shows.stance) * part.share * part.body).sum::<f32>();
    Stance {
        face_toward: sum(|s| s.face_toward).clamp(-40.0, 14.0),
        body_toward: sum(|s| s.body_toward).clamp(-26.0, 16.0),
        chin_down: sum(|s| s.chin_down).clamp(-16.0, 22.0),
        head_tilt: sum(|s| s.head_tilt).clamp(-12.0, 12.0),
        eyes_toward: sum(|s| s.eyes_toward).clamp(-1.0, 1.0),
        eyes_down: sum(|s| s.eyes_down).clamp(-1.0, 1.0),
        shoulders: sum(|s| s.shoulders).clamp(-1.0, 1.0),
        shrink: sum(|s| s.shrink).clamp(0.0, 1.0),
        lean: sum(|s| s.lean).clamp(-4.0, 4.0),
        head_drop: sum(|s| s.head_drop).clamp(-12.0, 18.0),
        wide_pupils: sum(|s| s.wide_pupils).clamp(0.0, 1.0),
        blush: sum(|s| s.blush).clamp(0.0, 1.0),
    }
}

/// The manner of the heaviest bid that shows enough; of equals the later one.
fn arms(parts: &[Part]) -> super::Manner {
    let bids = parts.iter().filter_map(|part| part.shows.arms.filter(|arms| part.share >= arms.from));
    bids.max_by_key(|arms| arms.weight).map_or(super::Manner::Rest, |arms| arms.manner)
}

fn breath(parts: &[Part]) -> Option<Breath> {
    parts.iter().filter(|part| part.fresh && part.share >= BREATH_FROM).find_map(|part| part.shows.breath)
}

/// Each part pulls the eyes its own way, by its share.
fn eyes(parts: &[Part]) -> Eyes {
    let steady = Eyes { hold_secs: (0.6, 2.5), wander: 0.0, away: 0.0 };
    parts.iter().fold(steady, |eyes, part| part.shows.eyes.map_or(eyes, |to| blend(eyes, to, part.share)))
}

fn blend(from: Eyes, to: Eyes, share: f32) -> Eyes {
    let between = |a: f32, b: f32| a + (b - a) * share;
    Eyes {
        hold_secs: (between(from.hold_secs.0, to.hold_secs.0), between(from.hold_secs.1, to.hold_secs.1)),
        wander: between(from.wander, to.wander),
        away: between(from.away, to.away),
    }
}

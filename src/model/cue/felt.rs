//! The emotion of a moment: how much of its recipe shows, and when which part of it.

use super::compose::{ORDINARY, Part};
use super::file::{EmotionCue, Sign, Timing};
use super::{Cues, Faces, Moment, ramp};

/// The arousal between which an emotion's `calm_share` becomes all of it: our choice.
const CALM: f64 = 20.0;
const FULLY_STIRRED: f64 = 80.0;

/// When a look is taken.
#[derive(Clone, Copy)]
pub(super) enum Glimpse {
    /// Seconds after it all began.
    At(f32),
    /// All that shows, at its height, in one picture.
    Still,
}

impl Glimpse {
    /// Whether something that lasts so long is still there; without a time it stays.
    pub fn is_before(self, ends: Option<f32>) -> bool {
        match self {
            Self::At(secs) => ends.is_none_or(|ends| secs < ends),
            Self::Still => true,
        }
    }
}

/// The emotion of a moment: its recipe and how much of it shows.
pub(super) struct Felt<'a> {
    pub cue: &'a EmotionCue,
    /// How the faces of this person differ.
    faces: &'a Faces,
    /// How it comes and goes in them.
    timing: Timing,
    /// 0 to 1.
    share: f32,
    /// It began with this turn; otherwise it is only held.
    pub fresh: bool,
}

impl<'a> Felt<'a> {
    pub fn of(cues: &'a Cues, moment: &Moment<'a>, signs: &[(&Sign, f32)]) -> Self {
        let cue = cues.emotion(moment.feels.0);
        let stirred = ramp(moment.state.arousal, CALM, FULLY_STIRRED);
        let quiet: f32 = signs.iter().map(|(sign, share)| 1.0 - sign.shows.quiets * share).product();
        let share = cues.strength(moment.feels.1) * (cue.calm_share + (1.0 - cue.calm_share) * stirred) * quiet;
        let faces = &moment.habits.faces;
        Self { cue, faces, timing: faces.timing(cue.emotion, cue.timing), share, fresh: moment.newly_felt() }
    }

    /// The second at which its height is over.
    pub fn height_ends(&self) -> f32 {
        self.cue.then.last().map_or(0.0, |later| later.after_secs) + self.timing.onset + self.timing.apex
    }

    pub fn timing(&self) -> Timing {
        if self.fresh { self.timing } else { ORDINARY }
    }

    /// How much of it shows at an instant, 0 to 1.
    pub fn shown(&self, when: Glimpse) -> f32 {
        self.share * self.level(when)
    }

    fn level(&self, when: Glimpse) -> f32 {
        let high = match when {
            Glimpse::Still => self.fresh,
            Glimpse::At(secs) => self.fresh && secs < self.height_ends(),
        };
        if high { 1.0 } else { self.timing.held }
    }

    /// What of the emotion shows at an instant, stage by stage.
    pub fn parts(&self, when: Glimpse) -> impl Iterator<Item = Part<'a>> {
        let (share, fresh, faces, emotion) = (self.shown(when), self.fresh, self.faces, self.cue.emotion);
        // what is their own comes when all of it is there
        let last = self.cue.then.len();
        let begun = move |after: f32| match when {
            Glimpse::At(secs) if fresh => after <= secs,
            Glimpse::At(_) | Glimpse::Still => true,
        };
        let stages =
            std::iter::once((0.0, &self.cue.shows)).chain(self.cue.then.iter().map(|l| (l.after_secs, &l.shows)));
        stages.enumerate().filter(move |(_, (after, _))| begun(*after)).map(move |(ix, (_, shows))| Part {
            face: faces.strength_of(emotion),
            body: faces.body,
            own: faces.units_of(emotion).filter(|_| ix == last),
            ..Part::of(shows, share, fresh)
        })
    }
}

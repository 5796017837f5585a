//! From a person's state to what is seen of them: action units, stance, arms, breath. The recipes are `assets/model/cues.ron`.
//!
//! What is shown is what the model says they feel, and what their state does to a body: no meter, and no lie.

mod check;
mod compose;
mod felt;
mod file;
mod habits;
mod likeness;
mod pace;
mod shown;
mod sign;

use std::sync::OnceLock;

use ron::extensions::Extensions;

pub use file::{
    Amount, Arms, Camera, CuesFile, EmotionCue, Later, Manner, MannerCue, Rhythm, Shows, Sign, Strengths, Timing, When,
};
pub use habits::{Faces, Habits, OwnWay};
pub use pace::{SpeechCue, WordPace};
pub use shown::{Breath, Eyes, Look, Seen, Shown, Stance, Unit};

use super::{Emotion, Feeling, Model, Person, State, turn};
use check::check;
use compose::{Part, look};
use felt::{Felt, Glimpse};
use sign::Rank;

/// The recipes, as shipped.
pub const CUES: &str = include_str!("../../../assets/model/cues.ron");

/// The poses of the arms that a figure has; `assets/people/poses.ron` draws each.
pub const POSES: [&str; 21] = [
    "hanging",
    "folded",
    "open",
    "hands_up",
    "neck",
    "face",
    "pointing",
    "fists",
    "hug",
    "glass",
    "phone",
    "mop",
    "keys",
    "counter",
    "doorframe",
    "chest",
    "clasped",
    "seated",
    "seated_open",
    "table",
    "head_in_hands",
];

/// The action units that a recipe may use. Head and eyes (51 to 64) are part of the stance; 45 is the blink.
pub const UNITS: [u8; 20] = [1, 2, 4, 5, 6, 7, 9, 10, 12, 14, 15, 17, 18, 20, 23, 24, 25, 26, 38, 43];

/// Less of a sign than this is not worth naming.
const WORTH_NAMING: f32 = 0.2;

/// A person at one moment, as far as it can be seen.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    pub state: &'a State,
    pub feels: Feeling,
    /// State and feeling at the last turn; without it nothing counts as changed and the feeling as new.
    pub before: Option<(&'a State, Feeling)>,
    pub shut_down: bool,
    /// 0 to 1.
    pub intoxication: f64,
    pub habits: &'a Habits,
}

impl<'a> Moment<'a> {
    /// A person now, and the state and feeling they had at the last turn.
    pub fn of(model: &Model, person: &'a Person, before: Option<(&'a State, Feeling)>, habits: &'a Habits) -> Self {
        Self {
            state: &person.state,
            feels: person.feels,
            before,
            shut_down: turn::shut_down(model, person),
            intoxication: person.traits.intoxication,
            habits,
        }
    }

    /// Whether the feeling began, or grew, with this turn.
    fn newly_felt(&self) -> bool {
        self.before.is_none_or(|(_, felt)| felt.0 != self.feels.0 || felt.1 < self.feels.1)
    }
}

/// The recipes, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Cues {
    file: CuesFile,
}

impl Cues {
    /// The recipes that ship with the program.
    ///
    /// # Panics
    /// Never: a test reads the same embedded file.
    pub fn shipped() -> &'static Self {
        static CUES_READ: OnceLock<Cues> = OnceLock::new();
        CUES_READ.get_or_init(|| Self::parse(CUES).expect("the embedded cues parse"))
    }

    /// # Errors
    /// A sentence naming the file's fault.
    pub fn parse(text: &str) -> Result<Self, String> {
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let mut file: CuesFile = options.from_str(text).map_err(|e| format!("cues: {e}"))?;
        check(&file).map_err(|e| format!("cues: {e}"))?;
        file.emotions.sort_by_key(|cue| cue.emotion);
        Ok(Self { file })
    }

    /// The file itself, for whoever asks why.
    pub fn file(&self) -> &CuesFile {
        &self.file
    }

    /// The recipe of an emotion.
    pub fn emotion(&self, emotion: Emotion) -> &EmotionCue {
        // checked when read: each of the ten once, in their order
        &self.file.emotions[emotion as usize]
    }

    /// What an officer would say they saw, by the id of an emotion or a sign.
    pub fn words(&self, id: &str) -> Option<&str> {
        let emotion = self.file.emotions.iter().find(|cue| cue.emotion.id() == id).map(|cue| &cue.words);
        emotion
            .or_else(|| self.file.signs.iter().find(|sign| sign.id == id).map(|sign| &sign.words))
            .map(String::as_str)
    }

    /// What is seen of a person from now until something changes.
    pub fn show(&self, moment: &Moment) -> Shown {
        let signs = self.signs(moment);
        let felt = Felt::of(self, moment, &signs);
        let at = |when| look(self, moment, &parts(&felt, &signs, when), felt.timing());
        Shown {
            looks: times(&felt, &signs).into_iter().map(|secs| (secs, at(Glimpse::At(secs)))).collect(),
            still: at(Glimpse::Still),
            seen: seen(&felt, &signs),
            closeness: self.closeness(moment.state),
        }
    }

    fn closeness(&self, state: &State) -> f32 {
        let camera = &self.file.camera;
        let stirred = ramp(state.arousal, camera.arousal.0, camera.arousal.1);
        ramp(state.trust, camera.trust.0, camera.trust.1) * (1.0 - camera.room * stirred)
    }

    /// The signs that hold, each with its share.
    fn signs(&self, moment: &Moment) -> Vec<(&Sign, f32)> {
        self.file.signs.iter().map(|sign| (sign, sign.share(moment))).filter(|(_, share)| *share > 0.0).collect()
    }

    /// The pose a person has for a manner.
    fn pose<'a>(&'a self, habits: &'a Habits, manner: Manner) -> &'a str {
        let usual = || self.file.arms.get(&manner).map_or(POSES[0], |cue| &cue.pose);
        habits.pose(manner).unwrap_or_else(usual)
    }

    fn strength(&self, strength: u8) -> f32 {
        match strength {
            0 => 0.0,
            1 => self.file.strengths.slight,
            2 => self.file.strengths.clear,
            _ => self.file.strengths.strong,
        }
    }
}

/// The seconds at which something joins or passes, from 0 up.
fn times(felt: &Felt, signs: &[(&Sign, f32)]) -> Vec<f32> {
    let mut times = vec![0.0];
    if felt.fresh {
        times.extend(felt.cue.then.iter().map(|later| later.after_secs));
        times.push(felt.height_ends());
    }
    times.extend(signs.iter().filter_map(|(sign, _)| sign.lasts_secs));
    times.sort_by(f32::total_cmp);
    times.dedup();
    times
}

/// All that shows at an instant. What comes later moves the eyes more: an everyday face, the feeling, the state, what just changed.
fn parts<'a>(felt: &Felt<'a>, signs: &[(&'a Sign, f32)], when: Glimpse) -> Vec<Part<'a>> {
    let of = |rank: Rank| {
        let signs = signs.iter().filter(move |(sign, _)| Rank::of(sign) == rank && when.is_before(sign.lasts_secs));
        signs.map(move |(sign, share)| Part::of(&sign.shows, *share, rank == Rank::Brief))
    };
    of(Rank::Everyday).chain(felt.parts(when)).chain(of(Rank::Standing)).chain(of(Rank::Brief)).collect()
}

fn seen(felt: &Felt, signs: &[(&Sign, f32)]) -> Vec<Seen> {
    let emotion = Seen { id: felt.cue.emotion.id().to_owned(), share: felt.shown(Glimpse::Still) };
    let signs = signs.iter().filter(|(sign, _)| !sign.when.is_empty());
    let signs = signs.map(|(sign, share)| Seen { id: sign.id.clone(), share: *share });
    let mut seen: Vec<Seen> = std::iter::once(emotion).chain(signs).filter(|s| s.share >= WORTH_NAMING).collect();
    seen.sort_by(|a, b| b.share.total_cmp(&a.share));
    seen
}

/// 0 at `from`, 1 at `full`, in between a part; `full` may lie below `from`.
fn ramp(value: f64, from: f64, full: f64) -> f32 {
    ((value - from) / (full - from)).clamp(0.0, 1.0) as f32
}

#[cfg(test)]
mod tests;

//! Somebody who is being looked at and changed: their look as it stands now, and what is tried on them.

use std::path::Path;
use std::sync::Arc;

use crate::cast::{self, Look};
use crate::figure::{ActionUnits, Arms, Motion, Posture, Side};
use crate::game::stage::Held;
use crate::model::cue::{Cues, Manner, Moment, Shown};
use crate::model::{Emotion, State};
use crate::rewrite::person::{habits, rest, resting_face, rounded, with_fields};

/// How stirred somebody is who feels something slightly, clearly, strongly.
const AROUSAL: [f64; 3] = [35.0, 55.0, 75.0];
/// Calm, neither trusting nor distrusting.
const EVEN: State =
    State { arousal: 30.0, trust: 50.0, heard: 50.0, respect: 50.0, safety: 50.0, control: 50.0, readiness: 10.0 };
/// Settles how a living person moves.
const SEED: u64 = 1;

/// What is tried, and is no part of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    pub emotion: Option<Emotion>,
    /// 0 slight, 1 clear, 2 strong.
    pub strength: usize,
    /// Degrees toward the officer.
    pub lean: f32,
    /// -1.5 breathed out to 1 breathed in.
    pub breath: f32,
    /// A pose of the arms instead of what the feeling brings.
    pub pose: Option<String>,
    pub living: bool,
}

impl Default for Trial {
    fn default() -> Self {
        Self { emotion: None, strength: 1, lean: 0.0, breath: 0.0, pose: None, living: false }
    }
}

/// One person in the gallery.
#[derive(Clone, Debug)]
pub struct Sitter {
    pub id: String,
    /// As it stands now.
    pub look: Look,
    /// As it was read.
    read: Look,
    /// The file it was read from, as written.
    text: String,
    pub trial: Trial,
    life: Option<Life>,
}

/// A living figure, and what it was made for.
#[derive(Clone, Debug)]
struct Life {
    motion: Motion,
    look: Look,
    shown: Shown,
    /// When it was last moved on, in seconds.
    moved: f64,
    figure: (ActionUnits, Posture),
}

impl Sitter {
    /// Somebody from the text of their file.
    ///
    /// # Errors
    /// What is wrong with the file, and where.
    pub fn read(id: &str, text: &str) -> Result<Self, String> {
        let look = cast::parse_look(text)?;
        let (id, text) = (id.to_owned(), text.to_owned());
        Ok(Self { id, read: look.clone(), look, text, trial: Trial::default(), life: None })
    }

    /// Whether something is not in the file yet.
    pub fn is_changed(&self) -> bool {
        self.changes().iter().any(|(_, before, now)| before != now)
    }

    /// The fields that can change here: name, value as read, value now.
    fn changes(&self) -> [(&'static str, String, String); 3] {
        let (a, b) = (&self.read, &self.look);
        [
            ("rest", rest(&a.rest), rest(&b.rest)),
            ("resting_face", resting_face(&a.resting_face), resting_face(&b.resting_face)),
            ("habits", habits(&a.habits), habits(&b.habits)),
        ]
    }

    /// The file as it will be; what was not changed stays as its author wrote it.
    ///
    /// # Errors
    /// When it cannot be changed without a guess.
    pub fn written(&self) -> Result<String, String> {
        let changed = self.changes().into_iter().filter(|(_, before, now)| before != now);
        let fields: Vec<(&str, String)> = changed.map(|(name, _, now)| (name, now)).collect();
        let text = with_fields(&self.text, &fields)?;
        match cast::parse_look(&text) {
            Ok(_) => Ok(text),
            Err(problem) => Err(format!("the file would no longer be read: {problem}")),
        }
    }

    /// From now on this text is what the file holds.
    pub fn kept(&mut self, text: String) {
        self.read = self.look.clone();
        self.text = text;
    }

    /// Sets an action unit of the face at rest.
    pub fn set_unit(&mut self, unit: u8, side: Side, amount: f32) {
        let sides = self.look.resting_face.entry(unit).or_insert((0.0, 0.0));
        match side {
            Side::Right => sides.0 = rounded(amount),
            Side::Left => sides.1 = rounded(amount),
        }
        if *sides == (0.0, 0.0) {
            self.look.resting_face.remove(&unit);
        }
    }

    /// How far an action unit of the face at rest goes.
    pub fn unit(&self, unit: u8, side: Side) -> f32 {
        let (right, left) = self.look.resting_face.get(&unit).copied().unwrap_or_default();
        match side {
            Side::Right => right,
            Side::Left => left,
        }
    }

    /// Their own pose for a manner; `None` is the usual one.
    pub fn set_habit(&mut self, manner: Manner, pose: Option<&str>) {
        match pose {
            Some(pose) => self.look.habits.arms.insert(manner, pose.to_owned()),
            None => self.look.habits.arms.remove(&manner),
        };
    }

    /// What is seen of them at this moment, in seconds.
    pub fn held(&mut self, now: f64) -> Held {
        let shown = self.shown();
        let (units, posture) = if self.trial.living { self.lived(&shown, now) } else { still(&shown, &self.look) };
        if !self.trial.living {
            self.life = None;
        }
        let posture = Posture {
            lean: posture.lean + self.trial.lean,
            breath: (posture.breath + self.trial.breath).clamp(-1.5, 1.0),
            arms: self.trial.pose.clone().map_or(posture.arms, arms),
            ..posture
        };
        Held { look: Arc::new(self.look.clone()), units, posture }
    }

    /// What the model shows of what is tried.
    pub fn shown(&self) -> Shown {
        let feels = self.trial.emotion.map_or((Emotion::Relief, 0), |e| (e, self.trial.strength as u8 + 1));
        let arousal = self.trial.emotion.map_or(EVEN.arousal, |_| AROUSAL[self.trial.strength.min(2)]);
        let state = State { arousal, ..EVEN };
        let habits = &self.look.habits;
        Cues::shipped().show(&Moment {
            state: &state,
            feels,
            before: None,
            shut_down: false,
            intoxication: 0.0,
            habits,
        })
    }

    fn lived(&mut self, shown: &Shown, now: f64) -> (ActionUnits, Posture) {
        let known = self.life.take().filter(|life| life.look == self.look);
        let mut life = known.unwrap_or_else(|| Life::new(shown, &self.look, now));
        if life.shown != *shown {
            life.motion.aim(shown);
            life.shown = shown.clone();
        }
        let gone = (now - life.moved).clamp(0.0, 0.25);
        life.moved = now;
        life.figure = life.motion.step(gone as f32);
        let figure = life.figure.clone();
        self.life = Some(life);
        figure
    }
}

impl Life {
    fn new(shown: &Shown, look: &Look, now: f64) -> Self {
        let mut motion = Motion::of(SEED, look);
        motion.aim(shown);
        // nobody is caught on the way from nowhere
        motion.settle();
        let figure = motion.step(0.0);
        motion.aim(shown);
        Self { motion, look: look.clone(), shown: shown.clone(), moved: now, figure }
    }
}

fn still(shown: &Shown, look: &Look) -> (ActionUnits, Posture) {
    let mut motion = Motion::of(SEED, look);
    motion.aim(shown);
    motion.settle();
    motion.step(0.0)
}

fn arms(pose: String) -> Arms {
    Arms { from: pose.clone(), to: pose, share: 1.0 }
}

/// The text of somebody's file: the one in the folder, where there is one, or as it ships.
///
/// # Errors
/// When the file cannot be read.
pub fn text_of(id: &str, folder: &Path) -> Result<String, String> {
    let file = folder.join(format!("{id}.ron"));
    match std::fs::read_to_string(&file) {
        Ok(text) => Ok(text),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            cast::look_text(id).map(str::to_owned).ok_or_else(|| format!("nobody is drawn under the name \"{id}\""))
        }
        Err(e) => Err(format!("could not read {}: {e}", file.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sitter(id: &str) -> Sitter {
        Sitter::read(id, cast::look_text(id).expect("it ships")).expect("it parses")
    }

    #[test]
    fn what_is_changed_is_written_and_nothing_else() {
        let mut mara = sitter("mara");
        assert!(!mara.is_changed());
        assert_eq!(mara.written().as_deref(), Ok(cast::look_text("mara").expect("it ships")));
        mara.look.rest.yaw = -10.0;
        mara.set_unit(12, Side::Left, 0.25);
        mara.set_habit(Manner::Rest, Some("glass"));
        assert!(mara.is_changed());
        let text = mara.written().expect("it can be written");
        assert_eq!(cast::parse_look(&text), Ok(mara.look.clone()));
        mara.kept(text);
        assert!(!mara.is_changed());
    }

    #[test]
    fn a_unit_set_back_to_nothing_is_gone() {
        let mut mara = sitter("mara");
        mara.set_unit(4, Side::Right, 0.3);
        assert_eq!((mara.unit(4, Side::Right), mara.unit(4, Side::Left)), (0.3, 0.0));
        mara.set_unit(4, Side::Right, 0.0);
        assert!(!mara.is_changed());
    }

    #[test]
    fn what_is_tried_is_seen_and_not_written() {
        let mut mara = sitter("mara");
        let calm = mara.held(0.0);
        mara.trial =
            Trial { emotion: Some(Emotion::Anger), strength: 2, pose: Some("hug".to_owned()), ..Trial::default() };
        let angry = mara.held(0.0);
        assert!(angry.units.most(4) > calm.units.most(4) + 0.3);
        assert_eq!(angry.posture.arms.to, "hug");
        assert!(!mara.is_changed());
    }

    #[test]
    fn the_living_move_and_the_others_stand_still() {
        let mut mara = sitter("mara");
        assert_eq!(mara.held(0.0), mara.held(5.0));
        mara.trial.living = true;
        let before = mara.held(0.0);
        assert!((1..40).any(|i| mara.held(f64::from(i) * 0.2) != before));
    }

    #[test]
    fn the_face_at_rest_lies_under_what_is_felt() {
        let mut mara = sitter("mara");
        mara.set_unit(15, Side::Right, 0.5);
        let held = mara.held(0.0);
        assert!((held.units.at(15, Side::Right) - 0.5).abs() < 0.05 && held.units.at(15, Side::Left) < 0.05);
    }
}

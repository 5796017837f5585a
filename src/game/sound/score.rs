//! Which sounds when: from what is to be heard to levels, loops and single sounds. It plays nothing.

mod data;

use std::sync::LazyLock;

use super::synth::Sound;
use crate::game::heard::{Act, Heard, Whereabouts};
pub use data::{Cue, Lasting, Rare, Scene, Scenes, Tone, Tones};

static TONES: LazyLock<Tones> = LazyLock::new(|| data::parse(include_str!("../../../assets/sound/places.ron")));
static SCENES: LazyLock<Scenes> = LazyLock::new(|| data::parse(include_str!("../../../assets/sound/scenes.ron")));

/// What goes on until something else is wanted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mix {
    pub lasts: Vec<Lasting>,
    pub rare: Vec<Rare>,
    /// Words are coming: the room steps back.
    pub ducked: bool,
    /// 0 to 100; 0 is silence.
    pub volume: u8,
}

/// What begins now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Struck {
    pub once: Vec<Cue>,
    pub captions: Vec<String>,
    pub speech: Option<Speech>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speech {
    Say(String),
    /// Whatever is being said ends here.
    Hush,
}

/// Follows what is to be heard from frame to frame.
#[derive(Debug, Default)]
pub struct Score {
    at: Option<Whereabouts>,
    /// What the conversation's own nodes have begun and not ended.
    scene: Vec<Lasting>,
    /// Words that were given to be read out.
    said: Option<(u64, usize)>,
    says: bool,
}

impl Score {
    /// What goes on, and what begins in this frame.
    pub fn follow(&mut self, heard: &Heard, focused: bool) -> (Mix, Struck) {
        let mut struck = Struck::default();
        if let Some(here) = &heard.whereabouts {
            self.move_to(here, &mut struck);
        }
        if heard.settings.is_on() && focused {
            struck.once.extend(heard.acts.iter().map(|act| answer(*act)));
        }
        self.live(heard, &mut struck);
        struck.speech = self.speech(heard, focused);
        (self.mix(heard, focused), struck)
    }

    /// Comes in, or on to another node.
    fn move_to(&mut self, here: &Whereabouts, struck: &mut Struck) {
        let before = self.at.replace(here.clone());
        let arrives = before.as_ref().is_none_or(|b| (b.conversation, &b.place) != (here.conversation, &here.place));
        if arrives {
            self.scene.clear();
            self.arrive(here, struck);
        }
        if before.as_ref().is_none_or(|b| (b.conversation, &b.node) != (here.conversation, &here.node)) {
            self.enter(here, struck);
        }
        if here.hazard && before.is_some_and(|b| !b.hazard) {
            struck.once.extend(tone(&here.place).and_then(|t| t.hazard.clone()));
        }
        struck.captions.extend(struck.once.iter().filter(|c| !c.caption.is_empty()).map(|c| bracketed(&c.caption)));
    }

    fn arrive(&self, here: &Whereabouts, struck: &mut Struck) {
        let Some(tone) = tone(&here.place) else { return };
        struck.once.extend(tone.arrive.iter().cloned());
        if !tone.caption.is_empty() {
            struck.captions.push(bracketed(&tone.caption));
        }
    }

    fn enter(&mut self, here: &Whereabouts, struck: &mut Struck) {
        let Some(scene) = SCENES.get(&here.scenario).and_then(|s| s.get(&here.node)) else { return };
        if scene.quiet || !scene.lasts.is_empty() {
            self.scene.clone_from(&scene.lasts);
        }
        struck.once.extend(scene.once.iter().cloned());
        if !scene.caption.is_empty() {
            struck.captions.push(bracketed(&scene.caption));
        }
    }

    /// What the picture does by itself is heard, too.
    fn live(&self, heard: &Heard, struck: &mut Struck) {
        let Some(tone) = heard.whereabouts.as_ref().and_then(|here| tone(&here.place)) else { return };
        for cue in heard.life.iter().filter_map(|name| tone.life.get(kind(name))) {
            struck.once.push(cue.clone());
            if !cue.caption.is_empty() {
                struck.captions.push(bracketed(&cue.caption));
            }
        }
    }

    fn mix(&self, heard: &Heard, focused: bool) -> Mix {
        let volume = if heard.settings.is_on() { heard.settings.volume } else { 0 };
        let here = heard.whereabouts.as_ref().filter(|_| focused && volume > 0);
        let Some(tone) = here.and_then(|here| tone(&here.place)) else { return Mix { volume, ..Mix::default() } };
        let lasts = tone.lasts.iter().chain(&self.scene).copied().collect();
        Mix { lasts, rare: tone.rare.clone(), ducked: heard.speaking, volume }
    }

    fn speech(&mut self, heard: &Heard, focused: bool) -> Option<Speech> {
        let words = heard.words.as_ref().filter(|_| heard.settings.speaks() && focused);
        match words {
            None => std::mem::take(&mut self.says).then_some(Speech::Hush),
            Some(words) if self.said == Some(words.turn) => None,
            Some(words) => {
                (self.said, self.says) = (Some(words.turn), true);
                Some(Speech::Say(words.text.clone()))
            }
        }
    }
}

/// What is heard in a place, or at the title; none where nobody has thought of it.
pub fn tone(place: &str) -> Option<&'static Tone> {
    TONES.get(place)
}

/// Places, and scenarios with their nodes.
pub fn all() -> (&'static Tones, &'static Scenes) {
    (&TONES, &SCENES)
}

/// Events of one kind are numbered: `drip_3` is a drip.
fn kind(event: &str) -> &str {
    event.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('_')
}

fn bracketed(words: &str) -> String {
    format!("[{words}]")
}

/// The small sound that answers the hand.
fn answer(act: Act) -> Cue {
    let (sound, level) = match act {
        Act::Choose => (Sound::Choose, -10.0),
        Act::Silence => (Sound::Breath, -16.0),
        Act::Open => (Sound::Open, -12.0),
        Act::Back => (Sound::Back, -12.0),
        Act::Page => (Sound::Paper, -14.0),
    };
    Cue { sound, level, place: 0.0, after: 0.0, caption: String::new() }
}

#[cfg(test)]
mod tests;

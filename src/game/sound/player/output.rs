//! kira's mixer over a device: the room, what happens in it, and their levels.

use std::collections::BTreeMap;
use std::time::Duration;

use kira::sound::static_sound::{StaticSoundData, StaticSoundHandle, StaticSoundSettings};
use kira::track::{MainTrackBuilder, TrackBuilder, TrackHandle};
use kira::{AudioManager, AudioManagerSettings, Capacities, Decibels, Frame, Panning, Tween};
use maudio::backend::Backend as System;

use crate::game::sound::device::Speakers;
use crate::game::sound::score::Lasting;
use crate::game::sound::synth::{Buffer, RATE, Sound};

/// Seconds in which one room gives way to another, and in which it steps back for words and comes forward again.
const FADE: f32 = 1.6;
const DUCK: f32 = 0.5;
/// How far it steps back, in dB.
const DUCKED: f32 = -7.0;
/// Every sound that ends is made in so many variants.
const VARIANTS: u64 = 3;

/// A mixer, once a device was found.
pub struct Output {
    systems: Vec<System>,
    open: Option<Open>,
    level: Decibels,
    /// Sounds that were made, each with its variant.
    made: BTreeMap<(Sound, u64), StaticSoundData>,
}

struct Open {
    manager: AudioManager<Speakers>,
    room: TrackHandle,
    events: TrackHandle,
    lasting: BTreeMap<Sound, (f32, StaticSoundHandle)>,
    runs: bool,
}

impl Output {
    pub fn new(systems: Vec<System>) -> Self {
        Self { systems, open: None, level: Decibels::SILENCE, made: BTreeMap::new() }
    }

    pub fn runs(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.runs)
    }

    /// Opens a device if there is none yet, and lets it run. False where that fails.
    pub fn run(&mut self) -> bool {
        if self.open.is_none() {
            self.open = Open::new(&self.systems, self.level);
        }
        let Some(open) = &mut self.open else { return false };
        if !open.runs {
            open.runs = open.manager.backend_mut().run().is_ok();
            if !open.runs {
                // gone with its card: the next try begins from nothing
                self.open = None;
            }
        }
        self.runs()
    }

    /// The device stands still, and the sounds of rooms are forgotten.
    pub fn rest(&mut self) {
        if let Some(open) = &mut self.open {
            open.manager.backend_mut().rest();
            open.runs = false;
        }
        let lasting: Vec<Sound> = self.open.iter().flat_map(|open| open.lasting.keys().copied()).collect();
        self.made.retain(|(sound, _), data| data.settings.loop_region.is_none() || lasting.contains(sound));
    }

    /// 0 to 100, as the ear counts.
    pub fn volume(&mut self, volume: u8) {
        let share = f32::from(volume) / 100.0;
        self.level = if volume == 0 { Decibels::SILENCE } else { Decibels(40.0 * libm::log10f(share)) };
        if let Some(open) = &mut self.open {
            open.manager.main_track().set_volume(self.level, over(0.3));
        }
    }

    pub fn duck(&mut self, ducked: bool) {
        if let Some(open) = &mut self.open {
            open.room.set_volume(if ducked { DUCKED } else { 0.0 }, over(DUCK));
        }
    }

    /// What goes on from here: the rest fades away.
    pub fn last(&mut self, wanted: &[Lasting]) {
        let Some(open) = &mut self.open else { return };
        open.lasting.retain(|sound, (_, handle)| {
            let stays = wanted.iter().any(|w| w.0 == *sound);
            if !stays {
                handle.stop(over(FADE));
            }
            stays
        });
        for Lasting(sound, level) in wanted {
            if let Some((old, handle)) = self.open.as_mut().and_then(|open| open.lasting.get_mut(sound)) {
                if *old != *level {
                    *old = *level;
                    handle.set_volume(*level, over(FADE));
                }
                continue;
            }
            let data = self.made(*sound, 0).loop_region(0.0..).volume(*level).fade_in_tween(over(FADE));
            let Some(open) = &mut self.open else { return };
            if let Ok(handle) = open.room.play(data) {
                open.lasting.insert(*sound, (*level, handle));
            }
        }
    }

    pub fn once(&mut self, sound: Sound, level: f32, place: f32, count: u64) {
        if !self.runs() {
            return;
        }
        let data = self.made(sound, count % VARIANTS).volume(level).panning(Panning(place));
        if let Some(open) = &mut self.open {
            // a full mixer plays one sound less
            let _ = open.events.play(data);
        }
    }

    #[cfg(test)]
    pub fn states(&self) -> Vec<(Sound, kira::sound::PlaybackState)> {
        let lasting = self.open.iter().flat_map(|open| &open.lasting);
        lasting.map(|(sound, (_, handle))| (*sound, handle.state())).collect()
    }

    fn made(&mut self, sound: Sound, variant: u64) -> StaticSoundData {
        self.made.entry((sound, variant)).or_insert_with(|| data(&sound.make(variant + 1))).clone()
    }
}

impl Open {
    fn new(systems: &[System], level: Decibels) -> Option<Self> {
        if systems.is_empty() {
            return None;
        }
        let settings = AudioManagerSettings {
            capacities: Capacities { sub_track_capacity: 4, ..Capacities::default() },
            main_track_builder: MainTrackBuilder::new().volume(level),
            internal_buffer_size: 480,
            backend_settings: systems.to_vec(),
        };
        let mut manager = AudioManager::<Speakers>::new(settings).ok()?;
        let room = manager.add_sub_track(TrackBuilder::new()).ok()?;
        let events = manager.add_sub_track(TrackBuilder::new()).ok()?;
        Some(Self { manager, room, events, lasting: BTreeMap::new(), runs: false })
    }
}

fn data(buffer: &Buffer) -> StaticSoundData {
    let frames = buffer.frames.iter().map(|[left, right]| Frame { left: *left, right: *right }).collect();
    StaticSoundData { sample_rate: RATE, frames, settings: StaticSoundSettings::new(), slice: None }
}

fn over(secs: f32) -> Tween {
    Tween { duration: Duration::from_secs_f32(secs), ..Tween::default() }
}

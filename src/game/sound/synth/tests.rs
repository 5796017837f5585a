//! Levels, seams, and the same samples from the same seed.

use std::sync::LazyLock;

use super::{Buffer, Length, RATE, Sound};

const SEED: u64 = 7;

static MADE: LazyLock<Vec<(Sound, Buffer)>> = LazyLock::new(|| Sound::all().map(|s| (s, s.make(SEED))).collect());

fn all() -> impl Iterator<Item = (Sound, &'static Buffer)> {
    MADE.iter().map(|(sound, buffer)| (*sound, buffer))
}

fn level(amplitude: f32) -> f32 {
    20.0 * libm::log10f(amplitude.max(1e-9))
}

/// The largest step from one sample to the next.
fn steepest(buffer: &Buffer) -> f32 {
    let steps = buffer.frames.windows(2).map(|w| (w[1][0] - w[0][0]).abs().max((w[1][1] - w[0][1]).abs()));
    steps.fold(0.0, f32::max)
}

#[test]
fn every_sound_is_finite_audible_and_below_three_decibels() {
    for (sound, buffer) in all() {
        assert!(buffer.frames.iter().flatten().all(|x| x.is_finite()), "{sound:?} is not a number");
        assert!(level(buffer.peak()) < -3.0, "{sound:?} peaks at {} dB", level(buffer.peak()));
        assert!(level(buffer.peak()) > -24.0, "{sound:?} peaks at {} dB", level(buffer.peak()));
        assert!((0.05..15.0).contains(&buffer.secs()), "{sound:?} takes {} s", buffer.secs());
    }
}

#[test]
fn no_sound_pushes_the_membrane_to_one_side() {
    for (sound, buffer) in all() {
        let mean = buffer.frames.iter().map(|f| f[0] + f[1]).sum::<f32>() / (2 * buffer.frames.len()) as f32;
        assert!(mean.abs() < 0.1 * buffer.rms(), "{sound:?}: {mean}");
    }
}

#[test]
fn what_ends_begins_and_ends_at_nothing() {
    for (sound, buffer) in all().filter(|(sound, _)| sound.length() == Length::Ends) {
        let peak = buffer.peak();
        for frame in [buffer.frames.first(), buffer.frames.last()].into_iter().flatten() {
            assert!(frame.iter().all(|x| x.abs() < 0.004 * peak), "{sound:?} clicks: {frame:?} of {peak}");
        }
    }
}

#[test]
fn what_lasts_has_no_seam() {
    for (sound, buffer) in all().filter(|(sound, _)| sound.length() == Length::Lasts) {
        let (first, last) = (buffer.frames[0], buffer.frames[buffer.frames.len() - 1]);
        let seam = (first[0] - last[0]).abs().max((first[1] - last[1]).abs());
        assert!(seam <= steepest(buffer) * 1.05, "{sound:?}: a step of {seam} within {}", steepest(buffer));
    }
}

#[test]
fn what_lasts_is_as_loud_at_its_seam_as_elsewhere() {
    let steady = [Sound::Room, Sound::Corridor, Sound::Tiles, Sound::Tube, Sound::RainOnCloth, Sound::Engine];
    for (sound, Buffer { frames }) in all().filter(|(sound, _)| steady.contains(sound)) {
        let part = |range: &[[f32; 2]]| level(Buffer { frames: range.to_vec() }.rms());
        let (n, half) = (frames.len(), RATE as usize / 2);
        let seam = [&frames[n - half..], &frames[..half]].concat();
        let (seam, whole) = (part(&seam), part(frames));
        assert!((seam - whole).abs() < 2.0, "{sound:?}: {seam} dB at the seam, {whole} dB over all");
    }
}

#[test]
fn the_same_seed_gives_the_same_samples_and_another_one_others() {
    let print = |buffer: &Buffer| {
        let mut hash = blake3::Hasher::new();
        for x in buffer.frames.iter().flatten() {
            hash.update(&x.to_le_bytes());
        }
        hash.finalize()
    };
    for (sound, buffer) in all() {
        assert_eq!(print(&sound.make(SEED)), print(buffer), "{sound:?}");
        assert_ne!(print(&sound.make(SEED + 1)), print(buffer), "{sound:?}");
    }
}

#[test]
fn nothing_screams() {
    // the share above 5 kHz, where a sound tires the ear
    for (sound, buffer) in all() {
        let bright = buffer.clone().through(|| fundsp::prelude32::highpass_hz(5000.0, 0.7));
        let share = level(bright.rms()) - level(buffer.rms());
        assert!(share < -8.0, "{sound:?}: {share} dB of it above 5 kHz");
    }
}

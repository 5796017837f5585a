//! Played into nothing: miniaudio's null device, which takes samples at the pace of a real one.

use kira::sound::PlaybackState;
use maudio::backend::Backend as System;

use super::output::Output;
use super::{Mix, Player, Worker};
use crate::game::sound::score::{Cue, Lasting};
use crate::game::sound::synth::Sound;

fn cue(sound: Sound) -> Cue {
    Cue { sound, level: -10.0, place: 0.0, after: 0.0, caption: String::new() }
}

fn room() -> Mix {
    Mix { lasts: vec![Lasting(Sound::Tube, -20.0)], volume: 70, ..Mix::default() }
}

#[test]
fn a_room_plays_changes_and_rests() {
    let mut worker = Worker::new(Output::new(vec![System::Null]));
    assert!(!worker.output.runs(), "nothing is opened before it is needed");
    worker.change(room());
    assert!(worker.output.runs());
    assert_eq!(worker.output.states(), [(Sound::Tube, PlaybackState::Playing)]);
    assert_eq!(worker.due(), None, "it plays on without the thread");
    worker.begin(vec![cue(Sound::Choose)]);
    worker.follow_the_clock();
    assert_eq!(worker.later.len(), 0);
    worker.change(Mix { volume: 70, ..Mix::default() });
    assert_eq!(worker.output.states(), []);
    assert!(worker.due().is_some(), "the device runs until the fade is over");
    worker.awake_until = Some(std::time::Instant::now());
    worker.follow_the_clock();
    assert!(!worker.output.runs());
    assert_eq!(worker.due(), None, "and then nothing wakes the thread");
    worker.change(room());
    assert!(worker.output.runs(), "it can begin anew");
}

#[test]
fn silence_opens_nothing() {
    let mut worker = Worker::new(Output::new(vec![System::Null]));
    worker.change(Mix { volume: 0, ..room() });
    worker.begin(vec![cue(Sound::Choose)]);
    worker.follow_the_clock();
    assert!(!worker.output.runs());
    assert_eq!(worker.due(), None);
}

#[test]
fn without_a_device_there_is_silence_and_no_haste() {
    let mut worker = Worker::new(Output::new(Vec::new()));
    worker.change(room());
    worker.begin(vec![cue(Sound::Choose)]);
    worker.follow_the_clock();
    assert!(!worker.output.runs() && worker.failed.is_some());
    assert_eq!(worker.due(), None);
}

#[test]
fn a_player_takes_orders_and_ends() {
    let mut player = Player::new(vec![System::Null]);
    player.play(room(), vec![cue(Sound::Open)]);
    player.play(room(), Vec::new());
    player.play(Mix::default(), Vec::new());
}

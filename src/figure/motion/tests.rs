//! A person moves as people do: in order, unevenly, within bounds, and the same way for the same seed.

use proptest::prelude::*;

use super::*;
use crate::model::cue::{Cues, Habits, Moment, WordPace};
use crate::model::{Emotion, State};

const FRAME: f32 = 1.0 / 240.0;

fn rest() -> Posture {
    Posture { yaw: -17.0, pitch: 2.0, roll: -2.0, body_yaw: -8.0, gaze_x: 0.1, ..Posture::default() }
}

fn state(arousal: f64) -> State {
    State { arousal, trust: 50.0, heard: 30.0, respect: 50.0, safety: 50.0, control: 50.0, readiness: 10.0 }
}

fn shown(emotion: Emotion, strength: u8, arousal: f64) -> Shown {
    let (state, habits) = (state(arousal), Habits::default());
    let feels = (emotion, strength);
    let moment = Moment { state: &state, feels, before: None, shut_down: false, intoxication: 0.0, habits: &habits };
    Cues::shipped().show(&moment)
}

/// The frames of so many seconds.
fn film(motion: &mut Motion, secs: f32) -> Vec<(ActionUnits, Posture)> {
    (0..(secs / FRAME).round() as usize).map(|_| motion.step(FRAME)).collect()
}

/// Seconds until a number first has gone so much of its way to where it is in the end.
fn secs_to(film: &[(ActionUnits, Posture)], share: f32, of: impl Fn(&(ActionUnits, Posture)) -> f32) -> f32 {
    let (first, last) = (of(&film[0]), of(film.last().expect("frames")));
    let way = |frame| (of(frame) - first) / (last - first);
    film.iter().position(|frame| way(frame) >= share).expect("it gets there") as f32 * FRAME
}

#[test]
fn brows_set_out_before_the_mouth_and_the_mouth_before_head_and_shoulders() {
    let mut motion = Motion::new(1, rest());
    motion.aim(&shown(Emotion::Shame, 3, 80.0));
    let film = film(&mut motion, 2.0);
    let order = [
        secs_to(&film, 0.05, |(_, posture)| posture.gaze_y),
        secs_to(&film, 0.05, |(units, _)| units.most(4)),
        secs_to(&film, 0.05, |(units, _)| units.most(15)),
        secs_to(&film, 0.05, |(_, posture)| posture.pitch),
        secs_to(&film, 0.05, |(_, posture)| posture.shrink),
    ];
    assert!(order.is_sorted_by(|a, b| a < b), "{order:?}");
    assert!(order.iter().zip([0.0, 0.07, 0.14, 0.2, 0.35]).all(|(secs, least)| *secs >= least), "{order:?}");
}

#[test]
fn an_angry_brow_is_there_in_a_third_of_a_second_and_gone_in_less_than_one() {
    let mut motion = Motion::new(2, rest());
    motion.aim(&shown(Emotion::Anger, 3, 85.0));
    let came = film(&mut motion, 1.4);
    let onset = secs_to(&came, 0.9, |(units, _)| units.most(4));
    assert!((0.25..=0.4).contains(&onset), "{onset}");
    motion.aim(&shown(Emotion::Joy, 3, 85.0));
    let went = film(&mut motion, 2.0);
    let offset = secs_to(&went, 0.9, |(units, _)| units.most(4));
    assert!((0.5..=0.9).contains(&offset), "{offset}");
}

#[test]
fn shame_comes_slower_than_anger() {
    let brow = |emotion| {
        let mut motion = Motion::new(2, rest());
        motion.aim(&shown(emotion, 3, 85.0));
        secs_to(&film(&mut motion, 1.8), 0.9, |(units, _)| units.most(4))
    };
    assert!(brow(Emotion::Shame) > 1.5 * brow(Emotion::Anger));
}

#[test]
fn a_surprise_comes_and_goes_within_nine_tenths_of_a_second() {
    let mut motion = Motion::new(3, rest());
    motion.aim(&shown(Emotion::Surprise, 3, 60.0));
    let film = film(&mut motion, 0.9);
    for unit in [1, 2, 5, 26] {
        let most = film.iter().map(|(units, _)| units.most(unit)).fold(0.0, f32::max);
        let left = film.last().expect("frames").0.most(unit);
        assert!(most > 0.55 && left < 0.13, "{unit}: {most} {left}");
    }
}

#[test]
fn the_stronger_side_leads_and_no_two_sides_are_alike() {
    for seed in 0..20 {
        let mut motion = Motion::new(seed, rest());
        motion.aim(&shown(Emotion::Joy, 3, 80.0));
        let film = film(&mut motion, 1.2);
        let (units, _) = film.last().expect("frames");
        let (right, left) = (units.at(12, Side::Right), units.at(12, Side::Left));
        let uneven = 1.0 - right.min(left) / right.max(left);
        assert!((0.04..=0.16).contains(&uneven), "{uneven}");
        let reaches = |side| secs_to(&film, 0.2, |(units, _)| units.at(12, side));
        let lead = if right > left {
            reaches(Side::Left) - reaches(Side::Right)
        } else {
            reaches(Side::Right) - reaches(Side::Left)
        };
        assert!((0.02..=0.07).contains(&lead), "{lead}");
    }
}

fn wearing(resting: &[(usize, f32, f32)], emotion: Emotion, strength: u8) -> (ActionUnits, ActionUnits) {
    let units = |resting: &[(usize, f32, f32)]| {
        let mut motion = Motion::new(3, rest());
        resting.iter().for_each(|(number, right, left)| motion.resting.set(*number, *right, *left));
        motion.aim(&shown(emotion, strength, 80.0));
        motion.settle();
        motion.step(0.0).0
    };
    (units(&[]), units(resting))
}

#[test]
fn a_face_at_rest_shows_until_something_is_felt() {
    let mut motion = Motion::of(3, cast::look("kyle").expect("a look"));
    let first = motion.step(0.0).0;
    assert!(first.at(12, Side::Right) > 0.3 && first.at(12, Side::Left) < 0.2 && first.most(43) > 0.2);
    motion.settle();
    let still = motion.step(0.0).0;
    for (unit, side, wanted) in [(12, Side::Right, 0.35), (12, Side::Left, 0.1), (2, Side::Left, 0.0)] {
        assert!((still.at(unit, side) - wanted).abs() < 1e-6, "{unit}");
    }
}

#[test]
fn a_feeling_plays_over_the_face_at_rest_and_a_strong_one_hides_it() {
    let smile = [(12, 0.4, 0.4), (1, 0.8, 0.8)];
    let (plain, weak) = wearing(&smile, Emotion::Sadness, 1);
    assert!(weak.most(12) > 0.15 && plain.most(12) == 0.0);
    assert!(weak.most(1) > plain.most(1).max(0.6) && weak.most(1) <= 1.0);
    let (plain, strong) = wearing(&smile, Emotion::Sadness, 3);
    assert_eq!(strong, plain);
}

#[test]
fn contempt_lifts_the_corner_that_we_see_whichever_way_they_face() {
    let corner = |yaw, side| {
        let mut motion = Motion::new(4, Posture { yaw, ..rest() });
        motion.aim(&shown(Emotion::Contempt, 3, 60.0));
        motion.settle();
        motion.step(0.0).0.at(12, side)
    };
    assert!(corner(-17.0, Side::Left) > 0.5 && corner(-17.0, Side::Right) == 0.0);
    assert!(corner(17.0, Side::Right) > 0.5 && corner(17.0, Side::Left) == 0.0);
}

#[test]
fn somebody_who_faces_the_other_way_moves_in_the_mirror() {
    let still = |rest| {
        let mut motion = Motion::new(4, rest);
        motion.aim(&shown(Emotion::Fear, 3, 80.0));
        motion.settle();
        motion.step(0.0).1
    };
    let (left, right) = (still(rest()), still(Posture { yaw: 17.0, roll: 2.0, body_yaw: 8.0, gaze_x: -0.1, ..rest() }));
    assert_eq!(
        (left.yaw, left.roll, left.body_yaw, left.gaze_x),
        (-right.yaw, -right.roll, -right.body_yaw, -right.gaze_x)
    );
    assert_eq!((left.pitch, left.gaze_y), (right.pitch, right.gaze_y));
}

/// Blinks begun in a minute, and how many of them followed another within a third of a second.
fn blinks(emotion: Emotion, arousal: f64, minutes: usize) -> (f32, f32) {
    let mut motion = Motion::new(5, rest());
    motion.aim(&shown(emotion, 1, arousal));
    let lids: Vec<f32> = film(&mut motion, 60.0 * minutes as f32).iter().map(|(units, _)| units.most(45)).collect();
    let begun: Vec<usize> = (1..lids.len()).filter(|i| lids[i - 1] == 0.0 && lids[*i] > 0.0).collect();
    let double = begun.windows(2).filter(|pair| pair[1] - pair[0] < 84).count();
    (begun.len() as f32 / minutes as f32, double as f32 / begun.len() as f32)
}

#[test]
fn a_calm_person_blinks_less_than_a_stirred_one_and_sometimes_twice() {
    let ((calm, double), (stirred, _)) = (blinks(Emotion::Sadness, 20.0, 20), blinks(Emotion::Sadness, 90.0, 20));
    assert!((10.0..=24.0).contains(&calm) && (20.0..=50.0).contains(&stirred), "{calm} {stirred}");
    assert!((0.02..=0.16).contains(&double), "{double}");
}

#[test]
fn a_blink_takes_a_seventh_of_a_second_and_shuts_the_eye() {
    let mut motion = Motion::new(6, rest());
    let lids: Vec<f32> = film(&mut motion, 30.0).iter().map(|(units, _)| units.most(45)).collect();
    let begun = (1..lids.len()).find(|i| lids[i - 1] == 0.0 && lids[*i] > 0.0).expect("a blink");
    let length = lids[begun..].iter().position(|lid| *lid == 0.0).expect("it ends");
    assert!((0.115..=0.155).contains(&(length as f32 * FRAME)), "{length}");
    assert!(lids[begun..begun + length].contains(&1.0));
}

#[test]
fn a_large_jump_of_the_eyes_takes_a_blink_along() {
    let mut motion = Motion::new(7, rest());
    motion.aim(&shown(Emotion::Anger, 3, 85.0));
    film(&mut motion, 1.0);
    motion.aim(&shown(Emotion::Shame, 3, 40.0));
    assert!(film(&mut motion, 0.1).iter().any(|(units, _)| units.most(45) == 1.0));
}

/// Jumps of the eyes in a minute.
fn jumps(emotion: Emotion) -> usize {
    let mut motion = Motion::new(8, rest());
    motion.aim(&shown(emotion, 3, 85.0));
    let at: Vec<f32> = film(&mut motion, 60.0).iter().map(|(_, posture)| posture.gaze_x).collect();
    let moves: Vec<bool> = at.windows(2).map(|pair| (pair[1] - pair[0]).abs() > 0.002).collect();
    moves.windows(2).filter(|pair| !pair[0] && pair[1]).count()
}

#[test]
fn frightened_eyes_jump_about_and_angry_ones_stare() {
    let (afraid, angry) = (jumps(Emotion::Fear), jumps(Emotion::Anger));
    assert!(afraid > 80 && angry < 25, "{afraid} {angry}");
}

#[test]
fn breath_is_faster_and_deeper_in_a_stirred_person() {
    let breath = |arousal| {
        let mut motion = Motion::new(9, rest());
        motion.aim(&shown(Emotion::Sadness, 1, arousal));
        let chest: Vec<f32> = film(&mut motion, 66.0)[1440..].iter().map(|(_, posture)| posture.breath).collect();
        let breaths = chest.windows(2).filter(|pair| pair[0] < 0.0 && pair[1] >= 0.0).count();
        (breaths, chest.iter().copied().fold(0.0, f32::max))
    };
    let ((calm, shallow), (stirred, deep)) = (breath(20.0), breath(90.0));
    assert!((12..=14).contains(&calm) && (24..=28).contains(&stirred), "{calm} {stirred}");
    assert!(deep > 2.0 * shallow);
}

#[test]
fn relief_breathes_out_long_and_then_goes_on_breathing() {
    let mut motion = Motion::new(10, rest());
    motion.aim(&shown(Emotion::Relief, 3, 30.0));
    let chest: Vec<f32> = film(&mut motion, 12.0).iter().map(|(_, posture)| posture.breath).collect();
    let top = (0.45 / FRAME) as usize;
    assert!(chest[top..top + 590].is_sorted_by(|a, b| a >= b), "it goes out for two and a half seconds");
    assert!(chest.iter().copied().fold(0.0, f32::min) < -1.4);
    assert!(chest[1800..].iter().all(|chest| chest.abs() < 0.6));
}

#[test]
fn a_hold_stills_everything_but_breath() {
    let mut motion = Motion::new(11, rest());
    motion.aim(&shown(Emotion::Fear, 3, 80.0));
    film(&mut motion, 0.12);
    motion.hold(0.4);
    film(&mut motion, 0.2);
    let film = film(&mut motion, 0.15);
    let first = &film[0];
    for (units, posture) in &film {
        assert_eq!(units, &first.0);
        assert_eq!((posture.yaw, posture.gaze_x, &posture.arms), (first.1.yaw, first.1.gaze_x, &first.1.arms));
    }
    assert_ne!(film.last().expect("frames").1.breath, first.1.breath);
}

#[test]
fn words_wait_until_a_hold_is_over() {
    let mut motion = Motion::new(12, rest());
    motion.hold(0.5);
    motion.speak(1.0);
    assert!(film(&mut motion, 0.45).iter().all(|(units, _)| units.most(25) == 0.0));
    assert!(film(&mut motion, 0.6).iter().any(|(units, _)| units.most(25) > 0.15));
}

#[test]
fn the_mouth_moves_while_words_come_and_closes_after_them() {
    let mut motion = Motion::new(13, rest());
    motion.speak(4.0);
    let words: Vec<f32> = film(&mut motion, 4.01).iter().map(|(units, _)| units.most(25)).collect();
    let peaks: Vec<f32> = words.windows(3).filter(|w| w[0] < w[1] && w[1] >= w[2]).map(|w| w[1]).collect();
    assert!(peaks.len() >= 8, "{peaks:?}");
    assert!(peaks.windows(2).filter(|pair| (pair[0] - pair[1]).abs() > 0.03).count() > peaks.len() / 2, "{peaks:?}");
    assert!(film(&mut motion, 0.5).last().expect("frames").0.most(25) < 0.01);
}

/// The frames while a line is said, and the seconds it takes.
fn said(line: &str, arousal: f64) -> (Vec<(ActionUnits, Posture)>, WordPace) {
    let (state, habits) = (state(arousal), Habits::default());
    let feels = (Emotion::Sadness, 1);
    let moment = Moment { state: &state, feels, before: None, shut_down: false, intoxication: 0.0, habits: &habits };
    let pace = Cues::shipped().pace(&moment);
    let mut motion = Motion::new(13, rest());
    motion.say(line, &pace);
    (film(&mut motion, pace.secs(line) + 0.3), pace)
}

#[test]
fn the_mouth_closes_at_marks_and_moves_on_with_the_next_word() {
    let (film, pace) = said("They came at night. They never asked", 20.0);
    let lips = |secs: f32| film[(secs / FRAME) as usize].0.most(25);
    let stop = pace.secs("They came at night.");
    assert!(lips(stop + pace.stop_secs - 0.02) < 0.02);
    let before = film[..(stop / FRAME) as usize].iter().map(|(units, _)| units.most(25)).fold(0.0, f32::max);
    let after = film[((stop + pace.stop_secs) / FRAME) as usize..].iter().map(|(u, _)| u.most(25)).fold(0.0, f32::max);
    assert!(before > 0.2 && after > 0.2, "{before} {after}");
    assert!(film.last().expect("frames").0.most(25) < 0.02);
}

#[test]
fn the_head_nods_at_a_stressed_word_and_lifts_at_a_question() {
    let pitch = |line: &str| {
        let (with, _) = said(line, 20.0);
        let mut quiet = Motion::new(13, rest());
        let without = film(&mut quiet, with.len() as f32 * FRAME);
        let by: Vec<f32> = with.iter().zip(&without).map(|(a, b)| a.1.pitch - b.1.pitch).collect();
        (by.iter().copied().fold(0.0, f32::min), by.iter().copied().fold(0.0, f32::max))
    };
    let ((_, plain), (_, stressed), (lifted, _)) = (pitch("it is in it"), pitch("it is enough!"), pitch("is it so?"));
    assert!(plain < 0.1 && stressed > 1.0 && lifted < -0.5, "{plain} {stressed} {lifted}");
}

#[test]
fn somebody_ashamed_turns_the_body_away() {
    let mut motion = Motion::new(14, rest());
    motion.aim(&shown(Emotion::Shame, 3, 40.0));
    motion.settle();
    // at rest the body faces the viewer's left; away is farther left
    assert!(motion.step(0.0).1.body_yaw < rest().body_yaw - 4.0);
}

#[test]
fn hands_go_up_fast_and_arms_close_slowly() {
    let secs = |pose: &str| {
        let mut motion = Motion::new(15, rest());
        let mut shown = shown(Emotion::Fear, 3, 60.0);
        shown.looks.iter_mut().for_each(|(_, look)| pose.clone_into(&mut look.arms));
        motion.aim(&shown);
        let film = film(&mut motion, 2.0);
        film.iter().filter(|(_, posture)| posture.arms.share > 0.0).count() as f32 * FRAME
    };
    assert!((secs("hands_up") - 0.3).abs() < 0.02 && (secs("hug") - 0.9).abs() < 0.02);
    assert!((0.44..=0.71).contains(&secs("folded")));
}

#[test]
fn arms_that_are_called_back_turn_around_without_a_jump() {
    let mut motion = Motion::new(16, rest());
    let mut folded = shown(Emotion::Anger, 1, 30.0);
    folded.looks.iter_mut().for_each(|(_, look)| "folded".clone_into(&mut look.arms));
    motion.aim(&folded);
    let mut frames = film(&mut motion, 0.4);
    motion.aim(&shown(Emotion::Anger, 1, 30.0));
    // how far the arms are folded
    let folded = |(_, posture): &(ActionUnits, Posture)| match (posture.arms.from.as_str(), posture.arms.to.as_str()) {
        ("hanging", "folded") => posture.arms.share,
        ("folded", "hanging") => 1.0 - posture.arms.share,
        ("folded", "folded") => 1.0,
        _ => 0.0,
    };
    frames.extend(film(&mut motion, 2.0));
    let shares: Vec<f32> = frames.iter().map(folded).collect();
    assert!(shares.windows(2).all(|pair| (pair[0] - pair[1]).abs() < 0.02));
    assert_eq!(shares.last(), Some(&0.0));
}

#[test]
fn a_settled_person_is_a_still_of_what_they_feel() {
    let mut motion = Motion::new(17, rest());
    motion.aim(&shown(Emotion::Embarrassment, 3, 60.0));
    assert!(!motion.is_resting());
    motion.settle();
    motion.speak(2.0);
    motion.hold(0.3);
    let first = motion.step(FRAME);
    assert!(motion.is_resting() && first.0.most(24) > 0.5 && first.1.arms.to == "face" && first.1.blush > 0.8);
    assert!(film(&mut motion, 5.0).iter().all(|frame| *frame == first));
    assert_eq!((first.0.most(45), first.1.breath), (0.0, 0.0));
}

#[test]
fn the_still_of_relief_has_breathed_out() {
    let mut motion = Motion::new(18, rest());
    motion.aim(&shown(Emotion::Relief, 3, 30.0));
    motion.settle();
    let (units, posture) = motion.step(0.0);
    assert!(posture.breath == -1.5 && units.most(43) > 0.9 && posture.arms.to == "chest");
}

#[test]
fn a_settled_person_wakes_with_the_next_look() {
    let mut motion = Motion::new(19, rest());
    motion.aim(&shown(Emotion::Shame, 3, 30.0));
    motion.settle();
    let before = motion.step(0.0).1;
    motion.aim(&shown(Emotion::Joy, 3, 30.0));
    assert!(!motion.is_resting());
    let film = film(&mut motion, 3.0);
    assert!((film[0].1.pitch - before.pitch).abs() < 1.5, "without a jump");
    assert!(film.last().expect("frames").0.most(12) > 0.4);
}

#[test]
fn a_step_that_is_no_number_does_nothing() {
    let mut motion = Motion::new(20, rest());
    let before = motion.step(0.0);
    assert_eq!(motion.step(f32::NAN), before);
    assert_eq!(motion.step(-1.0), before);
    motion.hold(f32::NAN);
    motion.speak(f32::NAN);
    assert_ne!(motion.step(0.5), before);
}

/// What is done to a person between two steps.
#[derive(Clone, Debug)]
enum Act {
    Aim(Emotion, u8, f64),
    Speak(f32),
    Say(&'static str),
    Hold(f32),
    Nothing,
}

fn any_act() -> impl Strategy<Value = Act> {
    let feeling = || (prop::sample::select(&Emotion::ALL[..]), 1..=3u8, 0.0..=100.0f64);
    prop_oneof![
        feeling().prop_map(|(e, s, a)| Act::Aim(e, s, a)),
        (0.0..3.0f32).prop_map(Act::Speak),
        prop::sample::select(&["", "No!", "I told you, twice… why are YOU here?"][..]).prop_map(Act::Say),
        (0.0..0.6f32).prop_map(Act::Hold),
        Just(Act::Nothing),
        Just(Act::Nothing),
    ]
}

fn carry_out(motion: &mut Motion, act: &Act) {
    match act {
        Act::Aim(emotion, strength, arousal) => motion.aim(&shown(*emotion, *strength, *arousal)),
        Act::Speak(secs) => motion.speak(*secs),
        Act::Say(words) => motion.say(words, &Cues::shipped().file().speech.stirred),
        Act::Hold(secs) => motion.hold(*secs),
        Act::Nothing => {}
    }
}

fn any_course() -> impl Strategy<Value = Vec<(Act, f32)>> {
    prop::collection::vec((any_act(), 0.0..=0.5f32), 1..30)
}

/// A few numbers that stand for a frame.
fn numbers((units, posture): &(ActionUnits, Posture)) -> Vec<f32> {
    let units = (1..=ActionUnits::LAST).flat_map(|n| [units.at(n, Side::Right), units.at(n, Side::Left)]);
    let p = posture;
    let head = [p.yaw / 30.0, p.pitch / 22.0, p.roll / 10.0, p.body_yaw / 30.0, p.gaze_x, p.gaze_y];
    units.chain(head).chain([p.shoulders, p.shrink, p.breath, p.pupil, p.blush, p.lean / 6.0, p.arms.share]).collect()
}

#[test]
fn loose_hair_comes_after_a_turn_and_hangs_in_a_still() {
    let mut motion = Motion::new(1, rest());
    let mut away = shown(Emotion::Fear, 3, 85.0);
    away.still.stance.body_toward = -20.0;
    away.looks = vec![(0.0, away.still.clone())];
    motion.aim(&away);
    let swings: Vec<f32> = (0..120).map(|_| motion.step(1.0 / 30.0).1.swing).collect();
    assert!(swings.iter().any(|swing| swing.abs() > 1.0) && swings[110..].iter().all(|swing| swing.abs() < 0.2));
    motion.aim(&away);
    motion.settle();
    assert!(motion.step(0.0).1.swing.abs() < 1e-6);
}

#[test]
fn who_sits_goes_on_sitting() {
    let surface = Some(crate::cast::poses::Surface::Lap);
    let mut motion = Motion::new(1, Posture { surface, ..rest() });
    motion.aim(&shown(Emotion::Anger, 3, 80.0));
    assert_eq!(motion.step(0.3).1.surface, surface);
}

proptest! {
    #[test]
    fn everything_stays_within_what_can_be_drawn(seed: u64, course in any_course(), yaw in -20.0..20.0f32) {
        let mut motion = Motion::new(seed, Posture { yaw, ..rest() });
        for (act, secs) in &course {
            carry_out(&mut motion, act);
            let (units, p) = motion.step(*secs);
            for n in 1..=ActionUnits::LAST {
                prop_assert!((0.0..=1.0).contains(&units.at(n, Side::Right)) && (0.0..=1.0).contains(&units.at(n, Side::Left)));
            }
            let furthest = if p.yaw * p.body_yaw > 0.0 { 30.0 + 2.0 * p.body_yaw.abs().min(20.0) } else { 30.0 };
            prop_assert!(p.yaw.abs() <= furthest + 1e-3 && p.body_yaw.abs() <= 35.0);
            prop_assert!((-16.0..=22.0).contains(&p.pitch) && p.roll.abs() <= 10.0);
            prop_assert!(p.gaze_x.abs() <= 1.0 && p.gaze_y.abs() <= 1.0 && p.shoulders.abs() <= 1.0);
            prop_assert!((0.0..=1.0).contains(&p.shrink) && (-1.5..=1.0).contains(&p.breath));
            prop_assert!((0.0..=1.0).contains(&p.arms.share) && (0.0..=1.0).contains(&motion.nearness()));
        }
    }

    #[test]
    fn the_same_seed_and_steps_give_the_same_motion(seed: u64, course in any_course()) {
        let (mut one, mut other) = (Motion::new(seed, rest()), Motion::new(seed, rest()));
        for (act, secs) in &course {
            carry_out(&mut one, act);
            carry_out(&mut other, act);
            prop_assert_eq!(one.step(*secs), other.step(*secs));
        }
    }

    #[test]
    fn halving_the_steps_changes_little(seed: u64, course in any_course()) {
        let (mut whole, mut halves) = (Motion::new(seed, rest()), Motion::new(seed, rest()));
        for (act, secs) in &course {
            carry_out(&mut whole, act);
            carry_out(&mut halves, act);
            halves.step(secs / 2.0);
            let (one, other) = (numbers(&whole.step(*secs)), numbers(&halves.step(secs / 2.0)));
            for (a, b) in one.iter().zip(&other) {
                prop_assert!((a - b).abs() < 0.01, "{a} {b}");
            }
        }
    }

    #[test]
    fn no_number_jumps_but_eyes_and_lids(seed: u64, course in any_course()) {
        let mut motion = Motion::new(seed, rest());
        let mut before = motion.step(0.0);
        for (act, secs) in &course {
            carry_out(&mut motion, act);
            for _ in 0..(secs / FRAME) as usize {
                let after = motion.step(FRAME);
                for n in (1..=ActionUnits::LAST).filter(|n| *n != 45) {
                    prop_assert!((before.0.most(n) - after.0.most(n)).abs() < 0.09, "{n}");
                }
                prop_assert!((before.1.yaw - after.1.yaw).abs() < 0.6 && (before.1.pitch - after.1.pitch).abs() < 0.9);
                // a gasp out of the depth of a sigh is the fastest there is
                prop_assert!((before.1.breath - after.1.breath).abs() < 0.1);
                before = after;
            }
        }
    }

    #[test]
    fn with_reduced_motion_a_person_rests_at_once_and_stays(seed: u64, course in any_course()) {
        let mut motion = Motion::new(seed, rest());
        for (act, secs) in &course {
            carry_out(&mut motion, act);
            motion.settle();
            let first = motion.step(*secs);
            prop_assert!(motion.is_resting());
            prop_assert_eq!(&motion.step(*secs), &first);
        }
    }
}

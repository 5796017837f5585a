//! The recipes of faces are held to the table of visible cues (`vectors/cues.json`): which action units for which emotion.

use alongside::model::Emotion;
use alongside::model::cue::{Breath, Cues, EmotionCue, Manner, Shows, Stance};
use serde_json::{Map, Value};

fn table() -> Map<String, Value> {
    let text: Value = serde_json::from_str(include_str!("vectors/cues.json")).expect("the table is JSON");
    text["emotions"].as_object().expect("emotions").clone()
}

fn stages(cue: &EmotionCue) -> Vec<&Shows> {
    std::iter::once(&cue.shows).chain(cue.then.iter().map(|later| &later.shows)).collect()
}

/// Whether a recipe's stage does what the table's code says: `4`, `12A` (at most half), `5B` (at most two thirds), `R12`
/// (one-sided), `25|26` (either), or `face_touch`.
fn does(shows: &Shows, code: &str) -> bool {
    code.split('|').any(|code| match code {
        "face_touch" => shows.arms.is_some_and(|arms| arms.manner == Manner::Covering),
        "51" | "52" => shows.stance.face_toward < 0.0,
        "54" => shows.stance.chin_down > 0.0,
        "64" => shows.stance.eyes_down > 0.0,
        _ => unit_does(shows, code),
    })
}

fn unit_does(shows: &Shows, code: &str) -> bool {
    let number: u8 = code.trim_matches(char::is_alphabetic).parse().expect("a number");
    let [near, far] = shows.units.get(&number).map_or([0.0; 2], |amount| amount.sides());
    let most = near.max(far);
    match (code.chars().next(), code.chars().last()) {
        (Some('R' | 'L'), _) => most > 0.0 && near.min(far) == 0.0,
        (_, Some('A')) => most > 0.0 && most <= 0.5,
        (_, Some('B')) => most > 0.0 && most <= 0.67,
        _ => near > 0.0 && far > 0.0,
    }
}

fn codes(list: &Value) -> Vec<&str> {
    list.as_array().map_or(vec![], |list| list.iter().map(|code| code.as_str().expect("a code")).collect())
}

#[test]
fn every_emotion_of_the_table_has_its_action_units() {
    let table = table();
    assert_eq!(table.len(), Emotion::ALL.len());
    for emotion in Emotion::ALL {
        let cue = Cues::shipped().emotion(emotion);
        for code in codes(&table[emotion.id()]["aus"]) {
            assert!(stages(cue).iter().any(|shows| does(shows, code)), "{} lacks {code}", emotion.id());
        }
    }
}

/// Units beside the table's that our drawings need.
const BESIDES: [(Emotion, &[u8]); 8] = [
    // a smile that takes the whole face lets the jaw go
    (Emotion::Joy, &[26]),
    // lids sink with the head
    (Emotion::Sadness, &[43]),
    // a sad brow tells shame from boredom, a pressed mouth from sleep
    (Emotion::Shame, &[1, 4, 15, 17, 24, 43]),
    // a beard hides the mouth, so the brows say it too
    (Emotion::Contempt, &[2, 4, 7, 10, 43]),
    // a wrinkled nose pulls brows, cheeks and lower lids along; a lip that is drawn far up leaves the other
    (Emotion::Disgust, &[4, 6, 7, 25]),
    // a jaw that drops parts the lips
    (Emotion::Surprise, &[25]),
    // a smile held back moves cheeks and brows
    (Emotion::Embarrassment, &[1, 2, 6, 43]),
    // brows that let go, and lips that let a breath out
    (Emotion::Relief, &[1, 2, 18]),
];

#[test]
fn no_emotion_has_action_units_that_nobody_vouches_for() {
    let table = table();
    for emotion in Emotion::ALL {
        let entry = &table[emotion.id()];
        let mut vouched: Vec<u8> = [&entry["aus"], &entry["alt"]].into_iter().flat_map(numbers).collect();
        vouched.extend(entry["sequence"].as_array().into_iter().flatten().flat_map(numbers));
        vouched.extend(BESIDES.iter().filter(|(besides, _)| *besides == emotion).flat_map(|(_, units)| *units));
        for number in stages(Cues::shipped().emotion(emotion)).iter().flat_map(|shows| shows.units.keys()) {
            assert!(vouched.contains(number), "{} has {number}", emotion.id());
        }
    }
}

fn numbers(list: &Value) -> Vec<u8> {
    let digits = |code: &str| code.trim_matches(char::is_alphabetic).parse().ok();
    codes(list).iter().flat_map(|code| code.split('|')).filter_map(digits).collect()
}

#[test]
fn embarrassment_goes_through_the_stages_of_the_table_in_order() {
    let (table, cue) = (table(), Cues::shipped().emotion(Emotion::Embarrassment));
    let sequence = table["embarrassment"]["sequence"].as_array().expect("a sequence");
    assert_eq!(stages(cue).len(), sequence.len());
    for (shows, step) in stages(cue).iter().zip(sequence) {
        assert!(codes(step).iter().all(|code| does(shows, code)), "{step}");
    }
    let secs = cue.then.last().map_or(0.0, |later| later.after_secs) + cue.timing.onset + cue.timing.apex;
    let wanted = table["embarrassment"]["ms"].as_f64().expect("a duration") / 1000.0;
    assert!((f64::from(secs) - wanted).abs() < 0.01, "{secs}");
}

#[test]
fn surprise_keeps_to_the_time_of_the_table_and_leaves_nothing() {
    let timing = Cues::shipped().emotion(Emotion::Surprise).timing;
    let most = table()["surprise"]["max_ms"].as_f64().expect("a duration") / 1000.0;
    assert!(f64::from(timing.onset + timing.apex + timing.offset) <= most);
    assert_eq!(timing.held, 0.0);
}

#[test]
fn bodies_do_what_the_table_says() {
    let of = |emotion| -> (&Shows, Stance) {
        let shows = &Cues::shipped().emotion(emotion).shows;
        (shows, shows.stance)
    };
    let ((shame, shrinks), (relief, drops)) = (of(Emotion::Shame), of(Emotion::Relief));
    assert!(shrinks.shrink > 0.5 && !shame.units.contains_key(&12));
    assert!(drops.shoulders < 0.0 && relief.breath == Some(Breath::Sigh));
}

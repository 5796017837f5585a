//! What people in a few states show, and what must hold for all of them.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::model::Variable;

static USUAL: LazyLock<Habits> = LazyLock::new(Habits::default);

/// A calm, neither trusting nor distrusting person; tests change what matters to them.
const EVEN: State =
    State { arousal: 30.0, trust: 50.0, heard: 30.0, respect: 50.0, safety: 50.0, control: 50.0, readiness: 10.0 };

fn with(state: State, changes: &[(Variable, f64)]) -> State {
    let mut state = state;
    changes.iter().for_each(|(variable, value)| *state.get_mut(*variable) = *value);
    state
}

fn moment(state: &State, feels: Feeling) -> Moment<'_> {
    Moment { state, feels, before: None, shut_down: false, intoxication: 0.0, habits: &USUAL }
}

fn show(state: &State, feels: Feeling) -> Shown {
    Cues::shipped().show(&moment(state, feels))
}

/// The look some seconds in.
fn at(shown: &Shown, secs: f32) -> &Look {
    &shown.looks.iter().rev().find(|(begins, _)| *begins <= secs).expect("the first begins at 0").1
}

/// A look in one line, rounded to hundredths.
fn line(look: &Look) -> String {
    let units = look.units.iter().filter(|u| u.near.max(u.far) >= 0.05).map(|u| {
        let same = (u.near - u.far).abs() < 0.005;
        if same { format!("{} {:.2}", u.number, u.near) } else { format!("{} {:.2}/{:.2}", u.number, u.near, u.far) }
    });
    let s = &look.stance;
    let toward = format!("face {:+.0} body {:+.0} chin {:+.0}", s.face_toward, s.body_toward, s.chin_down);
    let rest =
        format!("eyes {:+.2} {:+.2} shoulders {:+.2} shrink {:.2}", s.eyes_toward, s.eyes_down, s.shoulders, s.shrink);
    let breath = format!("{:.0}/min {:.2}", look.breaths_per_minute, look.breath_depth);
    format!(
        "AU {}; {toward} {rest}; {}; breath {breath}; near {:.2}",
        units.collect::<Vec<_>>().join(", "),
        look.arms,
        look.nearness
    )
}

#[test]
fn a_few_people_show_what_they_feel() {
    use Emotion::{Anger, Fear, Shame};
    use Variable::{Arousal, Control, Heard, Respect, Safety, Trust};
    let stirred =
        with(EVEN, &[(Arousal, 78.0), (Trust, 20.0), (Heard, 15.0), (Respect, 30.0), (Safety, 40.0), (Control, 40.0)]);
    let calmer = with(stirred, &[(Arousal, 50.0), (Heard, 40.0), (Respect, 40.0)]);
    let heard = with(stirred, &[(Arousal, 45.0), (Heard, 65.0), (Trust, 45.0), (Respect, 50.0), (Safety, 50.0)]);
    let ashamed = with(EVEN, &[(Trust, 40.0)]);
    let afraid = with(EVEN, &[(Arousal, 85.0), (Trust, 20.0), (Safety, 20.0)]);
    let shut = with(stirred, &[(Arousal, 60.0), (Control, 10.0), (Heard, 4.0)]);
    let mut table = String::new();
    for (words, state, feels, shut_down) in [
        ("anger 2, arousal 78, trust 20", stirred, (Anger, 2), false),
        ("anger 2, arousal 50, trust 20", calmer, (Anger, 2), false),
        ("anger 2, arousal 45, heard 65, trust 45", heard, (Anger, 2), false),
        ("shame 2", ashamed, (Shame, 2), false),
        ("fear 3, arousal 85, safety 20", afraid, (Fear, 3), false),
        ("anger 2, arousal 60, shut down", shut, (Anger, 2), true),
    ] {
        let still = Cues::shipped().show(&Moment { shut_down, ..moment(&state, feels) }).still;
        table += &format!("{words}: {}\n", line(&still));
    }
    insta::assert_snapshot!(table, @"
    anger 2, arousal 78, trust 20: AU 1 0.25, 4 0.90, 5 0.49, 7 0.82, 14 0.00/0.17, 23 0.54, 24 0.68, 38 0.69; face +6 body +1 chin +2 eyes +0.26 +0.00 shoulders +0.87 shrink 0.00; folded; breath 24/min 0.44; near 0.59
    anger 2, arousal 50, trust 20: AU 1 0.25, 4 0.71, 5 0.31, 7 0.63, 14 0.00/0.17, 23 0.34, 24 0.46, 38 0.56; face +2 body -3 chin +2 eyes +0.17 +0.00 shoulders +0.42 shrink 0.00; folded; breath 19/min 0.30; near 0.38
    anger 2, arousal 45, heard 65, trust 45: AU 4 0.46, 5 0.25, 7 0.39, 23 0.24, 24 0.21, 38 0.54; face +4 body +2 chin +2 eyes +0.08 +0.00 shoulders +0.05 shrink 0.00; hanging; breath 18/min 0.28; near 0.57
    shame 2: AU 1 0.45, 4 0.28, 15 0.31, 17 0.28, 24 0.28, 43 0.25; face -13 body -10 chin +15 eyes -0.33 +0.70 shoulders +0.31 shrink 0.70; hug; breath 15/min 0.20; near 0.41
    fear 3, arousal 85, safety 20: AU 1 0.95, 2 0.70, 4 0.75, 5 1.00, 20 1.00, 25 0.75, 26 0.20; face -10 body -20 chin -3 eyes +0.38 +0.12 shoulders +1.00 shrink 0.55; hands_up; breath 25/min 0.47; near 0.00
    anger 2, arousal 60, shut down: AU 1 0.25, 4 0.64, 5 0.23, 7 0.56, 14 0.00/0.17, 23 0.26, 24 0.45, 38 0.33, 43 0.12; face -28 body -20 chin +6 eyes -0.04 +0.45 shoulders +0.45 shrink 0.20; folded; breath 20/min 0.35; near 0.18
    ");
}

#[test]
fn a_stronger_feeling_shows_more() {
    for emotion in Emotion::ALL {
        let amount = |strength| -> f32 {
            let still = show(&EVEN, (emotion, strength)).still;
            still.units.iter().map(|unit| unit.near + unit.far).sum()
        };
        assert!(amount(1) < amount(2) && amount(2) < amount(3), "{}", emotion.id());
    }
}

#[test]
fn an_angry_person_comes_closer_as_arousal_rises_and_a_frightened_one_backs_off() {
    let nearness = |emotion, arousal| show(&with(EVEN, &[(Variable::Arousal, arousal)]), (emotion, 2)).still.nearness;
    assert!(nearness(Emotion::Anger, 90.0) > nearness(Emotion::Anger, 40.0) + 0.2);
    assert!(nearness(Emotion::Fear, 90.0) < nearness(Emotion::Fear, 40.0) - 0.2);
}

#[test]
fn breath_and_blinks_follow_arousal() {
    let at = |arousal| show(&with(EVEN, &[(Variable::Arousal, arousal)]), (Emotion::Sadness, 1)).still;
    let (calm, stirred) = (at(20.0), at(90.0));
    assert!((12.0..=14.0).contains(&calm.breaths_per_minute) && (24.0..=28.0).contains(&stirred.breaths_per_minute));
    assert!(calm.breath_depth < stirred.breath_depth && calm.blink_secs.0 > stirred.blink_secs.0);
}

#[test]
fn trust_and_being_heard_soften_an_angry_brow_without_hiding_it() {
    let brow = |trust, heard| {
        show(&with(EVEN, &[(Variable::Trust, trust), (Variable::Heard, heard)]), (Emotion::Anger, 2)).still.unit(4)[0]
    };
    assert!(brow(60.0, 65.0) < 0.8 * brow(40.0, 20.0) && brow(60.0, 65.0) > 0.2);
}

#[test]
fn a_surprise_is_over_within_a_second_and_does_not_come_back() {
    let cues = Cues::shipped();
    let shown = show(&EVEN, (Emotion::Surprise, 3));
    let timing = cues.emotion(Emotion::Surprise).timing;
    assert!(at(&shown, 0.0).unit(26)[0] > 0.7 && at(&shown, 0.0).breath == Some(Breath::Gasp));
    assert!(at(&shown, 0.9 - timing.offset).units.is_empty());
    let again =
        cues.show(&Moment { before: Some((&EVEN, (Emotion::Surprise, 3))), ..moment(&EVEN, (Emotion::Surprise, 3)) });
    assert!(again.looks.iter().all(|(_, look)| look.units.is_empty() && look.breath.is_none()));
}

#[test]
fn a_feeling_that_goes_on_is_held_and_not_acted_out_again() {
    let feels = (Emotion::Anger, 2);
    let fresh = show(&EVEN, feels);
    let held = Cues::shipped().show(&Moment { before: Some((&EVEN, feels)), ..moment(&EVEN, feels) });
    assert_eq!(held.looks.len(), 1);
    assert_eq!(held.looks[0].1.units, fresh.looks.last().expect("looks").1.units);
    assert!(held.still.unit(4)[0] < fresh.still.unit(4)[0]);
}

#[test]
fn being_heard_shows_for_a_moment_as_a_breath_and_a_turn_of_the_head() {
    let (before, now) = (with(EVEN, &[(Variable::Heard, 30.0)]), with(EVEN, &[(Variable::Heard, 41.0)]));
    let feels = (Emotion::Anger, 2);
    let shown = Cues::shipped().show(&Moment { before: Some((&before, feels)), ..moment(&now, feels) });
    let (first, last) = (at(&shown, 0.0), at(&shown, 9.0));
    assert_eq!((first.breath, last.breath), (Some(Breath::Sigh), None));
    assert!(first.stance.face_toward > last.stance.face_toward + 2.0);
    assert!(shown.seen.iter().any(|seen| seen.id == "breathes_out"));
}

#[test]
fn embarrassment_lowers_the_eyes_before_it_smiles_and_hides_the_smile_before_the_face() {
    let shown = show(&EVEN, (Emotion::Embarrassment, 3));
    let first = |holds: fn(&Look) -> bool| shown.looks.iter().find(|(_, look)| holds(look)).expect("it comes").0;
    let order = [
        first(|look| look.stance.eyes_down > 0.5),
        first(|look| look.unit(12)[0] > 0.1),
        first(|look| look.unit(24)[0] > 0.1),
        first(|look| look.stance.chin_down > 5.0),
        first(|look| look.arms == "face"),
    ];
    assert!(order.is_sorted_by(|a, b| a < b), "{order:?}");
}

#[test]
fn somebody_who_shut_down_turns_away_and_says_less_with_the_face() {
    let feels = (Emotion::Anger, 3);
    let (open, shut) =
        (show(&EVEN, feels).still, Cues::shipped().show(&Moment { shut_down: true, ..moment(&EVEN, feels) }).still);
    assert!(shut.unit(4)[0] < 0.7 * open.unit(4)[0]);
    assert!(shut.stance.body_toward < -5.0 && shut.stance.eyes_down > 0.3 && shut.arms == "folded");
}

#[test]
fn a_persons_habits_choose_the_pose() {
    let arms = [(Manner::Rest, "glass".to_owned()), (Manner::Threatening, "pointing".to_owned())].into();
    let habits = Habits { arms, ..Habits::default() };
    let arms = |state: &State, strength| {
        Cues::shipped().show(&Moment { habits: &habits, ..moment(state, (Emotion::Anger, strength)) }).still.arms
    };
    assert_eq!(habits.check(), Ok(()));
    assert_eq!(arms(&EVEN, 1), "glass");
    assert_eq!(arms(&with(EVEN, &[(Variable::Arousal, 88.0)]), 3), "pointing");
}

/// What somebody with such faces shows.
fn shows_as(faces: &Faces, feels: Feeling) -> Shown {
    let habits = Habits { faces: faces.clone(), ..Habits::default() };
    Cues::shipped().show(&Moment { habits: &habits, ..moment(&EVEN, feels) })
}

fn own(emotion: Emotion, strength: f32, units: &[(u8, Amount)]) -> Faces {
    let own = OwnWay { strength, units: units.iter().copied().collect() };
    Faces { emotions: [(emotion, own)].into(), ..Faces::default() }
}

#[test]
fn a_reserved_face_shows_less_and_a_lively_one_more_whatever_the_arms_do() {
    use Emotion::{Fear, Joy};
    let brow = |faces: &Faces, emotion| shows_as(faces, (emotion, 2)).still.unit(1)[0];
    let usual = brow(&Faces::default(), Fear);
    assert!(brow(&Faces { strength: 0.75, ..Faces::default() }, Fear) < 0.8 * usual);
    assert!(brow(&Faces { strength: 1.25, ..Faces::default() }, Fear) > 1.15 * usual);
    assert!(brow(&own(Fear, 0.8, &[]), Fear) < 0.85 * usual);
    assert_eq!(shows_as(&own(Fear, 0.8, &[]), (Joy, 2)), shows_as(&Faces::default(), (Joy, 2)));
}

#[test]
fn two_factors_together_keep_an_emotion_in_sight() {
    let both = Faces { strength: 0.75, ..own(Emotion::Anger, 0.75, &[]) };
    let one = Faces { strength: 0.75, ..Faces::default() };
    assert_eq!(shows_as(&both, (Emotion::Anger, 3)), shows_as(&one, (Emotion::Anger, 3)));
    let most = Faces { strength: 1.3, ..own(Emotion::Anger, 1.3, &[]) };
    assert_eq!(most.strength_of(Emotion::Anger), *Faces::SEEN.end());
}

#[test]
fn what_is_ones_own_joins_an_emotion_and_what_is_not_stays_away() {
    let faces = own(Emotion::Anger, 1.0, &[(1, Amount::Both(0.4)), (5, Amount::Both(-0.4))]);
    let (usual, own) = (show(&EVEN, (Emotion::Anger, 3)).still, shows_as(&faces, (Emotion::Anger, 3)).still);
    assert!(usual.unit(1)[0] == 0.0 && own.unit(1)[0] > 0.2);
    assert!(own.unit(5)[0] < 0.85 * usual.unit(5)[0] && own.unit(4) == usual.unit(4));
    let joy = (Emotion::Joy, 3);
    assert_eq!(shows_as(&faces, joy).still, show(&EVEN, joy).still);
}

#[test]
fn head_and_body_join_in_as_much_as_is_ones_way() {
    let chin = |body| shows_as(&Faces { body, ..Faces::default() }, (Emotion::Shame, 2)).still.stance.chin_down;
    assert!(chin(0.7) < 0.75 * chin(1.0) && chin(1.4) > 1.2 * chin(1.0));
}

#[test]
fn a_face_stays_as_long_as_is_ones_way_but_a_surprise_is_over_in_its_own_time() {
    let ends = |lasting, emotion| {
        let shown = shows_as(&Faces { lasting, ..Faces::default() }, (emotion, 3));
        shown.looks.last().map_or((0.0, 0.0), |(secs, look)| (*secs, look.offset_secs))
    };
    let (brief, long) = (ends(0.6, Emotion::Joy), ends(1.6, Emotion::Joy));
    assert!(brief.0 < 1.4 && long.0 > 2.5 && brief.1 < 0.6 * long.1, "{brief:?} {long:?}");
    assert_eq!(ends(1.6, Emotion::Surprise), ends(1.0, Emotion::Surprise));
}

#[test]
fn ways_that_would_hide_a_feeling_are_refused() {
    let refused = |faces: Faces| Habits { faces, ..Habits::default() }.check().err();
    let told = |text: &str| Some(text.to_owned());
    assert_eq!(
        refused(Faces { strength: 0.3, ..Faces::default() }),
        told("strength goes from 0.75 to 1.3, not to 0.3")
    );
    assert_eq!(refused(Faces { body: 2.0, ..Faces::default() }), told("body goes from 0.7 to 1.4, not to 2"));
    assert_eq!(refused(Faces { lasting: 0.1, ..Faces::default() }), told("lasting goes from 0.6 to 1.6, not to 0.1"));
    let smile = own(Emotion::Anger, 1.0, &[(12, Amount::Both(0.9))]);
    assert_eq!(refused(smile), told("anger: action unit 12 goes from -0.4 to 0.4, not to 0.9"));
    let unknown = own(Emotion::Fear, 1.0, &[(3, Amount::Both(0.1))]);
    assert_eq!(refused(unknown), told("fear: no face here has the action unit 3"));
    let many = own(Emotion::Joy, 1.0, &[1, 2, 4, 5].map(|number| (number, Amount::Both(0.1))));
    assert_eq!(refused(many), told("joy: at most 3 action units of one's own"));
    let ashamed = own(Emotion::Sadness, 1.0, &[(24, Amount::Both(0.4)), (1, Amount::Both(-0.4))]);
    assert_eq!(refused(ashamed), told("sadness: with these action units of one's own it would be taken for shame"));
}

#[test]
fn every_entry_has_words_a_source_and_a_status() {
    let file = Cues::shipped().file();
    let (s, speech, calm, stirred) = (&file.strengths, &file.speech, &file.calm, &file.stirred);
    let mut reasons = vec![[&s.words, &s.source, &s.status], [&speech.words, &speech.source, &speech.status]];
    reasons.extend([calm, stirred].map(|r| [&r.words, &r.source, &r.status]));
    reasons.extend(file.arms.values().map(|a| [&a.words, &a.source, &a.status]));
    reasons.extend(file.emotions.iter().map(|e| [&e.words, &e.source, &e.status]));
    reasons.extend(file.signs.iter().map(|s| [&s.words, &s.source, &s.status]));
    for [words, source, status] in reasons {
        assert!(!words.is_empty() && !source.is_empty() && status.starts_with(['V', 'G', 'D']), "{words}");
    }
    let mut ids: Vec<&str> = file.signs.iter().map(|sign| sign.id.as_str()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "each id once");
}

#[test]
fn a_misspelled_pose_is_named() {
    let habits = Habits { arms: [(Manner::Rest, "fold".to_owned())].into(), ..Habits::default() };
    assert_eq!(habits.check(), Err("there is no pose \"fold\"".to_owned()));
    let text = CUES.replace("pose: \"hug\"", "pose: \"hugg\"");
    assert_eq!(Cues::parse(&text), Err("cues: there is no pose \"hugg\"".to_owned()));
}

#[test]
fn an_action_unit_that_no_face_has_is_named_with_its_entry() {
    let text = CUES.replace("6: Both(1.0), 12", "13: Both(1.0), 12");
    assert_eq!(Cues::parse(&text), Err("cues: joy: no face here has the action unit 13".to_owned()));
}

#[test]
fn an_emotion_without_a_recipe_is_named() {
    let text = CUES.replace("emotion: Relief", "emotion: Joy");
    assert_eq!(Cues::parse(&text), Err("cues: \"joy\" stands there 2 times; once is right".to_owned()));
}

/// The emotion whose whole recipe is most like a face.
fn read(look: &Look) -> Emotion {
    let likeness = |emotion| Cues::shipped().likeness(&look.units, emotion);
    Emotion::ALL.into_iter().max_by(|a, b| likeness(*a).total_cmp(&likeness(*b))).expect("ten of them")
}

fn any_state() -> impl Strategy<Value = State> {
    prop::array::uniform7(0.0..=100.0f64).prop_map(|[arousal, trust, heard, respect, safety, control, readiness]| {
        State { arousal, trust, heard, respect, safety, control, readiness }
    })
}

fn any_faces(emotion: Emotion) -> impl Strategy<Value = Faces> {
    let units =
        prop::collection::btree_map(prop::sample::select(&UNITS[..]), (-0.4..=0.4f32).prop_map(Amount::Both), 0..=3);
    (0.75..=1.3f32, 0.7..=1.4f32, 0.6..=1.6f32, 0.75..=1.3f32, units).prop_map(
        move |(strength, body, lasting, own, units)| {
            let own = OwnWay { strength: own, units };
            Faces { strength, body, lasting, emotions: [(emotion, own)].into() }
        },
    )
}

proptest! {
    #[test]
    fn nobodys_own_way_makes_a_feeling_unreadable(
        (emotion, faces) in prop::sample::select(&Emotion::ALL[..]).prop_flat_map(|e| (Just(e), any_faces(e))), strength in 1..=3u8,
    ) {
        prop_assume!(Habits { faces: faces.clone(), ..Habits::default() }.check().is_ok());
        let still = shows_as(&faces, (emotion, strength)).still;
        prop_assert_eq!(read(&still), emotion, "{}", line(&still));
        let least = 0.6 * show(&EVEN, (emotion, strength)).still.units.iter().map(|u| u.near + u.far).sum::<f32>();
        prop_assert!(still.units.iter().map(|u| u.near + u.far).sum::<f32>() > least);
    }

    #[test]
    fn the_face_is_that_of_the_feeling_whatever_the_state(
        now in any_state(), before in any_state(), emotion in prop::sample::select(&Emotion::ALL[..]), strength in 1..=3u8,
        shut_down: bool, intoxication in 0.0..=1.0f64,
    ) {
        let before = Some((&before, (Emotion::Joy, 1)));
        let shown = Cues::shipped().show(&Moment { before, shut_down, intoxication, ..moment(&now, (emotion, strength)) });
        if emotion != Emotion::Joy {
            prop_assert_eq!(read(&shown.still), emotion, "{}", line(&shown.still));
        }
    }

    #[test]
    fn everything_shown_stays_within_its_range(
        now in any_state(), before in any_state(), emotion in prop::sample::select(&Emotion::ALL[..]), strength in 0..=4u8,
        shut_down: bool, intoxication in 0.0..=1.0f64,
    ) {
        let before = Some((&before, (Emotion::Joy, 1)));
        let shown = Cues::shipped().show(&Moment { before, shut_down, intoxication, ..moment(&now, (emotion, strength)) });
        prop_assert!(shown.looks.first().is_some_and(|(secs, _)| *secs == 0.0));
        prop_assert!(shown.looks.is_sorted_by(|a, b| a.0 < b.0));
        for look in shown.looks.iter().map(|(_, look)| look).chain([&shown.still]) {
            prop_assert!(look.units.iter().all(|u| (0.0..=1.0).contains(&u.near) && (0.0..=1.0).contains(&u.far)));
            prop_assert!((0.0..=1.0).contains(&look.nearness) && (0.0..=1.0).contains(&look.eyes.away));
            prop_assert!((12.0..=28.0).contains(&look.breaths_per_minute));
            prop_assert!(POSES.contains(&look.arms.as_str()));
        }
    }
}

#[test]
fn the_camera_comes_near_with_trust_and_gives_room_to_who_is_stirred_up() {
    use Variable::{Arousal, Trust};
    let closeness =
        |trust, arousal| show(&with(EVEN, &[(Trust, trust), (Arousal, arousal)]), (Emotion::Anger, 1)).closeness;
    assert_eq!((closeness(10.0, 30.0), closeness(90.0, 30.0)), (0.0, 1.0));
    assert!(closeness(40.0, 30.0) < closeness(60.0, 30.0));
    assert!(closeness(60.0, 80.0) < closeness(60.0, 60.0) && closeness(90.0, 95.0) > 0.0);
}

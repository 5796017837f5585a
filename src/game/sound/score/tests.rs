//! Every place has its tone, every name in the score exists, and each frame gives what it should.

use super::data::{Scenes, Tones, read};
use super::{Mix, Score, Speech, Struck, all, kind, tone};
use crate::cast;
use crate::game::heard::{Act, Heard, SoundSettings, Whereabouts, Words};
use crate::game::sound::synth::{Length, Sound};
use crate::scenario::library;

fn at(scenario: &str, place: &str, node: &str) -> Heard {
    let here = Whereabouts {
        conversation: 1,
        scenario: scenario.to_owned(),
        node: node.to_owned(),
        place: place.to_owned(),
        hazard: false,
    };
    Heard { whereabouts: Some(here), ..Heard::default() }
}

fn bar(node: &str) -> Heard {
    at("the-olive-door", "bar-afternoon", node)
}

fn sounds(mix: &Mix) -> Vec<Sound> {
    mix.lasts.iter().map(|l| l.0).collect()
}

fn struck(struck: &Struck) -> Vec<Sound> {
    struck.once.iter().map(|c| c.sound).collect()
}

#[test]
fn what_ships_can_be_read() {
    read::<Tones>(include_str!("../../../../assets/sound/places.ron")).expect("the places");
    read::<Scenes>(include_str!("../../../../assets/sound/scenes.ron")).expect("the scenes");
}

#[test]
fn every_place_has_a_tone() {
    for id in cast::place_ids() {
        assert!(tone(id).is_some_and(|t| !t.lasts.is_empty() && !t.caption.is_empty()), "{id}");
    }
    assert!(tone("title").is_some());
}

#[test]
fn whatever_sounds_with_the_picture_happens_in_it() {
    for id in cast::place_ids() {
        let events = cast::place(id).map(|place| place.life).unwrap_or_default();
        for name in tone(id).iter().flat_map(|t| t.life.keys()) {
            assert!(events.iter().any(|event| kind(&event.name) == name), "{id}: nothing is called {name}");
        }
    }
}

#[test]
fn what_lasts_is_repeated_and_what_comes_once_ends() {
    let (tones, scenes) = all();
    let scenes = || scenes.values().flat_map(|s| s.values());
    for lasting in tones.values().flat_map(|t| &t.lasts).chain(scenes().flat_map(|s| &s.lasts)) {
        assert_eq!(lasting.0.length(), Length::Lasts, "{lasting:?}");
        assert!((-40.0..=-6.0).contains(&lasting.1), "{lasting:?}");
    }
    let cues = tones.values().flat_map(|t| t.arrive.iter().chain(t.life.values()).chain(&t.hazard));
    for cue in cues.chain(scenes().flat_map(|s| &s.once)) {
        assert_eq!(cue.sound.length(), Length::Ends, "{cue:?}");
        assert!((-40.0..=0.0).contains(&cue.level) && (0.0..10.0).contains(&cue.after), "{cue:?}");
    }
    for rare in tones.values().flat_map(|t| &t.rare) {
        assert_eq!(rare.sound.length(), Length::Ends, "{rare:?}");
        assert!(rare.every.0 >= 5.0 && rare.every.1 > rare.every.0, "{rare:?} would tire");
    }
}

#[test]
fn scenes_name_scenarios_and_nodes_that_ship() {
    for (scenario, scenes) in all().1 {
        let scenario = library::load(scenario, None).expect("it ships");
        for node in scenes.keys() {
            assert!(scenario.places().any(|(_, p)| p.id == *node), "{}: {node}", scenario.id);
        }
    }
}

#[test]
fn coming_in_is_heard_once() {
    let mut score = Score::default();
    let (mix, first) = score.follow(&bar("closed-till-six"), true);
    assert_eq!(sounds(&mix), [Sound::Bar, Sound::Street, Sound::Knife]);
    assert_eq!(struck(&first), [Sound::Door]);
    assert_eq!(
        first.captions,
        ["[a cooler hums, the street behind the window]", "[in the kitchen a knife goes on a board]"]
    );
    let (again, second) = score.follow(&bar("closed-till-six"), true);
    assert_eq!(again, mix);
    assert_eq!(second, Struck::default());
}

#[test]
fn a_scene_lasts_until_a_node_ends_it() {
    let mut score = Score::default();
    score.follow(&bar("closed-till-six"), true);
    let (mix, _) = score.follow(&bar("the-curb"), true);
    assert!(sounds(&mix).contains(&Sound::Knife), "it goes on");
    let (mix, now) = score.follow(&bar("held-the-door"), true);
    assert!(!sounds(&mix).contains(&Sound::Knife));
    assert_eq!(now.captions, ["[the knife has stopped]"]);
    let mut broken = bar("broken-glass");
    broken.whereabouts.as_mut().expect("there").hazard = true;
    let (_, now) = score.follow(&broken, true);
    assert_eq!(struck(&now), [Sound::Glass]);
    assert_eq!(now.captions, ["[glass breaks]"]);
}

#[test]
fn a_door_is_thrown_open_when_talk_has_to_stop() {
    let mut score = Score::default();
    let mut heard = at("mine", "hallway", "one");
    score.follow(&heard, true);
    heard.whereabouts.as_mut().expect("there").hazard = true;
    let (_, now) = score.follow(&heard, true);
    assert_eq!((struck(&now), now.captions), (vec![Sound::Door], vec!["[the door hits the wall]".to_owned()]));
}

#[test]
fn the_room_steps_back_while_words_come() {
    let mut score = Score::default();
    let heard = Heard { speaking: true, ..bar("march") };
    assert!(score.follow(&heard, true).0.ducked);
    assert!(!score.follow(&bar("march"), true).0.ducked);
}

#[test]
fn nothing_lasts_while_it_is_paused_hidden_or_off() {
    let mut score = Score::default();
    let paused = Heard { whereabouts: None, ..bar("march") };
    assert_eq!(score.follow(&paused, true).0, Mix { volume: 70, ..Mix::default() });
    assert_eq!(score.follow(&bar("march"), false).0, Mix { volume: 70, ..Mix::default() });
    let muted = SoundSettings { muted: true, ..SoundSettings::default() };
    assert_eq!(score.follow(&Heard { settings: muted, ..bar("march") }, true).0, Mix::default());
}

#[test]
fn going_on_after_a_pause_is_no_arrival() {
    let mut score = Score::default();
    score.follow(&bar("march"), true);
    score.follow(&Heard { whereabouts: None, ..bar("march") }, true);
    let (mix, now) = score.follow(&bar("march"), true);
    assert!(!mix.lasts.is_empty());
    assert_eq!(now, Struck::default());
}

#[test]
fn acts_are_answered_while_sound_is_on() {
    let mut score = Score::default();
    let mut heard = Heard { acts: vec![Act::Choose, Act::Page], ..Heard::default() };
    assert_eq!(struck(&score.follow(&heard, true).1), [Sound::Choose, Sound::Paper]);
    heard.settings.volume = 0;
    assert!(score.follow(&heard, true).1.once.is_empty());
}

#[test]
fn events_of_the_picture_are_heard_where_the_place_has_them() {
    let mut score = Score::default();
    let heard = Heard { life: vec!["walker".to_owned(), "dust".to_owned()], ..bar("march") };
    score.follow(&bar("march"), true);
    assert_eq!(struck(&score.follow(&heard, true).1), [Sound::StepsOutside]);
}

#[test]
fn lines_are_said_once_and_hushed_when_they_are_passed_over() {
    let mut score = Score::default();
    let settings = SoundSettings { speak: Some(true), ..SoundSettings::default() };
    let words = Words { turn: (1, 0), text: "Six o'clock.".to_owned() };
    let mut heard = Heard { settings, words: Some(words), ..bar("closed-till-six") };
    let mut speech = |heard: &Heard| score.follow(heard, true).1.speech;
    assert_eq!(speech(&heard), Some(Speech::Say("Six o'clock.".to_owned())));
    assert_eq!(speech(&heard), None);
    heard.words = None;
    assert_eq!(speech(&heard), Some(Speech::Hush));
    assert_eq!(speech(&heard), None);
    heard.words = Some(Words { turn: (1, 1), text: "So.".to_owned() });
    heard.settings.speak = Some(false);
    assert_eq!(speech(&heard), None, "nobody asked for it");
}

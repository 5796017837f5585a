//! What is to be heard at every screen, how it is set, and the captions: all without a loudspeaker.

use alongside::game::desk::Desk;
use alongside::game::heard::{Act, Heard, SoundSettings, Whereabouts};
use alongside::game::sound::score::{Mix, Score, Speech, Struck};
use alongside::game::sound::synth::Sound;
use bevy_egui::egui::Key;

use super::play::{Play, Start};
use super::seen;

/// Hears what the program would, but for the loudspeakers.
#[derive(Default)]
pub struct Ears {
    score: Score,
    heard: Option<Heard>,
    acts: Vec<Act>,
    mix: Mix,
    struck: Vec<Struck>,
}

impl Ears {
    /// After each picture.
    pub fn listen(&mut self, desk: &mut Desk) {
        let Some(mut heard) = desk.heard() else { return };
        let (mix, struck) = self.score.follow(&heard, true);
        struck.captions.iter().for_each(|words| desk.caption(words.clone()));
        self.acts.append(&mut heard.acts);
        self.mix = mix;
        self.struck.push(struck);
        self.heard = Some(heard);
    }
}

impl Play {
    fn heard(&self) -> &Heard {
        self.harness.state().ears.heard.as_ref().expect("it is told in every frame")
    }

    fn settings(&self) -> SoundSettings {
        self.heard().settings
    }

    fn whereabouts(&self) -> Option<&Whereabouts> {
        self.heard().whereabouts.as_ref()
    }

    /// What was done since this was asked before.
    fn acts(&mut self) -> Vec<Act> {
        std::mem::take(&mut self.harness.state_mut().ears.acts)
    }

    fn lasting(&self) -> Vec<Sound> {
        self.harness.state().ears.mix.lasts.iter().map(|l| l.0).collect()
    }

    /// What began since this was asked before.
    fn began(&mut self) -> (Vec<Sound>, Vec<Speech>) {
        let struck = std::mem::take(&mut self.harness.state_mut().ears.struck);
        let sounds = struck.iter().flat_map(|s| s.once.iter().map(|c| c.sound)).collect();
        (sounds, struck.into_iter().filter_map(|s| s.speech).collect())
    }
}

fn with(sound: SoundSettings) -> Start {
    Start { sound: Some(sound), ..Start::at_the_door() }
}

#[test]
fn the_title_sounds_paper_is_silent_and_a_conversation_has_its_place() {
    let mut play = Start::default().open();
    assert_eq!(play.whereabouts().map(|w| w.place.as_str()), Some("title"));
    assert!(play.lasting().contains(&Sound::Street));
    play.press(Key::Enter);
    assert_eq!((play.whereabouts(), play.lasting()), (None, Vec::new()), "the board");
    play.press(Key::Enter);
    assert_eq!(play.whereabouts(), None, "the briefing");
    play.press(Key::Enter);
    let here = play.whereabouts().cloned().expect("somewhere");
    assert_eq!((here.scenario.as_str(), here.place.as_str(), here.node.as_str()), ("apartment-3c", "hallway", "knock"));
    assert!(play.lasting().contains(&Sound::Thud), "{:?}", play.lasting());
    play.converse_to_the_debrief();
    assert_eq!(play.whereabouts(), None, "the debrief");
}

#[test]
fn each_step_is_answered_once() {
    let mut play = Start::default().open();
    let mut check = |key, expected: &[Act]| {
        play.press(key);
        if key == Key::Num1 {
            play.wait(0.2);
        }
        assert_eq!(play.acts(), expected, "{key:?} at {}", play.title());
        play.listen();
    };
    check(Key::Enter, &[Act::Open]);
    check(Key::Enter, &[Act::Open]);
    check(Key::Enter, &[Act::Open]);
    check(Key::T, &[Act::Page]);
    check(Key::T, &[Act::Page]);
    check(Key::Escape, &[Act::Back]);
    check(Key::Escape, &[Act::Back]);
    check(Key::Num1, &[Act::Choose]);
}

#[test]
fn a_line_taken_back_is_heard() {
    let mut play = Start::at_the_door().open();
    play.listen();
    play.press(Key::Num1);
    play.acts();
    play.press(Key::Backspace);
    assert_eq!(play.acts(), [Act::Back]);
}

#[test]
fn coming_in_is_heard_and_so_is_the_hand() {
    let mut play = Start::at_the_door().open();
    assert_eq!(play.began().0, [Sound::Steps]);
    play.listen();
    play.press(Key::Num2);
    assert_eq!(play.began().0, [Sound::Choose]);
}

#[test]
fn the_room_steps_back_while_words_come() {
    let mut play = Start::at_the_door().open();
    assert!(play.heard().speaking && play.harness.state().ears.mix.ducked);
    play.listen();
    assert!(!play.heard().speaking && !play.harness.state().ears.mix.ducked);
}

#[test]
fn a_pause_is_silent_and_goes_on_where_it_was() {
    let mut play = Start::at_the_door().open();
    play.listen();
    play.began();
    play.press(Key::Escape);
    assert_eq!((play.whereabouts(), play.lasting()), (None, Vec::new()));
    play.press(Key::Escape);
    assert!(!play.lasting().is_empty());
    assert_eq!(play.began().0, [Sound::Back, Sound::Back], "nobody comes in a second time");
}

#[test]
fn m_turns_sound_off_and_on_anywhere() {
    let mut play = Start::default().open();
    play.press(Key::M);
    assert!(play.settings().muted && play.lasting().is_empty());
    play.press(Key::Enter);
    play.press(Key::M);
    assert!(play.settings().muted, "on the board M is the mode");
    play.press_with_command(Key::M);
    assert!(!play.settings().muted && play.title().starts_with("Harbor Street"));
    play.press(Key::Enter);
    play.press(Key::M);
    assert!(play.settings().muted, "the briefing");
}

#[test]
fn the_pause_sets_it_by_mouse_and_by_keyboard() {
    let mut play = Start::at_the_door().open();
    play.listen();
    play.press(Key::Escape);
    assert!(play.reads("70 of 100"));
    play.click("Louder");
    assert!(play.reads("80 of 100"));
    play.click("Quieter");
    play.click("Quieter");
    assert_eq!(play.settings().volume, 60);
    play.click("Sound");
    assert!(play.settings().muted && play.reads("off"));
    assert!(play.chosen().contains(&"Captions".to_owned()), "without sound they are there until somebody decides");
    play.click("Captions");
    play.click("Lines read out");
    assert_eq!((play.settings().captions, play.settings().speak), (Some(false), Some(true)));
    for _ in 0..12 {
        if play.focused_name().as_deref() != Some("Sound") {
            play.press(Key::Tab);
        }
    }
    play.press(Key::Enter);
    assert!(!play.settings().muted);
    assert_eq!(play.focused_name().as_deref(), Some("Sound"), "it keeps the focus");
}

#[test]
fn volume_stays_within_its_range_and_louder_is_heard() {
    let mut sound = SoundSettings { volume: 95, ..SoundSettings::default() };
    sound.louder();
    assert_eq!(sound.volume, 100);
    (0..20).for_each(|_| sound.quieter());
    assert!(sound.volume == 0 && !sound.is_on());
    sound.toggle();
    assert!(sound.is_on());
    sound.toggle();
    sound.louder();
    assert!(sound.is_on(), "louder ends a mute");
}

#[test]
fn what_is_not_there_is_not_offered() {
    let mut play = with(SoundSettings::default()).open();
    play.listen();
    play.press(Key::Escape);
    assert!(play.has_button("Captions") && !play.has_button("Lines read out"), "{:?}", play.buttons());
    let mut play = Start { sound: None, ..Start::at_the_door() }.open();
    play.press(Key::M);
    play.press(Key::Escape);
    assert!(!play.has_button("Sound") && !play.has_button("Captions"), "{:?}", play.buttons());
}

#[test]
fn captions_come_when_they_are_wanted_and_go_by_themselves() {
    let bass = "[a bass through the wall, guests talking]";
    let play = Start::at_the_door().open();
    assert!(!play.reads(bass), "not while there is sound");
    for sound in [
        SoundSettings { captions: Some(true), ..SoundSettings::default() },
        SoundSettings { muted: true, ..SoundSettings::default() },
    ] {
        let mut play = Start { still: true, ..with(sound) }.open();
        play.settle();
        assert!(play.reads(bass), "{:?}", play.labels());
        assert!(play.desk().next_frame().is_some(), "a picture is due when it goes");
        play.wait(6.1);
        assert!(!play.reads(bass));
        assert_eq!(play.desk().next_frame(), None);
    }
}

#[test]
fn captions_stand_clear_of_everything() {
    let captions = SoundSettings { captions: Some(true), ..SoundSettings::default() };
    for text in [1.0, 1.5, 2.0] {
        for window in [(1280.0, 720.0), (1920.0, 1080.0)] {
            let mut play = Start { window, text, still: true, ..with(captions) }.open();
            play.settle();
            assert!(play.reads("[a bass"), "{:?}", play.labels());
            assert_eq!(seen::faults(&play), Vec::<String>::new(), "{window:?} at {text}");
        }
    }
}

#[test]
fn lines_are_read_out_until_they_are_passed_over() {
    let speak = SoundSettings { speak: Some(true), ..SoundSettings::default() };
    let mut play = with(speak).open();
    let (_, speech) = play.began();
    let [Speech::Say(words)] = &speech[..] else { panic!("{speech:?}") };
    assert!(words.contains("the music"), "{words}");
    play.press(Key::Space);
    assert_eq!(play.began().1, [Speech::Hush]);
    play.press(Key::Num1);
    play.wait(1.2);
    play.listen();
    assert!(matches!(&play.began().1[..], [Speech::Say(_)]), "the answer");
    play.press(Key::Num1);
    assert_eq!(play.began().1, [], "a cue question lets them finish");
    play.press(Key::Num1);
    assert_eq!(play.began().1, [Speech::Hush], "a line of your own ends theirs");
}

#[test]
fn nothing_is_read_out_unasked() {
    let mut play = Start::at_the_door().open();
    play.listen();
    assert_eq!(play.began().1, []);
}

//! The first lesson by keys: the example fades, the tries are kept, and nothing is cut at any size.

use alongside::game::desk::Desk;
use alongside::lesson::{Drill, shipped};
use alongside::records::{Opened, Records, Stamp};
use bevy_egui::egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;

use super::play::{NUMBERS, Play, Start};
use super::seen;

const NOW: Stamp = Stamp { ms: 1_793_782_800_000, zone: 60 };
/// Until a line stands, and until its answer has come.
const BEAT: f64 = 1.2;
const ANSWER: f64 = 6.0;

fn at_the_lesson(text: f32) -> Play {
    let mut play = Start { text, still: true, ..Start::default() }.open();
    play.click("First lesson, Six skills, about three minutes each");
    assert_eq!(play.title(), "First lesson · Alongside");
    play
}

/// The words of a try's lines in the order of the file, and which of them finds the skill.
fn lines(drill: &Drill, number: usize) -> (Vec<String>, usize) {
    let scene = &drill.tries[number].scene;
    let choices = &scene.node(scene.opening).expect("a moment").choices;
    let words = choices.iter().map(|c| if c.text.is_empty() { c.deed.clone() } else { c.text.clone() }).collect();
    (words, (0..choices.len()).find(|line| drill.finds(number, *line)).expect("one does"))
}

/// Says the line that finds the skill, or another one, and waits for the note.
fn say(play: &mut Play, drill: &Drill, number: usize, finds: bool) {
    if !play.choices().iter().any(|c| c.starts_with("1 of 4")) {
        // the example stands before the try where both do not fit
        play.press(Key::Space);
    }
    let (words, found) = lines(drill, number);
    let wanted = if finds { &words[found] } else { &words[(found + 1) % 4] };
    let shown = play.choices();
    let at = shown.iter().position(|c| c.ends_with(wanted.as_str())).unwrap_or_else(|| panic!("{wanted} in {shown:?}"));
    play.press(NUMBERS[at]);
    play.wait(BEAT);
    play.wait(ANSWER);
}

fn look(play: &Play, found: &mut Vec<String>, screen: &str) {
    found.extend(seen::faults(play).into_iter().map(|fault| format!("{screen}: {fault}")));
}

#[test]
fn six_drills_are_gone_through_by_keys_and_nothing_is_cut_or_lies_over_another() {
    for text in [1.0, 1.5, 2.0] {
        let mut found = Vec::new();
        let mut play = at_the_lesson(text);
        for drill in shipped() {
            look(&play, &mut found, &format!("{} example", drill.id));
            assert!(play.reads(&drill.say), "{} is read out", drill.say);
            for number in 0..2 {
                let name = format!("{} {}", drill.id, number + 1);
                if text < 1.2 {
                    assert!(play.reads("One that worked"), "{name}: an example stands beside");
                }
                play.wait(ANSWER);
                if number > 0 || text < 1.2 {
                    look(&play, &mut found, &name);
                }
                say(&mut play, drill, number, true);
                look(&play, &mut found, &format!("{name} answered"));
                assert!(play.has_button("Try another line") && play.has_button("Say your own"), "{name}");
                play.press(Key::Space);
            }
        }
        look(&play, &mut found, "over");
        assert!(play.reads("Those are the six."));
        play.press(Key::Enter);
        assert_eq!(play.title(), "Harbor Street · Alongside");
        play.press(Key::Escape);
        assert!(play.has_button("First lesson"), "all six are held: {:?}", play.buttons());
        assert!(found.is_empty(), "at {text}: {}", found.join("\n"));
    }
}

#[test]
fn the_example_fades_as_the_skill_is_shown_and_comes_back_at_a_miss() {
    let mut play = at_the_lesson(1.0);
    let reflect = &shipped()[0];
    assert!(play.reads("her words, kept"), "its parts are named");
    say(&mut play, reflect, 0, true);
    play.press(Key::Space);
    assert!(play.reads("One that worked") && !play.reads("her words, kept"), "it stands there alone");
    say(&mut play, reflect, 1, true);
    assert!(play.has_button("On to “Label”"));
    play.press(Key::ArrowRight);
    play.press(Key::ArrowLeft);
    assert!(!play.reads("One that worked"), "it has gone");
    play.press(Key::E);
    assert!(play.reads("One that worked"), "and can be had back");
    play.press(Key::ArrowRight);
    play.press(Key::ArrowLeft);
    say(&mut play, reflect, 2, false);
    play.press(Key::Space);
    assert!(play.reads("her words, kept"), "after a miss it is there whole");
}

#[test]
fn another_line_may_be_tried_and_only_the_first_counts() {
    let mut play = at_the_lesson(1.0);
    let reflect = &shipped()[0];
    say(&mut play, reflect, 0, false);
    let (words, _) = lines(reflect, 0);
    play.click("Try another line");
    assert_eq!(play.choices().len(), 4);
    say(&mut play, reflect, 0, true);
    assert!(words.iter().any(|line| play.reads(line)));
    play.press(Key::Space);
    assert!(play.reads("her words, kept"), "the first line had missed it");
}

#[test]
fn a_sentence_of_ones_own_is_held_against_two_questions_and_not_rated() {
    for text in [1.0, 2.0] {
        let mut play = at_the_lesson(text);
        if text > 1.2 {
            play.press(Key::Space);
        }
        play.wait(ANSWER);
        play.press(Key::Y);
        assert!(play.reads("It is not rated and not kept."));
        let field = play.harness.get_by_role(Role::MultilineTextInput);
        field.focus();
        field.type_text("Seven months, and people want you done with it.");
        play.settle();
        let mut found = Vec::new();
        look(&play, &mut found, "writing");
        play.press(Key::Enter);
        look(&play, &mut found, "said");
        assert!(play.reads("Seven months, and people want you done with it."));
        assert!(shipped()[0].own.iter().all(|question| play.reads(question)));
        assert!(!play.reads("One that worked here"), "nothing is given away before a line was said");
        play.click("Back to the lines");
        assert_eq!(play.choices().len(), 4);
        assert!(found.is_empty(), "at {text}: {}", found.join("\n"));
    }
}

#[test]
fn the_lesson_is_kept_and_goes_along_unless_practice_is_not_to_be_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("records.sqlite");
    let open = || {
        let records = Records::open(&file).expect("opens");
        Start { still: true, ..Start::default() }
            .open_as(|setup| Desk::at(setup, Opened { records, told: None }, Some(NOW)))
    };
    {
        let mut play = open();
        play.click("Talk to someone");
        say(&mut play, &shipped()[0], 0, true);
        play.press(Key::Space);
        say(&mut play, &shipped()[0], 1, true);
    }
    let mut play = open();
    play.click("First lesson, 1 of 6 held");
    assert!(play.reads(&shipped()[1].say), "it goes on at the second skill");
    drop(play);
    let records = Records::open(&file).expect("opens");
    let exported = records.export(1).expect("readable");
    assert_eq!(exported.lesson.iter().map(|one| one.found).collect::<Vec<_>>(), [true, true]);
    let mut other = Records::in_memory();
    for _ in 0..2 {
        other.import(&exported, NOW).expect("taken in");
        assert_eq!(other.lesson(1).expect("readable"), exported.lesson, "once, however often");
    }
    records.set_keeps_practice(1, false).expect("kept");
    drop(records);
    let mut play = open();
    play.click("First lesson, 1 of 6 held");
    say(&mut play, &shipped()[1], 0, true);
    drop(play);
    let records = Records::open(&file).expect("opens");
    assert_eq!(records.lesson(1).expect("readable").len(), 2, "nothing is added");
}

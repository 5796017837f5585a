//! A desk at its records: the first time, coming back, others on the machine, looking back, and what counts.

use std::path::Path;
use std::sync::Arc;

use alongside::explore::play::play;
use alongside::explore::trainee::TRAINEES;
use alongside::game::desk::Desk;
use alongside::model::Model;
use alongside::records::{Afterwards, Beginning, Form, Keeper, Order, Pin, Records, Seeds, Stamp};
use alongside::scenario::Scenario;
use alongside::session::Mode;
use bevy_egui::egui::Key;
use bevy_egui::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::play::{MOST_TURNS, Play, Start, shipped};
use super::seen::faults;

const NOW: Stamp = Stamp { ms: 1_793_782_800_000, zone: 60 };

/// The game opens at these records.
fn at(file: &Path, start: Start) -> Play {
    let opened = Records::open_for_play(Some(file), NOW);
    start.open_as(|setup| Desk::at(setup, opened, Some(NOW)))
}

fn folder() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("records.sqlite");
    (folder, file)
}

fn type_in(play: &mut Play, kind: Role, text: &str) {
    let field = play.harness.get_by_role(kind);
    field.focus();
    field.type_text(text);
    play.settle();
}

#[test]
fn the_first_time_asks_for_a_name_and_the_next_goes_on_where_it_was_left() {
    let (_folder, file) = folder();
    let mut first = at(&file, Start::default());
    assert_eq!(first.title(), "Welcome · Alongside");
    type_in(&mut first, Role::TextInput, "Elena");
    first.click("paper");
    first.click("Talk to someone");
    assert_eq!(first.title(), "First lesson · Alongside");
    first.press(Key::Escape);
    for _ in 0..3 {
        first.press(Key::Enter);
    }
    first.listen();
    first.say(0);
    let said = first.desk().session().expect("they talk").transcript().clone();
    assert_eq!(said.turns.len(), 1);
    drop(first);
    let mut next = at(&file, Start::default());
    assert_eq!(next.title(), "Alongside");
    assert!(next.reads("Elena. Everything stays on this computer."));
    let go_on = next.buttons().into_iter().find(|b| b.starts_with("Continue, ")).expect("it is offered");
    assert!(go_on.ends_with(", turn 2, today"), "{go_on}");
    next.click(&go_on);
    assert_eq!(next.desk().session().expect("they talk").transcript(), &said);
    next.listen();
    next.converse_to_the_debrief();
    next.press(Key::PageDown);
    next.press(Key::Escape);
    assert!(next.reads("You were here today."), "the board knows");
    next.press(Key::Escape);
    assert!(!next.buttons().iter().any(|b| b.starts_with("Continue")), "what is over is not gone on with");
    assert!(next.has_button("Progress"));
}

#[test]
fn somebody_with_a_pin_is_asked_for_it_first() {
    let (_folder, file) = folder();
    let records = Records::open(&file).expect("made");
    let ada = records.add_trainee("Ada", NOW).expect("kept");
    records.set_pin(ada.ix, Some(&Pin::new("4711").expect("long enough"))).expect("kept");
    records.add_trainee("Sam", NOW.days_on(-3)).expect("kept");
    drop(records);
    let mut play = at(&file, Start::default());
    assert_eq!(play.title(), "Who is here? · Alongside");
    assert!(play.reads("Ada's PIN"));
    type_in(&mut play, Role::PasswordInput, "4712");
    play.click("Sit down");
    assert!(play.reads("That is another PIN"));
    type_in(&mut play, Role::PasswordInput, "4711");
    play.click("Sit down");
    assert_eq!(play.title(), "Alongside");
    play.click("Somebody else");
    play.click("Sam, 3 days ago");
    assert!(play.reads("Sam. Everything stays on this computer."));
    play.click("Somebody else");
    play.click("Somebody new");
    assert_eq!(play.title(), "Welcome · Alongside");
    play.press(Key::Escape);
    assert_eq!(play.title(), "Alongside");
}

/// Three weeks of practice: nine first times, growing.
fn practiced(file: &Path) {
    let mut records = Records::open(file).expect("made");
    let trainee = records.add_trainee("Elena", NOW).expect("kept").ix;
    for (n, who) in ["first", "nicest", "nicest", "textbook", "listener", "expert", "expert"].into_iter().enumerate() {
        let shipped = shipped();
        let scenario = Arc::new(Scenario { id: format!("conversation-{n}"), ..(*shipped[n % shipped.len()]).clone() });
        let trained = TRAINEES.iter().find(|t| t.name == who).expect("there is one");
        let session = play(
            &scenario,
            Model::shipped(),
            trained,
            n as u64,
            Arc::new(alongside::session::Start::written(&scenario)),
        );
        let at = NOW.days_on(n as i64 * 3 - 21);
        records.keep(&mut Keeper::new(Beginning { trainee, form: None, at }), &session, at).expect("kept");
    }
}

#[test]
fn progress_tells_what_has_grown_and_is_saved_as_a_page() {
    let (folder, file) = folder();
    practiced(&file);
    let mut play = at(&file, Start::default());
    play.click("Progress");
    assert_eq!(play.title(), "Progress · Alongside");
    assert!(play.reads("Elena, 7 conversations since 14 October 2026"), "{:?}", play.labels());
    assert!(play.reads("has grown") && play.reads("Practice next"), "{:?}", play.labels());
    play.press(Key::P);
    assert!(play.reads("Saved: "));
    let saved = std::fs::read_to_string(folder.path().join("reports/2026-11-04 Progress.html")).expect("it is there");
    assert!(saved.contains("Elena") && saved.contains("<svg"));
    play.press(Key::Escape);
    assert_eq!(play.title(), "Alongside");
}

#[test]
fn nothing_is_cut_or_lies_over_anything_at_any_size_of_text() {
    let (_folder, file) = folder();
    let mut play = at(&file, Start::default());
    for _ in 0..4 {
        assert_eq!(faults(&play), Vec::<String>::new(), "the first time");
        play.press_with_command(Key::Plus);
    }
    let (_other, file) = self::folder();
    practiced(&file);
    for text in [1.0, 1.5, 2.0] {
        let mut play = at(&file, Start { text, ..Start::default() });
        assert_eq!(faults(&play), Vec::<String>::new(), "title at {text}");
        play.click("Somebody else");
        assert_eq!(faults(&play), Vec::<String>::new(), "who at {text}");
        play.press(Key::Escape);
        play.click("Progress");
        assert_eq!(faults(&play), Vec::<String>::new(), "progress at {text}");
    }
}

#[test]
fn a_form_is_sat_to_its_end_and_its_debriefs_come_last() {
    let (_folder, file) = folder();
    Records::open(&file).expect("made").add_trainee("Elena", NOW).expect("kept");
    let form = Form {
        title: "Week six".to_owned(),
        scenarios: ["apartment-3c", "the-olive-door"].map(str::to_owned).to_vec(),
        order: Order::AsWritten,
        seeds: Seeds::Fixed(7),
        afterwards: Afterwards::DebriefAfterAll,
    };
    let start = || Start { form: Some(form.clone()), ..Start::default() };
    let mut play = at(&file, start());
    play.click("Assessment, Week six: 1 of 2");
    assert!(play.reads("Assessment: no turn is played again."), "the briefing says that it counts");
    play.press(Key::Enter);
    assert_eq!(play.desk().session().map(|s| (s.mode(), s.seed())), Some((Mode::Assessment, 7)));
    to_the_end(&mut play);
    assert!(play.reads("One more is to come. You see the debriefs once all are handed in."), "{:?}", play.labels());
    drop(play);
    let mut play = at(&file, start());
    play.click("Assessment, Week six: 2 of 2");
    play.press(Key::Enter);
    to_the_end(&mut play);
    for title in ["Apartment 3C", "The Olive Door"] {
        assert_eq!(play.title(), format!("Debrief: {title} · Alongside"));
        for _ in 0..4 {
            play.press(Key::PageDown);
        }
        assert!(play.reads("What you did, counted"), "{:?}", play.labels());
        assert!(!play.reads("One sentence for your next shift"), "of several at once, none is where it would stand");
        play.press(Key::Escape);
    }
    assert!(play.has_button("Assessment, Week six: all handed in"), "{:?}", play.buttons());
    let records = Records::open(&file).expect("opens");
    assert_eq!((records.seals().expect("readable").len(), records.verify().expect("readable").faults), (2, vec![]));
}

/// Says whatever is first until the conversation is left behind.
fn to_the_end(play: &mut Play) {
    for _ in 0..2 * MOST_TURNS {
        if play.desk().session().is_none() {
            return;
        }
        match play.choices().is_empty() {
            false => play.say(0),
            true => {
                play.listen();
                play.press(Key::Space);
            }
        }
    }
    panic!("the conversation does not end");
}

#[test]
fn practice_that_is_not_to_be_kept_is_gone_with_its_debrief() {
    let (_folder, file) = folder();
    let records = Records::open(&file).expect("made");
    let elena = records.add_trainee("Elena", NOW).expect("kept").ix;
    records.set_keeps_practice(elena, false).expect("kept");
    let mut play = at(&file, Start::default());
    play.click("Practice");
    play.press(Key::Enter);
    play.press(Key::Enter);
    play.converse_to_the_debrief();
    assert_eq!(records.past(elena).expect("readable").len(), 1, "while the debrief is open");
    play.press(Key::PageDown);
    play.press(Key::Escape);
    assert_eq!(records.past(elena).expect("readable"), []);
}

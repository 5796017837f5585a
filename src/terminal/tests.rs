//! Somebody at a keyboard, played from a list of keys.

use std::cell::RefCell;
use std::io::{self, Cursor, Write};
use std::rc::Rc;
use std::sync::Arc;

use super::{Desk, Kept, Manner};
use crate::model::Model;
use crate::report::page::Page;
use crate::scenario::library::known;
use crate::scenario::resolve::resolve;
use crate::session::{Command, Mode, Session};

#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

const SHORT: &str = include_str!("../../tests/scenarios/short-talk.ron");

/// What the page shows to somebody who types these lines. They sit down before the last of three turns.
fn shown(mode: Mode, typed: &str) -> String {
    let read = resolve("short-talk", SHORT, &Model::shipped().techniques, known());
    let mut session = Session::begin(Arc::new(read.expect("it resolves").scenario), Model::shipped(), 3, mode);
    for command in [Command::Say(0), Command::PassCue, Command::Say(0)] {
        session.apply(command).expect("it is on offer");
    }
    let out = Shared::default();
    let mut input = Cursor::new(typed.to_owned());
    let desk = Desk { page: Page::plain(Box::new(out.clone())), input: &mut input, manner: Manner::Live };
    desk.sit(session, Kept::default()).expect("the page is there");
    String::from_utf8(out.0.borrow().clone()).expect("text")
}

#[test]
fn their_own_account_comes_before_ours() {
    let told = shown(Mode::Practice, "1\n5\n\n2\nq\nq\n");
    let (own, ours) = (told.find("how do you think it went?"), told.find("[ ] where it may lie"));
    assert!(own.is_some() && own < ours, "{told}");
    assert!(told.contains("v you said   [ ]") && told.contains("you said: throughout"), "{told}");
    assert_eq!(told.matches("    you said: ").count(), 2, "two gave no number: {told}");
}

#[test]
fn a_turn_can_be_gone_back_to_in_practice() {
    let told = shown(Mode::Practice, "1\n\n\n\n\n3\n2\n\n\n\n\nq\n");
    assert!(told.contains("Back to turn 3."), "{told}");
    assert_eq!(told.matches("Practice, seed 3.").count(), 2, "{told}");
}

#[test]
fn in_an_assessment_there_is_no_going_back() {
    let told = shown(Mode::Assessment, "1\n\n\n\n\n3\n2\n");
    assert!(told.contains("Assessment, seed 3.") && !told.contains("go back to that turn"), "{told}");
}

#[test]
fn nothing_typed_asks_again_and_t_tells_what_was_said() {
    let told = shown(Mode::Practice, "\nt\nsomething\nq\n");
    assert!(told.contains("Type 1-") && told.ends_with("You leave it there.\n\n"), "{told}");
    assert!(told.contains("- Two days of papers, and you saw it first."), "{told}");
}

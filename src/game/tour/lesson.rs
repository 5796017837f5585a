//! The first lesson: a moment with its example, what came of the line, and the same skill without help.

use std::sync::Arc;

use bevy::platform::cell::SyncCell;
use bevy_egui::egui::Key;

use super::album::Album;
use super::studio::{Studio, Subject};
use super::{Kind, Order, look};
use crate::game::desk::{Desk, Setup};
use crate::lesson::shipped;
use crate::scenario::Scenario;

const HERE: [&str; 3] = ["lesson", "lesson-answered", "lesson-faded"];
const SEED: u64 = 3;
const CALM: f64 = 1.6;
const NUMBERS: [Key; 4] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];

pub(super) fn make(
    studio: &mut Studio,
    order: &Order,
    album: &mut Album,
    scenarios: &[Arc<Scenario>],
) -> Result<(), String> {
    if !HERE.iter().any(|name| album.wants(Kind::Screens, name)) {
        return Ok(());
    }
    let desk = Desk::new(Setup {
        scenarios: scenarios.to_vec(),
        palette: Some(order.palette),
        text: Some(order.text),
        seed: Some(SEED),
        ..Setup::default()
    });
    studio.show(Subject::Desk(Box::new(SyncCell::new(desk))));
    studio.wait(CALM);
    for key in [Key::ArrowDown, Key::Enter, Key::Space] {
        studio.press(key);
        studio.wait(CALM);
    }
    look(studio, album, HERE[0])?;
    find(studio, 0);
    look(studio, album, HERE[1])?;
    // the next, and then back to the same skill, which has no example any more
    studio.press(Key::Space);
    studio.press(Key::Space);
    find(studio, 1);
    for key in [Key::ArrowRight, Key::ArrowLeft, Key::Space] {
        studio.press(key);
        studio.wait(CALM);
    }
    look(studio, album, HERE[2])
}

/// Says the line that finds the first skill in this try, and waits for the note.
fn find(studio: &mut Studio, number: usize) {
    let order = studio.desk().and_then(|desk| desk.session().map(|session| session.open_turn().order));
    let found = order.unwrap_or_default().iter().position(|line| shipped()[0].finds(number, *line));
    studio.press(NUMBERS[found.unwrap_or_default()]);
    studio.wait(CALM);
    studio.press(Key::Space);
    studio.wait(CALM);
}

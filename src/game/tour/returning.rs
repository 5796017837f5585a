//! The screens of somebody who sits down for the first time, who comes back, and who is coached.

use std::sync::Arc;

use bevy::platform::cell::SyncCell;
use bevy_egui::egui::Key;

use super::album::Album;
use super::screens::THOROUGHLY;
use super::studio::{Studio, Subject};
use super::{Kind, Order, history, look};
use crate::game::desk::{Desk, Setup};
use crate::records::{Opened, Records};
use crate::scenario::Scenario;
use crate::session::Mode;

const SEED: u64 = 11;
/// Seconds until a street stands as it does.
const CALM: f64 = 1.6;
/// Seconds in which a line is said and answered.
const ANSWERED: f64 = 9.0;

/// Each picture, with the keys that lead to it from where the desk opens.
const PICTURES: [(&str, At, &[Key]); 9] = [
    ("welcome", At::First, &[]),
    ("title-again", At::Autumn, &[]),
    ("who", At::Autumn, &[Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::Enter]),
    ("class", At::Class, &[Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::Enter, Key::C]),
    ("progress", At::Autumn, &[Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::Enter]),
    ("hard-call", At::Autumn, &[Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::Enter, Key::H]),
    ("hard-call-marked", At::Autumn, &[Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::Enter, Key::H, Key::Num3]),
    ("question", At::Yesterday, &[Key::ArrowDown, Key::Enter]),
    ("question-answered", At::Yesterday, &[Key::ArrowDown, Key::Enter, Key::Num1]),
];

/// Where the desk opens.
#[derive(Clone, Copy)]
enum At {
    /// Nobody was here before.
    First,
    Autumn,
    /// Somebody had a conversation yesterday.
    Yesterday,
    /// Twelve people have had the same conversation.
    Class,
}

pub(super) fn make(
    studio: &mut Studio,
    order: &Order,
    album: &mut Album,
    scenarios: &[Arc<Scenario>],
) -> Result<(), String> {
    for (name, at, keys) in PICTURES {
        if !album.wants(Kind::Screens, name) {
            continue;
        }
        let opened = match at {
            At::First => Opened { records: Records::in_memory(), told: None },
            At::Autumn => history::records(scenarios),
            At::Yesterday => history::yesterday(scenarios),
            At::Class => history::class(scenarios),
        };
        let desk = Desk::at(setup(order, scenarios, Mode::Practice), opened, Some(history::NOW));
        studio.show(Subject::Desk(Box::new(SyncCell::new(desk))));
        studio.wait(CALM);
        keys.iter().for_each(|key| studio.press(*key));
        studio.wait(CALM);
        look(studio, album, name)?;
    }
    coached(studio, order, album, scenarios)
}

fn setup(order: &Order, scenarios: &[Arc<Scenario>], mode: Mode) -> Setup {
    Setup {
        scenarios: scenarios.to_vec(),
        palette: Some(order.palette),
        text: Some(order.text),
        mode,
        seed: Some(SEED),
        ..Setup::default()
    }
}

/// A line was said, and a note stands above the next ones.
fn coached(studio: &mut Studio, order: &Order, album: &mut Album, scenarios: &[Arc<Scenario>]) -> Result<(), String> {
    for scenario in scenarios.iter().filter(|s| THOROUGHLY.contains(&s.id.as_str())) {
        let name = format!("{}-coached", scenario.id);
        if !album.wants(Kind::Screens, &name) {
            continue;
        }
        let chosen = Some(Arc::clone(scenario));
        let desk = Desk::new(Setup { chosen, ..setup(order, scenarios, Mode::Coached) });
        studio.show(Subject::Desk(Box::new(SyncCell::new(desk))));
        studio.wait(CALM);
        for key in [Key::Space, Key::Num2] {
            studio.press(key);
            studio.wait(ANSWERED);
        }
        studio.press(Key::Space);
        studio.wait(CALM);
        look(studio, album, &name)?;
    }
    Ok(())
}

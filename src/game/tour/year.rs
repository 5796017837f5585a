//! A year of visits: the street of a case, the days between, the night with its doors, and the night told twice.

use std::sync::Arc;

use bevy::platform::cell::SyncCell;
use bevy_egui::egui::Key;

use super::album::Album;
use super::studio::{Studio, Subject};
use super::{Kind, Order, look};
use crate::case::{Case, Course, LIVES, live};
use crate::game::desk::{Desk, Setup};
use crate::model::Model;
use crate::records::{Opened, Records, Stamp};
use crate::scenario::Scenario;

const HERE: [&str; 6] = ["case", "case-days", "case-after", "case-night", "case-epilogue", "case-year"];
/// 4 November 2026, ten in the morning.
const NOW: Stamp = Stamp { ms: 1_793_782_800_000, zone: 60 };
/// Seconds for a face to come to rest.
const CALM: f64 = 1.6;
/// Seconds until all days have passed.
const DAYS: f64 = 3.0;

pub(super) fn make(
    studio: &mut Studio,
    order: &Order,
    album: &mut Album,
    scenarios: &[Arc<Scenario>],
) -> Result<(), String> {
    let Some(case) = crate::case::all(None).into_iter().next().map(Arc::new) else { return Ok(()) };
    if !HERE.iter().any(|name| album.wants(Kind::Screens, name)) {
        return Ok(());
    }
    let whole = live(&case, Model::shipped(), &LIVES[0], 1).course;
    let mut before = whole.clone();
    before.visits.truncate(4);
    before.passport = before.visits[3].left.clone();
    before.days_passed = false;
    studio.show(Subject::Desk(Box::new(SyncCell::new(desk(order, scenarios, &case, &before)?))));
    at_the_case(studio);
    look(studio, album, "case")?;
    for key in [Key::Enter, Key::Num1, Key::Num2] {
        studio.press(key);
    }
    look(studio, album, "case-days")?;
    studio.press(Key::Enter);
    studio.wait(DAYS);
    look(studio, album, "case-after")?;
    for key in [Key::Enter, Key::Enter] {
        studio.press(key);
    }
    studio.wait(CALM);
    studio.press(Key::Space);
    studio.wait(CALM);
    look(studio, album, "case-night")?;
    studio.show(Subject::Desk(Box::new(SyncCell::new(desk(order, scenarios, &case, &whole)?))));
    at_the_case(studio);
    studio.press(Key::Enter);
    studio.wait(CALM);
    look(studio, album, "case-epilogue")?;
    studio.press(Key::Enter);
    look(studio, album, "case-year")
}

/// From the title by the street to the case, which stands first there.
fn at_the_case(studio: &mut Studio) {
    studio.wait(CALM);
    studio.press(Key::Enter);
    studio.press(Key::Enter);
    studio.wait(CALM);
}

fn desk(order: &Order, scenarios: &[Arc<Scenario>], case: &Arc<Case>, course: &Course) -> Result<Desk, String> {
    let mut records = Records::in_memory();
    let trainee = records.add_trainee("Elena", NOW).map_err(|trouble| trouble.to_string())?;
    records.begin_course(trainee.ix, course, NOW).map_err(|trouble| trouble.to_string())?;
    let setup = Setup {
        scenarios: scenarios.to_vec(),
        cases: vec![Arc::clone(case)],
        palette: Some(order.palette),
        text: Some(order.text),
        seed: Some(3),
        ..Setup::default()
    };
    Ok(Desk::at(setup, Opened { records, told: None }, Some(NOW)))
}

//! What must be true of the recipes before anybody is drawn by them.

use super::file::{Camera, CuesFile, Manner, Shows, When};
use super::{POSES, UNITS};
use crate::model::Emotion;

/// # Errors
/// A sentence naming the entry and its fault.
pub(super) fn check(file: &CuesFile) -> Result<(), String> {
    for emotion in Emotion::ALL {
        let count = file.emotions.iter().filter(|cue| cue.emotion == emotion).count();
        if count != 1 {
            return Err(format!("\"{}\" stands there {count} times; once is right", emotion.id()));
        }
    }
    let Camera { trust, arousal, room, .. } = &file.camera;
    if trust.0 >= trust.1 || arousal.0 >= arousal.1 || !(0.0..=1.0).contains(room) {
        return Err("camera: trust and arousal go from less to more, room from 0 to 1".to_owned());
    }
    for manner in Manner::ALL {
        let cue = file.arms.get(&manner).ok_or_else(|| format!("the manner {manner:?} is missing"))?;
        known_pose(&cue.pose)?;
    }
    for cue in &file.emotions {
        let stages = std::iter::once(&cue.shows).chain(cue.then.iter().map(|later| &later.shows));
        stages.into_iter().try_for_each(check_shows).map_err(|e| format!("{}: {e}", cue.emotion.id()))?;
    }
    for sign in &file.signs {
        check_shows(&sign.shows)
            .and_then(|()| sign.when.iter().try_for_each(check_when))
            .map_err(|e| format!("{}: {e}", sign.id))?;
    }
    Ok(())
}

fn check_shows(shows: &Shows) -> Result<(), String> {
    for (number, amount) in &shows.units {
        if !UNITS.contains(number) {
            return Err(format!("no face here has the action unit {number}"));
        }
        if amount.sides().iter().any(|side| !(-1.0..=1.0).contains(side)) {
            return Err(format!("action unit {number} goes from -1 to 1"));
        }
    }
    Ok(())
}

/// A growth from a number to itself has no in between.
fn check_when(when: &When) -> Result<(), String> {
    let (from, full) = match when {
        When::Grows { from, full, .. } | When::Drunk { from, full } => (from, full),
        When::Rises { by, full, .. } | When::Falls { by, full, .. } => (by, full),
        When::Feels(_) | When::FeelsNone(_) | When::Between { .. } | When::ShutDown => return Ok(()),
    };
    if from == full { Err(format!("it grows from {from} to {full}, which is no way at all")) } else { Ok(()) }
}

pub(super) fn known_pose(pose: &str) -> Result<(), String> {
    if POSES.contains(&pose) { Ok(()) } else { Err(format!("there is no pose \"{pose}\"")) }
}

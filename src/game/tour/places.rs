//! Places: each with somebody standing in it, as in a conversation.

use bevy::math::UVec2;

use super::album::Album;
use super::people::{sitting, wanted};
use super::studio::{Studio, Subject};
use super::{Kind, Order};
use crate::cast;
use crate::game::stage::Scene;
use crate::game::theme::Palette;
use crate::scenario::library;

pub(super) fn make(studio: &mut Studio, order: &Order, album: &mut Album) -> Result<(), String> {
    let size = UVec2::from(order.size);
    let mut ids: Vec<&str> = cast::place_ids().collect();
    ids.sort_unstable();
    for (turn, place) in ids.into_iter().enumerate() {
        if !album.wants(Kind::Places, place) {
            continue;
        }
        studio.resize(size);
        let Some(who) = somebody(order, place, turn) else { return Err("nobody of that name is drawn".to_owned()) };
        let dimmed = order.palette == Palette::HighContrast;
        let scene = Box::new(Scene { dimmed, ..sitting(&who, place, None, 0, size.as_vec2()) });
        studio.show(Subject::Stage { scene, caption: String::new() });
        album.put(Kind::Places, place, studio.picture()?)?;
    }
    Ok(())
}

/// Whoever is met there first in the shipped scenarios; where nobody is, each in turn, so that all are seen in some light.
fn somebody(order: &Order, place: &str, turn: usize) -> Option<String> {
    let scenarios = library::shipped_ids().into_iter().filter_map(|id| library::load(&id, None).ok());
    let met = scenarios.filter(|s| s.place == place).flat_map(|s| s.people.clone()).map(|person| person.looks);
    let mut drawn: Vec<&str> = cast::look_ids().collect();
    drawn.sort_unstable();
    let after = turn % drawn.len().max(1);
    let in_turn = drawn.iter().cycle().skip(after).take(drawn.len()).map(|id| (*id).to_owned());
    met.chain(in_turn).find(|id| wanted(order, id) && cast::look_exists(id))
}

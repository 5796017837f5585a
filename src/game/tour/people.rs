//! Contact sheets: one person with every emotion at three strengths, and with none.

use bevy::math::{Rect, UVec2, Vec2};
use image::{RgbImage, imageops};

use super::album::Album;
use super::studio::{Studio, Subject};
use super::{Kind, Lettering, Order};
use crate::backdrop::Wish;
use crate::cast;
use crate::game::stage::{Actor, Distance, Scene};
use crate::model::cue::{Cues, Moment};
use crate::model::{Emotion, State};

/// How stirred somebody is who feels something slightly, clearly, strongly: strong feelings come with a stirred body.
const AROUSAL: [f64; 3] = [35.0, 55.0, 75.0];
const STRENGTHS: [&str; 3] = ["slight", "clear", "strong"];
/// Neither trusting nor distrusting.
const EVEN: State =
    State { arousal: 30.0, trust: 50.0, heard: 50.0, respect: 50.0, safety: 50.0, control: 50.0, readiness: 10.0 };
/// Pixels between two cells.
const GAP: u32 = 4;

/// One cell: what is felt, and how strongly (0 to 2); nothing in particular without an emotion.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cell {
    emotion: Option<Emotion>,
    strength: usize,
}

impl Cell {
    /// Row by row: strengths, or the only one that is asked for, 0 to 2; in a row the emotions, and none.
    fn all(only: Option<usize>) -> Vec<Self> {
        let columns = || Emotion::ALL.into_iter().map(Some).chain([None]);
        let strengths = (0..STRENGTHS.len()).filter(|strength| only.is_none_or(|only| only == *strength));
        strengths.flat_map(|strength| columns().map(move |emotion| Self { emotion, strength })).collect()
    }

    fn caption(self) -> String {
        let strength = STRENGTHS[self.strength];
        self.emotion.map_or_else(|| "neutral".to_owned(), |e| format!("{}, {strength}", e.id()))
    }
}

/// Cells in a row of the sheet, and of one with a single strength.
const COLUMNS: usize = Emotion::ALL.len() + 1;
const FEW_COLUMNS: usize = 4;

pub(super) fn make(studio: &mut Studio, order: &Order, album: &mut Album) -> Result<(), String> {
    let ids: Vec<&str> = cast::look_ids().filter(|id| wanted(order, id)).collect();
    for id in ids {
        let name = match order.lettering {
            Lettering::Blind(seed) => format!("{id}-blind-{seed}"),
            Lettering::Nothing | Lettering::Captions => id.to_owned(),
        };
        if album.wants(Kind::People, &name) {
            let picture = sheet(studio, order, album, id)?;
            album.put(Kind::People, &name, picture)?;
        }
    }
    Ok(())
}

/// Whether the order is for this person too.
pub(super) fn wanted(order: &Order, id: &str) -> bool {
    order.people.is_empty() || order.people.iter().any(|p| p == id)
}

fn sheet(studio: &mut Studio, order: &Order, album: &Album, id: &str) -> Result<RgbImage, String> {
    let mut cells = Cell::all(order.strength);
    let columns = if order.strength.is_some() { FEW_COLUMNS } else { COLUMNS };
    if let Lettering::Blind(seed) = order.lettering {
        shuffle(&mut cells, seed, id);
        album.key(&format!("{id}-blind-{seed}"), &key(&cells))?;
    }
    // three quarters as wide as high, for pictures of 16 to 9
    let size = UVec2::new(order.size.0 * 3 / 16, order.size.1 * 4 / 9);
    studio.resize(size);
    let rows = cells.len().div_ceil(columns) as u32;
    let mut sheet = RgbImage::new((size.x + GAP) * columns as u32 + GAP, (size.y + GAP) * rows + GAP);
    for (n, cell) in cells.iter().enumerate() {
        let caption = match order.lettering {
            Lettering::Nothing => String::new(),
            Lettering::Captions => cell.caption(),
            Lettering::Blind(_) => (n + 1).to_string(),
        };
        studio.show(Subject::Stage { scene: Box::new(scene(order, id, *cell, size)), caption });
        let (column, row) = ((n % columns) as u32, (n / columns) as u32);
        let (x, y) = (GAP + column * (size.x + GAP), GAP + row * (size.y + GAP));
        imageops::replace(&mut sheet, &studio.picture()?, i64::from(x), i64::from(y));
    }
    Ok(sheet)
}

fn scene(order: &Order, id: &str, cell: Cell, size: UVec2) -> Scene {
    Scene { distance: Distance::HalfLength, ..sitting(id, &order.place, cell.emotion, cell.strength, size.as_vec2()) }
}

/// A person in a place, in one still moment.
pub(super) fn sitting(id: &str, place: &str, emotion: Option<Emotion>, strength: usize, size: Vec2) -> Scene {
    let habits = cast::look(id).map(|look| look.habits.clone()).unwrap_or_default();
    let arousal = emotion.map_or(EVEN.arousal, |_| AROUSAL[strength]);
    let feels = emotion.map_or((Emotion::Relief, 0), |emotion| (emotion, strength as u8 + 1));
    let state = State { arousal, ..EVEN };
    let moment = Moment { state: &state, feels, before: None, shut_down: false, intoxication: 0.0, habits: &habits };
    Scene {
        conversation: 1,
        place: place.to_owned(),
        actors: vec![Actor::alone(id, Cues::shipped().show(&moment))],
        rect: Rect::from_corners(Vec2::ZERO, size),
        distance: Distance::Conversation,
        wish: Wish::default(),
        frozen: false,
        still: true,
        dimmed: false,
    }
}

/// The same order for the same seed and person, another one for each person.
fn shuffle(cells: &mut [Cell], seed: u64, id: &str) {
    cells.sort_by_cached_key(|cell| {
        *blake3::hash(format!("{seed} {id} {:?} {}", cell.emotion, cell.strength).as_bytes()).as_bytes()
    });
}

/// Which cell shows what.
fn key(cells: &[Cell]) -> String {
    let line = |(n, cell): (usize, &Cell)| match cell.emotion {
        Some(emotion) => format!("{},{},{}\n", n + 1, emotion.id(), cell.strength + 1),
        None => format!("{},neutral,0\n", n + 1),
    };
    "cell,emotion,strength\n".to_owned() + &cells.iter().enumerate().map(line).collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_every_emotion_at_three_strengths_and_none() {
        let cells = Cell::all(None);
        assert_eq!(cells.len(), 3 * COLUMNS);
        assert_eq!(cells[0].caption(), "anger, slight");
        assert_eq!(cells[32], Cell { emotion: None, strength: 2 });
        assert_eq!(Cell::all(Some(2)), cells[22..]);
    }

    #[test]
    fn a_blind_order_is_settled_by_seed_and_person() {
        let order = |seed, id| {
            let mut cells = Cell::all(None);
            shuffle(&mut cells, seed, id);
            key(&cells)
        };
        assert_eq!(order(1, "mara"), order(1, "mara"));
        assert_ne!(order(1, "mara"), order(2, "mara"));
        assert_ne!(order(1, "mara"), order(1, "dev"));
        assert_ne!(order(1, "mara"), key(&Cell::all(None)));
        assert_eq!(order(1, "mara").lines().count(), 34);
    }
}

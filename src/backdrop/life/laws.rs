//! What holds for the life of every place that ships.

use super::{Placement, Sprite, falling, now, sprite, still};
use crate::backdrop::FRAME;
use crate::cast::life::{Event, Motion};
use crate::cast::place::{Layer, Place, Spots};
use crate::cast::{place, place_ids, view_ids};

/// Half the width and height of a face, in figure units.
const FACE: [f32; 2] = [75.0, 100.0];

fn each(check: impl Fn(&str, &Place)) {
    place_ids().chain(view_ids()).for_each(|id| check(id, &place(id).expect("a place")));
}

fn is_light(motion: Motion) -> bool {
    matches!(motion, Motion::Dip(_) | Motion::Flicker(_) | Motion::Blink | Motion::Crossfade(_))
}

#[test]
fn life_hangs_on_layers_that_are_there_and_keeps_its_ranges() {
    each(|id, place| {
        let known = |after: &str| place.behind.iter().chain(&place.in_front).any(|layer| layer.name == after);
        for event in &place.life {
            let named = format!("{id}: {}", event.name);
            assert!(known(&event.after) && !event.shapes.is_empty(), "{named}");
            assert!(event.lasts > 0.0 && event.every.0 <= event.every.1, "{named}");
            assert!(event.still.is_none_or(|phase| (0.0..=1.0).contains(&phase)), "{named}");
            assert!(sprite(place, event, 0.5).is_some(), "{named}");
            let alike =
                |other: &&Event| other.name == event.name && (other.every, other.lasts) != (event.every, event.lasts);
            assert_eq!(place.life.iter().find(alike), None, "{named}: two paces for one name");
        }
        assert!(place.weather.iter().all(|weather| known(weather.after())), "{id}");
    });
}

/// The milliseconds at which a light is at its brightest or, a shade, at its darkest.
fn peaks(event: &Event, seed: u64, secs: u32) -> Vec<u32> {
    const STEP: u32 = 20;
    let opacity = |ms: u32| now(event, seed, f64::from(ms) * 0.001).map_or(0.0, |p| p.opacity);
    let mut peaks = Vec::new();
    let (mut low, mut high) = (opacity(0), 0.0_f32);
    for ms in (STEP..secs * 1000).step_by(STEP as usize) {
        let now = opacity(ms);
        high = high.max(now);
        if high - low > 0.05 && high - now > 0.05 {
            peaks.push(ms);
            (low, high) = (now, 0.0);
        }
        low = low.min(now);
        high = if now <= low { now } else { high };
    }
    peaks
}

#[test]
fn nothing_flashes_more_than_three_times_in_a_second() {
    each(|id, place| {
        for seed in 0..3 {
            let mut names: Vec<&str> = Vec::new();
            let mut all: Vec<u32> = Vec::new();
            for event in place.life.iter().filter(|event| is_light(event.motion)) {
                if !names.contains(&&*event.name) {
                    names.push(&event.name);
                    all.extend(peaks(event, seed, 200));
                }
            }
            all.sort_unstable();
            assert!(all.windows(4).all(|four| four[3] - four[0] >= 1000), "{id}: {all:?}");
        }
    });
}

#[test]
fn a_peak_is_found() {
    let motion = Motion::Blink;
    let (name, after) = ("hazard".to_owned(), "car".to_owned());
    let (every, lasts) = ((0.5, 0.5), 0.3);
    let event = Event { name, after, every, lasts, still: None, within: None, hours: vec![], motion, shapes: vec![] };
    assert!((18..=20).contains(&peaks(&event, 1, 10).len()), "{:?}", peaks(&event, 1, 10));
}

/// The mean opacity over the whole frame.
fn veil(sprite: &Sprite) -> f32 {
    let picture = &sprite.picture;
    let sum: f32 = picture.rgba.chunks_exact(4).map(|pixel| f32::from(pixel[3]) / 255.0).sum();
    let [left, top, right, bottom] = sprite.bounds;
    sum / (picture.width * picture.height) as f32 * (right - left) * (bottom - top) / (FRAME[0] * FRAME[1])
}

#[test]
fn no_light_changes_the_whole_picture() {
    each(|id, place| {
        for event in place.life.iter().filter(|event| is_light(event.motion)) {
            let veil = sprite(place, event, 0.25).map_or(0.0, |sprite| veil(&sprite));
            assert!(veil < 0.08, "{id}: {}: {veil}", event.name);
        }
    });
}

/// What of a picture is seen: points in units, and how opaque it is there.
fn points(sprite: &Sprite) -> Vec<([f32; 2], f32)> {
    let picture = &sprite.picture;
    let [left, top, right, bottom] = sprite.bounds;
    let size = [(right - left) / picture.width as f32, (bottom - top) / picture.height as f32];
    let point = |(ix, pixel): (usize, &[u8])| {
        let (x, y) = ((ix % picture.width) as f32 + 0.5, (ix / picture.width) as f32 + 0.5);
        ([left + x * size[0], top + y * size[1]], f32::from(pixel[3]) / 255.0)
    };
    picture.rgba.chunks_exact(4).enumerate().map(point).filter(|(_, opacity)| *opacity > 0.0).collect()
}

/// The strongest opacity over the face.
fn over_the_face(place: &Place, points: &[([f32; 2], f32)], placement: &Placement) -> f32 {
    let Some(Spots { speaker: spot, .. }) = &place.spots else { return 0.0 };
    let on_face = |point: &[f32; 2]| {
        let [x, y] = placement.place(*point);
        let away = [(x - spot.x) / FACE[0] / spot.k, (y - spot.y) / FACE[1] / spot.k];
        away[0].hypot(away[1]) < 1.0
    };
    let opacities = points.iter().filter(|(point, _)| on_face(point)).map(|(_, opacity)| opacity * placement.opacity);
    opacities.fold(0.0, f32::max)
}

#[test]
fn nothing_comes_over_the_face() {
    each(|id, place| {
        let in_front = |layer: &str| place.in_front.iter().any(|l: &Layer| l.name == layer);
        for event in place.life.iter().filter(|event| in_front(&event.after)) {
            let points = sprite(place, event, 0.1).map(|sprite| points(&sprite)).unwrap_or_default();
            let moments = (0..200).filter_map(|i| now(event, 1, f64::from(i) * 0.3));
            for placement in moments.chain(still(event)) {
                let over = over_the_face(place, &points, &placement);
                assert!(over < 0.03, "{id}: {}: {over} at {placement:?}", event.name);
            }
        }
        for weather in place.weather.iter().filter(|weather| in_front(weather.after())) {
            let streaks = (0..40).flat_map(|i| falling(place, weather, 1, f64::from(i) * 0.7));
            let clear = |x: f32| place.spots.as_ref().is_none_or(|spots| (x - spots.speaker.x).abs() >= 110.0);
            assert!(streaks.into_iter().all(|streak| clear(streak.from[0]) && clear(streak.to[0])), "{id}");
        }
    });
}

#[test]
fn where_nothing_may_move_every_light_that_falls_is_whole() {
    each(|id, place| {
        for event in place.life.iter().filter(|event| matches!(event.motion, Motion::Dip(_) | Motion::Flicker(_))) {
            assert_eq!(still(event), None, "{id}: {}", event.name);
        }
    });
}

//! What holds for every place that ships, and how a fault in a file is told.

use super::*;
use crate::cast::Mixture;

fn shipped() -> Vec<(&'static str, Place)> {
    place_ids().chain(view_ids()).map(|id| (id, place(id).expect(id))).collect()
}

fn written() -> Vec<(&'static str, &'static str, Written)> {
    files().map(|(file, text)| (file, text, Written::parse(file, text).expect("parses"))).collect()
}

#[test]
fn the_places_that_ship() {
    let mut ids: Vec<_> = place_ids().collect();
    ids.sort_unstable();
    let expected = [
        "bar-afternoon",
        "bar-night",
        "bus-stop-dawn",
        "bus-stop-night",
        "hallway",
        "hospital",
        "landing-morning",
        "landing-night",
        "library-steps-day",
        "library-steps-dusk",
        "library-steps-night",
        "library-steps-rain",
        "living-room",
        "locker-room",
        "roadside-dusk",
        "roadside-night",
        "shop-doorway",
        "street-night",
    ];
    assert_eq!(ids, expected);
}

#[test]
fn a_place_exists_if_its_file_has_the_hour() {
    for id in ["hallway", "bar-night", "library-steps-rain"] {
        assert!(place_exists(id) && place(id).is_some(), "{id}");
    }
    for id in ["", "attic", "bar", "bar-", "bar-noon", "hallway-night", "hallway.ron", "../places/hallway", "Hallway"] {
        assert!(!place_exists(id) && place(id).is_none(), "{id}");
    }
}

#[test]
fn where_nobody_stands_there_is_no_talk() {
    let mut ids: Vec<_> = view_ids().collect();
    ids.sort_unstable();
    assert_eq!(ids, ["harbor-row", "harbor-street"]);
    for id in ids {
        assert!(!place_exists(id) && place(id).is_some_and(|place| place.spots.is_none()), "{id}");
    }
}

#[test]
fn every_name_of_a_palette_is_used_by_a_shape() {
    for (file, text, written) in written() {
        for (hour, Hour { palette, .. }) in &written.hours {
            for name in palette.keys() {
                let used = |mixture: &str| Mixture::parse(mixture).is_ok_and(|m| m.names().contains(&name.as_str()));
                let shapes = text.split_once("behind: [").map_or("", |(_, shapes)| shapes);
                let quoted = shapes.split('"').skip(1).step_by(2);
                assert!(name == "void" || quoted.into_iter().any(used), "{file}, {hour}: {name}");
            }
        }
    }
}

#[test]
fn layers_are_named_filled_and_on_their_side_of_the_people() {
    for (id, place) in shipped() {
        let named = |layer: &Layer| !layer.name.is_empty() && !layer.shapes.is_empty();
        assert!(place.behind.iter().chain(&place.in_front).all(named), "{id}");
        assert!(place.behind.iter().all(|l| (0.0..place.people_depth).contains(&l.depth)), "{id}");
        assert!(place.in_front.iter().all(|l| l.depth > place.people_depth && l.depth <= 1.0), "{id}");
    }
}

#[test]
fn the_light_is_within_its_ranges() {
    for (id, Place { light, vignette, .. }) in shipped() {
        for share in [light.key_mix, light.ambient_mix, f64::from(vignette.strength)] {
            assert!((0.0..=1.0).contains(&share), "{id}: {share}");
        }
        assert!((0.5..=1.2).contains(&light.exposure) && (0.8..=1.0).contains(&light.cloth), "{id}");
        assert!(light.light_x.abs() == 1.0 && light.rim_dir != [0.0, 0.0], "{id}");
        assert!((0.0..=8.0).contains(&light.rim_w), "{id}");
    }
}

#[test]
fn people_stand_within_the_frame_and_the_speaker_looks_to_the_light() {
    for (id, Place { light, spots, .. }) in shipped() {
        let Some(Spots { speaker, second }) = spots else { continue };
        // who sits is seen down to the lap
        let sizes = if speaker.seat == Some(Seat::Bench) { 0.7..=0.8 } else { 0.94..=1.06 };
        assert!((0.42..=0.58).contains(&(speaker.x / 1280.0)) && sizes.contains(&speaker.k), "{id}");
        assert_eq!(speaker.seat.is_some(), second.seat.is_some(), "{id}: whoever comes here sits");
        let crown = (speaker.y - 105.0 * speaker.k) / 720.0;
        assert!((0.15..0.23).contains(&crown), "{id}: {crown}");
        assert_eq!(speaker.mirror, light.light_x > 0.0, "{id}");
        assert!((0.8..=0.84).contains(&second.k) && (20.0..60.0).contains(&(second.y - speaker.y)), "{id}");
        assert!((100.0..400.0).contains(&(second.x - speaker.x).abs()), "{id}");
    }
}

#[test]
fn a_fault_is_told_with_its_line_and_column_and_a_way_out() {
    let (_, text) = files().find(|(file, _)| *file == "hallway").expect("hallway");
    let check = |from: &str, to: &str, expected: &str| {
        assert!(text.contains(from), "{from}");
        let error = Written::parse("hallway.ron", &text.replacen(from, to, 1)).expect_err("broken");
        let at = error.strip_prefix("hallway.ron:").and_then(|rest| rest.split(':').next()?.parse::<usize>().ok());
        assert!(at.is_some_and(|line| line > 5) && error.contains(expected), "{error}");
    };
    check("key: \"#dceada\"", "key: \"dceada\"", ": `dceada` is no color: write `#rrggbb`");
    check("k: 1.06", "k: 1.06, seat: Sofa", ": Unexpected variant named `Sofa` in enum `Seat`, expected");
    check("k: 1.06", "k: 1.06, sits: Bench", ": Unexpected field named `sits`");
    check("strength", "strenght", ": Unexpected field named `strenght`");
    check("people_depth: 0.6,", "", "missing field named `people_depth`");
    check("Flat(\"wall\"", "Flat(\"wal\"", ": the palette of `night` has no `wal`: add it there, or write one of door");
    check(
        "Flat(\"wall\"",
        "Flat(\"wall 3 void\"",
        ": `wall 3 void` is no color: write `#rrggbb`, a name of the palette",
    );
    check(
        "behind: [",
        "behind: [(name: \"x\", depth: 0, shapes: [Only([\"noon\"], [])]),",
        "has no hour `noon`: write one of night",
    );
}

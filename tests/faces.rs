//! Every action unit is seen: each moves pixels at the size a player sees, more the farther it goes, each side for itself.

use alongside::cast::{self, Light};
use alongside::figure::{self, ActionUnits, Drawing, Layer, Outline, Poses, Posture};
use tiny_skia::{FillRule, Mask, Paint, Path, PathBuilder, Pixmap, Transform};

/// A head is 170 pixels high on a window of 720.
const SCALE: f32 = 0.85;
const SIZE: (u32, u32) = (220, 240);
/// The part of the figure that is looked at has its middle here.
const MIDDLE: (f32, f32) = (110.0, 110.0);

/// Units of the face that have a right and a left, and those of its middle.
const SIDED: [usize; 14] = [1, 2, 4, 5, 6, 7, 9, 10, 12, 14, 15, 20, 43, 45];
const MIDDLE_UNITS: [usize; 6] = [17, 18, 23, 24, 25, 26];
/// Pixels wholly changed that an eye notices at a glance.
const NOTICED: f32 = 20.0;
const HALF_NOTICED: f32 = 10.0;

fn face(units: &[(usize, f32, f32)], change: impl Fn(&mut Posture)) -> Pixmap {
    let look = cast::look("tessa").expect("a look");
    let light: Light = ron::from_str(
        "(key: \"#ffd9a8\", ambient: \"#3a4658\", key_mix: 0.1, ambient_mix: 0.16, exposure: 1.0, light_x: -1.0)",
    )
    .expect("a light");
    let mut shown = ActionUnits::default();
    units.iter().for_each(|(number, right, left)| shown.set(*number, *right, *left));
    let mut posture = Posture { yaw: -10.0, ..Posture::default() };
    change(&mut posture);
    paint(&figure::draw(look, &light, &shown, &posture, Poses::shipped()))
}

/// The drawing with hard edges.
fn paint(drawing: &Drawing) -> Pixmap {
    let mut picture = Pixmap::new(SIZE.0, SIZE.1).expect("a size");
    let place = Transform::from_scale(SCALE, SCALE).post_translate(MIDDLE.0, MIDDLE.1);
    let clips: Vec<Option<Mask>> = drawing.clips.iter().map(|clip| mask(clip, place)).collect();
    for layer in &drawing.layers {
        let clip = layer.clip.and_then(|ix| clips[ix].as_ref());
        if let Some(path) = path(&layer.outlines) {
            picture.fill_path(&path, &color(layer), FillRule::EvenOdd, place, clip);
        }
    }
    picture
}

fn color(layer: &Layer) -> Paint<'static> {
    let mut paint = Paint::default();
    let [r, g, b] = layer.color;
    paint.set_color_rgba8(r, g, b, (layer.opacity * 255.0) as u8);
    paint
}

fn mask(clip: &[Outline], place: Transform) -> Option<Mask> {
    let mut mask = Mask::new(SIZE.0, SIZE.1)?;
    mask.fill_path(&path(clip)?, FillRule::Winding, true, place);
    Some(mask)
}

fn path(outlines: &[Outline]) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for outline in outlines {
        let [x, y] = *outline.first()?;
        builder.move_to(x, y);
        for [a, b, c] in outline[1..].as_chunks::<3>().0 {
            builder.cubic_to(a[0], a[1], b[0], b[1], c[0], c[1]);
        }
        builder.close();
    }
    builder.finish()
}

/// Pixels wholly changed from black to white that the difference amounts to.
fn change(one: &Pixmap, other: &Pixmap) -> f32 {
    let by = one.data().iter().zip(other.data()).map(|(a, b)| f32::from(a.abs_diff(*b)));
    by.sum::<f32>() / (3.0 * 255.0)
}

#[test]
fn every_action_unit_changes_the_face_on_its_side_and_more_the_farther_it_goes() {
    let rest = face(&[], |_| {});
    for number in SIDED.into_iter().chain(MIDDLE_UNITS) {
        let changed = |right: f32, left: f32| change(&rest, &face(&[(number, right, left)], |_| {}));
        let course = [0.34, 0.67, 1.0].map(|share| changed(share, share));
        assert!(course.is_sorted_by(|a, b| a < b), "{number} grows: {course:?}");
        assert!(course[2] > NOTICED, "{number} is seen: {course:?}");
        for side in [(1.0, 0.0), (0.0, 1.0)] {
            let half = [0.5, 1.0].map(|share| changed(share * side.0, share * side.1));
            assert!(half[0] < half[1] && half[1] > HALF_NOTICED, "{number} {side:?}: {half:?}");
        }
    }
}

#[test]
fn right_and_left_of_a_unit_are_two_faces() {
    for number in SIDED {
        let (right, left) = (face(&[(number, 1.0, 0.0)], |_| {}), face(&[(number, 0.0, 1.0)], |_| {}));
        assert!(change(&right, &left) > HALF_NOTICED, "{number}");
    }
}

type Turn = (&'static str, fn(&mut Posture, f32));

/// FACS 51 to 58 and 61 to 64, by twos that go opposite ways.
const TURNS: [Turn; 6] = [
    ("head left and right", |p, way| p.yaw += 8.0 * way),
    ("head up and down", |p, way| p.pitch += 8.0 * way),
    ("head tilted", |p, way| p.roll += 6.0 * way),
    ("head forward and back", |p, way| p.lean += 2.0 * way),
    ("eyes left and right", |p, way| p.gaze_x += 0.8 * way),
    ("eyes up and down", |p, way| p.gaze_y += 0.8 * way),
];

#[test]
fn head_and_eyes_are_seen_to_turn_each_way() {
    let rest = face(&[], |_| {});
    for (name, turn) in TURNS {
        let [there, back] = [1.0, -1.0].map(|way| face(&[], |posture| turn(posture, way)));
        let slight = face(&[], |posture| turn(posture, 0.4));
        assert!(change(&rest, &there) > NOTICED && change(&rest, &back) > NOTICED, "{name}");
        assert!(change(&there, &back) > NOTICED && change(&rest, &slight) < change(&rest, &there), "{name}");
    }
}

//! What hands hold, rest on and hold on to.

use std::f64::consts::PI;

use crate::cast::{Color, Light};

use super::canvas::{Canvas, Placement};
use super::curve::{Path, Point, at, corner, polygon, shape, taper};
use super::drawing::Kind;
use super::expression::Side;
use super::hand::Hand;
use super::math::lerp;
use super::tones::Tones;

const COUNTER: Color = Color::hex(0x7a5238);
const FRAME: Color = Color::hex(0x5f6f6a);
const BROOMSTICK: Color = Color::hex(0xa9855a);
const METAL: Color = Color::hex(0xb9b19a);

/// A drinking glass, half full.
pub fn glass(hand: &mut Hand) {
    const WIDTH: f64 = 40.0;
    const HEIGHT: f64 = 82.0;
    let Point { x, y, .. } = hand.seen(at(2.0, -60.0));
    let top = y - 44.0;
    let (half, foot) = (WIDTH / 2.0, WIDTH * 0.40);
    let body = polygon(&[at(x - half, top), at(x + half, top), at(x + foot, top + HEIGHT), at(x - foot, top + HEIGHT)]);
    let canvas = &mut *hand.canvas;
    canvas.fill(body.clone(), Color::hex(0xe9eef0), 0.34, 0.0);
    canvas.clip(&body);
    let surface = at(x - WIDTH, top + 32.0);
    canvas.fill(rectangle(surface, 2.0 * WIDTH, HEIGHT), Color::hex(0xc98a35), 0.85, 0.0);
    canvas.fill(rectangle(surface, 2.0 * WIDTH, 3.0), Color::hex(0xffe3b0), 0.8, 0.0);
    canvas.fill(rectangle(at(x - WIDTH * 0.42, top), 8.0, HEIGHT), Color::WHITE, 0.45, 0.0);
    canvas.end();
}

/// A telephone, its back to the viewer.
pub fn phone(hand: &mut Hand) {
    let place = hand.seen(at(4.0, -56.0)).moved(0.0, -20.0);
    let canvas = &mut *hand.canvas;
    canvas.place(Placement::at(place, 7.0));
    let case = rounded(29.0, [-60.0, 60.0], 7.0);
    canvas.flat(case.clone(), Color::hex(0x20252c));
    canvas.clip(&case);
    let gleam = [at(-40.0, -70.0), at(6.0, -70.0), at(-26.0, 70.0), at(-40.0, 70.0)];
    canvas.fill(polygon(&gleam), Color::hex(0x3b444f), 0.9, 0.6);
    canvas.fill(rectangle(at(-29.0, -60.0), 3.0, 120.0), Color::hex(0x6a7682), 0.8, 0.0);
    canvas.end();
    canvas.flat(rounded(9.0, [-53.0, -27.0], 4.0), Color::hex(0x0f1215));
    for y in [-46.0, -35.0] {
        let lens = [at(-5.0, y), at(0.0, y - 4.4), at(5.0, y), at(0.0, y + 4.4)];
        canvas.fill(shape(&lens), Color::hex(0x4d6270), 0.95, 0.0);
    }
    canvas.end();
}

/// A broomstick, from above the shoulder to the floor.
pub fn mop(hand: &mut Hand, light: &Light, lit: Side) {
    let p = hand.seen(at(2.0, -58.0));
    let stick = [p.moved(-52.0, -250.0), p.moved(20.0, 96.0), p.moved(88.0, 420.0)];
    let wood = Tones::cloth(BROOMSTICK, light);
    hand.canvas.flat(taper(&stick, &[13.0; 3]), wood.base);
    let shade = stick.map(|p| p.moved(-lit.sign() * 4.0, 0.0));
    hand.canvas.fill(taper(&shade, &[5.0; 3]), wood.shade, 0.9, 0.5);
}

/// Three keys on a ring.
pub fn keys(hand: &mut Hand, light: &Light) {
    let metal = Tones::cloth(METAL, light);
    let p = hand.seen(at(6.0, -58.0));
    let circle = |radius: f64| {
        let points: Vec<_> = (0..10)
            .map(|i| {
                let (sin, cos) = (f64::from(i) * PI / 5.0).sin_cos();
                p.moved(radius * cos, 14.0 + radius * sin)
            })
            .collect();
        shape(&points)
    };
    let mut ring = circle(14.0);
    ring.join(circle(11.0));
    ring.kind = Kind::Strip;
    hand.canvas.flat(ring, metal.shade);
    for (degrees, color) in [(-24.0, metal.shade), (4.0, metal.base), (26.0, metal.light)] {
        hand.canvas.place(Placement::at(p.moved(0.0, 26.0), degrees));
        key(color, metal.deep, hand.canvas);
        hand.canvas.end();
    }
}

fn key(color: Color, hole: Color, canvas: &mut Canvas) {
    let bow_and_shaft = [
        at(-7.0, 2.0),
        at(0.0, -3.0),
        at(7.0, 2.0),
        at(6.0, 12.0),
        corner(2.6, 15.0),
        corner(2.6, 42.0),
        corner(-2.6, 42.0),
        corner(-2.6, 15.0),
        at(-6.0, 12.0),
    ];
    canvas.flat(shape(&bow_and_shaft), color);
    let mut bit = rectangle(at(2.0, 26.0), 5.0, 4.0);
    bit.join(rectangle(at(2.0, 34.0), 4.0, 4.0));
    canvas.flat(bit, color);
    canvas.flat(shape(&[at(-2.0, 4.0), at(0.0, 2.0), at(2.0, 4.0), at(0.0, 6.0)]), hole);
}

/// A counter in front of the body from the height `y` down, with the shadows of the hands that lean on it.
pub fn counter(light: &Light, y: f64, wrists: &[Point], canvas: &mut Canvas) {
    const LEFT: f64 = -460.0;
    const WIDTH: f64 = 920.0;
    let wood = Tones::cloth(COUNTER, light);
    canvas.flat(rectangle(at(LEFT, y), WIDTH, 44.0), wood.base);
    canvas.flat(rectangle(at(LEFT, y), WIDTH, 3.0), wood.light);
    canvas.flat(rectangle(at(LEFT, y + 44.0), WIDTH, 856.0 - y), wood.deep);
    canvas.fill(rectangle(at(LEFT, y + 44.0), WIDTH, 16.0), wood.dark, 0.5, 4.0);
    for &Point { x, .. } in wrists {
        let shadow = [
            at(x - 44.0, y + 12.0),
            at(x, y + 4.0),
            at(x + 44.0, y + 12.0),
            at(x + 30.0, y + 40.0),
            at(x - 30.0, y + 40.0),
        ];
        canvas.fill(shape(&shadow), wood.dark, 0.45, 5.0);
    }
}

/// A door frame in front of an arm from `x` outwards, on the side of sign `e`; the fingers come round its edge.
pub fn door_frame(light: &Light, x: f64, e: f64, canvas: &mut Canvas) {
    let wood = Tones::cloth(FRAME, light);
    let upright = |from: f64, width: f64| rectangle(at(x + e * from, -300.0), e * width, 1200.0);
    canvas.flat(upright(0.0, 400.0), wood.shade);
    canvas.flat(upright(0.0, 14.0), wood.light);
    canvas.fill(upright(66.0, 7.0), wood.deep, 0.8, 0.0);
    canvas.fill(upright(-10.0, 10.0), wood.dark, 0.35, 4.0);
}

fn rectangle(corner: Point, width: f64, height: f64) -> Path {
    let (right, bottom) = (corner.x + width, corner.y + height);
    polygon(&[corner, at(right, corner.y), at(right, bottom), at(corner.x, bottom)])
}

/// A rectangle about x = 0 with rounded corners.
fn rounded(half_width: f64, [top, bottom]: [f64; 2], radius: f64) -> Path {
    let (w, q, k) = (half_width, radius, radius * 0.45);
    let sides = [
        [[-w + q, top], [w - q, top]],
        [[w, top + q], [w, bottom - q]],
        [[w - q, bottom], [-w + q, bottom]],
        [[-w, bottom - q], [-w, top + q]],
    ];
    let corners = [
        [[w - k, top], [w, top + k]],
        [[w, bottom - k], [w - k, bottom]],
        [[-w + k, bottom], [-w, bottom - k]],
        [[-w, top + k], [-w + k, top]],
    ];
    let mut outline = vec![sides[0][0]];
    for (i, ([from, to], handles)) in sides.into_iter().zip(corners).enumerate() {
        outline.extend([1.0 / 3.0, 2.0 / 3.0].map(|share| [lerp(from[0], to[0], share), lerp(from[1], to[1], share)]));
        outline.push(to);
        outline.extend(handles);
        outline.push(sides[(i + 1) % sides.len()][0]);
    }
    Path { outlines: vec![outline.iter().map(|p| p.map(|v| v as f32)).collect()], kind: Kind::Shape }
}

//! Harbor Street at dusk, painted from flat shapes: the picture on the title, the board and the briefing.

use bevy_egui::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, vec2};

/// Colors of the street; they belong to the picture, not to the interface.
mod ink {
    use bevy_egui::egui::Color32;
    const fn rgb(v: u32) -> Color32 {
        Color32::from_rgb((v >> 16) as u8, (v >> 8) as u8, v as u8)
    }
    pub const SKY: [Color32; 6] =
        [rgb(0x17203A), rgb(0x1D2A46), rgb(0x263755), rgb(0x3D4560), rgb(0x5C5367), rgb(0x8C646A)];
    pub const GLOW: Color32 = rgb(0xD08A5E);
    pub const WATER: Color32 = rgb(0x3A4762);
    pub const STAR: Color32 = rgb(0xD9D6CC);
    pub const WALK: Color32 = rgb(0x141B26);
    pub const CURB: Color32 = rgb(0x26324A);
    pub const ROAD: Color32 = rgb(0x0E131D);
    pub const LIT: Color32 = rgb(0xE0A04E);
    pub const DIM: Color32 = rgb(0x7A5C40);
    pub const DARK: Color32 = rgb(0x1B2840);
    pub const FRAME: Color32 = rgb(0x10161F);
    pub const LAMP: Color32 = rgb(0xFFD18A);
    pub const IRON: Color32 = rgb(0x0C1017);
    pub const HOUSES: [Color32; 4] = [rgb(0x1F2A39), rgb(0x2B3149), rgb(0x322A36), rgb(0x2A3350)];
    pub const OXBLOOD: Color32 = rgb(0x3C2231);
    pub const OLIVE: Color32 = rgb(0x1B2417);
    pub const DOOR: Color32 = rgb(0x6F7A36);
    pub const BRICK: Color32 = rgb(0x16202B);
    pub const WALL: Color32 = rgb(0x131A24);
}

/// A light in the street that stands for somebody to talk to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Light {
    pub at: Pos2,
    pub shown: Rect,
}

/// The picture's own measure: everything is drawn for 1280 by 400 and scaled to the rectangle's height.
struct Canvas<'a> {
    painter: &'a Painter,
    rect: Rect,
    k: f32,
}

impl Canvas<'_> {
    fn p(&self, x: f32, y: f32) -> Pos2 {
        self.rect.min + vec2(x * self.k, y * self.k)
    }
    fn r(&self, x: f32, y: f32, w: f32, h: f32) -> Rect {
        Rect::from_min_size(self.p(x, y), vec2(w, h) * self.k)
    }
    fn fill(&self, x: f32, y: f32, w: f32, h: f32, color: Color32) {
        self.painter.rect_filled(self.r(x, y, w, h), 0, color);
    }
    fn shape(&self, points: &[(f32, f32)], color: Color32) {
        let points = points.iter().map(|(x, y)| self.p(*x, *y)).collect();
        self.painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
    }
    fn width(&self) -> f32 {
        self.rect.width() / self.k
    }
}

/// Draws the street into `rect`. `time` moves windows and lamp; pass 0 for a still picture. Gives the lights of the two
/// shipped houses, in the order Olive Door, apartment house.
pub fn evening(painter: &Painter, rect: Rect, time: f64) -> [Light; 2] {
    let painter = painter.with_clip_rect(rect);
    let canvas = Canvas { painter: &painter, rect, k: rect.height() / 400.0 };
    sky(&canvas);
    let w = canvas.width();
    let mut x = -30.0;
    for i in 0..12_u32 {
        let (width, height) = (70.0 + hash(i, 1) * 60.0, 90.0 + hash(i, 2) * 90.0);
        house(&canvas, [x, 376.0 - height, width, height], ink::HOUSES[i as usize % 4].gamma_multiply(0.8), i, time);
        x += width + hash(i, 3) * 60.0;
        if x > w {
            break;
        }
    }
    let flat = apartment_house(&canvas, w * 0.60, time);
    let bar = olive_door(&canvas, w * 0.14);
    lamp(&canvas, w * 0.47, time);
    lamp(&canvas, w * 0.88, time);
    canvas.fill(0.0, 376.0, w, 4.0, ink::CURB);
    canvas.fill(0.0, 380.0, w, 20.0, ink::WALK);
    [bar, flat]
}

/// The title's picture: the street by the water, two people under the lamp, and a dark gable for the words.
pub fn title(painter: &Painter, rect: Rect, wall: f32, time: f64) {
    let painter = painter.with_clip_rect(rect);
    let canvas = Canvas { painter: &painter, rect, k: rect.height() / 720.0 };
    let w = canvas.width();
    let left = wall / canvas.k;
    sky_to(&canvas, 490.0);
    canvas.fill(0.0, 470.0, w, 130.0, ink::WATER);
    canvas.fill(left, 490.0, w, 5.0, ink::GLOW);
    for i in 0..9 {
        let drift = ((time * 0.12 + f64::from(i)) % 1.0) as f32 * 10.0;
        canvas.fill(
            left + 150.0 + hash(i, 5) * 240.0 + drift,
            510.0 + 9.0 * i as f32,
            40.0 * hash(i, 6) + 10.0,
            2.0,
            ink::GLOW,
        );
    }
    house(&canvas, [left + 20.0, 300.0, 96.0, 300.0], ink::HOUSES[0], 41, time);
    house(&canvas, [left + 106.0, 398.0, 62.0, 202.0], ink::HOUSES[1], 47, time);
    house(&canvas, [w - 270.0, 388.0, 60.0, 212.0], ink::HOUSES[1], 53, time);
    shop(&canvas, w - 218.0, 300.0, 236.0, 300.0);
    rail(&canvas, left + 168.0, w - 270.0);
    canvas.fill(0.0, 600.0, w, 10.0, ink::CURB);
    canvas.fill(0.0, 610.0, w, 46.0, ink::WALK);
    canvas.fill(0.0, 652.0, w, 4.0, ink::CURB);
    canvas.fill(0.0, 656.0, w, 64.0, ink::ROAD);
    tall_lamp(&canvas, w * 0.745, time);
    pair(&canvas, w * 0.59);
    gable(&canvas, left);
}

fn hash(n: u32, salt: u32) -> f32 {
    let mut v = n.wrapping_mul(0x9E37_79B9) ^ salt.wrapping_mul(0x85EB_CA6B);
    v ^= v >> 15;
    v = v.wrapping_mul(0x2C1B_3C6D);
    v ^= v >> 12;
    (v & 0xFFFF) as f32 / 65535.0
}

fn sky(canvas: &Canvas) {
    sky_to(canvas, 376.0);
}

fn sky_to(canvas: &Canvas, bottom: f32) {
    let w = canvas.width();
    let step = bottom / 6.0;
    for (i, color) in ink::SKY.iter().enumerate() {
        let y = step * i as f32;
        canvas.fill(0.0, y, w, bottom - y, *color);
        let sag = 10.0 + 4.0 * i as f32;
        let points: Vec<(f32, f32)> =
            (0..=16).map(|n| (w * n as f32 / 16.0, y - sag * (std::f32::consts::PI * n as f32 / 16.0).sin())).collect();
        let lower: Vec<(f32, f32)> = [(w, y + 2.0), (0.0, y + 2.0)].into();
        canvas.shape(&[points, lower].concat(), *color);
    }
    for i in 0..26 {
        let at = canvas.p(hash(i, 11) * w, hash(i, 12) * bottom * 0.45);
        canvas.painter.circle_filled(at, 0.7 + hash(i, 13) * 0.8, ink::STAR.gamma_multiply(0.35 + 0.5 * hash(i, 14)));
    }
}

fn house(canvas: &Canvas, [x, y, w, h]: [f32; 4], color: Color32, seed: u32, time: f64) {
    canvas.fill(x, y, w, h, color);
    canvas.fill(x + w * 0.74, y, w * 0.26, h, color.gamma_multiply(0.82));
    canvas.fill(x - 5.0, y - 9.0, w + 10.0, 10.0, ink::FRAME);
    let (columns, rows) = (((w - 14.0) / 32.0) as u32, ((h - 40.0) / 42.0) as u32);
    for column in 0..columns {
        for row in 0..rows {
            let n = seed * 97 + column * 13 + row;
            let (wx, wy) = (x + 12.0 + 32.0 * column as f32, y + 24.0 + 42.0 * row as f32);
            window(canvas, wx, wy, 18.0, 27.0, window_color(n, time));
        }
    }
}

/// A window changes every 6 to 14 seconds.
fn window_color(n: u32, time: f64) -> Color32 {
    let period = 60.0 + f64::from(hash(n, 21)) * 80.0;
    let step = ((time / period) + f64::from(hash(n, 22))) as u32;
    match hash(n.wrapping_add(step.wrapping_mul(7919)), 23) {
        v if v < 0.22 => ink::LIT,
        v if v < 0.36 => ink::DIM,
        _ => ink::DARK,
    }
}

fn window(canvas: &Canvas, x: f32, y: f32, w: f32, h: f32, color: Color32) {
    canvas.fill(x - 2.0, y - 2.0, w + 4.0, h + 4.0, ink::FRAME);
    canvas.fill(x, y, w, h, color);
    canvas.fill(x + w / 2.0 - 0.8, y, 1.6, h, ink::FRAME);
    canvas.fill(x, y + h / 2.0 - 0.8, w, 1.6, ink::FRAME);
}

fn apartment_house(canvas: &Canvas, x: f32, time: f64) -> Light {
    let (y, w, h) = (54.0, 206.0, 322.0);
    canvas.fill(x, y, w, h, ink::HOUSES[2]);
    canvas.fill(x + w * 0.72, y, w * 0.28, h, ink::HOUSES[2].gamma_multiply(0.8));
    canvas.shape(&[(x - 4.0, y), (x + 14.0, y - 34.0), (x + w - 14.0, y - 34.0), (x + w + 4.0, y)], ink::FRAME);
    for column in 0..5_u32 {
        for row in 0..5_u32 {
            let (wx, wy) = (x + 20.0 + 37.0 * column as f32, y + 26.0 + 46.0 * row as f32);
            window(canvas, wx, wy, 18.0, 30.0, window_color(700 + column * 7 + row, time));
        }
    }
    canvas.fill(x + w / 2.0 - 20.0, 330.0, 40.0, 46.0, ink::FRAME);
    canvas.fill(x + w / 2.0 - 16.0, 334.0, 32.0, 42.0, ink::DIM.gamma_multiply(0.7));
    let (wx, wy) = (x + 57.0, y + 118.0);
    for grow in [22.0_f32, 12.0] {
        canvas.fill(wx - grow, wy - grow, 18.0 + 2.0 * grow, 30.0 + 2.0 * grow, ink::LAMP.gamma_multiply(0.10));
    }
    window(canvas, wx, wy, 18.0, 30.0, ink::LAMP);
    canvas.fill(wx + 5.0, wy + 12.0, 8.0, 18.0, ink::OXBLOOD);
    canvas.painter.circle_filled(canvas.p(wx + 9.0, wy + 9.0), 4.0 * canvas.k, ink::OXBLOOD);
    Light { at: canvas.p(wx + 34.0, wy + 15.0), shown: canvas.r(x, 20.0, w, 356.0) }
}

fn olive_door(canvas: &Canvas, x: f32) -> Light {
    shop(canvas, x, 146.0, 232.0, 230.0);
    Light { at: canvas.p(x + 16.0, 318.0), shown: canvas.r(x, 146.0, 232.0, 230.0) }
}

/// The Olive Door: sign, lit window, green door.
pub(super) fn shop_at(painter: &Painter, rect: Rect) {
    let painter = painter.with_clip_rect(rect);
    let canvas = Canvas { painter: &painter, rect, k: rect.height() / 720.0 };
    sky_to(&canvas, 620.0);
    house(&canvas, [-60.0, 210.0, 170.0, 410.0], ink::HOUSES[1], 11, 0.0);
    house(&canvas, [470.0, 240.0, 200.0, 380.0], ink::HOUSES[3], 17, 0.0);
    shop(&canvas, 110.0, 180.0, 360.0, 440.0);
    pavement(&canvas);
}

/// The apartment house at night, the third floor lit.
pub(super) fn house_at(painter: &Painter, rect: Rect) {
    let painter = painter.with_clip_rect(rect);
    let canvas = Canvas { painter: &painter, rect, k: rect.height() / 720.0 };
    sky_to(&canvas, 620.0);
    house(&canvas, [-70.0, 330.0, 180.0, 290.0], ink::HOUSES[0], 19, 0.0);
    let inner =
        Canvas { painter: &painter, rect: Rect::from_min_size(canvas.p(-30.0, 20.0), rect.size()), k: canvas.k * 1.6 };
    apartment_house(&inner, 90.0, 0.0);
    pavement(&canvas);
}

fn pavement(canvas: &Canvas) {
    let w = canvas.width();
    canvas.fill(0.0, 620.0, w, 6.0, ink::CURB);
    canvas.fill(0.0, 626.0, w, 40.0, ink::WALK);
    canvas.fill(0.0, 666.0, w, 60.0, ink::ROAD);
    for i in 0..5 {
        canvas.fill(
            150.0 + 14.0 * i as f32,
            676.0 + 9.0 * i as f32,
            180.0 - 28.0 * i as f32,
            2.0,
            ink::DIM.gamma_multiply(0.6),
        );
    }
}

fn shop(canvas: &Canvas, x: f32, y: f32, w: f32, h: f32) {
    canvas.fill(x, y, w, h, ink::OXBLOOD);
    canvas.fill(x + w * 0.78, y, w * 0.22, h, ink::OXBLOOD.gamma_multiply(0.8));
    canvas.fill(x - 6.0, y - 10.0, w + 12.0, 12.0, ink::FRAME);
    let unit = w / 236.0;
    for i in 0..3 {
        let color = if i == 1 { ink::DIM } else { ink::DARK };
        window(canvas, x + (24.0 + 62.0 * i as f32) * unit, y + h * 0.1, 27.0 * unit, h * 0.16, color);
    }
    let sign = canvas.r(x, y + h * 0.41, w, h * 0.1);
    canvas.painter.rect_filled(sign, 0, ink::OLIVE);
    let font = bevy_egui::egui::FontId::proportional((h * 0.06 * canvas.k).clamp(7.0, 60.0));
    canvas.painter.text(sign.center(), bevy_egui::egui::Align2::CENTER_CENTER, "The Olive Door", font, ink::LAMP);
    let (wx, wy, ww, wh) = (x + 20.0 * unit, y + h * 0.56, 116.0 * unit, h * 0.34);
    canvas.fill(wx - 4.0, wy - 4.0, ww + 8.0, wh + 8.0, ink::FRAME);
    canvas.fill(wx, wy, ww, wh, ink::LIT);
    canvas.shape(&[(wx, wy), (wx + ww, wy), (wx + ww, wy + wh * 0.22), (wx, wy + wh * 0.58)], ink::LAMP);
    canvas.fill(wx + ww / 2.0 - 1.5, wy, 3.0, wh, ink::FRAME);
    for (i, height) in [0.34, 0.42, 0.25].into_iter().enumerate() {
        canvas.fill(
            wx + ww * (0.14 + 0.24 * i as f32),
            wy + wh * (1.0 - height),
            ww * 0.11,
            wh * height,
            ink::OXBLOOD.gamma_multiply(1.4),
        );
    }
    let (dx, dy, dw) = (x + 154.0 * unit, y + h * 0.55, 56.0 * unit);
    canvas.fill(dx - 4.0, dy - 4.0, dw + 8.0, y + h - dy + 4.0, ink::FRAME);
    canvas.fill(dx, dy, dw, y + h - dy, ink::DOOR);
    canvas.fill(dx, dy, dw * 0.16, y + h - dy, ink::DOOR.gamma_multiply(1.25));
    canvas.fill(dx + dw * 0.24, dy + h * 0.035, dw * 0.5, h * 0.13, ink::LAMP);
    canvas.painter.circle_filled(canvas.p(dx + dw * 0.84, dy + h * 0.3), 3.0 * canvas.k, ink::LAMP);
}

fn lamp(canvas: &Canvas, x: f32, time: f64) {
    lamp_at(canvas, x, 226.0, 376.0, 0.62, time);
}

fn tall_lamp(canvas: &Canvas, x: f32, time: f64) {
    lamp_at(canvas, x, 268.0, 640.0, 1.0, time);
}

fn lamp_at(canvas: &Canvas, x: f32, top: f32, bottom: f32, s: f32, time: f64) {
    let breath = 1.0 + 0.03 * (time * std::f64::consts::TAU / 5.0).sin() as f32;
    let head = canvas.p(x, top + 20.0 * s);
    for (r, a) in [(40.0, 0.10), (24.0, 0.16)] {
        canvas.painter.circle_filled(head, r * s * canvas.k * breath, ink::LAMP.gamma_multiply(a));
    }
    canvas.shape(
        &[(x - 8.0 * s, top + 32.0 * s), (x + 8.0 * s, top + 32.0 * s), (x + 72.0 * s, bottom), (x - 54.0 * s, bottom)],
        ink::LAMP.gamma_multiply(0.09 * breath),
    );
    canvas.fill(x - 2.5 * s, top + 32.0 * s, 5.0 * s, bottom - top - 32.0 * s, ink::IRON);
    canvas.shape(&[(x - 11.0 * s, top + 10.0 * s), (x, top), (x + 11.0 * s, top + 10.0 * s)], ink::IRON);
    canvas.shape(
        &[
            (x - 8.0 * s, top + 10.0 * s),
            (x + 8.0 * s, top + 10.0 * s),
            (x + 10.0 * s, top + 30.0 * s),
            (x - 10.0 * s, top + 30.0 * s),
        ],
        ink::LAMP,
    );
    canvas.fill(x - 11.0 * s, top + 30.0 * s, 22.0 * s, 4.0 * s, ink::IRON);
}

fn rail(canvas: &Canvas, from: f32, to: f32) {
    for y in [534.0, 566.0] {
        canvas.fill(from, y, to - from, 4.0, ink::FRAME);
    }
    let mut x = from + 16.0;
    while x < to {
        canvas.fill(x, 530.0, 5.0, 72.0, ink::FRAME);
        x += 58.0;
    }
}

/// Two people seen from behind, side by side at the railing.
fn pair(canvas: &Canvas, x: f32) {
    canvas.painter.add(Shape::ellipse_filled(canvas.p(x + 50.0, 642.0), vec2(104.0, 9.0) * canvas.k, ink::IRON));
    let c = |v: u32| Color32::from_rgb((v >> 16) as u8, (v >> 8) as u8, v as u8);
    let person = |x: f32, top: f32, hair: u32, coat: u32, light: u32, low: u32, skin: u32| {
        canvas.fill(x - 22.0, top + 160.0, 20.0, 106.0, c(low));
        canvas.fill(x + 4.0, top + 160.0, 20.0, 106.0, c(low));
        canvas.shape(
            &[(x - 34.0, top + 56.0), (x + 34.0, top + 56.0), (x + 37.0, top + 168.0), (x - 35.0, top + 168.0)],
            c(coat),
        );
        canvas.shape(
            &[(x - 34.0, top + 56.0), (x - 22.0, top + 52.0), (x - 26.0, top + 150.0), (x - 44.0, top + 148.0)],
            c(coat).gamma_multiply(0.8),
        );
        canvas.shape(
            &[(x + 20.0, top + 50.0), (x + 36.0, top + 58.0), (x + 46.0, top + 146.0), (x + 28.0, top + 150.0)],
            c(light),
        );
        canvas.fill(x - 9.0, top + 38.0, 19.0, 20.0, c(skin));
        canvas.painter.add(Shape::ellipse_filled(canvas.p(x, top + 22.0), vec2(22.0, 24.0) * canvas.k, c(hair)));
        canvas.shape(
            &[(x + 6.0, top + 4.0), (x + 21.0, top + 14.0), (x + 20.0, top + 34.0), (x + 8.0, top + 44.0)],
            c(hair).gamma_multiply(1.7),
        );
    };
    person(x, 374.0, 0x16121A, 0x15233D, 0x2B4067, 0x0C131F, 0x8A5A42);
    person(x + 94.0, 386.0, 0x1B1216, 0x2F5A4C, 0x4F7A66, 0x14110F, 0xA5694A);
    canvas.painter.circle_filled(canvas.p(x + 98.0, 388.0), 11.0 * canvas.k, c(0x1B1216));
}

fn gable(canvas: &Canvas, left: f32) {
    canvas.shape(
        &[(0.0, -2.0), (left - 140.0, -2.0), (left + 24.0, 72.0), (left + 24.0, 600.0), (0.0, 600.0)],
        ink::WALL,
    );
    canvas.fill(left - 2.0, 62.0, 26.0, 538.0, ink::WALL.gamma_multiply(0.7));
    canvas.shape(&[(left - 150.0, -2.0), (left - 112.0, -2.0), (left + 38.0, 70.0), (left + 32.0, 82.0)], ink::IRON);
    for i in 0..26 {
        let (x, y) = (20.0 + hash(i, 31) * (left - 90.0), 70.0 + 22.0 * i as f32);
        canvas.fill(x, y, 22.0 + hash(i, 32) * 12.0, 2.0, ink::BRICK);
    }
}

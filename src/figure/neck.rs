//! Neck and upper chest, and the shadow that the jaw throws on them.

use super::body::Body;
use super::canvas::Canvas;
use super::color::mix;
use super::curve::{Point, at, corner, shape, taper};
use super::expression::{Side, Sides};
use super::math::lerp;
use super::rig::Rig;

/// One neck while it is drawn.
struct Neck<'a> {
    rig: &'a Rig<'a>,
    body: &'a Body,
    /// Where it comes out from under the jaw.
    top: Point,
    /// Its two edges there.
    edges: Sides<Point>,
}

/// Draws the neck and what of the chest may show.
pub fn draw(rig: &Rig, body: &Body, canvas: &mut Canvas) {
    let top = at(rig.project(0.0, 60.0, -12.0).x, rig.project(0.0, 55.0, 0.0).y);
    let edges = Sides::of(|side| top.moved(side.sign() * body.neck * 1.02, 0.0));
    let neck = Neck { rig, body, top, edges };
    let outline = shape(&neck.outline());
    canvas.flat(outline.clone(), mix(rig.skin.base, rig.skin.shade, 0.38));
    canvas.clip(&outline);
    neck.lit_planes(canvas);
    neck.collarbones(canvas);
    neck.muscles(canvas);
    neck.shade_side(canvas);
    neck.jaw_shadow(canvas);
    if rig.look.face.double_chin != 0.0 {
        neck.double_chin(rig.look.face.double_chin, canvas);
    }
    if rig.age > 0.4 {
        neck.age_lines(canvas);
    }
    canvas.end();
}

impl Neck<'_> {
    fn outline(&self) -> Vec<Point> {
        let mut right = self.half_outline(Side::Right);
        right.extend(self.half_outline(Side::Left).into_iter().rev());
        right
    }

    /// From the jaw down to the chest.
    fn half_outline(&self, side: Side) -> Vec<Point> {
        let (edge, half, e) = (self.edges[side], &self.body.sides[side], side.sign());
        let base = half.neck_base;
        vec![
            edge,
            at(lerp(edge.x, base.x, 0.6) - e * 1.5, lerp(edge.y, base.y, 0.6)),
            base,
            half.trapezius.moved(-e * 3.0, 4.0),
            half.mid.moved(-e * 22.0, 16.0),
            at(half.mid.x - e * 30.0, 300.0),
        ]
    }

    /// A point of the chest: x towards the light from the pit of the neck.
    fn lit(&self, x: f64, y: f64) -> Point {
        at(self.body.throat.x + self.rig.lit.sign() * x, y)
    }

    fn lit_planes(&self, canvas: &mut Canvas) {
        let (base, neck) = (self.rig.skin.base, self.body.neck);
        let chest = [
            self.lit(60.0, 150.0),
            self.lit(20.0, 152.0),
            self.lit(-8.0, 160.0),
            self.lit(-30.0, 200.0),
            self.lit(10.0, 260.0),
            self.lit(90.0, 250.0),
        ];
        canvas.fill(shape(&chest), base, 0.9, 3.0);
        let side = [
            self.lit(neck + 18.0, 134.0),
            self.lit(neck - 5.0, 118.0),
            self.lit(neck - 10.0, 126.0),
            self.lit(10.0, 146.0),
            self.lit(34.0, 148.0),
        ];
        canvas.fill(shape(&side), base, 0.85, 1.5);
    }

    fn collarbones(&self, canvas: &mut Canvas) {
        let (skin, x) = (&self.rig.skin, self.body.throat.x);
        for side in Side::BOTH {
            let e = side.sign();
            let (under, over) = if side == self.rig.lit { (skin.shade, skin.light) } else { (skin.deep, skin.base) };
            let line = [(5.0, 149.0), (22.0, 150.0), (46.0, 144.0), (74.0, 142.0)].map(|(dx, y)| at(x + e * dx, y));
            canvas.fill(taper(&line, &[1.0, 3.2, 2.6, 0.4]), under, 0.55, 0.9);
            let line = [(8.0, 146.0), (24.0, 146.5), (44.0, 140.5)].map(|(dx, y)| at(x + e * dx, y));
            canvas.fill(taper(&line, &[0.4, 2.2, 0.4]), over, 0.45, 0.8);
        }
        let pit = [self.lit(-1.0, 141.0), self.lit(-3.0, 148.0), self.lit(1.0, 152.0)];
        canvas.fill(taper(&pit, &[0.6, 5.0, 0.6]), skin.deep, 0.35, 1.6);
    }

    /// From behind each ear to the pit of the neck.
    fn muscles(&self, canvas: &mut Canvas) {
        let rig = self.rig;
        let ear = rig.edge_out(rig.shaded, 50.0, -8.0);
        let shaded = [ear.moved(-rig.shaded.sign() * 2.0, 8.0), self.lit(-24.0, 112.0), self.lit(-8.0, 145.0)];
        canvas.fill(taper(&shaded, &[6.0, 8.0, 1.5]), rig.skin.deep, 0.38, 1.8);
        let top = at(self.edges[rig.lit].x - rig.lit.sign() * 8.0, 96.0);
        let lit = [top, self.lit(20.0, 118.0), self.lit(6.0, 145.0)];
        canvas.fill(taper(&lit, &[3.0, 5.0, 1.0]), rig.skin.light, 0.30, 1.6);
    }

    fn shade_side(&self, canvas: &mut Canvas) {
        let k = self.rig.shaded.sign();
        let side = [
            at(self.top.x + k * 2.0, 80.0),
            self.lit(-12.0, 118.0),
            self.lit(-15.0, 140.0),
            self.lit(-40.0, 150.0),
            self.lit(-120.0, 160.0),
            self.lit(-90.0, 80.0),
        ];
        canvas.fill(shape(&side), self.rig.skin.shade, 0.85, 1.6);
    }

    fn jaw_shadow(&self, canvas: &mut Canvas) {
        let rig = self.rig;
        let jaw = jaw_line(rig, &[58.0, 70.0, 80.0, 90.0, 97.0]);
        let middle = (rig.edge(Side::Right, 70.0).x + rig.edge(Side::Left, 70.0).x) / 2.0;
        let drop = 15.0 + 6.0 * rig.pitch.radians;
        let thrown = |p: &Point| {
            let chin = if (p.x - middle).abs() < 25.0 { 6.0 } else { 0.0 };
            at(p.x * 0.93 + rig.shaded.sign() * 8.0 + middle * 0.07, p.y + drop + chin)
        };
        let (first, last) = (jaw[0], jaw[jaw.len() - 1]);
        let mut shadow = vec![first.moved(-10.0, -30.0)];
        shadow.extend(jaw.iter().map(thrown));
        shadow.push(last.moved(10.0, -30.0));
        canvas.fill(shape(&shadow), rig.skin.deep, 0.90, 1.3);
    }

    /// A soft roll under the jaw, lit on top, with a shadow of its own.
    fn double_chin(&self, size: f64, canvas: &mut Canvas) {
        let (rig, k) = (self.rig, self.rig.shaded.sign());
        let (right, left) = (rig.edge(Side::Right, 72.0), rig.edge(Side::Left, 72.0));
        let chin = rig.edge(Side::Left, 100.0);
        let (x, y) = (chin.x, chin.y + 5.0 + 9.0 * size);
        // In profile it does not stand out before the chin.
        let beside = |side| lerp(24.0, 2.0, rig.hidden(side));
        let roll = [
            corner(right.x + 3.0, right.y - 4.0),
            right.moved(5.0, 12.0),
            at(x - beside(Side::Right), y - 2.0),
            at(x, y + 5.0),
            at(x + beside(Side::Left), y - 2.0),
            left.moved(-5.0, 12.0),
            corner(left.x - 3.0, left.y - 4.0),
        ];
        canvas.fill(shape(&roll.map(|p| p.moved(0.0, 7.0))), rig.skin.deep, 0.8, 1.6);
        let roll = shape(&roll);
        canvas.flat(roll.clone(), mix(rig.skin.base, rig.skin.shade, 0.55));
        canvas.clip(&roll);
        let shade =
            [at(x + k * 2.0, 60.0), at(x + k * 10.0, y + 12.0), at(x + k * 90.0, y + 12.0), at(x + k * 90.0, 50.0)];
        canvas.fill(shape(&shade), rig.skin.shade, 0.9, 1.2);
        let under = jaw_line(rig, &[60.0, 76.0, 88.0, 96.0]);
        let under: Vec<_> = under.iter().map(|p| at(p.x * 0.98 + x * 0.02, p.y + 6.5)).collect();
        canvas.fill(shape(&under), rig.skin.deep, 0.75, 1.4);
        canvas.end();
    }

    fn age_lines(&self, canvas: &mut Canvas) {
        let (x, neck) = (self.body.throat.x, self.body.neck);
        for y in [122.0, 131.0] {
            let line =
                [at(x - neck + 4.0, y - 5.0), at(x - 8.0, y + 2.0), at(x + 10.0, y + 2.0), at(x + neck - 6.0, y - 4.0)];
            canvas.fill(taper(&line, &[0.3, 1.6, 1.5, 0.3]), self.rig.skin.deep, 0.38 * self.rig.age, 0.6);
        }
    }
}

/// The contour of the jaw at falling heights on the person's right, then back up on the left.
fn jaw_line(rig: &Rig, heights: &[f64]) -> Vec<Point> {
    let down = heights.iter().map(|y| rig.edge(Side::Right, *y));
    let up = heights.iter().rev().map(|y| rig.edge(Side::Left, *y));
    down.chain(up).collect()
}

//! The shirt of a police officer, with what is pinned to it.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::curve::{at, shape, taper};
use crate::figure::expression::Side;

use super::collar::{self, Collar};
use super::{Cut, Fitting, Garment, dot, tie, torso};

pub(super) const GARMENT: Garment = Garment { back: collar::behind, front };

/// Of a tie that nobody chose.
pub(super) const TIE: Color = Color::hex(0x14181f);
const STUD: Color = Color::hex(0xc8b27a);
const BRASS: Color = Color::hex(0xb9a86a);
const PLASTIC: Color = Color::hex(0x1a1c20);
/// Where pockets, badge and name stand, in half-widths of the shoulders.
const BREAST: f64 = 0.42;

fn front(fitting: &Fitting, canvas: &mut Canvas) -> Cut {
    let neck = fitting.body.neck;
    let neckline =
        [(-neck - 17.0, 129.0), (-neck * 0.7, 136.0), (0.0, 150.0), (neck * 0.7, 136.0), (neck + 17.0, 129.0)];
    let edge = torso::cloth(fitting, &neckline.map(|(x, y)| fitting.high(x, y)), &fitting.cloth, canvas);
    let seam = [fitting.high(1.0, 160.0), fitting.at(3.0, 560.0)];
    canvas.fill(taper(&seam, &[2.0, 2.4]), fitting.cloth.deep, 0.6, 0.4);
    tie::of_uniform(fitting, canvas);
    for side in Side::BOTH {
        pocket(fitting, side, canvas);
        epaulette(fitting, side, canvas);
    }
    badge(fitting, canvas);
    canvas.end();
    Collar::of(&fitting.cloth, 158.0).tip(4.8).draw(fitting, &edge.path(), canvas);
    microphone(fitting, canvas);
    edge.into()
}

/// A breast pocket's pointed flap.
fn pocket(fitting: &Fitting, side: Side, canvas: &mut Canvas) {
    let (cloth, middle) = (&fitting.cloth, side.sign() * fitting.body.shoulder * BREAST);
    let on = |x: f64, y: f64| fitting.high(middle + x, y);
    let flap = [(-26.0, 236.0), (26.0, 236.0), (26.0, 250.0), (0.0, 262.0), (-26.0, 250.0)];
    let color = fitting.by_light(side, cloth.light, cloth.base);
    canvas.fill(shape(&flap.map(|(x, y)| on(x, y).sharp())), color, 0.8, 0.0);
    let edge = [on(-26.0, 250.0), on(0.0, 263.0), on(26.0, 250.0)];
    canvas.fill(taper(&edge, &[1.6, 2.4, 1.6]), cloth.deep, 0.9, 0.4);
}

fn epaulette(fitting: &Fitting, side: Side, canvas: &mut Canvas) {
    let (cloth, o, e) = (&fitting.cloth, &fitting.body.sides[side], side.sign());
    let outline = [
        o.mid.moved(e * -6.0, -1.0).sharp(),
        o.shoulder.moved(e * -2.0, -1.0),
        o.shoulder.moved(-e, 15.0).sharp(),
        o.mid.moved(e * 4.0, 16.0),
        o.mid.moved(e * -12.0, 9.0).sharp(),
    ];
    canvas.fill(shape(&outline), fitting.by_light(side, cloth.light, cloth.base), 0.9, 0.0);
    canvas.fill(taper(&outline[2..], &[1.0, 2.2, 1.0]), cloth.deep, 0.8, 0.5);
    canvas.flat(dot(o.mid.moved(e * -3.0, 7.0), 2.6), STUD);
}

/// The badge on the person's left, and the name on the right.
fn badge(fitting: &Fitting, canvas: &mut Canvas) {
    let (brass, middle) = (fitting.tones(BRASS), fitting.body.shoulder * BREAST);
    let on = |x: f64, y: f64| fitting.high(middle + x, y);
    let shield = [
        on(-13.0, 200.0).sharp(),
        on(0.0, 195.0),
        on(13.0, 200.0).sharp(),
        on(13.0, 216.0),
        on(0.0, 229.0).sharp(),
        on(-13.0, 216.0),
    ];
    let shield = shape(&shield);
    canvas.flat(shield.clone(), brass.base);
    canvas.clip(&shield);
    let k = fitting.rig.shaded.sign();
    let away = [(2.0, 190.0), (2.0, 232.0), (20.0, 232.0), (20.0, 190.0)].map(|(x, y)| on(k * x, y));
    canvas.fill(shape(&away), brass.shade, 0.9, 0.0);
    canvas.end();
    let star = [(-6.0, 211.0), (0.0, 204.0), (6.0, 211.0), (0.0, 218.0)].map(|(x, y)| on(x, y));
    canvas.fill(shape(&star), brass.light, 0.8, 0.0);
    let name = [(-19.0, 222.0), (19.0, 222.0), (19.0, 230.0), (-19.0, 230.0)];
    canvas.flat(shape(&name.map(|(x, y)| fitting.high(x - middle, y).sharp())), brass.base);
}

/// On the person's right shoulder, with its coiled lead.
fn microphone(fitting: &Fitting, canvas: &mut Canvas) {
    let (tones, middle) = (fitting.tones(PLASTIC), -fitting.body.shoulder * 0.50);
    // Stiff: all of it hangs on one point of the shoulder.
    let clip = fitting.high(middle, 176.0);
    let on = |x: f64, y: f64| clip.moved(x, y - 176.0);
    let lead = [on(0.0, 190.0), on(-12.0, 236.0), on(4.0, 286.0), at(clip.x - 10.0, 420.0)];
    canvas.flat(taper(&lead, &[3.0; 4]), tones.base);
    let case = [(-11.0, 162.0), (11.0, 162.0), (10.0, 193.0), (-9.0, 193.0)];
    canvas.flat(shape(&case.map(|(x, y)| on(x, y).sharp())), tones.base);
    let face = [(-8.0, 166.0), (3.0, 166.0), (3.0, 188.0), (-7.0, 188.0)];
    canvas.fill(shape(&face.map(|(x, y)| on(x, y).sharp())), tones.light, 0.8, 0.0);
}

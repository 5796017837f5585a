//! Collars of shirts.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Path, shape, taper};
use crate::figure::expression::Side;
use crate::figure::tones::Tones;

use super::Fitting;

/// The inside of a garment's own collar, behind the neck.
pub fn behind(fitting: &Fitting, canvas: &mut Canvas) {
    inside(fitting, &fitting.cloth, canvas);
}

/// The inside of the collar of what is worn beneath.
pub fn inner_behind(fitting: &Fitting, canvas: &mut Canvas) {
    inside(fitting, &fitting.inner(), canvas);
}

fn inside(fitting: &Fitting, tones: &Tones, canvas: &mut Canvas) {
    let neck = fitting.body.neck;
    let lift = fitting.body.raised * 0.6;
    let outline = [
        (-neck - 9.0, 132.0 - lift),
        (-neck - 2.0, 113.0 - lift),
        (0.0, 108.0 - lift),
        (neck + 2.0, 113.0 - lift),
        (neck + 9.0, 132.0 - lift),
        (neck, 160.0),
        (-neck, 160.0),
    ];
    canvas.flat(shape(&outline.map(|(x, y)| fitting.at(x, y))), tones.deep);
}

/// A turned-down collar.
pub struct Collar<'a> {
    tones: &'a Tones,
    /// The height it is open down to.
    open: f64,
    /// Factor of how far its tips stand out.
    spread: f64,
    /// How far its tips hang below the opening.
    tip: f64,
}

impl<'a> Collar<'a> {
    /// A plain one, open down to the height `open`.
    pub fn of(tones: &'a Tones, open: f64) -> Self {
        Self { tones, open, spread: 1.0, tip: 3.0 }
    }

    pub fn spread(self, spread: f64) -> Self {
        Self { spread, ..self }
    }

    pub fn tip(self, tip: f64) -> Self {
        Self { tip, ..self }
    }

    /// Draws it, with its shadow on the cloth of `torso`.
    pub fn draw(&self, fitting: &Fitting, torso: &Path, canvas: &mut Canvas) {
        for side in Side::BOTH {
            self.half(fitting, torso, side, canvas);
        }
    }

    fn half(&self, fitting: &Fitting, torso: &Path, side: Side, canvas: &mut Canvas) {
        let Self { tones, open, spread, tip } = *self;
        let out = |x: f64, y: f64| fitting.high(side.sign() * x, y);
        let neck = fitting.body.neck;
        let (top, inner, opening) = (out(neck + 1.0, 109.0), out(neck - 9.0, 130.0), out(3.5, open));
        let tip = out((neck * 0.55 + 6.0) * spread, open + tip);
        let edge = out((neck + 9.0) * spread, f64::midpoint(open, 136.0) + 5.0);
        let shoulder = out(neck + 20.0, 136.0);
        let shadow = [inner, opening, tip, edge, shoulder].map(|p| p.moved(fitting.rig.shaded.sign() * 3.0, 5.0));
        canvas.clip(torso);
        canvas.fill(shape(&shadow), tones.deep, 0.6, 1.4);
        canvas.end();
        let outline =
            shape(&[top.sharp(), inner, opening.sharp(), tip.sharp(), edge, shoulder.sharp(), out(neck + 11.0, 117.0)]);
        canvas.flat(outline.clone(), fitting.by_light(side, tones.light, tones.base));
        canvas.clip(&outline);
        let fold = fitting.by_light(side, tones.shade, tones.deep);
        canvas.fill(taper(&[top, inner, opening], &[4.0, 5.0, 2.0]), fold, 0.7, 0.8);
        canvas.end();
    }
}

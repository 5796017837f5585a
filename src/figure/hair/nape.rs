//! Hair behind the ear, down to the nape.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Path, shape};
use crate::figure::expression::Side;
use crate::figure::math::lerp;
use crate::figure::profile;
use crate::figure::rig::Rig;

use super::combing::Combing;

/// The hair of one side that shows behind cheek and neck.
pub struct Nape {
    /// Heights and volumes along the skull's contour; the last is behind the ear.
    pub contour: [(f64, f64); 3],
    /// From the point behind the ear: outwards and down.
    pub lobe: [(f64, f64); 2],
    /// Its inner edge, covered by neck and head: x outwards, y, z.
    pub inside: &'static [[f64; 3]],
}

/// The volume of what the head hides.
const BEHIND: f64 = -12.0;
/// Of short hair.
const SHORT: Nape = Nape {
    contour: [(-40.0, 2.0), (-5.0, 2.0), (24.0, 0.0)],
    lobe: [(0.0, 0.0), (-10.0, 26.0)],
    inside: &[[16.0, 74.0, -60.0], [0.0, 0.0, -40.0]],
};

/// The back mass of short hair, and what shows between it and a temple turned away.
pub fn short(combing: &Combing, canvas: &mut Canvas) {
    let rig = combing.rig;
    for side in Side::BOTH {
        let mut temple: Vec<_> =
            [(-66.0, 1.0), (-40.0, 1.5), (-14.0, 0.5)].map(|(y, volume)| profile::behind(rig, side, y, volume)).into();
        temple.push(rig.project(0.0, -30.0, 0.0));
        canvas.flat(shape(&temple), rig.hair.deep);
    }
    below(combing, canvas);
}

/// The back mass of a head whose temples are bald.
pub fn below(combing: &Combing, canvas: &mut Canvas) {
    let (rig, away) = (combing.rig, combing.near.other());
    for (side, share) in [(combing.near, 1.0 - combing.turned), (away, combing.turned)] {
        if share > 0.02 {
            canvas.flat(SHORT.grown(share).path(rig, side), rig.hair.deep);
        }
    }
}

impl Nape {
    /// The same, as far as it has come out from behind the head: 0 hidden, 1 all of it.
    pub fn grown(&self, share: f64) -> Self {
        Self { contour: self.contour.map(|(y, volume)| (y, lerp(BEHIND, volume, share))), ..*self }
    }

    pub fn path(&self, rig: &Rig, side: Side) -> Path {
        let e = side.sign();
        let [above, beside, ear] = self.contour.map(|(y, volume)| profile::behind(rig, side, y, volume));
        let mut outline = vec![above, beside];
        outline.extend(self.lobe.map(|(out, down)| ear.moved(e * out, down)));
        outline.extend(self.inside.iter().map(|[x, y, z]| rig.project(e * x, *y, *z)));
        shape(&outline)
    }
}

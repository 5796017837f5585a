//! Hair behind the ear, down to the nape.

use crate::figure::curve::{Path, shape};
use crate::figure::expression::Side;
use crate::figure::rig::Rig;

/// The hair of one side that shows behind cheek and neck.
pub struct Nape {
    /// Heights and volumes along the skull's contour; the last is behind the ear.
    pub contour: [(f64, f64); 3],
    /// From the point behind the ear: outwards and down.
    pub lobe: [(f64, f64); 2],
    /// Its inner edge, covered by neck and head: x outwards, y, z.
    pub inside: &'static [[f64; 3]],
}

impl Nape {
    pub fn path(&self, rig: &Rig, side: Side) -> Path {
        let e = side.sign();
        let [above, beside, ear] = self.contour.map(|(y, volume)| rig.smooth_edge(side, y, volume));
        let mut outline = vec![above, beside];
        outline.extend(self.lobe.map(|(out, down)| ear.moved(e * out, down)));
        outline.extend(self.inside.iter().map(|[x, y, z]| rig.project(e * x, *y, *z)));
        shape(&outline)
    }
}

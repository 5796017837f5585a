//! A shaved head: a shadow of hair on the scalp, and a dome that catches the light.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Point, Spline, shape};
use crate::figure::math::lerp;

use super::Style;
use super::combing::Combing;
use super::crop::{AT_TEMPLE, HAIRLINE};

pub(super) const STYLE: Style = Style { hairline: &[], back: |_, _| {}, front, over: None };

const OPACITY: f64 = 0.34;

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let Combing { rig, near, .. } = *combing;
    let hairline = combing.cut_hairline(&HAIRLINE);
    canvas.clip(&rig.head_path);
    let mut scalp: Vec<Point> = hairline.iter().map(|spot| combing.point(*spot, 1.0)).collect();
    for end in [0, hairline.len() - 1] {
        scalp[end] = scalp[end].sharp();
    }
    // Round the outside of the head, where the clip cuts it.
    let (n, away) = (near.sign(), near.other());
    scalp.extend([
        rig.edge(away, lerp(-40.0, 20.0, combing.seen(away))).moved(-n * 40.0, 0.0),
        rig.edge(away, -98.0).moved(-n * 30.0, -40.0),
        rig.edge(near, -98.0).moved(n * 40.0, -40.0),
        rig.edge(near, lerp(AT_TEMPLE, 20.0, combing.seen(near))).moved(n * 50.0, 0.0),
    ]);
    canvas.fill(shape(&scalp), rig.hair.base, rig.look.hair.opacity.unwrap_or(OPACITY), 2.4);
    let l = rig.lit.sign();
    let dome = [(48.0, -82.0), (20.0, -90.0), (0.0, -84.0), (12.0, -74.0), (40.0, -72.0)];
    canvas.fill(shape(&dome.map(|(a, y)| rig.skull(l * a, y))), rig.skin.light, 0.6, 2.5);
    canvas.end();
    Spline::default()
}

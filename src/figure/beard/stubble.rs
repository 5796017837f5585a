//! A shadow of hair from the sideburns over the jaw.

use crate::cast::person::Beard;
use crate::figure::canvas::Canvas;
use crate::figure::curve::shape;
use crate::figure::expression::Side;
use crate::figure::mouth;
use crate::figure::profile;
use crate::figure::rig::Rig;

pub fn draw(rig: &Rig, beard: &Beard, canvas: &mut Canvas) {
    let jaw = |x, y| rig.over_jaw(x, y, 2.0);
    let contour = |side, heights: [f64; 3]| heights.map(|y| profile::jaw(rig, side, y, 0.0));
    let mut outline = vec![
        rig.skull(-78.0, 22.0),
        rig.skull(-58.0, 40.0),
        jaw(-30.0, 57.0),
        jaw(-20.0, 55.0),
        jaw(0.0, 57.5),
        jaw(20.0, 55.0),
        jaw(30.0, 57.0),
        rig.skull(58.0, 40.0),
        rig.skull(78.0, 22.0),
    ];
    outline.extend(contour(Side::Left, [60.0, 90.0, 104.0]));
    outline.extend(contour(Side::Right, [104.0, 90.0, 60.0]));
    canvas.clip(&rig.head_path);
    canvas.fill(shape(&outline), beard.color, beard.opacity.unwrap_or(0.25), 3.2);
    canvas.end();
    // The lips again: no hair grows on them.
    mouth::draw(rig, canvas);
}

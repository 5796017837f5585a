//! How the frame lies in an area of any shape.

use super::FRAME;
use crate::cast::place::Spot;

/// Half a head, in figure units, with a little air above the crown and below the chin.
const HALF_HEAD: f32 = 115.0;

/// A head in the frame: its middle, and its size in units of the frame for each figure unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Head {
    pub x: f32,
    pub y: f32,
    pub k: f32,
}

impl Head {
    /// What the frame is laid around where nobody stands: its middle.
    pub const NOBODY: Self = Self { x: FRAME[0] / 2.0, y: FRAME[1] / 2.0, k: 1.0 };
}

impl From<&Spot> for Head {
    fn from(spot: &Spot) -> Self {
        Self { x: spot.x, y: spot.y, k: spot.k }
    }
}

/// A point of the frame times the scale, plus the offset, is a point of the area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Framing {
    /// Pixels for each unit of the frame.
    pub scale: f32,
    /// Where the frame's left upper corner lies: 0 or less.
    pub offset: [f32; 2],
}

impl Framing {
    /// Covers an area (width and height in pixels) with the frame, `zoom` (1 or more) times as large as it must be, and shows
    /// the head whole as long as it fits.
    ///
    /// `head_at` says how far down the center of the head should come: 0 at the top of the area, 1 at its bottom. Across,
    /// the head keeps its share of the width.
    pub fn cover(area: [f32; 2], head: Head, head_at: f32, zoom: f32) -> Self {
        let scale = (area[0] / FRAME[0]).max(area[1] / FRAME[1]) * zoom.max(1.0);
        let half = HALF_HEAD * head.k * scale;
        let down = (area[1] * head_at).min(area[1] - half).max(half);
        let wanted = [area[0] * head.x / FRAME[0] - head.x * scale, down - head.y * scale];
        let covering = |axis: usize| wanted[axis].max(area[axis] - FRAME[axis] * scale).min(0.0);
        Self { scale, offset: [covering(0), covering(1)] }
    }

    /// Where a point of the frame lies in the area.
    pub fn place(&self, x: f32, y: f32) -> [f32; 2] {
        [x * self.scale + self.offset[0], y * self.scale + self.offset[1]]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SPOT: Head = Head { x: 740.0, y: 236.0, k: 0.945 };

    fn check(area: [f32; 2], head_at: f32, scale: f32, offset: [f32; 2]) {
        let framing = Framing::cover(area, SPOT, head_at, 1.0);
        let near = |a: f32, b: f32| (a - b).abs() < 0.01;
        assert!(near(framing.scale, scale), "{framing:?}");
        assert!(near(framing.offset[0], offset[0]) && near(framing.offset[1], offset[1]), "{framing:?}");
    }

    #[test]
    fn the_frames_own_shape_is_shown_whole_at_any_size() {
        check([1280.0, 720.0], 0.5, 1.0, [0.0, 0.0]);
        check([3840.0, 2160.0], 0.1, 3.0, [0.0, 0.0]);
    }

    #[test]
    fn a_nearer_camera_leaves_the_head_where_it_is() {
        let [far, near] = [1.0, 1.1].map(|zoom| Framing::cover([1280.0, 470.0], SPOT, 0.4, zoom).place(SPOT.x, SPOT.y));
        assert!((far[0] - near[0]).abs() < 0.01 && (far[1] - near[1]).abs() < 0.01, "{far:?} {near:?}");
    }

    #[test]
    fn a_wide_area_loses_above_and_below_and_brings_the_head_to_its_height() {
        check([1280.0, 470.0], 0.4, 1.0, [0.0, 188.0 - 236.0]);
    }

    #[test]
    fn a_tall_area_loses_at_the_sides_and_the_head_keeps_its_share_of_the_width() {
        check([960.0, 720.0], 0.4, 1.0, [960.0 * 740.0 / 1280.0 - 740.0, 0.0]);
    }

    #[test]
    fn the_frame_is_not_moved_off_the_area_for_the_sake_of_the_head() {
        check([1280.0, 600.0], 0.9, 1.0, [0.0, 0.0]);
    }

    #[test]
    fn a_height_that_would_cut_the_head_is_mended() {
        let framing = Framing::cover([1280.0, 400.0], SPOT, 0.0, 1.0);
        assert!(framing.place(0.0, SPOT.y - 110.0 * SPOT.k)[1] >= 0.0);
    }

    proptest! {
        #[test]
        fn the_area_is_always_covered(
            width in 1_f32..8000.0, height in 1_f32..8000.0, head_at in -1_f32..2.0, zoom in 0.5_f32..2.0,
        ) {
            let framing = Framing::cover([width, height], SPOT, head_at, zoom);
            let [right, bottom] = framing.place(FRAME[0], FRAME[1]);
            prop_assert!(framing.offset[0] <= 0.0 && framing.offset[1] <= 0.0);
            prop_assert!(right >= width - 0.1 && bottom >= height - 0.1);
        }
    }
}

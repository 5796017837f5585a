//! How much of each pixel an outline covers, with a clean edge or a soft one.

use tiny_skia::{FillRule, Mask, Path, Transform};

/// A path, and what of it is inside.
pub struct Outline {
    pub path: Path,
    pub rule: FillRule,
}

/// A rectangle of pixels: left and top within, right and bottom without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Area {
    /// The pixels that an outline with an edge so wide may touch.
    pub fn around(outline: &Outline, margin: f32) -> Self {
        let bounds = outline.path.bounds();
        Self {
            left: (bounds.left() - margin).floor() as i32,
            top: (bounds.top() - margin).floor() as i32,
            right: (bounds.right() + margin).ceil() as i32,
            bottom: (bounds.bottom() + margin).ceil() as i32,
        }
    }

    pub fn intersection(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    pub fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }

    pub fn width(self) -> usize {
        usize::try_from(self.right - self.left).unwrap_or(0)
    }

    pub fn height(self) -> usize {
        usize::try_from(self.bottom - self.top).unwrap_or(0)
    }

    fn grown(self, by: i32) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }
}

/// Shares of the pixels of an area, 0 to 1, row by row.
#[derive(Clone, Debug)]
pub struct Coverage {
    pub area: Area,
    pub shares: Vec<f32>,
}

impl Coverage {
    /// The share of each pixel of the area that lies inside the outline.
    pub fn clean(outline: &Outline, area: Area) -> Self {
        let mut shares = vec![0.0; area.width() * area.height()];
        if let Some(mut mask) = Mask::new(area.width() as u32, area.height() as u32) {
            let place = Transform::from_translate(-area.left as f32, -area.top as f32);
            mask.fill_path(&outline.path, outline.rule, true, place);
            shares.iter_mut().zip(mask.data()).for_each(|(share, value)| *share = f32::from(*value) / 255.0);
        }
        Self { area, shares }
    }

    /// The same with the edge blurred.
    pub fn soft(outline: &Outline, area: Area, kernel: &Kernel) -> Self {
        let wide = area.grown(kernel.reach());
        let clean = Self::clean(outline, wide);
        Self { area, shares: kernel.blur(&clean.shares, wide.width(), wide.height()) }
    }

    /// Every pixel of the area.
    pub fn full(area: Area) -> Self {
        Self { area, shares: vec![1.0; area.width() * area.height()] }
    }

    /// Takes away what lies outside another, which must reach at least as far.
    pub fn cut(&mut self, clip: &Self) {
        let Area { left, right, .. } = self.area;
        for (y, row) in (self.area.top..).zip(self.shares.chunks_exact_mut(self.area.width())) {
            row.iter_mut().zip(clip.row(y, left, right)).for_each(|(share, clip)| *share *= clip);
        }
    }

    /// The shares of one row from one column to another.
    pub fn row(&self, y: i32, left: i32, right: i32) -> &[f32] {
        let start = (y - self.area.top) as usize * self.area.width();
        let column = |x: i32| start + (x - self.area.left) as usize;
        &self.shares[column(left)..column(right)]
    }
}

/// Half of a Gaussian, from its middle outwards.
#[derive(Clone, Debug)]
pub struct Kernel(Vec<f32>);

impl Kernel {
    /// The kernel that makes a clean edge fade over about `feather` pixels: it spreads as far as a straight ramp would.
    pub fn new(feather: f32) -> Self {
        let deviation = (feather / 12_f32.sqrt()).max(0.01);
        let weight = |i: i32| (-0.5 * (i as f32 / deviation).powi(2)).exp();
        let half: Vec<f32> = (0..=(3.0 * deviation).ceil() as i32).map(weight).collect();
        let sum = 2.0 * half.iter().sum::<f32>() - half[0];
        Self(half.iter().map(|w| w / sum).collect())
    }

    /// How many pixels away one still counts.
    pub fn reach(&self) -> i32 {
        self.0.len() as i32 - 1
    }

    /// Blurs a picture; the result is smaller by the reach on every side.
    fn blur(&self, shares: &[f32], width: usize, height: usize) -> Vec<f32> {
        let inset = self.0.len() - 1;
        let (narrow, low) = (width - 2 * inset, height - 2 * inset);
        let mut upright = vec![0.0; width * low];
        for (y, row) in upright.chunks_exact_mut(width).enumerate() {
            self.each(|offset, weight| add(row, &shares[(y + offset) * width..], weight));
        }
        let mut blurred = vec![0.0; narrow * low];
        for (row, from) in blurred.chunks_exact_mut(narrow).zip(upright.chunks_exact(width)) {
            self.each(|offset, weight| add(row, &from[offset..], weight));
        }
        blurred
    }

    /// Every tap: its distance from the first, and its weight.
    fn each(&self, mut tap: impl FnMut(usize, f32)) {
        let reach = self.0.len() - 1;
        (0..=2 * reach).for_each(|offset| tap(offset, self.0[offset.abs_diff(reach)]));
    }
}

fn add(to: &mut [f32], from: &[f32], weight: f32) {
    to.iter_mut().zip(from).for_each(|(to, from)| *to += from * weight);
}

#[cfg(test)]
mod tests {
    use tiny_skia::{PathBuilder, Rect};

    use super::*;

    fn square() -> Outline {
        let path = PathBuilder::from_rect(Rect::from_ltrb(20.0, 20.0, 60.5, 60.0).expect("a rectangle"));
        Outline { path, rule: FillRule::Winding }
    }

    #[test]
    fn an_edge_within_a_pixel_covers_a_part_of_it() {
        let area = Area { left: 58, top: 40, right: 63, bottom: 41 };
        let shares = Coverage::clean(&square(), area).shares;
        assert!(shares[1] == 1.0 && (shares[2] - 0.5).abs() < 0.02 && shares[3] == 0.0, "{shares:?}");
    }

    #[test]
    fn a_soft_edge_is_half_gone_where_the_clean_one_is_and_falls_all_the_way() {
        let area = Area { left: 5, top: 40, right: 35, bottom: 41 };
        let shares = Coverage::soft(&square(), area, &Kernel::new(12.0)).shares;
        assert!((shares[14] + shares[15] - 1.0).abs() < 0.01, "{shares:?}");
        assert!(shares[0] < 0.001 && shares[29] > 0.999 && shares.is_sorted(), "{shares:?}");
    }

    #[test]
    fn a_part_of_a_soft_shape_is_as_in_the_whole() {
        let kernel = Kernel::new(8.0);
        let whole = Coverage::soft(&square(), Area { left: 10, top: 10, right: 70, bottom: 70 }, &kernel);
        let part = Coverage::soft(&square(), Area { left: 15, top: 18, right: 30, bottom: 20 }, &kernel);
        assert_eq!(part.row(19, 15, 30), whole.row(19, 15, 30));
    }
}

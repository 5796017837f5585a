//! From painted rows to bytes: the dark corners, a little paper, and a dither that leaves no steps in a gradient.
//!
//! Corners and paper are laid on each plane where it is opaque, which is the same as laying them on the whole.

use super::FRAME;
use super::band::Band;
use super::ink::Tone;
use super::ops::Window;
use crate::cast::place::Vignette;

/// Center of the vignette, its radius, and where along the radius it begins, all as shares of the frame.
const CENTER: [f32; 2] = [0.52, 0.46];
const RADIUS: f32 = 0.78;
const BEGINS: f32 = 0.62;
/// Opacity of the paper, its mean gray, and how far it strays from that.
const PAPER: f32 = 0.03;
const GRAY: f32 = 0.7;
const STRAYS: f32 = 0.36;

/// The paper and the dither repeat after so many pixels.
const TILE: usize = 256;

/// What is done to every plane of a place.
pub struct Finish {
    vignette: Vignette,
    window: Window,
    /// How far each column is from the center of the vignette, squared, in shares of the frame.
    across: Vec<f32>,
    tile: Vec<Texel>,
}

/// What the paper adds to a channel, and what the dither adds before rounding down, in steps of the eight bits.
#[derive(Clone, Copy)]
struct Texel {
    paper: f32,
    dither: f32,
}

impl Finish {
    pub fn new(vignette: Vignette, window: Window, width: usize) -> Self {
        let texel = |i: usize| {
            let (x, y) = ((i % TILE) as u32, (i / TILE) as u32);
            let gray = GRAY + STRAYS * (2.0 * noise(x, y) - 1.0);
            Texel { paper: gray * PAPER * 255.0, dither: dither(x, y) }
        };
        let across = |x: usize| ((x as f32 + 0.5) / window.scale + window.origin[0]) / FRAME[0] - CENTER[0];
        Self {
            vignette,
            window,
            across: (0..width).map(|x| across(x).powi(2)).collect(),
            tile: (0..TILE * TILE).map(texel).collect(),
        }
    }

    /// Writes the rows of a band; `rgba` may end before the band does.
    pub fn write(&self, band: &Band, rgba: &mut [u8]) {
        let width = band.area().width();
        for ((y, row), bytes) in band.rows().zip(rgba.chunks_exact_mut(width * 4)) {
            let down = (((y as f32 + 0.5) / self.window.scale + self.window.origin[1]) / FRAME[1] - CENTER[1]).powi(2);
            let texels = &self.tile[y % TILE * TILE..][..TILE];
            for (x, (pixel, bytes)) in row.iter().zip(bytes.chunks_exact_mut(4)).enumerate() {
                if pixel[3] > 0.0 {
                    let dark = darkness(self.across[x] + down) * self.vignette.strength;
                    bytes.copy_from_slice(&self.bytes(*pixel, dark, texels[x % TILE]));
                }
            }
        }
    }

    fn bytes(&self, [red, green, blue, opacity]: Tone, dark: f32, texel: Texel) -> [u8; 4] {
        let bright = 1.0 - PAPER;
        let (kept, corner) = ((1.0 - dark) / opacity * bright * 255.0, dark * bright);
        let added = texel.paper + texel.dither;
        let byte = |painted: f32, color: u8| (painted * kept + f32::from(color) * corner + added) as u8;
        let alpha = if opacity > 0.999 { 255 } else { (opacity * 255.0 + texel.dither) as u8 };
        let [r, g, b] = self.vignette.color.0;
        [byte(red, r), byte(green, g), byte(blue, b), alpha]
    }
}

/// How much of a color is left of it at a point of the frame, given in units: what moves is darkened as it goes.
pub fn brightness(vignette: Vignette, [x, y]: [f32; 2]) -> f32 {
    let distance = (x / FRAME[0] - CENTER[0]).powi(2) + (y / FRAME[1] - CENTER[1]).powi(2);
    1.0 - darkness(distance) * vignette.strength
}

/// Opacity of the vignette, 0 to 1, at a squared distance from its center.
fn darkness(distance: f32) -> f32 {
    ((distance.sqrt() / RADIUS - BEGINS) / (1.0 - BEGINS)).clamp(0.0, 1.0)
}

/// 0 to 1, without a pattern.
fn noise(x: u32, y: u32) -> f32 {
    let mut bits = x.wrapping_mul(0x9e37_79b1) ^ y.wrapping_mul(0x85eb_ca77);
    bits = (bits ^ (bits >> 15)).wrapping_mul(0x2c1b_3c6d);
    bits = (bits ^ (bits >> 12)).wrapping_mul(0x297a_2d39);
    (bits >> 8) as f32 / (1 << 24) as f32
}

/// 0 to 1 in the order of an 8 x 8 Bayer matrix.
fn dither(x: u32, y: u32) -> f32 {
    let bit = |value: u32, place: u32| (value >> place) & 1;
    let order: u32 = (0..3).map(|place| (2 * bit(x ^ y, place) + bit(y, place)) << (4 - 2 * place)).sum();
    (order as f32 + 0.5) / 64.0
}

/// Gives each wholly transparent pixel the color of a neighbor, so that no dark line appears where the two are blended.
pub fn bleed_color(rgba: &mut [u8], width: usize) {
    let row = width * 4;
    for at in (0..rgba.len()).step_by(4) {
        if rgba[at + 3] == 0 {
            let neighbors = [at.wrapping_sub(4), at + 4, at.wrapping_sub(row), at + row];
            let seen = |at: &usize| rgba.get(at + 3).is_some_and(|alpha| *alpha > 0);
            if let Some(from) = neighbors.into_iter().find(seen) {
                rgba.copy_within(from..from + 3, at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dither_takes_each_of_its_steps_once() {
        let mut steps: Vec<_> = (0..64).map(|i| (dither(i % 8, i / 8) * 64.0) as u32).collect();
        steps.sort_unstable();
        assert_eq!(steps, (0..64).collect::<Vec<_>>());
    }

    #[test]
    fn a_transparent_pixel_takes_its_neighbors_color_and_stays_transparent() {
        let mut rgba = [[0, 0, 0, 0], [9, 8, 7, 255], [0, 0, 0, 0], [0, 0, 0, 0]].concat();
        bleed_color(&mut rgba, 4);
        assert_eq!(rgba, [[9, 8, 7, 0], [9, 8, 7, 255], [9, 8, 7, 0], [0, 0, 0, 0]].concat());
    }
}

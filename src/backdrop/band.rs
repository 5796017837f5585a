//! A few rows of a picture while they are painted, in numbers fine enough for light upon light upon light.

use super::coverage::{Area, Coverage};
use super::ink::{Ink, Tone, along, around};

/// Rows of pixels, each as a [`Tone`].
pub struct Band {
    area: Area,
    pixels: Vec<Tone>,
}

impl Band {
    pub fn new(width: usize, height: usize) -> Self {
        let area = Area { left: 0, top: 0, right: width as i32, bottom: height as i32 };
        Self { area, pixels: vec![[0.0; 4]; width * height] }
    }

    /// The pixels it holds now.
    pub fn area(&self) -> Area {
        self.area
    }

    /// Empties it and moves on to the next rows.
    pub fn advance(&mut self) {
        let height = self.area.bottom - self.area.top;
        self.area = Area { top: self.area.bottom, bottom: self.area.bottom + height, ..self.area };
        self.pixels.fill([0.0; 4]);
    }

    /// The rows, with the number of each in the picture.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &[Tone])> {
        (self.area.top as usize..).zip(self.pixels.chunks_exact(self.area.width()))
    }

    /// Lays an ink over what is there, as far as the pixels are covered.
    pub fn blend(&mut self, coverage: &Coverage, ink: &Ink) {
        match ink {
            Ink::Flat(tone) => self.each(coverage, |_, _| *tone),
            Ink::Linear { start, step, tones } => self.each(coverage, |x, y| along(*start, *step, tones, x, y)),
            Ink::Glow { center, radii, tone } => self.each(coverage, |x, y| around(*center, *radii, *tone, x, y)),
        }
    }

    fn each(&mut self, coverage: &Coverage, tone: impl Fn(i32, i32) -> Tone) {
        let Area { left, right, top, bottom } = coverage.area;
        for y in top..bottom {
            let start = (y - self.area.top) as usize * self.area.width();
            let pixels = &mut self.pixels[start + left as usize..start + right as usize];
            for ((x, pixel), share) in (left..).zip(pixels).zip(coverage.row(y, left, right)) {
                if *share > 0.0 {
                    lay(pixel, tone(x, y), *share);
                }
            }
        }
    }
}

fn lay(pixel: &mut Tone, tone: Tone, share: f32) {
    let under = 1.0 - tone[3] * share;
    *pixel = [0, 1, 2, 3].map(|i| pixel[i] * under + tone[i] * share);
}

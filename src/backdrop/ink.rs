//! Colors that differ from pixel to pixel.

use crate::cast::color::Color;
use crate::cast::shape::Paint;

/// Colors kept of a gradient: a step from one to the next is far below what eight bits can show.
const STEPS: usize = 1024;

/// Red, green and blue multiplied by the opacity, and the opacity: 0 to 1.
pub type Tone = [f32; 4];

/// What a shape is filled with, in pixels.
#[derive(Clone, Debug)]
pub enum Ink {
    Flat(Tone),
    /// How far along the first pixel is, what each pixel to the right and down adds, and the colors on the way.
    Linear {
        start: f32,
        step: [f32; 2],
        tones: Vec<Tone>,
    },
    Glow {
        center: [f32; 2],
        radii: [f32; 2],
        tone: Tone,
    },
}

impl Ink {
    /// The ink of a paint whose points lie, in pixels, where `place` says.
    pub fn of(paint: &Paint, place: impl Fn((f32, f32)) -> [f32; 2]) -> Self {
        match paint {
            Paint::Flat(color, opacity) => Self::Flat(tone(color.0.map(f32::from), *opacity)),
            Paint::Linear(from, to, stops) => {
                let ([x, y], [to_x, to_y]) = (place(*from), place(*to));
                let (dx, dy) = (to_x - x, to_y - y);
                let length = (dx * dx + dy * dy).max(1e-6);
                let step = [dx / length, dy / length];
                let tones = (0..=STEPS).map(|i| between(stops, i as f32 / STEPS as f32)).collect();
                Self::Linear { start: (0.5 - x) * step[0] + (0.5 - y) * step[1], step, tones }
            }
        }
    }

    /// The ink of a glow.
    pub fn glow(center: [f32; 2], radii: [f32; 2], color: Color, opacity: f32) -> Self {
        Self::Glow { center, radii: radii.map(|r| r.max(1e-3)), tone: tone(color.0.map(f32::from), opacity) }
    }
}

/// The color a gradient has at a pixel.
pub fn along(start: f32, step: [f32; 2], tones: &[Tone], x: i32, y: i32) -> Tone {
    let share = (start + step[0] * x as f32 + step[1] * y as f32).clamp(0.0, 1.0);
    tones[((share * STEPS as f32 + 0.5) as usize).min(STEPS)]
}

/// The color a glow has at a pixel: it falls with the square of the way left to its edge.
pub fn around(center: [f32; 2], radii: [f32; 2], tone: Tone, x: i32, y: i32) -> Tone {
    let away = |axis: usize, pixel: i32| (pixel as f32 + 0.5 - center[axis]) / radii[axis];
    let (dx, dy) = (away(0, x), away(1, y));
    let left = (1.0 - (dx * dx + dy * dy).sqrt()).max(0.0);
    tone.map(|part| part * left * left)
}

fn tone(color: [f32; 3], opacity: f32) -> Tone {
    let opacity = if opacity.is_nan() { 0.0 } else { opacity.clamp(0.0, 1.0) };
    let [red, green, blue] = color.map(|c| c / 255.0 * opacity);
    [red, green, blue, opacity]
}

/// Between the stops on either side; before the first and after the last, that stop.
fn between(stops: &[(f32, Color, f32)], share: f32) -> Tone {
    let after = stops.iter().position(|stop| stop.0 >= share);
    let (a, b) = match after {
        Some(0) => (stops.first(), stops.first()),
        Some(i) => (stops.get(i - 1), stops.get(i)),
        None => (stops.last(), stops.last()),
    };
    let (Some(a), Some(b)) = (a, b) else { return [0.0; 4] };
    let way = ((share - a.0) / (b.0 - a.0).max(1e-6)).clamp(0.0, 1.0);
    let mix = |a: f32, b: f32| a + (b - a) * way;
    let (Color(from), Color(to)) = (a.1, b.1);
    let color = [0, 1, 2].map(|i| mix(f32::from(from[i]), f32::from(to[i])));
    tone(color, mix(a.2, b.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DARK: Color = Color([0, 0, 0]);
    const LIGHT: Color = Color([255, 255, 255]);

    #[test]
    fn a_gradient_runs_from_its_first_point_to_its_last_and_stays_there() {
        let paint =
            Paint::Linear((10.0, 0.0), (110.0, 0.0), vec![(0.0, DARK, 1.0), (0.5, LIGHT, 1.0), (1.0, LIGHT, 0.0)]);
        let Ink::Linear { start, step, tones } = Ink::of(&paint, |(x, y)| [x, y]) else { panic!("linear") };
        let at = |x| along(start, step, &tones, x, 7);
        assert_eq!((at(-5), at(0), at(200)), ([0.0, 0.0, 0.0, 1.0], [0.0, 0.0, 0.0, 1.0], [0.0; 4]));
        assert!((at(35)[0] - 0.51).abs() < 0.01 && (at(85)[3] - 0.49).abs() < 0.01);
    }

    #[test]
    fn a_glow_is_gone_at_its_edge() {
        let at = |x| around([0.5, 0.5], [100.0, 50.0], [1.0, 1.0, 1.0, 0.8], x, 0)[3];
        assert_eq!((at(0), at(100), at(300)), (0.8, 0.0, 0.0));
        assert!((at(50) - 0.2).abs() < 0.001);
    }

    #[test]
    fn a_gradient_without_stops_is_nothing() {
        assert_eq!(between(&[], 0.5), [0.0; 4]);
    }
}

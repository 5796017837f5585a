//! Words on clothes, of straight strokes.

use crate::figure::curve::{Point, at};

/// How wide a letter is, and the gap to the next, in heights.
const WIDE: f64 = 0.62;
const GAP: f64 = 0.32;

/// The strokes of a letter in its own box: from (x, y) to (x, y), x 0 to 1 across, y 0 the foot and 1 the top.
fn letter(letter: char) -> &'static [[f64; 4]] {
    match letter {
        'P' => &[
            [0.0, 0.0, 0.0, 1.0],
            [0.0, 1.0, 0.8, 1.0],
            [0.8, 1.0, 1.0, 0.8],
            [1.0, 0.8, 0.9, 0.48],
            [0.9, 0.48, 0.0, 0.46],
        ],
        'O' => &[
            [0.2, 0.0, 0.8, 0.0],
            [0.8, 0.0, 1.0, 0.25],
            [1.0, 0.25, 1.0, 0.75],
            [1.0, 0.75, 0.8, 1.0],
            [0.8, 1.0, 0.2, 1.0],
            [0.2, 1.0, 0.0, 0.75],
            [0.0, 0.75, 0.0, 0.25],
            [0.0, 0.25, 0.2, 0.0],
        ],
        'L' => &[[0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 0.95, 0.0]],
        'I' => &[[0.5, 0.0, 0.5, 1.0]],
        'C' => &[
            [1.0, 0.2, 0.8, 0.0],
            [0.8, 0.0, 0.2, 0.0],
            [0.2, 0.0, 0.0, 0.25],
            [0.0, 0.25, 0.0, 0.75],
            [0.0, 0.75, 0.2, 1.0],
            [0.2, 1.0, 0.8, 1.0],
            [0.8, 1.0, 1.0, 0.8],
        ],
        'E' => &[[0.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.95, 1.0], [0.0, 0.52, 0.8, 0.52], [0.0, 0.0, 0.95, 0.0]],
        _ => &[],
    }
}

/// A word about x 0 with its foot on y 0, `height` high, as corners of its strokes, each `thick` wide.
pub fn strokes(word: &str, height: f64, thick: f64) -> Vec<[Point; 4]> {
    let step = height * (WIDE + GAP);
    let start = -(word.chars().count() as f64 * step - height * GAP) / 2.0;
    let placed = word.chars().enumerate().flat_map(|(ix, c)| {
        let left = start + ix as f64 * step;
        letter(c).iter().map(move |[a, b, c, d]| {
            let put = |x: f64, y: f64| at(left + x * height * WIDE, -y * height);
            bar(put(*a, *b), put(*c, *d), thick / 2.0)
        })
    });
    placed.collect()
}

/// The corners of a stroke that reaches past its ends, so that strokes meet.
fn bar(from: Point, to: Point, half: f64) -> [Point; 4] {
    let length = from.distance(to).max(f64::EPSILON);
    let (x, y) = ((to.x - from.x) / length * half, (to.y - from.y) / length * half);
    let (from, to) = (from.moved(-x * 0.8, -y * 0.8), to.moved(x * 0.8, y * 0.8));
    [from.moved(-y, x), from.moved(y, -x), to.moved(y, -x), to.moved(-y, x)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_about_the_middle() {
        let points: Vec<Point> = strokes("POLICE", 12.0, 2.0).into_iter().flatten().collect();
        let (low, high) = points.iter().fold((f64::MAX, f64::MIN), |(l, h), p| (l.min(p.x), h.max(p.x)));
        assert!((low + high).abs() < 1.5 && high < 34.0, "{low} {high}");
        assert!(points.iter().all(|p| (-14.0..2.0).contains(&p.y)));
    }
}

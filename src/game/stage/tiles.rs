//! Where in a picture there is something to see: what is empty need not be drawn.

use bevy::math::{Rect, Vec2};

use crate::backdrop::Picture;

/// Texels of a tile, each way.
const TILE: usize = 32;

/// Rectangles that hold every texel that is not clear, and its neighbors, which are mixed with it; in shares of the picture.
pub(super) fn seen(picture: &Picture) -> Vec<Rect> {
    let (width, height) = (picture.width, picture.height);
    let mut done: Vec<Run> = Vec::new();
    let mut open: Vec<Run> = Vec::new();
    for row in 0..height.div_ceil(TILE) {
        let (from, to) = (row * TILE, ((row + 1) * TILE).min(height));
        let runs = runs(picture, width, (from.saturating_sub(1), (to + 1).min(height)));
        let mut next = Vec::new();
        for (left, right) in runs {
            // a run that lies exactly under another goes on with it
            let above = open.iter().position(|run| (run.left, run.right) == (left, right));
            let top = above.map_or(from, |at| open.swap_remove(at).top);
            next.push(Run { left, right, top, bottom: to });
        }
        done.append(&mut open);
        open = next;
    }
    done.append(&mut open);
    let whole = Vec2::new(width as f32, height as f32);
    done.iter().map(|run| run.rect(whole)).collect()
}

/// A rectangle in texels.
struct Run {
    left: usize,
    right: usize,
    top: usize,
    bottom: usize,
}

impl Run {
    fn rect(&self, whole: Vec2) -> Rect {
        let corner = |x: usize, y: usize| Vec2::new(x as f32, y as f32) / whole;
        Rect::from_corners(corner(self.left, self.top), corner(self.right, self.bottom))
    }
}

/// From where to where there is something between two rows of texels, in whole tiles.
fn runs(picture: &Picture, width: usize, (from, to): (usize, usize)) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for left in (0..width).step_by(TILE) {
        let right = (left + TILE).min(width);
        let columns = left.saturating_sub(1)..(right + 1).min(width);
        let is_clear = (from..to).all(|y| columns.clone().all(|x| picture.rgba[(y * width + x) * 4 + 3] == 0));
        match runs.last_mut() {
            _ if is_clear => {}
            Some(last) if last.1 == left => last.1 = right,
            _ => runs.push((left, right)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: usize, height: usize, drawn: &[(usize, usize)]) -> Picture {
        let mut rgba = vec![0; width * height * 4];
        for (x, y) in drawn {
            rgba[(y * width + x) * 4 + 3] = 9;
        }
        Picture { width, height, rgba }
    }

    #[test]
    fn what_is_clear_is_left_out_and_nothing_else() {
        assert!(seen(&picture(100, 70, &[])).is_empty());
        let drawn = [(40, 10), (99, 69), (40, 45)];
        let found = seen(&picture(100, 70, &drawn));
        for (x, y) in drawn {
            let at = Vec2::new((x as f32 + 0.5) / 100.0, (y as f32 + 0.5) / 70.0);
            assert!(found.iter().any(|rect| rect.contains(at)), "{x} {y}");
        }
        let area: f32 = found.iter().map(|rect| rect.width() * rect.height()).sum();
        assert!(area < 0.5, "{area} in {found:?}");
    }

    #[test]
    fn rectangles_do_not_overlap_and_a_full_picture_is_one() {
        let all: Vec<(usize, usize)> = (0..70).flat_map(|y| (0..100).map(move |x| (x, y))).collect();
        assert_eq!(seen(&picture(100, 70, &all)), [Rect::new(0.0, 0.0, 1.0, 1.0)]);
        let found = seen(&picture(200, 200, &[(5, 5), (31, 40), (150, 99), (60, 60), (199, 0)]));
        for (i, a) in found.iter().enumerate() {
            assert!(found[i + 1..].iter().all(|b| a.intersect(*b).is_empty()), "{a:?}");
        }
    }

    #[test]
    fn a_texel_at_the_edge_of_a_tile_brings_the_next_one_along() {
        let found = seen(&picture(96, 32, &[(31, 3)]));
        assert_eq!(found, [Rect::new(0.0, 0.0, 64.0 / 96.0, 1.0)]);
    }
}

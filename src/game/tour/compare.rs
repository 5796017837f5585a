//! How alike two pictures are, window by window, and both side by side with what differs.

use image::{Rgb, RgbImage, imageops};

/// Width and height of a window, in pixels: that of the structural comparison.
const WINDOW: u32 = 8;
/// A window counts as different from here on, 0 the same to 1 nothing alike: another rounding of the same driver gives 0, a
/// brow moved by a pixel 0.93 (docs/tour.md tells what was tried).
const DIFFERS: f64 = 0.15;
/// How much a window's color counts: with 25, it differs from two levels of 255 on.
const COLOR: f64 = 25.0;
/// So many windows may differ: one that stands alone is a rounding of an edge.
const MAY_DIFFER: usize = 2;

/// Levels of 255 by which drivers round differently, once for each thing drawn over another.
const ROUNDING: u8 = 2;

/// What came of comparing.
#[derive(Debug)]
pub(super) struct Compared {
    /// The most different window, 0 the same to 1 nothing alike.
    pub worst: f64,
    /// How many windows differ.
    pub windows: usize,
    /// How different each pixel's window is.
    map: RgbImage,
}

impl Compared {
    pub fn same(&self) -> bool {
        self.windows <= MAY_DIFFER
    }
}

/// Compares a picture with its reference; a larger one is brought to the reference's size.
///
/// # Errors
/// When the two are not of one shape.
pub(super) fn compare(reference: &RgbImage, now: &RgbImage) -> Result<Compared, String> {
    let now = without_rounding(reference, fitted(reference, now)?);
    let alike = image_compare::rgb_hybrid_compare(reference, &now).map_err(|e| e.to_string())?;
    let map = alike.image.to_color_map().into_rgb8();
    let windows = windows(&map);
    Ok(Compared {
        worst: windows.iter().copied().fold(0.0, f64::max),
        windows: windows.iter().filter(|w| **w > DIFFERS).count(),
        map,
    })
}

/// What is within rounding becomes the reference's own: in a soft shade, a level is much of the structure there is.
fn without_rounding(reference: &RgbImage, mut now: RgbImage) -> RgbImage {
    for (known, pixel) in reference.pixels().zip(now.pixels_mut()) {
        if known.0.iter().zip(pixel.0).all(|(a, b)| a.abs_diff(b) <= ROUNDING) {
            *pixel = *known;
        }
    }
    now
}

/// At the reference's size.
pub(super) fn fitted(reference: &RgbImage, now: &RgbImage) -> Result<RgbImage, String> {
    let ((width, height), (w, h)) = (reference.dimensions(), now.dimensions());
    if (width, height) == (w, h) {
        return Ok(now.clone());
    }
    // of the same shape, within a pixel
    let wanted = f64::from(h) * f64::from(width) / f64::from(w);
    if width >= w || (wanted - f64::from(height)).abs() > 1.0 {
        return Err(format!("it is {w} x {h}, and the reference {width} x {height}"));
    }
    Ok(imageops::resize(now, width, height, imageops::FilterType::Triangle))
}

/// How different each window is: its structure as it comes, and the mean of what its colors are off.
fn windows(map: &RgbImage) -> Vec<f64> {
    let mut all = Vec::new();
    for y in (0..map.height()).step_by(WINDOW as usize) {
        for x in (0..map.width()).step_by(WINDOW as usize) {
            let (right, bottom) = ((x + WINDOW).min(map.width()), (y + WINDOW).min(map.height()));
            let pixels = (y..bottom).flat_map(|y| (x..right).map(move |x| map.get_pixel(x, y).0));
            let (mut structure, mut color, mut count) = (0.0_f64, 0.0, 0.0);
            for [s, u, v] in pixels {
                structure = structure.max(f64::from(s) / 255.0);
                color += f64::from(u.max(v)) / 255.0;
                count += 1.0;
            }
            all.push(structure.max((COLOR * color / count).min(1.0)));
        }
    }
    all
}

/// Reference, picture and difference, from left to right.
pub(super) fn side_by_side(reference: &RgbImage, now: &RgbImage, compared: Option<&Compared>) -> RgbImage {
    let now = fitted(reference, now).unwrap_or_else(|_| now.clone());
    let (width, height) = (reference.width().max(now.width()), reference.height().max(now.height()));
    let mut page = RgbImage::new(3 * width, height);
    imageops::replace(&mut page, reference, 0, 0);
    imageops::replace(&mut page, &now, i64::from(width), 0);
    if let Some(compared) = compared {
        imageops::replace(&mut page, &marked(&now, &compared.map), 2 * i64::from(width), 0);
    }
    page
}

/// The picture faint, and what differs bright on it.
fn marked(now: &RgbImage, map: &RgbImage) -> RgbImage {
    RgbImage::from_fn(now.width(), now.height(), |x, y| {
        let [r, g, b] = now.get_pixel(x, y).0.map(|c| c / 4);
        let [s, u, v] = map.get_pixel(x, y).0;
        let color = u.max(v).saturating_mul(COLOR as u8);
        Rgb([r.saturating_add(s.max(color)), g.saturating_add(s / 3), b])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A face of sorts: two strokes on a soft ground.
    fn face(brow_y: u32, cheek: u8) -> RgbImage {
        RgbImage::from_fn(96, 96, |x, y| {
            let brow = (y == brow_y || y == brow_y + 1) && (30..50).contains(&x);
            if brow { Rgb([60, 40, 30]) } else { Rgb([200, cheek, (110 + (x + y) / 16) as u8]) }
        })
    }

    #[test]
    fn a_picture_is_like_itself_and_like_one_a_level_off() {
        let compared = compare(&face(40, 150), &face(40, 150)).expect("same size");
        assert!(compared.same() && compared.worst == 0.0);
        let near = compare(&face(40, 150), &face(40, 151)).expect("same size");
        assert!(near.same(), "{} {}", near.worst, near.windows);
    }

    #[test]
    fn a_moved_brow_and_another_color_are_seen() {
        let moved = compare(&face(40, 150), &face(42, 150)).expect("same size");
        assert!(!moved.same(), "{} {}", moved.worst, moved.windows);
        let blushed = compare(&face(40, 150), &face(40, 135)).expect("same size");
        assert!(!blushed.same(), "{} {}", blushed.worst, blushed.windows);
    }

    #[test]
    fn a_picture_of_another_shape_is_refused_and_a_larger_one_is_brought_to_size() {
        let reference = face(40, 150);
        assert!(compare(&reference, &RgbImage::new(96, 97)).is_err());
        assert!(compare(&reference, &RgbImage::new(48, 48)).is_err(), "a smaller one has lost something");
        let larger = imageops::resize(&reference, 192, 192, imageops::FilterType::Triangle);
        assert_eq!(fitted(&reference, &larger).map(|f| f.dimensions()), Ok((96, 96)));
    }

    #[test]
    fn the_three_stand_side_by_side() {
        let (reference, now) = (face(40, 150), face(44, 150));
        let compared = compare(&reference, &now).expect("same size");
        let page = side_by_side(&reference, &now, Some(&compared));
        assert_eq!(page.dimensions(), (288, 96));
        assert_eq!(page.get_pixel(35, 40), reference.get_pixel(35, 40));
        assert!(page.get_pixel(192 + 35, 40).0[0] > 150, "what differs is bright");
    }
}

//! Whether a picture shows anything.

use std::collections::HashMap;

/// At least forty colors, none of them on more than 97 of 100 pixels: a page of words is mostly its ground.
pub(super) fn shows_something(rgb: &[u8]) -> bool {
    let mut counts: HashMap<&[u8], usize> = HashMap::new();
    for pixel in rgb.chunks_exact(3) {
        *counts.entry(pixel).or_default() += 1;
    }
    let most = counts.values().max().copied().unwrap_or_default();
    counts.len() >= 40 && most * 100 < rgb.len() / 3 * 97
}

#[test]
fn a_picture_of_one_color_shows_nothing() {
    assert!(!shows_something(&[]));
    assert!(!shows_something(&[7; 3000]));
    let many: Vec<u8> = (0..3000_u32).map(|i| (i * 37 % 256) as u8).collect();
    assert!(shows_something(&many));
}

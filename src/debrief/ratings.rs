//! A rating in words, with how sure it is.

use crate::model::Dimension;
use crate::rating::Rating;

/// One dimension, as told.
#[derive(Clone, Debug, PartialEq)]
pub struct Rated {
    pub dimension: Dimension,
    /// `None` where the conversation gave no chance at all.
    pub rating: Option<Rating>,
    pub standing: Standing,
}

/// Where a rating stands on the scale of 1 to 5.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// Fewer than three chances: no number is honest.
    NotEnoughChances,
    /// All on the scale 1 to 5; `value` to the nearest half, the band as computed.
    At { value: f64, low: f64, high: f64, word: &'static str },
}

/// Below this many effective chances no rating is shown (scoring basis, 4.3; our choice).
pub const FEWEST_CHANCES: f64 = 3.0;

impl Rated {
    pub(super) fn tell(dimension: Dimension, rating: Option<&Rating>) -> Self {
        let standing = match rating {
            Some(r) if r.n_eff >= FEWEST_CHANCES => {
                let value = (r.rating * 2.0).round() / 2.0;
                Standing::At { value, low: on_scale(r.low), high: on_scale(r.high), word: half_step_word(value) }
            }
            Some(_) | None => Standing::NotEnoughChances,
        };
        Self { dimension, rating: rating.copied(), standing }
    }
}

/// 0..100 as 1..5.
fn on_scale(score: f64) -> f64 {
    1.0 + score / 25.0
}

/// The word for a rating of 1 to 5 in half steps.
pub fn half_step_word(value: f64) -> &'static str {
    const WORDS: [&str; 9] = [
        "rarely",
        "now and then",
        "sometimes",
        "less than half the time",
        "about half",
        "more than half the time",
        "mostly",
        "nearly throughout",
        "throughout",
    ];
    let step = ((value - 1.0) * 2.0).round().clamp(0.0, 8.0);
    WORDS[step as usize]
}

#[cfg(test)]
mod tests {
    use super::half_step_word;

    #[test]
    fn the_words_run_from_rarely_to_throughout() {
        assert_eq!(half_step_word(1.0), "rarely");
        assert_eq!(half_step_word(3.0), "about half");
        assert_eq!(half_step_word(4.5), "nearly throughout");
        assert_eq!(half_step_word(7.0), "throughout");
    }
}

//! What chance alone gives: exact, by counting.

/// The chance that at least so many of these happen, each with a chance of its own (Poisson's binomial, summed exactly).
pub fn at_least(count: usize, chances: &[f64]) -> f64 {
    // place i: the chance of exactly i so far; the last place holds "count or more"
    let mut exactly = vec![0.0; count + 1];
    exactly[0] = 1.0;
    for chance in chances {
        for i in (0..count).rev() {
            let moved = exactly[i] * chance;
            exactly[i + 1] += moved;
            exactly[i] -= moved;
        }
    }
    exactly[count].clamp(0.0, 1.0)
}

/// The places (from 0, of so many in order) between which the median of all such classes lies eight times out of ten: the
/// narrowest such pair by the signs alone, whatever the shape. None of fewer than four.
pub fn around_median(count: usize) -> Option<(usize, usize)> {
    const TAIL: f64 = 0.1;
    let of = count as f64;
    let ways = |k: f64| libm::lgamma(of + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(of - k + 1.0);
    let mut below = 0.0;
    let mut fits = None;
    for k in 0..count / 2 {
        below += libm::exp(ways(k as f64) - of * std::f64::consts::LN_2);
        if below > TAIL {
            break;
        }
        fits = Some((k, count - 1 - k));
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::{around_median, at_least};

    #[test]
    fn equal_chances_give_the_binomial() {
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} is not {b}");
        close(at_least(3, &[0.25; 3]), 0.015_625);
        close(at_least(2, &[0.5; 3]), 0.5);
        close(at_least(0, &[0.5; 3]), 1.0);
        close(at_least(4, &[0.5; 3]), 0.0);
        close(at_least(1, &[0.2, 0.5]), 1.0 - 0.8 * 0.5);
    }

    /// Of ten, eight times out of ten between the fourth and the seventh would be too narrow (0.66), the third and the eighth
    /// hold 0.89.
    #[test]
    fn the_band_of_the_median_is_that_of_the_signs() {
        assert_eq!(around_median(3), None);
        assert_eq!(around_median(4), Some((0, 3)));
        assert_eq!(around_median(10), Some((2, 7)));
        assert_eq!(around_median(8000), Some((3942, 4057)));
    }
}

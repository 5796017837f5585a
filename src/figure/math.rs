//! Small mathematics of curves and proportions.

/// Within 0 and 1.
pub fn clamp(value: f64) -> f64 {
    value.clamp(0.0, 1.0)
}

/// From `a` at 0 to `b` at 1.
pub fn lerp(a: f64, b: f64, share: f64) -> f64 {
    a + (b - a) * share
}

/// 0 up to `from`, 1 past `to`, with level ends; `to` may be the smaller.
pub fn smoothstep(from: f64, to: f64, value: f64) -> f64 {
    let t = clamp((value - from) / (to - from));
    t * t * (3.0 - 2.0 * t)
}

/// Length of a way; faster than `hypot`, and as good at the size of a figure.
pub fn length(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}

/// A bell of height 1 about `center`, `width` wide where it has fallen to 1/e.
pub fn bell(value: f64, center: f64, width: f64) -> f64 {
    let t = (value - center) / width;
    libm::exp(-t * t)
}

/// Smooth (Hermite) interpolation between rows of a rising key and its values; level beyond the ends.
pub fn table<const N: usize>(rows: &[(f64, [f64; N])], key: f64) -> [f64; N] {
    let (first, last) = (rows[0], rows[rows.len() - 1]);
    if key <= first.0 {
        return first.1;
    }
    if key >= last.0 {
        return last.1;
    }
    let i = rows.partition_point(|row| row.0 < key) - 1;
    let (a, b) = (rows[i], rows[i + 1]);
    let (before, after) = (rows[i.saturating_sub(1)], rows[(i + 2).min(rows.len() - 1)]);
    let span = b.0 - a.0;
    let t = (key - a.0) / span;
    let (t2, t3) = (t * t, t * t * t);
    std::array::from_fn(|k| {
        let slope_a = (b.1[k] - before.1[k]) / (b.0 - before.0) * span;
        let slope_b = (after.1[k] - a.1[k]) / (after.0 - a.0) * span;
        (2.0 * t3 - 3.0 * t2 + 1.0) * a.1[k]
            + (t3 - 2.0 * t2 + t) * slope_a
            + (-2.0 * t3 + 3.0 * t2) * b.1[k]
            + (t3 - t2) * slope_b
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_goes_through_its_rows_and_is_level_beyond_them() {
        let rows = [(0.0, [1.0]), (1.0, [3.0]), (3.0, [2.0])];
        assert_eq!([-1.0, 0.0, 1.0, 3.0, 9.0].map(|key| table(&rows, key)[0]), [1.0, 1.0, 3.0, 2.0, 2.0]);
    }

    #[test]
    fn a_step_may_run_downwards() {
        assert_eq!(
            [smoothstep(10.0, 0.0, 10.0), smoothstep(10.0, 0.0, 5.0), smoothstep(10.0, 0.0, 0.0)],
            [0.0, 0.5, 1.0]
        );
    }
}

//! Loose hair and cloth: they come after a body that turns, swing past it once or twice, and hang still again.

/// Radians a second of the swing, and how much of each swing is lost: at 1 it would not pass the middle.
const FREQUENCY: f32 = 7.5;
const DAMPING: f32 = 0.38;
/// The farthest they lag, in degrees.
const FARTHEST: f32 = 8.0;
/// Nearer and slower than this they hang.
const HANGS: f32 = 1e-3;

/// What comes after the turn of a body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Trail {
    at: f32,
    speed: f32,
    /// Where the body is.
    body: f32,
}

impl Trail {
    pub fn hanging(body: f32) -> Self {
        Self { at: body, speed: 0.0, body }
    }

    pub fn advance(&mut self, body: f32, secs: f32) {
        self.body = body;
        let away = self.at - body;
        if away.abs() < HANGS && self.speed.abs() < HANGS {
            *self = Self::hanging(body);
            return;
        }
        self.speed -= (FREQUENCY * FREQUENCY * away + 2.0 * DAMPING * FREQUENCY * self.speed) * secs;
        self.at += self.speed * secs;
    }

    /// Degrees behind the body, positive to the viewer's right.
    pub fn lag(&self) -> f32 {
        (self.at - self.body).clamp(-FARTHEST, FARTHEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How far they lag at every 240th of a second while the body turns by 20 degrees within 0.8 seconds, and after.
    fn lags() -> Vec<f32> {
        let mut trail = Trail::hanging(0.0);
        let turned = |tick: i32| 20.0 * (tick as f32 / 192.0).min(1.0);
        (1..=720)
            .map(|tick| {
                trail.advance(turned(tick), 1.0 / 240.0);
                trail.lag()
            })
            .collect()
    }

    #[test]
    fn they_lag_swing_past_and_hang_again() {
        let lags = lags();
        let (least, most) = (lags.iter().copied().fold(0.0, f32::min), lags.iter().copied().fold(0.0, f32::max));
        assert!((-4.0..-1.5).contains(&least) && (0.5..3.0).contains(&most), "{least} {most}");
        assert!(lags[700..].iter().all(|lag| lag.abs() < 0.02));
    }

    #[test]
    fn they_never_leap() {
        assert!(lags().windows(2).all(|pair| (pair[1] - pair[0]).abs() < 0.4));
    }
}

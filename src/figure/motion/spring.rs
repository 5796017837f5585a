//! A critically damped spring, solved exactly, so that any step is stable and two half steps are one whole.

/// It goes where it is sent and swings past neither the old target nor the new one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spring {
    pub at: f32,
    speed: f32,
    target: f32,
    /// Radians a second: 90 % of the way takes 3.9 / frequency seconds.
    frequency: f32,
}

/// Nearer and slower than this it has arrived.
const ARRIVED: f32 = 1e-5;

impl Spring {
    pub fn resting(at: f32) -> Self {
        Self { at, speed: 0.0, target: at, frequency: 1.0 }
    }

    pub fn target(&self) -> f32 {
        self.target
    }

    pub fn send(&mut self, target: f32, frequency: f32) {
        // a critically damped spring never crosses a line it heads for at frequency * distance or slower
        let low = self.at.min(self.target).min(target);
        let high = self.at.max(self.target).max(target);
        self.speed = self.speed.clamp(frequency * (low - self.at), frequency * (high - self.at));
        (self.target, self.frequency) = (target, frequency);
    }

    pub fn jump(&mut self, to: f32) {
        *self = Self::resting(to);
    }

    pub fn advance(&mut self, secs: f32) {
        let away = self.at - self.target;
        if away.abs() < ARRIVED && self.speed.abs() < ARRIVED {
            self.jump(self.target);
            return;
        }
        let push = self.speed + self.frequency * away;
        let fade = libm::expf(-self.frequency * secs);
        self.at = self.target + (away + push * secs) * fade;
        self.speed = (self.speed - self.frequency * push * secs) * fade;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_never_swings_past_where_it_was_sent(sent in prop::collection::vec((0.0..1.0f32, 1.0..45.0f32, 0.001..0.5f32), 1..20)) {
            let mut spring = Spring::resting(0.5);
            for (target, frequency, secs) in sent {
                let (low, high) = (spring.at.min(spring.target).min(target), spring.at.max(spring.target).max(target));
                spring.send(target, frequency);
                for _ in 0..8 {
                    spring.advance(secs / 8.0);
                    prop_assert!(spring.at > low - 1e-3 && spring.at < high + 1e-3, "{spring:?}");
                }
            }
        }

        #[test]
        fn two_half_steps_are_one_whole(target in 0.0..1.0f32, frequency in 1.0..45.0f32, secs in 0.001..0.5f32) {
            let mut whole = Spring::resting(0.2);
            whole.send(target, frequency);
            let mut halves = whole;
            whole.advance(secs);
            halves.advance(secs / 2.0);
            halves.advance(secs / 2.0);
            prop_assert!((whole.at - halves.at).abs() < 1e-3);
        }
    }

    #[test]
    fn ninety_percent_of_the_way_takes_as_long_as_its_frequency_says() {
        let mut spring = Spring::resting(0.0);
        spring.send(1.0, 18.0);
        spring.advance(3.89 / 18.0);
        assert!((spring.at - 0.9).abs() < 0.002, "{}", spring.at);
    }
}

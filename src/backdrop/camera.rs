//! Where the camera stands: nearer as trust grows, farther off as somebody is stirred up; slow, slight, and never quite still.

use std::f64::consts::TAU;

/// How much larger everything is at closeness 1.
const CLOSEST: f32 = 1.12;
/// How fast the camera comes to where it is wanted: a critically damped spring that is there after some six seconds.
const PACE: f32 = 0.75;
/// Seconds of the step back at the stop.
const STEP_BACK: f32 = 1.4;
/// Seconds of one sway to and fro, and how far it goes, as a share of the whole way to the side.
const SWAY_SECS: f64 = 31.0;
const SWAY: f32 = 0.3;
/// A step longer than this, in seconds, counts as so much: after a pause the camera goes on where it was.
const LONGEST_STEP: f32 = 0.25;

/// What is asked of the camera.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Wish {
    /// 0 with all the room there is to 1 near.
    pub closeness: f32,
    /// Talk is at its end: a step back.
    pub back: bool,
}

/// The camera on its way to a wish.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Camera {
    closeness: f32,
    speed: f32,
    /// 0 to 1 of the way back.
    back: f32,
    secs: f64,
}

impl Camera {
    /// A camera that stands where it is wanted.
    pub fn at(wish: Wish) -> Self {
        Self { closeness: wish.closeness, speed: 0.0, back: f32::from(u8::from(wish.back)), secs: 0.0 }
    }

    /// Lets time pass, in seconds.
    pub fn step(&mut self, wish: Wish, seconds: f32) {
        let secs = if seconds.is_finite() { seconds.clamp(0.0, LONGEST_STEP) } else { 0.0 };
        let wanted = if wish.back { 0.0 } else { wish.closeness.clamp(0.0, 1.0) };
        // exact for a spring whose goal stands still, so that few long steps end where many short ones do
        let decay = libm::expf(-PACE * secs);
        let away = self.closeness - wanted;
        let push = self.speed + PACE * away;
        self.closeness = wanted + (away + push * secs) * decay;
        self.speed = (self.speed - PACE * push * secs) * decay;
        let way = if wish.back { secs } else { -secs } / STEP_BACK;
        self.back = (self.back + way).clamp(0.0, 1.0);
        self.secs = (self.secs + f64::from(secs)) % SWAY_SECS;
    }

    /// Goes to a wish at once, without a sway: for reduced motion.
    pub fn cut(&mut self, wish: Wish) {
        *self = Self::at(Wish { closeness: if wish.back { 0.0 } else { wish.closeness.clamp(0.0, 1.0) }, ..wish });
    }

    /// How much larger the frame is than it need be, 1 to 1.12.
    pub fn zoom(&self) -> f32 {
        1.0 + (CLOSEST - 1.0) * self.closeness.clamp(0.0, 1.0)
    }

    /// How far to the side it stands, -1 to 1; see [`super::shift`].
    pub fn aside(&self) -> f32 {
        SWAY * libm::sin(self.secs / SWAY_SECS * TAU) as f32
    }

    /// How much of the step back is done, 0 to 1, slow at either end.
    pub fn back(&self) -> f32 {
        let t = self.back;
        t * t * t * (t * (6.0 * t - 15.0) + 10.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEAR: Wish = Wish { closeness: 1.0, back: false };
    const STOP: Wish = Wish { closeness: 1.0, back: true };

    fn after(wish: Wish, steps: u32, secs: f32) -> Camera {
        let mut camera = Camera::default();
        (0..steps).for_each(|_| camera.step(wish, secs));
        camera
    }

    #[test]
    fn it_is_slow_and_arrives() {
        assert!(after(NEAR, 10, 0.1).closeness < 0.25);
        assert!(after(NEAR, 100, 0.1).zoom() > 1.115);
    }

    #[test]
    fn it_is_where_it_is_however_time_is_cut() {
        let (fine, coarse) = (after(NEAR, 300, 0.01), after(NEAR, 15, 0.2));
        assert!((fine.zoom() - coarse.zoom()).abs() < 1e-4 && (fine.aside() - coarse.aside()).abs() < 1e-4);
    }

    #[test]
    fn no_step_moves_it_by_more_than_a_hair() {
        let mut camera = Camera::default();
        for i in 0..3000 {
            let (zoom, aside) = (camera.zoom(), camera.aside());
            camera.step(if i < 1500 { NEAR } else { STOP }, 1.0 / 15.0);
            assert!((camera.zoom() - zoom).abs() < 0.004 && (camera.aside() - aside).abs() < 0.006, "step {i}");
        }
    }

    #[test]
    fn at_the_stop_it_steps_back_and_comes_again_when_that_is_over() {
        let mut camera = Camera::at(NEAR);
        (0..20).for_each(|_| camera.step(STOP, 0.1));
        assert_eq!(camera.back(), 1.0);
        (0..20).for_each(|_| camera.step(NEAR, 0.1));
        assert_eq!(camera.back(), 0.0);
    }

    #[test]
    fn a_cut_is_there_at_once_and_does_not_sway() {
        let mut camera = Camera::default();
        camera.cut(NEAR);
        assert_eq!((camera.zoom(), camera.aside(), camera.back()), (CLOSEST, 0.0, 0.0));
        camera.cut(STOP);
        assert_eq!((camera.zoom(), camera.back()), (1.0, 1.0));
    }
}

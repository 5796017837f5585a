//! One number of a face or a body on its way: a spring that is sent out some time after it is told.

use super::spring::Spring;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Channel {
    spring: Spring,
    order: Option<Order>,
}

#[derive(Clone, Debug, PartialEq)]
struct Order {
    wait: f32,
    target: f32,
    frequency: f32,
}

impl Channel {
    pub fn resting(at: f32) -> Self {
        Self { spring: Spring::resting(at), order: None }
    }

    pub fn at(&self) -> f32 {
        self.spring.at
    }

    /// Where it goes once all it was told has been carried out.
    pub fn goal(&self) -> f32 {
        self.order.as_ref().map_or(self.spring.target(), |order| order.target)
    }

    pub fn tell(&mut self, target: f32, frequency: f32, wait: f32) {
        if target != self.goal() {
            self.order = Some(Order { wait, target, frequency });
        }
    }

    pub fn jump(&mut self, to: f32) {
        *self = Self::resting(to);
    }

    pub fn advance(&mut self, secs: f32) {
        if let Some(order) = &mut self.order {
            order.wait -= secs;
            if order.wait <= 0.0 {
                self.spring.send(order.target, order.frequency);
                self.order = None;
            }
        }
        self.spring.advance(secs);
    }
}

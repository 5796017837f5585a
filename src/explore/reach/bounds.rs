//! Numbers between two bounds, and answers with "sometimes" in them.

use crate::scenario::Bound;

/// Whether something holds whenever a trainee gets to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Proved.
    Always,
    /// Proved.
    Never,
    /// Nothing is proved: it may hold or not, or it may be one of the two and that could not be shown.
    Sometimes,
}

impl Answer {
    pub fn turned(self) -> Self {
        match self {
            Self::Always => Self::Never,
            Self::Never => Self::Always,
            Self::Sometimes => Self::Sometimes,
        }
    }

    /// Whether all hold.
    pub(super) fn all(answers: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Self::Always;
        for answer in answers {
            match answer {
                Self::Never => return Self::Never,
                Self::Sometimes => all = Self::Sometimes,
                Self::Always => {}
            }
        }
        all
    }

    /// Whether one of them holds.
    pub(super) fn any(answers: impl IntoIterator<Item = Self>) -> Self {
        Self::all(answers.into_iter().map(Self::turned)).turned()
    }

    pub(super) fn sure(holds: bool) -> Self {
        if holds { Self::Always } else { Self::Never }
    }
}

/// Everything from `low` to `high`, both included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub low: f64,
    pub high: f64,
}

/// More than all rounding of one turn together.
const ROUNDING: f64 = 1e-9;

impl Bounds {
    pub fn contains(self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    pub(super) fn exactly(value: f64) -> Self {
        Self { low: value, high: value }
    }

    pub(super) fn answer(self, bound: Bound) -> Answer {
        match (bound.holds(self.low), bound.holds(self.high)) {
            (true, true) => Answer::Always,
            (false, false) => Answer::Never,
            (true, false) | (false, true) => Answer::Sometimes,
        }
    }

    pub(super) fn at_least(self, value: f64) -> Answer {
        self.answer(Bound::AtLeast(value))
    }

    pub(super) fn below(self, value: f64) -> Answer {
        self.answer(Bound::Below(value))
    }

    /// Leaves only where the bound holds; empty, with `low` above `high`, where it never does.
    pub(super) fn only(self, bound: Bound) -> Self {
        match bound {
            Bound::AtLeast(least) => Self { low: self.low.max(least), ..self },
            Bound::Below(least) => Self { high: self.high.min(least.next_down()), ..self },
        }
    }

    pub(super) fn is_empty(self) -> bool {
        self.low > self.high
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }

    pub(super) fn times(self, by: f64) -> Self {
        self.product(Self::exactly(by))
    }

    pub(super) fn product(self, by: Self) -> Self {
        let corners = [self.low * by.low, self.low * by.high, self.high * by.low, self.high * by.high];
        Self {
            low: corners.iter().copied().fold(f64::INFINITY, f64::min),
            high: corners.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        }
    }

    /// By something that never falls as its argument grows.
    pub(super) fn rising(self, by: impl Fn(f64) -> f64) -> Self {
        Self { low: by(self.low), high: by(self.high) }
    }

    pub(super) fn clamp(self, low: f64, high: f64) -> Self {
        self.rising(|v| v.clamp(low, high))
    }

    /// Room for rounding.
    pub(super) fn rounded(self) -> Self {
        Self { low: self.low - ROUNDING, high: self.high + ROUNDING }
    }
}

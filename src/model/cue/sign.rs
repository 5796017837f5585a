//! Whether a sign holds, and how much of it shows.

use super::file::{Sign, When};
use super::{Moment, ramp};

/// What a sign lies over and under.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    /// It asks nothing: the face under all others.
    Everyday,
    Standing,
    /// It passes.
    Brief,
}

impl Rank {
    pub fn of(sign: &Sign) -> Self {
        match sign.lasts_secs {
            Some(_) => Self::Brief,
            None if sign.when.is_empty() => Self::Everyday,
            None => Self::Standing,
        }
    }
}

impl Sign {
    /// How much of it shows, 0 to 1: the least of what its conditions allow.
    pub(super) fn share(&self, moment: &Moment) -> f32 {
        self.when.iter().map(|when| when.share(moment)).fold(1.0, f32::min)
    }
}

impl When {
    fn share(&self, moment: &Moment) -> f32 {
        let (state, all) = (moment.state, |holds: bool| if holds { 1.0 } else { 0.0 });
        let rise = |of| moment.before.map_or(0.0, |(before, _)| state.get(of) - before.get(of));
        match self {
            Self::Feels(emotions) => all(emotions.contains(&moment.feels.0)),
            Self::FeelsNone(emotions) => all(!emotions.contains(&moment.feels.0)),
            Self::Grows { of, from, full } => ramp(state.get(*of), *from, *full),
            Self::Between { of, least, below } => all((*least..*below).contains(&state.get(*of))),
            Self::Rises { of, by, full } => ramp(rise(*of), *by, *full),
            Self::Falls { of, by, full } => ramp(-rise(*of), *by, *full),
            Self::ShutDown => all(moment.shut_down),
            Self::Drunk { from, full } => ramp(moment.intoxication, *from, *full),
        }
    }
}

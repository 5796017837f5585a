//! The four things a line is rated on, and the evidence a line gives on each.

use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

/// What a conversation is rated on. The order is the same everywhere: E, L, B, U.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Dimension {
    Empathy,
    Listening,
    Boundaries,
    Regard,
}

impl Dimension {
    pub const ALL: [Dimension; 4] = [Self::Empathy, Self::Listening, Self::Boundaries, Self::Regard];

    /// The letter used in data files and in replay documents.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Empathy => "E",
            Self::Listening => "L",
            Self::Boundaries => "B",
            Self::Regard => "U",
        }
    }

    /// The name a trainee reads.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empathy => "Empathy",
            Self::Listening => "Active listening",
            Self::Boundaries => "Boundaries",
            Self::Regard => "Unconditional positive regard",
        }
    }
}

/// Evidence on the four dimensions, each -2 to +2 once a line's techniques are combined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Evidence(pub [f64; 4]);

impl Evidence {
    /// E + L + B + U: what "the strongest line" is measured by (scoring basis, section 2).
    pub fn composite(self) -> f64 {
        self.0.iter().sum()
    }
}

impl Index<Dimension> for Evidence {
    type Output = f64;
    fn index(&self, dimension: Dimension) -> &f64 {
        &self.0[dimension as usize]
    }
}

impl IndexMut<Dimension> for Evidence {
    fn index_mut(&mut self, dimension: Dimension) -> &mut f64 {
        &mut self.0[dimension as usize]
    }
}

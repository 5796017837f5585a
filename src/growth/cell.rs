//! What is mastered: one dimension in one kind of moment, 32 cells in all.

use serde::{Deserialize, Serialize};

use super::words::{doing, with_whom};
use crate::model::{Dimension, Stage, State};

/// Arousal from which a moment counts as stirred up, 0 to 100 (scoring basis, 6.4; our choice).
const UPSET_FROM: f64 = 60.0;
/// Trust below which a person counts as wary, 0 to 100 (scoring basis, 6.4; our choice).
const WARY_BELOW: f64 = 40.0;

/// The kind of moment a line was said in: three yes-or-no facts about the person it was said to, before it landed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Context {
    /// Arousal of 60 or more.
    pub upset: bool,
    /// Trust under 40.
    pub wary: bool,
    /// The stage comes before preparation: readiness under 50.
    pub before_preparation: bool,
}

/// The moment that a state makes.
///
/// ```
/// use alongside::growth::context;
/// use alongside::model::State;
/// let state = State { arousal: 60.0, trust: 40.0, heard: 0.0, respect: 0.0, safety: 0.0, control: 0.0, readiness: 49.9 };
/// let moment = context(&state);
/// assert!(moment.upset && !moment.wary && moment.before_preparation);
/// ```
pub fn context(state: &State) -> Context {
    Context {
        upset: state.arousal >= UPSET_FROM,
        wary: state.trust < WARY_BELOW,
        before_preparation: state.stage() < Stage::Preparation,
    }
}

/// A skill: one dimension in one kind of moment (scoring basis, 6.4). Ordered by dimension, then by context.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Cell {
    pub dimension: Dimension,
    pub context: Context,
}

impl Cell {
    pub const COUNT: usize = 32;

    /// All of them, in their order.
    pub fn all() -> impl Iterator<Item = Cell> {
        Dimension::ALL.into_iter().flat_map(|dimension| Context::all().map(move |context| Cell { dimension, context }))
    }

    /// The place in [`Cell::all`], 0 to 31.
    pub fn index(self) -> usize {
        self.dimension as usize * 8 + self.context.index()
    }
}

impl Cell {
    /// "Holding a line. With someone calm but wary of you, ready for a next step."
    pub fn in_words(self) -> String {
        format!("{}. {}", doing(self.dimension), with_whom(self.context))
    }
}

impl Context {
    /// All eight, in their order.
    pub fn all() -> impl Iterator<Item = Context> {
        (0..8).map(|i| Context { upset: i & 4 != 0, wary: i & 2 != 0, before_preparation: i & 1 != 0 })
    }

    fn index(self) -> usize {
        usize::from(self.upset) * 4 + usize::from(self.wary) * 2 + usize::from(self.before_preparation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cells_stand_in_their_own_order() {
        let cells: Vec<Cell> = Cell::all().collect();
        assert_eq!(cells.len(), Cell::COUNT);
        assert!(cells.is_sorted());
        assert!(cells.iter().enumerate().all(|(i, cell)| cell.index() == i));
    }

    #[test]
    fn a_moment_turns_at_sixty_forty_and_fifty() {
        let state = |arousal, trust, readiness| State {
            arousal,
            trust,
            heard: 50.0,
            respect: 50.0,
            safety: 50.0,
            control: 50.0,
            readiness,
        };
        let facts = |s: State| [context(&s).upset, context(&s).wary, context(&s).before_preparation];
        assert_eq!(facts(state(59.9, 40.0, 50.0)), [false, false, false]);
        assert_eq!(facts(state(60.0, 39.9, 49.9)), [true, true, true]);
    }
}

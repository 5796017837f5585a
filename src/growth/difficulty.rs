//! How hard the next conversation should be: a step up after two that went well, down after two that did not (scoring
//! basis, 6.4; our choice).

use super::play::{Kind, Play};
use crate::model::Dimension;

/// Final score from which a play counts for a step up, and below which for a step down, 0 to 100.
const UP_FROM: f64 = 75.0;
const DOWN_BELOW: f64 = 45.0;
/// Plays in a row that make a step.
const IN_A_ROW: u32 = 2;

/// What the latest play on a target asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    Up,
    Stay,
    Down,
}

/// How hard, on one dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difficulty {
    pub dimension: Dimension,
    /// Steps from where it began, each one thing made harder or easier (arousal, trust, bystanders, clearness of cues, or
    /// time); below 0 is easier.
    pub level: i32,
    /// The step that the latest play made.
    pub step: Step,
}

/// Looks at finished first plays that were suggested for the dimension, oldest first. The two plays of a step are used up
/// by it.
pub(super) fn difficulty(plays: &[&Play], dimension: Dimension) -> Difficulty {
    let on_target = plays.iter().filter(|play| {
        play.complete && play.kind() == Kind::First && play.aimed_at.is_some_and(|cell| cell.dimension == dimension)
    });
    let scores = on_target.filter_map(|play| play.ratings[dimension as usize].map(|r| r.final_score));
    let (mut level, mut step) = (0, Step::Stay);
    let (mut good, mut poor) = (0, 0);
    for score in scores {
        good = if score >= UP_FROM { good + 1 } else { 0 };
        poor = if score < DOWN_BELOW { poor + 1 } else { 0 };
        step = match (good, poor) {
            (IN_A_ROW, _) => Step::Up,
            (_, IN_A_ROW) => Step::Down,
            _ => Step::Stay,
        };
        level += match step {
            Step::Up => 1,
            Step::Stay => 0,
            Step::Down => -1,
        };
        if step != Step::Stay {
            (good, poor) = (0, 0);
        }
    }
    Difficulty { dimension, level, step }
}

#[cfg(test)]
mod tests {
    use super::super::Cell;
    use super::*;
    use crate::rating::Rating;

    fn told(scores: &[f64]) -> (i32, Step) {
        let aimed_at = Cell::all().find(|cell| cell.dimension == Dimension::Boundaries);
        let rating = |final_score| Rating {
            raw: final_score,
            estimate: final_score,
            sd: 10.0,
            n_eff: 8.0,
            harm_factor: 1.0,
            final_score,
            low: 0.0,
            high: 100.0,
            rating: 3.0,
        };
        let play = |score: &f64| Play {
            first: true,
            complete: true,
            aimed_at,
            ratings: [Some(rating(0.0)), None, Some(rating(*score)), None],
            ..Play::default()
        };
        let plays: Vec<Play> = scores.iter().map(play).collect();
        let plays: Vec<&Play> = plays.iter().collect();
        assert_eq!(difficulty(&plays, Dimension::Empathy).level, 0);
        let found = difficulty(&plays, Dimension::Boundaries);
        (found.level, found.step)
    }

    #[test]
    fn two_in_a_row_make_a_step_and_are_used_up() {
        assert_eq!(told(&[]), (0, Step::Stay));
        assert_eq!(told(&[75.0]), (0, Step::Stay));
        assert_eq!(told(&[75.0, 75.0]), (1, Step::Up));
        assert_eq!(told(&[75.0, 75.0, 75.0]), (1, Step::Stay));
        assert_eq!(told(&[75.0, 75.0, 75.0, 75.0]), (2, Step::Up));
        assert_eq!(told(&[75.0, 74.9, 75.0]), (0, Step::Stay));
        assert_eq!(told(&[44.9, 44.9]), (-1, Step::Down));
        assert_eq!(told(&[44.9, 45.0, 44.9]), (0, Step::Stay));
        assert_eq!(told(&[80.0, 80.0, 20.0, 20.0]), (0, Step::Down));
    }
}

//! What there is to practice with: which scenarios give a chance at which skill.

use std::collections::BTreeMap;

use super::Cell;
use super::play::Play;

/// Scenarios by what they serve, and what the instructor finds matters.
#[derive(Clone, Debug, PartialEq)]
pub struct Serves {
    pub scenarios: Vec<Served>,
    /// Role relevance per dimension, 0 to 1; 0.5 unless the instructor says otherwise (scoring basis, 6.4).
    pub relevance: [f64; 4],
}

/// One scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Served {
    /// As in [`Play::scenario`].
    pub id: String,
    /// As the trainee reads it.
    pub title: String,
    /// Cells that the simulated expert meets, with the number of turns scored in each.
    pub cells: BTreeMap<Cell, usize>,
}

impl Default for Serves {
    fn default() -> Self {
        Self { scenarios: Vec::new(), relevance: [0.5; 4] }
    }
}

impl Serves {
    /// Whether any scenario gives a chance at this.
    pub fn offers(&self, cell: Cell) -> bool {
        self.scenarios.iter().any(|s| s.turns(cell) > 0)
    }

    /// The scenario to practice a cell with: one never played before one that was; of those never played, the one with
    /// the most turns for it; of those played, the one played longest ago; then by id.
    pub(super) fn best_for(&self, cell: Cell, plays: &[&Play]) -> Option<&Served> {
        let last = |s: &Served| plays.iter().filter(|p| p.scenario == s.id).map(|p| p.began_day).max();
        let serving = self.scenarios.iter().filter(|s| s.turns(cell) > 0);
        serving.min_by_key(|s| (last(s), std::cmp::Reverse(s.turns(cell)), s.id.as_str()))
    }
}

impl Served {
    /// Turns for a cell.
    pub fn turns(&self, cell: Cell) -> usize {
        self.cells.get(&cell).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_never_played_comes_first_then_what_was_played_longest_ago() {
        let cell = Cell::all().next().expect("32 cells");
        let served = |id: &str, turns| Served { id: id.into(), title: id.into(), cells: [(cell, turns)].into() };
        let scenarios = vec![served("few", 1), served("many", 3), served("also-many", 3), served("none", 0)];
        let serves = Serves { scenarios, ..Serves::default() };
        let play = |scenario: &str, began_day| Play { scenario: scenario.into(), began_day, ..Play::default() };
        let plays = [play("also-many", 2), play("many", 3), play("few", 1), play("also-many", 9)];
        let best = |plays: &[Play]| {
            let plays: Vec<&Play> = plays.iter().collect();
            serves.best_for(cell, &plays).map(|s| s.id.clone())
        };
        assert_eq!(best(&[]).as_deref(), Some("also-many"));
        assert_eq!(best(&plays[..1]).as_deref(), Some("many"));
        assert_eq!(best(&plays[..2]).as_deref(), Some("few"));
        assert_eq!(best(&plays[..3]).as_deref(), Some("few"));
        assert_eq!(best(&plays[1..]).as_deref(), Some("few"));
        assert!(!serves.offers(Cell::all().nth(1).expect("32 cells")));
    }
}

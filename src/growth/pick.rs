//! Which skill comes next: the one that asks most, one time in five another, never the same three times running.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::play::Play;
use super::priority::Priority;
use super::{Cell, Serves};

/// How often chance decides instead of the priority (scoring basis, 6.4; our choice).
const BY_CHANCE: f64 = 0.2;

/// What decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chosen {
    ByPriority,
    ByChance,
    /// The trainee marked a hard call on this day.
    AfterHardCall(i64),
}

/// Cells that may be suggested, the most pressing first: some scenario offers them, and they were not what the last two
/// suggested plays were for. Of equal ones the one with more turns on offer comes first, then the order of [`Cell::all`].
pub(super) fn candidates(priorities: &[Priority], serves: &Serves, plays: &[&Play]) -> Vec<Priority> {
    let barred = barred(plays);
    let open = |p: &&Priority| Some(p.cell) != barred && serves.offers(p.cell);
    let turns = |cell| serves.scenarios.iter().map(|s| s.turns(cell)).max();
    let mut found: Vec<Priority> = priorities.iter().filter(open).copied().collect();
    found.sort_by(|a, b| b.value.total_cmp(&a.value).then(turns(b.cell).cmp(&turns(a.cell))));
    found
}

/// The cell of the last two suggestions that were followed, where they were for the same.
fn barred(plays: &[&Play]) -> Option<Cell> {
    let mut aims = plays.iter().rev().filter_map(|play| play.aimed_at);
    let latest = aims.next()?;
    (aims.next() == Some(latest)).then_some(latest)
}

/// The place in a list of candidates of the one to suggest. Chance picks evenly among all of them.
pub(super) fn pick(count: usize, chance: &mut ChaCha8Rng) -> Option<(usize, Chosen)> {
    if count == 0 {
        return None;
    }
    if share(chance) >= BY_CHANCE {
        return Some((0, Chosen::ByPriority));
    }
    let place = (share(chance) * count as f64) as usize;
    Some((place.min(count - 1), Chosen::ByChance))
}

/// 0 up to but not quite 1.
fn share(chance: &mut ChaCha8Rng) -> f64 {
    (chance.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::super::mastery::mastery;
    use super::super::priority::priorities;
    use super::super::serves::Served;
    use super::*;

    fn cell(place: usize) -> Cell {
        Cell::all().nth(place).expect("32 cells")
    }

    fn serving(cells: &[(usize, usize)]) -> Serves {
        let cells = cells.iter().map(|(place, turns)| (cell(*place), *turns)).collect();
        Serves { scenarios: vec![Served { id: "a".into(), title: "A".into(), cells }], ..Serves::default() }
    }

    fn order(serves: &Serves, plays: &[Play]) -> Vec<usize> {
        let plays: Vec<&Play> = plays.iter().collect();
        let priorities = priorities(&mastery(&plays), &plays, 0, serves);
        candidates(&priorities, serves, &plays).iter().map(|p| p.cell.index()).collect()
    }

    #[test]
    fn of_equal_claims_the_one_with_more_turns_comes_first() {
        assert_eq!(order(&serving(&[(3, 1), (9, 4), (20, 1), (30, 0)]), &[]), [9, 3, 20]);
    }

    #[test]
    fn what_matters_more_for_the_role_comes_first() {
        let serves = Serves { relevance: [0.5, 0.5, 0.9, 0.5], ..serving(&[(3, 1), (9, 4), (20, 1)]) };
        assert_eq!(order(&serves, &[]), [20, 9, 3]);
    }

    #[test]
    fn nothing_is_suggested_a_third_time_running() {
        let aimed = |place: Option<usize>| Play { aimed_at: place.map(cell), ..Play::default() };
        let serves = serving(&[(3, 4), (9, 1)]);
        assert_eq!(order(&serves, &[aimed(Some(3))]), [3, 9]);
        assert_eq!(order(&serves, &[aimed(Some(3)), aimed(None), aimed(Some(3))]), [9]);
        assert_eq!(order(&serves, &[aimed(Some(3)), aimed(Some(3)), aimed(Some(9))]), [3, 9]);
    }

    #[test]
    fn one_time_in_five_chance_decides_and_reaches_all() {
        let mut chance = ChaCha8Rng::seed_from_u64(4);
        let picks: Vec<_> = (0..5000).filter_map(|_| pick(4, &mut chance)).collect();
        let by_chance = picks.iter().filter(|(_, chosen)| *chosen == Chosen::ByChance).count();
        assert!((900..1100).contains(&by_chance), "{by_chance}");
        for place in 0..4 {
            let here = picks.iter().filter(|pick| **pick == (place, Chosen::ByChance)).count();
            assert!((190..310).contains(&here), "{place}: {here}");
        }
        assert_eq!(pick(0, &mut chance), None);
    }
}

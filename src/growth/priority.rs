//! How much each skill asks to be practiced (scoring basis, 6.4; all our choice).

use super::mastery::Mastery;
use super::play::Play;
use super::{Cell, Serves};
use crate::model::Dimension;

/// Weights of what is forgotten, unsure, hurt and relevant; they add up to 1.
const WEIGHTS: [f64; 4] = [0.45, 0.25, 0.20, 0.10];
/// Plays that count as recent.
const RECENT_PLAYS: usize = 5;

/// One cell's claim to be next, and what it is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Priority {
    pub cell: Cell,
    /// 0.45 (1 - left) + 0.25 sd + 0.20 harm + 0.10 relevance; 0 to 0.875.
    pub value: f64,
    /// What is left of the mastery today, 0 to 1.
    pub left: f64,
    /// How unsure that is, 0 to 0.5.
    pub sd: f64,
    /// Share of the last five plays, of whatever kind, that left a harm of severity 2 or more unrepaired on the
    /// dimension; of as many as there are while there are fewer.
    pub harm: f64,
    /// 0 to 1.
    pub relevance: f64,
}

/// All 32 in the order of [`Cell::all`].
pub(super) fn priorities(mastery: &Mastery, plays: &[&Play], today: i64, serves: &Serves) -> Vec<Priority> {
    let one = |cell: Cell| {
        let skill = mastery.skill(cell);
        let (left, sd) = (skill.on(today), skill.sd());
        let harm = share(recent_harm(plays, cell.dimension));
        let relevance = serves.relevance[cell.dimension as usize].clamp(0.0, 1.0);
        let parts = [1.0 - left, sd, harm, relevance];
        let value = WEIGHTS.iter().zip(parts).map(|(weight, part)| weight * part).sum();
        Priority { cell, value, left, sd, harm, relevance }
    };
    Cell::all().map(one).collect()
}

/// How many of the last five plays left something unmended on a dimension, and of how many.
pub(super) fn recent_harm(plays: &[&Play], dimension: Dimension) -> (usize, usize) {
    let recent = &plays[plays.len().saturating_sub(RECENT_PLAYS)..];
    (recent.iter().filter(|play| play.harm[dimension as usize]).count(), recent.len())
}

fn share((part, of): (usize, usize)) -> f64 {
    if of == 0 { 0.0 } else { part as f64 / of as f64 }
}

#[cfg(test)]
mod tests {
    use super::super::mastery::mastery;
    use super::*;

    #[test]
    fn a_beginner_has_the_same_claim_everywhere() {
        let found = priorities(&mastery(&[]), &[], 0, &Serves::default());
        // .45 * .5 + .25 * .5 + 0 + .1 * .5
        assert!(found.iter().all(|p| (p.value - 0.4).abs() < 1e-12), "{found:?}");
    }

    #[test]
    fn only_the_last_five_plays_are_recent() {
        let play = |hurt| Play { harm: [hurt, false, false, false], ..Play::default() };
        let plays = [play(true), play(true), play(false), play(false), play(false), play(true)];
        let plays: Vec<&Play> = plays.iter().collect();
        assert_eq!(recent_harm(&plays, Dimension::Empathy), (2, 5));
        assert_eq!(recent_harm(&plays[..1], Dimension::Empathy), (1, 1));
        assert_eq!(recent_harm(&plays, Dimension::Regard), (0, 5));
        let found = priorities(&mastery(&plays), &plays, 0, &Serves::default());
        assert!((found[0].value - (0.4 + 0.2 * 0.4)).abs() < 1e-12 && (found[31].value - 0.4).abs() < 1e-12);
    }
}

//! How a line is held: too hard, clear, too soft (Hamilton's boundary see-saw, 2010; scoring basis, 4.5 and 6.6).

use super::play::{Kind, LeaningLines, Play};
use crate::model::Model;

/// Finished plays the needle is taken from, the latest (our choice).
const PLAYS: usize = 5;
/// Within this of the middle counts as clear, as in the counts of a debrief (our choice).
const CLEAR: f64 = 0.25;

/// Where the needle stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Leaning {
    TooHard,
    Clear,
    TooSoft,
    /// It stands to a side, but by so few lines that it may be chance.
    Open,
}

/// The see-saw now and over time.
#[derive(Clone, Debug, PartialEq)]
pub struct SeeSaw {
    /// Of the last five finished plays together, -1 too hard to +1 too soft: (diffuse - rigid) / (diffuse + rigid + 1).
    pub balance: f64,
    /// Where it may lie with 80 % confidence, -1 to 1; the balance is never outside.
    pub low: f64,
    pub high: f64,
    /// The lines behind it.
    pub lines: LeaningLines,
    pub leaning: Leaning,
    /// Every finished play of which the lines were kept, oldest first.
    pub points: Vec<BalancePoint>,
}

/// One conversation on the see-saw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BalancePoint {
    pub day: i64,
    pub kind: Kind,
    /// -1 to 1.
    pub balance: f64,
    pub lines: LeaningLines,
}

impl LeaningLines {
    /// (diffuse - rigid) / (diffuse + rigid + 1), -1 to 1: 0 where no line leaned.
    pub fn balance(self) -> f64 {
        (self.diffuse as f64 - self.rigid as f64) / (self.diffuse as f64 + self.rigid as f64 + 1.0)
    }

    /// 80 % of where the balance may lie: the share of diffuse lines with its spread by the rule of succession (a Beta
    /// posterior from an even prior, as a normal), brought to -1 to 1.
    fn band(self, reach: f64) -> (f64, f64) {
        let (soft, all) = (self.diffuse as f64, self.diffuse as f64 + self.rigid as f64);
        let share = (soft + 1.0) / (all + 2.0);
        let sd = (share * (1.0 - share) / (all + 3.0)).sqrt();
        let (middle, spread) = (2.0 * share - 1.0, 2.0 * reach * sd);
        ((middle - spread).max(-1.0).min(self.balance()), (middle + spread).min(1.0).max(self.balance()))
    }
}

/// None before a conversation was finished.
pub(super) fn see_saw(model: &Model, plays: &[&Play]) -> Option<SeeSaw> {
    let kept = plays.iter().filter(|play| play.complete).filter_map(|play| {
        let lines = play.leaning?;
        Some(BalancePoint { day: play.began_day, kind: play.kind(), balance: lines.balance(), lines })
    });
    let points: Vec<BalancePoint> = kept.collect();
    let recent = &points[points.len().saturating_sub(PLAYS)..];
    let sum = |of: fn(&LeaningLines) -> usize| recent.iter().map(|p| of(&p.lines)).sum();
    let lines = LeaningLines { rigid: sum(|l| l.rigid), diffuse: sum(|l| l.diffuse) };
    if points.is_empty() {
        return None;
    }
    let (low, high) = lines.band(model.constants.rating_band);
    Some(SeeSaw { balance: lines.balance(), low, high, lines, leaning: leaning(lines.balance(), low, high), points })
}

fn leaning(balance: f64, low: f64, high: f64) -> Leaning {
    match balance {
        b if b.abs() < CLEAR => Leaning::Clear,
        b if b < 0.0 && high < 0.0 => Leaning::TooHard,
        b if b > 0.0 && low > 0.0 => Leaning::TooSoft,
        _ => Leaning::Open,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn seen(lines: &[(usize, usize)]) -> Option<SeeSaw> {
        let play = |(rigid, diffuse): &(usize, usize)| Play {
            complete: true,
            leaning: Some(LeaningLines { rigid: *rigid, diffuse: *diffuse }),
            ..Play::default()
        };
        let plays: Vec<Play> = lines.iter().map(play).collect();
        see_saw(Model::shipped(), &plays.iter().collect::<Vec<_>>())
    }

    #[test]
    fn the_needle_by_hand() {
        let saw = seen(&[(9, 0), (1, 2), (0, 1), (0, 0), (0, 0), (1, 4)]).expect("six plays");
        // the last five: 2 rigid, 7 diffuse; share 8/11, sd sqrt(8/11 * 3/11 / 12)
        let sd = (8.0 / 11.0 * 3.0 / 11.0 / 12.0_f64).sqrt();
        assert!((saw.balance - 0.5).abs() < 1e-12, "{saw:?}");
        assert!((saw.low - (5.0 / 11.0 - 2.56 * sd)).abs() < 1e-12, "{saw:?}");
        assert_eq!((saw.leaning, saw.points.len()), (Leaning::TooSoft, 6));
    }

    #[test]
    fn one_line_is_too_few_to_tell_and_none_is_clear() {
        assert_eq!(seen(&[(1, 0)]).map(|s| s.leaning), Some(Leaning::Open));
        assert_eq!(seen(&[(6, 0)]).map(|s| s.leaning), Some(Leaning::TooHard));
        assert_eq!(seen(&[(0, 0)]).map(|s| (s.leaning, s.balance)), Some((Leaning::Clear, 0.0)));
        assert_eq!(seen(&[]), None);
    }

    proptest! {
        #[test]
        fn the_needle_is_never_outside_its_band_and_sides_mirror(rigid in 0..60usize, diffuse in 0..60usize) {
            let (a, b) = (LeaningLines { rigid, diffuse }, LeaningLines { rigid: diffuse, diffuse: rigid });
            let ((low, high), (mirrored_low, mirrored_high)) = (a.band(1.28), b.band(1.28));
            prop_assert!(-1.0 <= low && low <= a.balance() && a.balance() <= high && high <= 1.0);
            prop_assert!((low + mirrored_high).abs() < 1e-12 && (high + mirrored_low).abs() < 1e-12);
            let twice = LeaningLines { rigid: 2 * rigid + 1, diffuse: 2 * diffuse + 1 }.band(1.28);
            prop_assert!(twice.1 - twice.0 < high - low + 1e-12 || rigid.abs_diff(diffuse) > 5);
        }
    }
}

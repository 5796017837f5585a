//! What growth has to say, put where the report shows it.

use super::{Balance, Curve, Next, TraineeReport};
use crate::growth::{Progress, Series, Skill};

/// A skill is named once so many turns have been seen in it (our choice).
const SEEN: usize = 6;
/// The report names at most so many.
const MOST: usize = 6;

impl TraineeReport {
    /// With how they have grown as of `today`, in days since 1970, by the same conversations.
    pub fn with_growth(mut self, told: &Progress, today: i64) -> Self {
        self.sentence.clone_from(&told.sentence);
        for (curve, series) in self.curves.iter_mut().zip(&told.growth) {
            grown(curve, series);
        }
        let next = told.next.iter();
        self.next = next
            .map(|n| Next {
                title: n.title.to_owned(),
                reason: format!("{} {}", n.with_whom, n.reason).trim().to_owned(),
            })
            .collect();
        self.balance = told.see_saw.as_ref().map(|s| Balance { at: s.balance, low: s.low, high: s.high });
        self.mastery = mastery(told.mastery.skills(), today);
        self
    }
}

/// The points of a series are those finished conversations that had enough chances, oldest first, as a curve's are.
fn grown(curve: &mut Curve, series: &Series) {
    series.change.verdict.words().clone_into(&mut curve.verdict);
    for (point, told) in curve.points.iter_mut().zip(&series.points) {
        point.trend = told.so_far.map(|s| (s.estimate, s.low, s.high));
    }
}

/// The skills seen most, and what is left of each, in words.
fn mastery(skills: &[Skill], today: i64) -> Vec<(String, String)> {
    let mut seen: Vec<&Skill> = skills.iter().filter(|skill| skill.turns >= SEEN).collect();
    seen.sort_by_key(|skill| std::cmp::Reverse(skill.turns));
    let told = seen.into_iter().take(MOST).map(|skill| {
        let left = match skill.on(today) {
            left if left >= 0.75 => "firm",
            left if left >= 0.6 => "there",
            left if left >= 0.45 => "coming",
            _ => "not yet",
        };
        (skill.cell.in_words(), left.to_owned())
    });
    told.collect()
}

//! Completions as most academies take them: one row for each conversation that was brought to its end.

use super::csv::{Cell, table};
use crate::debrief::FEWEST_CHANCES;
use crate::rating::Rating;
use crate::records::Completion;
use crate::session::Mode;

/// What the academy has settled.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Course<'a> {
    /// What the course is called in the academy's own system.
    pub name: &'a str,
    /// 0 to 100, to be reached on each of the four; without it an assessment is completed, neither passed nor failed.
    pub cut: Option<f64>,
    pub with_names: bool,
}

/// One row for each; `score` is the lowest of the four ratings, 0 to 100, as all four have to reach the cut (scoring basis, 4.9).
pub fn csv(completions: &[Completion], course: &Course) -> String {
    let mut heads = vec!["officer_id", "course", "scenario", "date", "hours", "score", "result", "seal", "near_cut"];
    if course.with_names {
        heads.insert(1, "name");
    }
    table(&heads, &completions.iter().map(|one| row(one, course)).collect::<Vec<_>>())
}

fn row(one: &Completion, course: &Course) -> Vec<Cell> {
    let ratings = ratings(one);
    let score = ratings.as_ref().map(|four| four.iter().map(|r| r.final_score).fold(100.0, f64::min));
    let assessed = one.mode == Mode::Assessment;
    let near = ratings.as_ref().zip(course.cut).is_some_and(|(four, cut)| four.iter().any(|r| crosses(r, cut)));
    let mut row = vec![
        Cell::text(&officer(one)),
        Cell::text(course.name),
        Cell::text(&one.title),
        Cell::text(&one.ended.date()),
        Cell::number(hours(one)),
        score.map_or(Cell::Empty, |score| Cell::Number(score.round())),
        Cell::text(if assessed { result(score, course.cut) } else { "" }),
        Cell::text(one.mark.as_deref().unwrap_or_default()),
        Cell::text(if assessed && near { "yes" } else { "" }),
    ];
    if course.with_names {
        row.insert(1, Cell::text(&one.name));
    }
    row
}

/// Whoever has no id at the academy goes by the beginning of ours.
fn officer(one: &Completion) -> String {
    if one.officer.is_empty() { one.trainee.to_string().chars().take(8).collect() } else { one.officer.clone() }
}

/// None where one of the four cannot be rated.
fn ratings(one: &Completion) -> Option<[Rating; 4]> {
    let [Some(a), Some(b), Some(c), Some(d)] = one.conclusion.as_ref()?.ratings else { return None };
    let four = [a, b, c, d];
    four.iter().all(|r| r.n_eff >= FEWEST_CHANCES).then_some(four)
}

fn result(score: Option<f64>, cut: Option<f64>) -> &'static str {
    match (score, cut) {
        (_, None) => "completed",
        (None, Some(_)) => "not rated",
        (Some(score), Some(cut)) if score >= cut => "pass",
        (Some(_), Some(_)) => "fail",
    }
}

/// Whose band holds the cut should be assessed again (scoring basis, 4.9).
fn crosses(rating: &Rating, cut: f64) -> bool {
    rating.low < cut && cut <= rating.high
}

/// A conversation is no longer than this; what lay open longer was left and gone on with, and its hours are not known.
const LONGEST_HOURS: f64 = 2.0;

fn hours(one: &Completion) -> Option<f64> {
    let hours = (one.ended.ms.saturating_sub(one.began.ms)) as f64 / 3_600_000.0;
    (0.0..=LONGEST_HOURS).contains(&hours).then_some(hours)
}

#[cfg(test)]
mod tests {
    use super::{Course, csv};
    use crate::rating::Rating;
    use crate::records::{Completion, Conclusion, Stamp};
    use crate::session::Mode;
    use uuid::Uuid;

    /// 10:00 on 4 November 2026, an hour ahead of UTC.
    const NOW: Stamp = Stamp { ms: 1_793_782_800_000, zone: 60 };

    fn one(mode: Mode, finals: [f64; 4]) -> Completion {
        let rating = |s: f64| Rating {
            raw: s,
            estimate: s,
            sd: 5.0,
            n_eff: 6.0,
            harm_factor: 1.0,
            final_score: s,
            low: s - 6.0,
            high: s + 6.0,
            rating: 1.0 + s / 25.0,
        };
        Completion {
            trainee: Uuid::from_bytes([7; 16]),
            name: "=Elena, \"E\"".to_owned(),
            officer: "B-41".to_owned(),
            scenario: "talk".to_owned(),
            title: "A talk".to_owned(),
            mode,
            began: NOW,
            ended: Stamp { ms: NOW.ms + 900_000, ..NOW },
            conclusion: Some(Conclusion { ratings: finals.map(|s| Some(rating(s))), ..Conclusion::default() }),
            mark: (mode == Mode::Assessment).then(|| "0123456789abcdef".to_owned()),
        }
    }

    #[test]
    fn all_four_must_reach_the_cut_and_practice_is_neither_passed_nor_failed() {
        let all = [
            one(Mode::Assessment, [80.0, 70.4, 90.0, 75.0]),
            one(Mode::Assessment, [80.0, 58.0, 90.0, 75.0]),
            one(Mode::Practice, [80.0, 70.0, 90.0, 75.0]),
        ];
        let course = Course { name: "Contact skills", cut: Some(60.0), with_names: false };
        insta::assert_snapshot!(csv(&all, &course), @r"
        officer_id,course,scenario,date,hours,score,result,seal,near_cut
        B-41,Contact skills,A talk,2026-11-04,0.25,70,pass,0123456789abcdef,
        B-41,Contact skills,A talk,2026-11-04,0.25,58,fail,0123456789abcdef,yes
        B-41,Contact skills,A talk,2026-11-04,0.25,70,,,
        ");
    }

    #[test]
    fn a_name_that_would_be_a_formula_is_guarded() {
        let course = Course { name: "@C", cut: None, with_names: true };
        let told = csv(&[one(Mode::Assessment, [80.0; 4])], &course);
        assert!(
            told.ends_with(
                "\r\nB-41,\"'=Elena, \"\"E\"\"\",'@C,A talk,2026-11-04,0.25,80,completed,0123456789abcdef,\r\n"
            ),
            "{told}"
        );
    }

    #[test]
    fn hours_that_nobody_can_know_and_ratings_that_nobody_can_give_stay_empty() {
        let mut left = one(Mode::Assessment, [80.0; 4]);
        left.ended.ms += 86_400_000;
        left.conclusion = None;
        left.officer.clear();
        let told = csv(&[left], &Course { cut: Some(60.0), ..Course::default() });
        assert!(told.ends_with("\r\n07070707,,A talk,2026-11-05,,,not rated,0123456789abcdef,\r\n"), "{told}");
    }
}

//! What is due again: one short return per dimension, by the calendar, or early because it fades or because a call on shift
//! was hard (scoring basis, 6.5).

use super::calendar::{latest_place, opens, refresher_day};
use super::mastery::{Mastery, Skill};
use super::play::Play;
use super::words::{ago, ahead, doing, weekday};
use super::{Cell, Serves};
use crate::model::Dimension;

/// Below this a skill that stood higher comes round early (our choice).
const FADED: f64 = 0.6;
/// Missed dates after which a refresher is shortened (our choice).
const SHORT_AFTER: usize = 2;
/// How long one takes, and a shortened one (ours), in minutes.
const MINUTES: (u32, u32) = (8, 12);
const SHORT_MINUTES: (u32, u32) = (4, 6);

/// Why a refresher comes when it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    Calendar,
    /// Less than 0.6 is left of a skill that was at or above it.
    Fading,
    /// The trainee marked a hard call on this day, and has not practiced it since.
    HardCall(i64),
}

/// A call on shift that the trainee marked as hard, for nobody but themselves, and has not come back to in practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HardCall {
    /// Days since 1 January 1970 where the trainee is.
    pub day: i64,
    /// What was hard about it; none where they could not say.
    pub dimension: Option<Dimension>,
}

/// One return to a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Refresher {
    /// The skill of the dimension that fades first, or of which the least is left today.
    pub cell: Cell,
    /// Days since 1 January 1970; today or earlier when it is due.
    pub day: i64,
    pub cause: Cause,
    /// Dates of the calendar just before this one on which nothing was practiced.
    pub missed: usize,
    /// From and to, in minutes: 8 to 12, or 4 to 6 after two missed dates.
    pub minutes: (u32, u32),
    /// Id of a scenario for it, preferably one never played.
    pub scenario: Option<String>,
}

/// The refreshers that are due and those to come, of dimensions that were practiced, in the order of [`Dimension::ALL`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refreshers {
    pub due: Vec<Refresher>,
    /// The next of each dimension that has none due.
    pub coming: Vec<Refresher>,
}

impl Refresher {
    /// "Holding a line": what one comes back to.
    pub fn title(&self) -> &'static str {
        doing(self.cell.dimension)
    }

    /// When, in a sentence: "Due again on Thursday."
    pub fn sentence(&self, today: i64) -> String {
        if let Cause::HardCall(day) = self.cause {
            return format!("Due now, after your hard call {}.", ago(day, today));
        }
        let when = match today.saturating_sub(self.day) {
            ..=0 => format!("Due again {}", ahead(self.day, today)),
            1..=6 => format!("Due since {}", weekday(self.day)),
            _ => "Due again".to_owned(),
        };
        if self.minutes == SHORT_MINUTES { format!("{when}. A short one will do.") } else { format!("{when}.") }
    }
}

/// Plays stand oldest first. Any play counts as practice here, a repeated one too.
pub(super) fn refreshers(
    mastery: &Mastery,
    plays: &[&Play],
    calls: &[HardCall],
    today: i64,
    serves: &Serves,
) -> Refreshers {
    let mut out = Refreshers::default();
    for dimension in Dimension::ALL {
        let touching = plays.iter().filter(|play| play.touches(dimension) && play.began_day <= today);
        let days: Vec<i64> = touching.map(|play| play.began_day).collect();
        let skills: Vec<&Skill> = practiced(mastery, plays, dimension).collect();
        if let Some(mut refresher) = refresher(&skills, &days, today) {
            refresher.scenario = serves.best_for(refresher.cell, plays).map(|s| s.id.clone());
            if refresher.day <= today { out.due.push(refresher) } else { out.coming.push(refresher) }
        }
    }
    if let Some(call) = calls.iter().filter(|call| call.day <= today).max_by_key(|call| call.day) {
        out.answer(call, mastery, plays, serves);
    }
    out
}

impl Refreshers {
    /// After a hard call its dimension comes first, or where the trainee could not say which, the one of which the least is left.
    fn answer(&mut self, call: &HardCall, mastery: &Mastery, plays: &[&Play], serves: &Serves) {
        let left = |skill: &&Skill| call.dimension.is_none_or(|dimension| skill.cell.dimension == dimension);
        let skills = mastery.skills().iter().filter(left).filter(|skill| serves.offers(skill.cell));
        let met = |skill: &Skill| plays.iter().any(|play| play.meets(skill.cell));
        // what was met before comes before what never was
        let least = |a: &&Skill, b: &&Skill| met(b).cmp(&met(a)).then(a.on(call.day).total_cmp(&b.on(call.day)));
        let Some(cell) = skills.min_by(least).map(|skill| skill.cell) else { return };
        let other = |refresher: &Refresher| refresher.cell.dimension != cell.dimension;
        self.due.retain(other);
        self.coming.retain(other);
        let scenario = serves.best_for(cell, plays).map(|s| s.id.clone());
        let cause = Cause::HardCall(call.day);
        self.due.insert(0, Refresher { cell, day: call.day, cause, missed: 0, minutes: MINUTES, scenario });
    }
}

/// The skills of a dimension that some play met.
fn practiced<'a>(mastery: &'a Mastery, plays: &'a [&Play], dimension: Dimension) -> impl Iterator<Item = &'a Skill> {
    let met = move |skill: &&Skill| plays.iter().any(|play| play.meets(skill.cell));
    mastery.skills().iter().filter(move |skill| skill.cell.dimension == dimension).filter(met)
}

/// The earlier of what the calendar says and what fading says. `days` of practice stand oldest first.
fn refresher(skills: &[&Skill], days: &[i64], today: i64) -> Option<Refresher> {
    let (first, last) = (*days.first()?, *days.last()?);
    let weakest = skills.iter().min_by(|a, b| a.on(today).total_cmp(&b.on(today)))?;
    let by_calendar = by_calendar(weakest.cell, first, days, today);
    // what was practiced since it faded, if only by playing again, is not asked for at once
    let fading = skills.iter().filter_map(|skill| Some((skill.falls_below(FADED)?, skill.cell)));
    match fading.filter(|(day, _)| *day > last).min() {
        Some((day, cell)) if by_calendar.day > today && day < by_calendar.day => {
            Some(Refresher { cell, day, cause: Cause::Fading, ..by_calendar })
        }
        _ => Some(by_calendar),
    }
}

fn by_calendar(cell: Cell, first: i64, days: &[i64], today: i64) -> Refresher {
    let last = days.last().copied().unwrap_or(first);
    let latest = latest_place(first, today);
    let place = match latest {
        Some(place) if last < opens(first, place) => place,
        Some(place) if last >= opens(first, place + 1) => place + 2,
        Some(place) => place + 1,
        None if last >= opens(first, 0) => 1,
        None => 0,
    };
    let missed = missed(first, days, place);
    let minutes = if missed >= SHORT_AFTER { SHORT_MINUTES } else { MINUTES };
    let day = refresher_day(first, place);
    Refresher { cell, day, cause: Cause::Calendar, missed, minutes, scenario: None }
}

/// How many dates just before this place went by without practice near them.
fn missed(first: i64, days: &[i64], place: usize) -> usize {
    let kept = |place: usize| days.iter().any(|day| (opens(first, place)..opens(first, place + 1)).contains(day));
    (0..place).rev().take_while(|place| !kept(*place)).count()
}

#[cfg(test)]
mod tests {
    use super::super::mastery::mastery;
    use super::super::play::ScoredTurn;
    use super::*;
    use crate::rating::Terms;

    fn play(began_day: i64, first: bool, quality: f64) -> Play {
        let context = super::super::cell::Context { upset: true, wary: false, before_preparation: false };
        let terms = [Some(Terms { w: 1.0, q: quality, g: 0.3 }), None, None, None];
        Play { began_day, first, turns: vec![ScoredTurn { context, terms }; 4], ..Play::default() }
    }

    /// What is due (or coming), with days since the first practice on day 100.
    fn told(days: &[i64], quality: f64, today: i64) -> (i64, usize, String, Cause) {
        let plays: Vec<Play> = days.iter().map(|day| play(100 + day, true, quality)).collect();
        let plays: Vec<&Play> = plays.iter().collect();
        let found = refreshers(&mastery(&plays), &plays, &[], 100 + today, &Serves::default());
        assert_eq!(found.due.len() + found.coming.len(), 1, "{found:?}");
        let one = found.due.iter().chain(&found.coming).next().expect("one");
        assert_eq!(found.due.is_empty(), one.day > 100 + today);
        (one.day - 100, one.missed, one.sentence(100 + today), one.cause)
    }

    #[test]
    fn a_date_is_kept_by_practice_near_it() {
        use Cause::Calendar;
        assert_eq!(told(&[0], 0.4, 0), (2, 0, "Due again on Monday.".into(), Calendar));
        assert_eq!(told(&[0], 0.4, 2), (2, 0, "Due again today.".into(), Calendar));
        assert_eq!(told(&[0], 0.4, 4), (2, 0, "Due since Monday.".into(), Calendar));
        assert_eq!(told(&[0, 3], 0.4, 4), (7, 0, "Due again on Saturday.".into(), Calendar));
        assert_eq!(told(&[0, 5], 0.4, 7), (21, 0, "Due again in fourteen days.".into(), Calendar));
        assert_eq!(told(&[0, 1], 0.4, 1), (7, 0, "Due again on Saturday.".into(), Calendar));
    }

    #[test]
    fn practice_just_before_a_date_keeps_it() {
        assert_eq!(told(&[0, 2, 5], 0.4, 6).0, 21);
        assert_eq!(told(&[0, 2, 7, 15], 0.4, 16).0, 45);
    }

    #[test]
    fn after_two_missed_dates_it_is_shorter() {
        assert_eq!(told(&[0], 0.4, 22), (21, 2, "Due since Saturday. A short one will do.".into(), Cause::Calendar));
        assert_eq!(told(&[0], 0.4, 40), (21, 2, "Due again. A short one will do.".into(), Cause::Calendar));
        assert_eq!(told(&[0, 23], 0.4, 24), (45, 0, "Due again in twenty-one days.".into(), Cause::Calendar));
    }

    #[test]
    fn what_stood_high_and_fades_comes_early() {
        let (day, _, _, cause) = told(&[0, 2, 7, 14], 0.69, 15);
        assert_eq!(cause, Cause::Fading);
        assert!((20..30).contains(&day), "{day}");
        assert_eq!(told(&[0, 2, 7, 14], 0.69, day), (day, 0, "Due again today.".into(), Cause::Fading));
        // what never stood so high cannot fall
        assert_eq!(told(&[0, 2, 7, 14], 0.3, 30).3, Cause::Calendar);
    }

    #[test]
    fn what_was_played_again_since_it_faded_is_not_asked_for_at_once() {
        let mut plays: Vec<Play> = [100, 102, 107, 114].map(|day| play(day, true, 0.69)).into();
        plays.push(play(140, false, 0.69));
        let plays: Vec<&Play> = plays.iter().collect();
        let found = refreshers(&mastery(&plays), &plays, &[], 140, &Serves::default());
        assert!(found.due.is_empty(), "{found:?}");
        assert_eq!((found.coming[0].day, found.coming[0].cause), (175, Cause::Calendar));
    }

    #[test]
    fn nothing_practiced_nothing_due() {
        assert_eq!(refreshers(&mastery(&[]), &[], &[], 5, &Serves::default()), Refreshers::default());
    }

    fn after(calls: &[HardCall]) -> Refreshers {
        let cells = Cell::all().map(|cell| (cell, 2)).collect();
        let served = super::super::Served { id: "a".into(), title: "A".into(), cells };
        let serves = Serves { scenarios: vec![served], ..Serves::default() };
        let plays = [play(100, true, 0.9), play(103, true, 0.9)];
        let plays: Vec<&Play> = plays.iter().collect();
        refreshers(&mastery(&plays), &plays, calls, 104, &serves)
    }

    #[test]
    fn after_a_hard_call_its_dimension_comes_at_once() {
        assert!(after(&[]).due.is_empty(), "nothing is due by itself");
        let regard = HardCall { day: 104, dimension: Some(Dimension::Regard) };
        let due = after(&[HardCall { day: 101, dimension: Some(Dimension::Empathy) }, regard]).due;
        assert_eq!(
            (due.len(), due[0].cell.dimension, due[0].day),
            (1, Dimension::Regard, 104),
            "the latest one counts"
        );
        assert_eq!(due[0].sentence(104), "Due now, after your hard call today.");
        assert_eq!(due[0].sentence(105), "Due now, after your hard call yesterday.");
        assert_eq!(due[0].sentence(107), "Due now, after your hard call on Wednesday.");
        assert_eq!(due[0].scenario.as_deref(), Some("a"));
    }

    #[test]
    fn where_they_cannot_say_what_was_hard_the_weakest_that_was_met_comes() {
        let found = after(&[HardCall { day: 104, dimension: None }]);
        assert_eq!(found.due[0].cell.dimension, Dimension::Empathy);
        assert!(found.coming.iter().all(|r| r.cell.dimension != Dimension::Empathy), "and not once more later");
    }
}

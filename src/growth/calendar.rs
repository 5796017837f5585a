//! On which days a skill comes round again after it was first practiced (scoring basis, 6.5; intervals our choice, after
//! Cepeda et al. 2008 and Kang et al. 2014).

/// Days after the first practice.
const DAYS: [i64; 8] = [2, 7, 21, 45, 75, 105, 135, 165];
/// From there on; the basis says every 30 to 45 days, this is the middle.
const LATER_EVERY: i64 = 37;
/// Days after the first conversation for a debrief led by an instructor: four in six months (Schwalbe et al. 2014).
const DEBRIEFS: [i64; 4] = [14, 60, 110, 165];
/// How far from its day a debrief is still about on time.
const DEBRIEF_SLACK: i64 = 7;

/// The day of the refresher with this place, from 0, after a first day.
pub(super) fn refresher_day(first: i64, place: usize) -> i64 {
    let last = DAYS[DAYS.len() - 1];
    let beyond = |extra: usize| last.saturating_add(LATER_EVERY.saturating_mul(extra as i64));
    first.saturating_add(DAYS.get(place).copied().unwrap_or_else(|| beyond(place + 1 - DAYS.len())))
}

/// The place of the latest refresher on or before a day; none before the first.
pub(super) fn latest_place(first: i64, day: i64) -> Option<usize> {
    let since = day.saturating_sub(first);
    let last = DAYS[DAYS.len() - 1];
    if since >= last {
        return Some(DAYS.len() - 1 + usize::try_from((since - last) / LATER_EVERY).unwrap_or(0));
    }
    DAYS.iter().rposition(|day| *day <= since)
}

/// From when on practice counts for the refresher with this place: halfway since the one before, so that every practice
/// belongs to the date it is nearest to.
pub(super) fn opens(first: i64, place: usize) -> i64 {
    let before = if place == 0 { first } else { refresher_day(first, place - 1) };
    before.saturating_add((refresher_day(first, place) - before + 1) / 2)
}

/// Debriefs led by an instructor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debriefs {
    /// About days 14, 60, 110 and 165 after the first conversation, as days since 1 January 1970.
    pub days: [i64; 4],
    /// The next one that is not past.
    pub next: Option<i64>,
    /// Whether one lies within a week of today.
    pub about_now: bool,
}

pub(super) fn debriefs(first: i64, today: i64) -> Debriefs {
    let days = DEBRIEFS.map(|after| first.saturating_add(after));
    Debriefs {
        days,
        next: days.into_iter().find(|day| *day >= today),
        about_now: days.iter().any(|day| day.abs_diff(today) <= DEBRIEF_SLACK.unsigned_abs()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_days_are_those_of_the_basis_and_go_on_every_thirty_seven() {
        let days: Vec<i64> = (0..11).map(|place| refresher_day(1000, place) - 1000).collect();
        assert_eq!(days, [2, 7, 21, 45, 75, 105, 135, 165, 202, 239, 276]);
        let opens: Vec<i64> = (0..5).map(|place| opens(1000, place) - 1000).collect();
        assert_eq!(opens, [1, 5, 14, 33, 60]);
    }

    #[test]
    fn debriefs_are_four_in_six_months() {
        let found = debriefs(100, 167);
        assert_eq!(found, Debriefs { days: [114, 160, 210, 265], next: Some(210), about_now: true });
        assert!(!debriefs(100, 168).about_now);
        assert_eq!(debriefs(100, 266).next, None);
    }

    proptest! {
        #[test]
        fn the_latest_place_is_the_latest(first in -9000..9000i64, since in -5..3000i64) {
            let day = first + since;
            match latest_place(first, day) {
                Some(place) => {
                    prop_assert!(refresher_day(first, place) <= day && day < refresher_day(first, place + 1));
                    prop_assert!(opens(first, place) <= refresher_day(first, place));
                }
                None => prop_assert!(since < 2),
            }
        }
    }
}

//! Why a skill is suggested, in plain words made of facts: no praise, no scolding.

use super::Cell;
use super::cell::Context;
use super::play::Play;
use super::priority::recent_harm;
use super::serves::Served;
use super::words::{ago, capitalized, many, number};

/// Two sentences at most: what has been so far, and what there is to practice with.
pub(super) fn reason(cell: Cell, plays: &[&Play], today: i64, served: Option<&Served>) -> String {
    with(so_far(cell, plays, today), cell, served)
}

/// The same where a hard call brings it up.
pub(super) fn after_hard_call(cell: Cell, day: i64, today: i64, served: Option<&Served>) -> String {
    with(format!("You marked a hard call {}.", ago(day, today)), cell, served)
}

fn with(so_far: String, cell: Cell, served: Option<&Served>) -> String {
    match served {
        Some(served) => {
            let turns = served.turns(cell) as u64;
            format!("{so_far} {} has {} for it.", served.title, many(turns, "turn"))
        }
        None => so_far,
    }
}

fn so_far(cell: Cell, plays: &[&Play], today: i64) -> String {
    let touching = plays.iter().filter(|play| play.touches(cell.dimension)).count() as u64;
    let last = plays.iter().filter(|play| play.meets(cell)).map(|play| play.began_day).max();
    let (hurt, recent) = recent_harm(plays, cell.dimension);
    match last {
        _ if touching == 0 => "It has not come up yet.".to_owned(),
        None => format!("It has come up {}, never {}.", times(touching), missing(cell, plays)),
        Some(_) if hurt > 0 => left_open(hurt as u64, recent as u64),
        Some(day) => match today.saturating_sub(day) {
            ..=0 => "You had it today.".to_owned(),
            1 => "One day since the last.".to_owned(),
            days => format!("{} since the last.", capitalized(&many(days.unsigned_abs(), "day"))),
        },
    }
}

fn left_open(hurt: u64, recent: u64) -> String {
    match (hurt, recent) {
        (1, 1) => "Something was left open in the last conversation.".to_owned(),
        (hurt, recent) => {
            format!("Something was left open in {} of the last {} conversations.", number(hurt), number(recent))
        }
    }
}

fn times(count: u64) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("in {} conversations", number(more)),
    }
}

/// The plainest thing about this moment that was never met on the dimension: one fact, or else all together.
fn missing(cell: Cell, plays: &[&Play]) -> &'static str {
    let Context { upset, wary, before_preparation } = cell.context;
    let never = |alike: &dyn Fn(Context) -> bool| {
        let met =
            |play: &&&Play| play.turns.iter().any(|t| t.terms[cell.dimension as usize].is_some() && alike(t.context));
        plays.iter().find(met).is_none()
    };
    match () {
        () if never(&|c| c.upset == upset) => {
            if upset {
                "with someone who was upset"
            } else {
                "with someone who was calm"
            }
        }
        () if never(&|c| c.wary == wary) => {
            if wary {
                "with someone who was wary of you"
            } else {
                "with someone who trusted you"
            }
        }
        () if never(&|c| c.before_preparation == before_preparation) => {
            if before_preparation {
                "with someone who saw no next step"
            } else {
                "with someone ready for a next step"
            }
        }
        () if never(&|c| (c.upset, c.wary) == (upset, wary)) => match (upset, wary) {
            (true, true) => "with someone both upset and wary of you",
            (true, false) => "with someone who was upset and trusted you",
            (false, true) => "with someone who was calm and wary of you",
            (false, false) => "with someone who was calm and trusted you",
        },
        () => "in a moment like this",
    }
}

#[cfg(test)]
mod tests {
    use super::super::play::ScoredTurn;
    use super::*;
    use crate::rating::Terms;

    fn cell(place: usize) -> Cell {
        Cell::all().nth(place).expect("32 cells")
    }

    fn play(began_day: i64, places: &[usize]) -> Play {
        let turn = |place: &usize| {
            let mut terms = [None; 4];
            terms[cell(*place).dimension as usize] = Some(Terms { w: 1.0, q: 0.5, g: 0.5 });
            ScoredTurn { context: cell(*place).context, terms }
        };
        Play { began_day, turns: places.iter().map(turn).collect(), ..Play::default() }
    }

    fn told(place: usize, plays: &[Play]) -> String {
        let plays: Vec<&Play> = plays.iter().collect();
        reason(cell(place), &plays, 20, None)
    }

    #[test]
    fn days_are_counted_from_the_latest_play_of_any_kind() {
        assert_eq!(told(0, &[play(1, &[0]), play(8, &[0])]), "Twelve days since the last.");
        assert_eq!(told(0, &[play(19, &[0])]), "One day since the last.");
        assert_eq!(told(0, &[play(20, &[0])]), "You had it today.");
    }

    #[test]
    fn what_was_never_met_is_named_by_its_plainest_fact() {
        assert_eq!(told(0, &[play(1, &[8])]), "It has not come up yet.");
        assert_eq!(told(4, &[play(1, &[0])]), "It has come up once, never with someone who was upset.");
        assert_eq!(
            told(6, &[play(1, &[4]), play(2, &[0])]),
            "It has come up twice, never with someone who was wary of you."
        );
        assert_eq!(
            told(6, &[play(1, &[4]), play(2, &[2]), play(3, &[0])]),
            "It has come up in three conversations, never with someone both upset and wary of you."
        );
        assert_eq!(
            told(4, &[play(1, &[6, 2, 0])]),
            "It has come up once, never with someone who was upset and trusted you."
        );
        assert_eq!(
            told(2, &[play(1, &[6, 0])]),
            "It has come up once, never with someone who was calm and wary of you."
        );
        assert_eq!(told(7, &[play(1, &[6]), play(2, &[1])]), "It has come up twice, never in a moment like this.");
    }

    #[test]
    fn what_was_left_open_is_told_as_a_count() {
        let hurt = |day| Play { harm: [true, false, false, false], ..play(day, &[0]) };
        assert_eq!(told(0, &[hurt(1)]), "Something was left open in the last conversation.");
        assert_eq!(
            told(0, &[play(1, &[0]), hurt(2), play(3, &[0])]),
            "Something was left open in one of the last three conversations."
        );
    }

    #[test]
    fn the_scenario_is_named_with_its_turns() {
        let served = Served { id: "apartment-3c".into(), title: "Apartment 3C".into(), cells: [(cell(0), 3)].into() };
        let plays = [play(8, &[0])];
        let plays: Vec<&Play> = plays.iter().collect();
        let told = reason(cell(0), &plays, 20, Some(&served));
        assert_eq!(told, "Twelve days since the last. Apartment 3C has three turns for it.");
    }
}

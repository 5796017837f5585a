//! A whole year as a simulated trainee lives it: properties of the arithmetic, to see that skill is what opens doors.

use super::{Case, Course, Stage, doors};
use crate::explore::{TRAINEES, Trainee, play};
use crate::model::Model;

/// A way of living the year: who talks, and how the days are used.
#[derive(Clone, Copy, Debug)]
pub struct Life {
    pub name: &'static str,
    pub what: &'static str,
    pub trainee: &'static Trainee,
    /// Uses the days: first what keeps a word or puts one right, or never.
    pub keeps_word: bool,
    pub drops_by: bool,
}

/// Ways of living the year, as the scoring basis has them (5.4), by trainees of `explore`: 0 is the expert, 2 the nicest, 3 the
/// firmest, 9 the worst.
pub const LIVES: &[Life] = &[
    Life {
        name: "skilled",
        what: "the expert, word kept, drops by",
        trainee: &TRAINEES[0],
        keeps_word: true,
        drops_by: true,
    },
    Life {
        name: "merely firm",
        what: "the firmest, word kept",
        trainee: &TRAINEES[3],
        keeps_word: true,
        drops_by: false,
    },
    Life {
        name: "merely nice",
        what: "the nicest, debts left",
        trainee: &TRAINEES[2],
        keeps_word: false,
        drops_by: true,
    },
    Life {
        name: "careless",
        what: "the weakest, nothing kept",
        trainee: &TRAINEES[9],
        keeps_word: false,
        drops_by: false,
    },
];

/// What came of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    pub course: Course,
    /// Trust and readiness of the first person of the case as the last visit began, 0 to 100.
    pub trust: f64,
    pub readiness: f64,
    pub doors: usize,
}

/// Lives a year, with the visits' seeds counted up from this one.
pub fn live(case: &Case, model: &'static Model, life: &Life, seed: u64) -> Year {
    let mut course = Course::begin(case);
    loop {
        match course.stage(case) {
            Stage::Over => break,
            Stage::Days(visit) => {
                let chosen = life.choose(case, visit, &course);
                course.pass_days(case, model, &chosen);
            }
            Stage::Visit(visit) => {
                let scenario = &case.visits[visit].scenario;
                let start = course.passport.start(scenario);
                let session = play(scenario, model, life.trainee, seed.wrapping_add(visit as u64), start);
                if session.ending().is_none() {
                    break;
                }
                course.visited(case, &session);
            }
        }
    }
    let who = case.people.first().map_or("", |known| known.id.as_str());
    let night = course.visits.last().and_then(|visit| visit.arrived.people.get(who));
    let (trust, readiness) = night.map_or((0.0, 0.0), |person| (person.state.trust, person.state.readiness));
    let doors = doors(case, &course, model).iter().filter(|door| door.open).count();
    Year { course, trust, readiness, doors }
}

impl Life {
    fn choose(&self, case: &Case, visit: usize, course: &Course) -> Vec<usize> {
        let (ways, most) = (&case.visits[visit].ways, case.visits[visit].half_days);
        let rank = |way: &usize| {
            let way = &ways[*way];
            let word = way.keeps || way.makes_good.is_some();
            match (word && self.keeps_word, self.drops_by && (!way.calls_on.is_empty() || !way.learns.is_empty())) {
                (true, _) => Some(0),
                (false, true) if !word => Some(1),
                _ => None,
            }
        };
        let mut open = case.ways_open(visit, &course.passport);
        open.retain(|way| rank(way).is_some());
        open.sort_by_key(|way| rank(way));
        open.truncate(most);
        open
    }
}

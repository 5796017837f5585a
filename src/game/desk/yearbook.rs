//! What the screens of a case show, put into words.

use crate::case::{Case, Course, DoorOverYear, Stage, doors};
use crate::game::screens::case::board::{CardView, CaseView, Stands, StopView};
use crate::game::screens::case::days::{DayView, DaysView, WayView};
use crate::game::screens::case::epilogue::TaleView;
use crate::game::screens::debrief::year::{DoorView, YearView};
use crate::growth::{capitalized, in_letters as number};
use crate::model::Model;
use crate::session::Session;

pub(super) fn case_view(case: &Case, course: &Course, notes: bool) -> CaseView {
    let done = course.visits.len();
    let stage = course.stage(case);
    let next = match stage {
        Stage::Days(_) => "Use the days between",
        Stage::Visit(_) => "Go in",
        Stage::Over => "See the year",
    };
    let stop = |(i, visit): (usize, &crate::case::Visit)| StopView {
        name: visit.name.clone(),
        date: case.date(visit.day),
        stands: match i {
            i if i < done => Stands::Done,
            i if i == done => Stands::Next,
            _ => Stands::Later,
        },
    };
    let meanwhile = match stage {
        Stage::Visit(0) => vec![case.brief.clone()],
        Stage::Visit(visit) => case.visits[visit].events.iter().map(|event| event.text.clone()).collect(),
        Stage::Days(_) | Stage::Over => Vec::new(),
    };
    CaseView {
        head: format!("A case in {} visits", number(case.visits.len() as u64)),
        title: case.title.clone(),
        meanwhile,
        people: case.people.iter().map(|known| card(case, course, known)).collect(),
        stops: case.visits.iter().enumerate().map(stop).collect(),
        next: next.to_owned(),
        anew: stage == Stage::Over,
        notes,
        word: open_words(case, course),
    }
}

/// What somebody did last, by the latest visit that tells of them.
fn card(case: &Case, course: &Course, known: &crate::case::Known) -> CardView {
    let told = course.visits.iter().enumerate().rev().find_map(|(i, done)| {
        let visit = case.visits.get(i)?;
        let mine = || visit.last.iter().filter(|last| last.who == known.id);
        let exact = mine().find(|last| last.endings.contains(&done.ending));
        exact.or_else(|| mine().find(|last| last.endings.is_empty())).map(|last| (visit.day, last.text.clone()))
    });
    match told {
        Some((day, last)) => {
            CardView { name: known.name.clone(), role: format!("{}, {}", known.role, case.date(day)), last }
        }
        None => CardView { name: known.name.clone(), role: known.role.clone(), last: known.before.clone() },
    }
}

fn open_words(case: &Case, course: &Course) -> Vec<String> {
    let open = |id: &str| course.passport.promises.get(id).is_some_and(|word| !word.kept && !word.broken);
    case.words.iter().filter(|word| open(&word.id)).map(|word| word.text.clone()).collect()
}

/// So many slices of the street stand for the days between, however many they are.
const MOST_SLICES: u32 = 14;

/// `passed` counts the slices that have lit; none while the trainee still chooses.
pub(super) fn days_view(case: &Case, course: &Course, chosen: &[usize], passed: Option<f64>) -> DaysView {
    let Stage::Days(visit) = course.stage(case) else { return DaysView::default() };
    let (from, next) = (case.visits[visit - 1].day, &case.visits[visit]);
    let open = case.ways_open(visit, &course.passport);
    let date = |way: &usize| from + next.ways[*way].after;
    let days = slices(case, from, next.day, &chosen.iter().map(date).collect::<Vec<_>>());
    let left = next.half_days.saturating_sub(chosen.len()) as u64;
    let way = |ix: &usize| {
        let (number, weekday) = case.short(date(ix));
        let far = next.day - from > 20;
        WayView {
            text: next.ways[*ix].text.clone(),
            why: next.ways[*ix].why.clone(),
            date: if far { case.date(date(ix)) } else { format!("{weekday} {number}") },
            chosen: chosen.contains(ix),
        }
    };
    let share = passed.map_or(1.0, |passed| (passed / days.len() as f64).clamp(0.0, 1.0) as f32);
    DaysView {
        heading: format!(
            "{} by. {} half-days are yours.",
            span(next.day - from),
            capitalized(&number(next.half_days as u64))
        ),
        word: open_words(case, course),
        expects: format!("{}, {}", case.weekday(next.day), case.date(next.day)),
        ways: open.iter().map(way).collect(),
        left: match left {
            1 => "one half-day left".to_owned(),
            left => format!("{} half-days left", number(left)),
        },
        full: left == 0,
        passed: share,
        passing: passed.is_some(),
        days,
    }
}

fn span(days: u32) -> String {
    match days {
        0..=20 => format!("{} days go", capitalized(&number(u64::from(days)))),
        21..=60 => format!("{} weeks go", capitalized(&number(u64::from(days / 7)))),
        _ => format!("{} months go", capitalized(&number(u64::from((days + 15) / 30)))),
    }
}

fn slices(case: &Case, from: u32, to: u32, used: &[u32]) -> Vec<DayView> {
    let count = (to - from).min(MOST_SLICES);
    let day = |i: u32| from + (to - from) * (i + 1) / count;
    let view = |i: u32| {
        let (since, now) = (if i == 0 { from } else { day(i - 1) }, day(i));
        let done = used.iter().find(|used| (since + 1..=now).contains(*used));
        let (number, weekday) = case.short(*done.unwrap_or(&now));
        let weekday =
            if to - from > 31 { case.month(*done.unwrap_or(&now)).chars().take(3).collect() } else { weekday };
        DayView { number, weekday, used: done.is_some(), visit: i + 1 == count }
    };
    (0..count).map(view).collect()
}

pub(super) fn year_view(case: &Case, course: &Course) -> YearView {
    let told = doors(case, course, Model::shipped());
    let length = case.night().day.max(1) as f32;
    let share = |day: u32| day as f32 / length;
    let open = told.iter().filter(|door| door.open).count() as u64;
    let shut = told.len() as u64 - open;
    let who = case.people.first().map_or("", |known| known.id.as_str());
    let mut trust = Vec::new();
    for (visit, done) in case.visits.iter().zip(&course.visits) {
        let at = |passport: &crate::case::Passport| passport.people.get(who).map(|p| p.state.trust as f32);
        trust.extend(at(&done.arrived).map(|value| (share(visit.day), value)));
        trust.extend(at(&done.left).map(|value| (share(visit.day), value)));
    }
    YearView {
        heading: match (open, shut) {
            (0, _) => "No door was open that night.".to_owned(),
            (open, 0) => format!("{} open that night. None stayed shut.", doors_were(open)),
            (open, shut) => {
                format!("{} open that night. {} stayed shut.", doors_were(open), capitalized(&number(shut)))
            }
        },
        stops: case.visits.iter().map(|v| (v.name.clone(), case.date(v.day), share(v.day))).collect(),
        trust,
        doors: told.iter().map(|door| door_view(case, door, &share)).collect(),
        chosen: 0,
    }
}

fn doors_were(count: u64) -> String {
    match count {
        1 => "One door was".to_owned(),
        count => format!("{} doors were", capitalized(&number(count))),
    }
}

fn door_view(case: &Case, door: &DoorOverYear, share: &dyn Fn(u32) -> f32) -> DoorView {
    let mut told: Vec<String> = door
        .turned
        .iter()
        .map(|turned| {
            let did = if turned.opened { "Opened" } else { "Shut" };
            match turned.visit {
                Some(visit) => format!("{did} on {}, with “{}”.", case.date(turned.day), case.visits[visit].name),
                None => format!("{did} in the days before {}.", case.date(turned.day)),
            }
        })
        .collect();
    told.push(match (door.open, door.used) {
        (true, true) => "You went through it that night.".to_owned(),
        (true, false) => format!("It stood open that night, since {}.", door.since),
        (false, _) => door.shut.clone(),
    });
    DoorView {
        opens: door.opens.clone(),
        turned: door.turned.iter().map(|turned| (share(turned.day), turned.opened)).collect(),
        open: door.open,
        told: told.join(" "),
    }
}

/// A night: how it ended, and what became of it.
pub(super) fn tale(session: &Session, afterwards: &str) -> TaleView {
    let ending = session.ending().map(|(ending, _)| ending.text.clone()).unwrap_or_default();
    TaleView { ending, afterwards: afterwards.to_owned() }
}

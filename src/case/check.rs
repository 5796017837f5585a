//! What is wrong with a case whose file reads: names that mean nothing, days that run backward, a cold night that does not end.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Case, Visit};
use crate::diagnostic::{is_override, short};
use crate::model::Model;
use crate::scenario::PlaceKind;
use crate::scenario::limits::MOST_LETTERS;
use crate::session::replay::{Moves, play_from};
use crate::session::{Mode, Session, Start};

/// Every fault, one sentence each; none for a case that can be played.
pub(super) fn faults(case: &Case) -> Vec<String> {
    let mut found = bounds(case);
    if !found.is_empty() {
        return found;
    }
    let people: BTreeSet<&str> = scenarios(case).flat_map(|s| s.people.iter().map(|p| p.id.as_str())).collect();
    let facts: BTreeSet<&str> = scenarios(case).flat_map(|s| s.facts.iter().map(String::as_str)).collect();
    let promises: BTreeSet<&str> = scenarios(case).flat_map(|s| s.promises.iter().map(String::as_str)).collect();
    for pair in case.visits.windows(2).filter(|pair| pair[1].day <= pair[0].day) {
        found.push(format!("\"{}\" comes on day {}, not after \"{}\"", pair[1].name, pair[1].day, pair[0].name));
    }
    for visit in &case.visits {
        days(visit, &mut found);
        let met = visit
            .ways
            .iter()
            .flat_map(|w| w.calls_on.iter().chain(&w.makes_good).chain(w.moves.iter().map(|m| &m.who)));
        let moved = visit.events.iter().flat_map(|e| e.moves.iter().map(|m| &m.who));
        for who in met.chain(moved).filter(|who| !people.contains(who.as_str())) {
            found.push(format!("before \"{}\": no visit has anybody called \"{who}\"", visit.name));
        }
        for fact in visit.ways.iter().flat_map(|w| &w.learns).filter(|fact| !facts.contains(fact.as_str())) {
            found.push(format!("before \"{}\": no visit asks for the fact \"{fact}\"", visit.name));
        }
        for about in visit.ways.iter().filter_map(|w| w.about.as_ref()).filter(|p| !promises.contains(p.as_str())) {
            found.push(format!("before \"{}\": no visit makes the promise \"{about}\"", visit.name));
        }
        for last in &visit.last {
            lasts(case, visit, last, &mut found);
        }
    }
    let kept = |id: &str| case.visits.iter().flat_map(|v| &v.ways).any(|w| w.keeps && w.about.as_deref() == Some(id));
    for word in &case.words {
        if !promises.contains(word.id.as_str()) {
            found.push(format!("words: no visit makes the promise \"{}\"", word.id));
        } else if !kept(&word.id) && !scenarios(case).any(|s| keeps(s, &word.id)) {
            found.push(format!("words: \"{}\" can never be kept; add a way with keeps: true", word.id));
        }
    }
    for ending in endings(case.night()).filter(|e| !case.afterwards.iter().any(|(id, _)| id == e)) {
        found.push(format!("afterwards: nothing is told of the ending \"{ending}\""));
    }
    cold(case, &mut found);
    found
}

/// A case is small: what goes beyond this is a mistake, or meant badly.
const MOST: usize = 40;
const MOST_DAYS: u32 = 3_660;

/// What a file that nobody here wrote must keep to before anything else is looked at.
fn bounds(case: &Case) -> Vec<String> {
    let mut found = Vec::new();
    let ways = || case.visits.iter().flat_map(|visit| &visit.ways);
    let last = || case.visits.iter().flat_map(|visit| &visit.last);
    let counts = [case.visits.len(), case.people.len(), case.words.len(), ways().count() / MOST, last().count() / MOST];
    if counts.iter().any(|count| *count > MOST) {
        found.push(format!("a case has room for {MOST} of a kind"));
    }
    let days = case.visits.iter().map(|visit| visit.day).chain(ways().map(|way| way.after));
    if days.max().is_some_and(|day| day > MOST_DAYS) {
        found.push(format!("a case lasts {MOST_DAYS} days at most"));
    }
    let moved = ways()
        .flat_map(|way| &way.moves)
        .chain(case.visits.iter().flat_map(|v| v.events.iter().flat_map(|e| &e.moves)));
    if !moved.flat_map(|moves| &moves.by).all(|(_, by)| (-100.0..=100.0).contains(by)) {
        found.push("moves: a number is outside -100 to 100".to_owned());
    }
    if !case.visits.iter().filter_map(|visit| visit.arousal).all(|arousal| (0.0..=100.0).contains(&arousal)) {
        found.push("arousal: a number is outside 0 to 100".to_owned());
    }
    found.extend(texts(case).filter_map(|text| spoiled(text)));
    found
}

fn texts(case: &Case) -> impl Iterator<Item = &String> {
    let people = case.people.iter().flat_map(|known| [&known.id, &known.name, &known.role, &known.before]);
    let visits = case.visits.iter().flat_map(|visit| {
        let ways = visit.ways.iter().flat_map(|way| [&way.id, &way.text, &way.why]);
        let told = visit.events.iter().map(|event| &event.text).chain(visit.last.iter().map(|last| &last.text));
        ways.chain(told).chain([&visit.name])
    });
    let words = case.words.iter().flat_map(|word| [&word.id, &word.text]);
    let after = case.afterwards.iter().flat_map(|(id, text)| [id, text]);
    [&case.title, &case.brief, &case.cold.afterwards].into_iter().chain(people).chain(visits).chain(words).chain(after)
}

fn spoiled(text: &str) -> Option<String> {
    if let Some(c) = text.chars().find(|c| c.is_control() || is_override(*c)) {
        return Some(format!("a text holds the control character U+{:04X}; take it out", c as u32));
    }
    (text.chars().count() > MOST_LETTERS)
        .then(|| format!("a text is longer than {MOST_LETTERS} letters: \"{}\"", short(text)))
}

fn scenarios(case: &Case) -> impl Iterator<Item = &crate::scenario::Scenario> {
    case.visits.iter().map(|visit| &*visit.scenario)
}

fn days(visit: &Visit, found: &mut Vec<String>) {
    if !visit.ways.is_empty() && visit.ways.len() <= visit.half_days {
        found.push(format!("before \"{}\" there is time for everything; days are never enough for all", visit.name));
    }
}

fn lasts(case: &Case, visit: &Visit, last: &super::Last, found: &mut Vec<String>) {
    if !case.people.iter().any(|known| known.id == last.who) {
        found.push(format!("\"{}\": \"{}\" is not one of the case's people", visit.name, last.who));
    }
    for ending in last.endings.iter().filter(|e| !endings(visit).any(|own| own == e.as_str())) {
        found.push(format!("\"{}\" has no ending \"{ending}\"", visit.name));
    }
}

fn endings(visit: &Visit) -> impl Iterator<Item = &str> {
    let places = visit.scenario.nodes.iter();
    places.filter(|place| matches!(place.kind, PlaceKind::Ending(_))).map(|place| place.id.as_str())
}

fn keeps(scenario: &crate::scenario::Scenario, promise: &str) -> bool {
    let choices = scenario.talks().flat_map(|(_, node)| &node.choices);
    choices.filter_map(|c| c.keeps).any(|p| scenario.promises.get(p.index()).is_some_and(|name| name == promise))
}

fn cold(case: &Case, found: &mut Vec<String>) {
    match cold_night(case, Model::shipped()) {
        Ok(session) if session.ending().is_some() => {}
        Ok(_) => found.push("cold: the lines do not lead to an ending".to_owned()),
        Err(why) => found.push(format!("cold: {why}")),
    }
}

/// The last visit as it goes for somebody who was never there before.
///
/// # Errors
/// Why its lines cannot be said.
pub fn cold_night(case: &Case, model: &'static Model) -> Result<Session, String> {
    let scenario = &case.night().scenario;
    let arrival = scenario.arrivals.iter().position(|arrival| arrival.id == case.cold.arrives);
    let arrival = arrival.ok_or_else(|| format!("the last visit has no arrival \"{}\"", case.cold.arrives))?;
    let start = Arc::new(Start::arriving(scenario, arrival as u64));
    let moves = Moves { choices: case.cold.choices.clone(), cues: case.cold.cues.clone() };
    let session = play_from(Arc::clone(scenario), model, case.cold.seed, Mode::Practice, start, &moves);
    session.map_err(|stuck| stuck.to_string())
}

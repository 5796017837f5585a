//! What was open on the last night, when it opened, and when it shut.

use std::sync::Arc;

use super::{Case, Course, Passport};
use crate::model::Model;
use crate::scenario::{Choice, Door};
use crate::session::{Mode, Session};

/// A door over the year.
#[derive(Clone, Debug, PartialEq)]
pub struct DoorOverYear {
    pub opens: String,
    pub since: String,
    pub shut: String,
    /// Where it changed, in order.
    pub turned: Vec<Turned>,
    /// How it stood on the night.
    pub open: bool,
    /// It was gone through.
    pub used: bool,
}

/// A door opened, or shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turned {
    /// Of the case.
    pub day: u32,
    /// The visit that did it, from 0; none for the days between.
    pub visit: Option<usize>,
    pub opened: bool,
}

/// One moment of the year at which the doors were tried.
struct Tried<'c> {
    day: u32,
    visit: Option<usize>,
    passport: &'c Passport,
}

/// Every door of the case's last visit over the year, in the order of the file.
pub fn doors(case: &Case, course: &Course, model: &'static Model) -> Vec<DoorOverYear> {
    let tried = tried(case, course);
    let night = &case.night().scenario;
    let chosen = course.visits.get(case.visits.len() - 1);
    all(case)
        .enumerate()
        .map(|(number, (node, ix, door))| {
            let mut was = false;
            let mut turned = Vec::new();
            for moment in &tried {
                let is = standing(case, moment.passport, model).get(number).copied().unwrap_or(false);
                if is != was {
                    turned.push(Turned { day: moment.day, visit: moment.visit, opened: is });
                    was = is;
                }
            }
            let used = chosen.is_some_and(|visit| visit.said.contains(&(night.place_at(node).id.clone(), ix)));
            DoorOverYear {
                opens: door.opens.clone(),
                since: door.since.clone(),
                shut: door.shut.clone(),
                turned,
                open: was,
                used,
            }
        })
        .collect()
}

/// Which doors would stand open if the last visit were now, in the order of the file.
pub fn standing(case: &Case, passport: &Passport, model: &'static Model) -> Vec<bool> {
    let night = &case.night().scenario;
    let session = Session::begin_at(Arc::clone(night), model, 1, Mode::Practice, passport.start(night));
    let choice = |(node, ix, _): (crate::scenario::NodeIx, usize, _)| night.node(node).and_then(|n| n.choices.get(ix));
    all(case).map(|door| choice(door).is_some_and(|choice: &Choice| session.would_open(choice))).collect()
}

fn all(case: &Case) -> impl Iterator<Item = (crate::scenario::NodeIx, usize, &Door)> {
    let nodes = case.night().scenario.talks();
    nodes.flat_map(|(at, node)| {
        node.choices.iter().enumerate().filter_map(move |(ix, choice)| Some((at, ix, choice.door.as_ref()?)))
    })
}

/// After each visit, and as each one begins.
fn tried<'c>(case: &Case, course: &'c Course) -> Vec<Tried<'c>> {
    let mut tried = Vec::new();
    for (visit, done) in course.visits.iter().enumerate() {
        let Some(own) = case.visits.get(visit) else { break };
        tried.push(Tried { day: own.day, visit: None, passport: &done.arrived });
        // the night itself opens nothing for the night
        if visit + 1 < case.visits.len() {
            tried.push(Tried { day: own.day, visit: Some(visit), passport: &done.left });
        }
    }
    if course.visits.len() < case.visits.len()
        && let Some(own) = case.visits.get(course.visits.len())
    {
        tried.push(Tried { day: own.day, visit: None, passport: &course.passport });
    }
    tried
}

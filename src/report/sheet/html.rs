//! The sheet as a page that prints.

use minijinja::context;

use super::{BEFORE, HONESTY, Pivot, Sheet, Simulated, Way, score};
use crate::model::Dimension;
use crate::report::paper::{page, shape, short_name};
use crate::report::script::{Officer, Player, Spoken};
use crate::report::template::shown;

const TEMPLATE: &str = include_str!("../../../assets/report/sheet.html");

/// One self-contained page, to print or to save.
pub fn html(sheet: &Sheet) -> String {
    let heads = Dimension::ALL.map(|d| Head { shape: shape(d), name: short_name(d) });
    let page_of = context! {
        sheet => view(sheet), heads => heads.to_vec(), honesty => HONESTY, before => BEFORE
    };
    page("sheet.html", TEMPLATE, page_of)
}

#[derive(Clone, Debug)]
struct Head {
    shape: String,
    name: &'static str,
}

#[derive(Clone, Debug)]
struct View {
    id: String,
    title: String,
    brief: String,
    goal: String,
    minutes: u32,
    skills: Vec<String>,
    known: Vec<String>,
    watch_for: Vec<String>,
    people: Vec<Player>,
    arrivals: Vec<String>,
    content_note: String,
    crisis_line: String,
    pivots: Vec<Turn>,
    discuss: Vec<String>,
    ways: Vec<WayRow>,
    simulated: Vec<TraineeRow>,
    sources: String,
    review: String,
    twin: String,
    identity: String,
}

#[derive(Clone, Debug)]
struct Turn {
    number: usize,
    why: String,
    happens: Vec<String>,
    says: Vec<Spoken>,
    lines: Vec<Officer>,
}

#[derive(Clone, Debug)]
struct WayRow {
    name: String,
    turns: usize,
    outcome: &'static str,
    ending: String,
    scores: Vec<String>,
}

#[derive(Clone, Debug)]
struct TraineeRow {
    name: &'static str,
    about: &'static str,
    scores: Vec<String>,
}

shown! {
    Head { shape, name }
    View {
        id, title, brief, goal, minutes, skills, known, watch_for, people, arrivals, content_note, crisis_line, pivots, discuss, ways,
        simulated, sources, review, twin, identity
    }
    Turn { number, why, happens, says, lines }
    WayRow { name, turns, outcome, ending, scores }
    TraineeRow { name, about, scores }
}

fn view(of: &Sheet) -> View {
    let Sheet { id, title, brief, goal, minutes, skills, known, watch_for, people, arrivals, .. } = of.clone();
    let Sheet { content_note, crisis_line, discuss, sources, review, identity, .. } = of.clone();
    View {
        pivots: of.pivots.iter().map(turn).collect(),
        ways: of.ways.iter().map(way).collect(),
        simulated: of.simulated.iter().map(trainee).collect(),
        twin: of.twin.join(", "),
        id,
        title,
        brief,
        goal,
        minutes,
        skills,
        known,
        watch_for,
        people,
        arrivals,
        content_note,
        crisis_line,
        discuss,
        sources,
        review,
        identity,
    }
}

fn turn(pivot: &Pivot) -> Turn {
    Turn {
        number: pivot.scene.number,
        why: pivot.why.clone(),
        happens: pivot.scene.happens.clone(),
        says: pivot.says.clone(),
        lines: pivot.scene.lines.clone(),
    }
}

fn way(of: &Way) -> WayRow {
    let Way { name, turns, outcome, ending, scores } = of.clone();
    WayRow { name, turns, outcome, ending, scores: scores.map(score).to_vec() }
}

fn trainee(of: &Simulated) -> TraineeRow {
    TraineeRow { name: of.name, about: of.about, scores: of.scores.map(score).to_vec() }
}

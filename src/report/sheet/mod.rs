//! What an instructor has on the table: what a scenario is for, where it turns, what to ask a class, and what ways of talking
//! come to.

mod html;
mod text;

pub use html::html;
pub use text::text;

use crate::explore::Survey;
use crate::explore::statistics::mean;
use crate::explore::trainee::{TRAINEES, Trainee};
use crate::model::{Dimension, Model};
use crate::report::page::clean;
use crate::report::script::{Part, Player, Reader, Scene, Spoken, script};
use crate::scenario::{Node, PlaceKind, Scenario};
use crate::session::replay::proof::Came;

/// A whole sheet; every text in it is clean.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub id: String,
    pub title: String,
    pub brief: String,
    pub goal: String,
    pub minutes: u32,
    pub skills: Vec<String>,
    pub known: Vec<String>,
    pub watch_for: Vec<String>,
    pub people: Vec<Player>,
    /// How it may stand when it begins; empty where there is one way.
    pub arrivals: Vec<String>,
    pub content_note: String,
    pub crisis_line: String,
    pub pivots: Vec<Pivot>,
    pub discuss: Vec<String>,
    pub ways: Vec<Way>,
    pub simulated: Vec<Simulated>,
    pub sources: String,
    pub review: String,
    /// The people of its twin, as names; empty where it has none.
    pub twin: Vec<String>,
    /// What was printed: hash, model and version.
    pub identity: String,
}

/// A node where the conversation turns.
#[derive(Clone, Debug, PartialEq)]
pub struct Pivot {
    pub why: String,
    /// What everybody hears there; what hangs on the line before is in the script.
    pub says: Vec<Spoken>,
    pub scene: Scene,
}

/// What a way of talking came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    pub name: String,
    /// Lines said.
    pub turns: usize,
    pub outcome: &'static str,
    pub ending: String,
    /// Final scores, 0 to 100, in the order of [`Dimension::ALL`].
    pub scores: [Option<f64>; 4],
}

/// What a simulated trainee is rated, over a small sample.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulated {
    pub name: &'static str,
    pub about: &'static str,
    /// Means of the final scores, 0 to 100, in the order of [`Dimension::ALL`].
    pub scores: [Option<f64>; 4],
}

/// Makes the sheet of a scenario. `ways` are its playthroughs by name, with what each came to.
pub fn sheet(scenario: &Scenario, model: &Model, ways: &[(String, Came)], survey: &Survey) -> Sheet {
    let script = script(scenario, model, Reader::Instructor);
    let pivots = script.scenes.into_iter().filter_map(|scene| {
        let at = scenario.places().find(|(_, place)| clean(&place.id) == scene.id)?.0;
        scenario.node(at).filter(|node| !node.pivot.is_empty()).map(|node| pivot(node, scene))
    });
    let twin = scenario.twin.iter().flat_map(|twin| &twin.people);
    Sheet {
        id: clean(&scenario.id),
        title: script.title,
        brief: script.brief,
        goal: script.goal,
        minutes: script.minutes,
        skills: cleaned(&scenario.skills),
        known: script.known,
        watch_for: script.watch_for,
        people: script.people,
        arrivals: scenario.arrivals.iter().map(|a| clean(&a.what)).collect(),
        content_note: script.content_note,
        crisis_line: script.crisis_line,
        pivots: pivots.collect(),
        discuss: cleaned(&scenario.discuss),
        ways: ways.iter().map(|(name, came)| way(scenario, name, came)).collect(),
        simulated: told().map(|t| simulated(survey, t.name, t.about)).collect(),
        sources: clean(&scenario.sources),
        review: reviewed(&scenario.review),
        twin: twin.map(|(_, name, _)| clean(name)).collect(),
        identity: identity(scenario, model),
    }
}

/// Those that an instructor may meet in a class; the others only look for holes.
fn told() -> impl Iterator<Item = &'static Trainee> {
    const NAMES: [&str; 6] = ["expert", "textbook", "nicest", "firmest", "listener", "random"];
    TRAINEES.iter().filter(|trainee| NAMES.contains(&trainee.name))
}

fn cleaned(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| clean(text)).collect()
}

/// Nobody has, until an author says who.
fn reviewed(review: &str) -> String {
    match review {
        "" => "Nobody has reviewed it yet.".to_owned(),
        review => clean(review),
    }
}

fn identity(scenario: &Scenario, model: &Model) -> String {
    let (hash, version) = (scenario.hash.get(..12).unwrap_or(&scenario.hash), env!("CARGO_PKG_VERSION"));
    clean(&format!("{}, hash {hash}; model {}; Alongside {version}.", scenario.id, model.version))
}

fn pivot(node: &Node, mut scene: Scene) -> Pivot {
    let for_all: Vec<&Part> = scene.says.iter().filter(|part| !part.by_state).collect();
    // where all of it hangs on how things stand, the end is what it comes down to, as it is said otherwise
    let parts = if for_all.is_empty() { scene.says.last().into_iter().collect() } else { for_all };
    let says = parts.iter().filter_map(|part| part.ways.last()?.lines.first().cloned()).collect();
    scene.says.clear();
    Pivot { why: clean(&node.pivot), says, scene }
}

fn way(scenario: &Scenario, name: &str, came: &Came) -> Way {
    let ending = came.to.and_then(|at| match &scenario.place_at(at).kind {
        PlaceKind::Ending(ending) => Some(ending),
        PlaceKind::Node(_) => None,
    });
    Way {
        name: clean(name),
        turns: came.turns,
        outcome: ending.map_or("not over", |e| e.outcome.word()),
        ending: ending.map(|e| clean(&e.text)).unwrap_or_default(),
        scores: [0, 1, 2, 3].map(|i: usize| came.ratings[i].as_ref().map(|r| r.final_score)),
    }
}

fn simulated(survey: &Survey, name: &'static str, about: &'static str) -> Simulated {
    let score = |d: Dimension| mean(survey.of(name).filter_map(|p| Some(p.ratings[d as usize].as_ref()?.final_score)));
    Simulated { name, about, scores: Dimension::ALL.map(score) }
}

/// A score as it stands in a table.
fn score(score: Option<f64>) -> String {
    score.map_or("–".to_owned(), |s| format!("{s:.0}"))
}

/// Said under everything that was played.
const HONESTY: &str = "Of 100; 35 is what picking lines at random gets. These are properties of the arithmetic and not findings \
                       about officers: use them to see what the scenario tells apart, never to say what a class will score.";
/// Said of a few words on what has to be read before a class is held.
const BEFORE: &str =
    "Play it yourself before a class does, once well and once badly. Nobody has to play it; who wants out goes out.";

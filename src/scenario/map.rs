//! A scenario as a map: its nodes and endings in reading order, and the roads between them.

use std::collections::{BTreeMap, VecDeque};

use super::plain::{Plain, first_name, last_speaker, letter};
use super::{Choice, NodeIx, Outcome, Place, PlaceKind, Route, Scenario};

/// Every node and ending, and every road between two of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// In reading order: the story breadth first from its opening, then the stop, then where they leave, then what nothing
    /// leads to, the endings last.
    pub stops: Vec<Stop>,
    /// By where they begin, in order.
    pub roads: Vec<Road>,
}

/// A node or an ending.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    pub at: NodeIx,
    /// From 1, as in the printed script.
    pub number: usize,
    pub id: String,
    /// What is said first, or what happens at the end.
    pub words: String,
    pub role: Role,
    /// The outcome, where the talk ends here.
    pub ending: Option<Outcome>,
    pub hazard: bool,
}

/// What a place is to the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Opening,
    Talk,
    /// Reached from anywhere once it is no longer safe to talk.
    Stop,
    /// Reached from anywhere once somebody has had enough.
    Leaves,
}

/// All lines that lead from one place to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Road {
    /// Places in [`Map::stops`].
    pub from: usize,
    pub to: usize,
    pub ways: Vec<Way>,
}

/// One line that leads there.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// In the order of the file, from 0.
    pub choice: usize,
    /// The same as a letter.
    pub letter: char,
    /// The line as said, or what is done.
    pub words: String,
    /// When it is on offer; empty where always.
    pub gate: String,
    /// When it leads here and not elsewhere; empty where always.
    pub when: String,
}

impl Map {
    pub fn of(scenario: &Scenario) -> Self {
        let order = reading_order(scenario);
        let mut place = vec![0; order.len()];
        order.iter().enumerate().for_each(|(i, at)| place[at.index()] = i);
        let numbers: Vec<usize> = place.iter().map(|i| i + 1).collect();
        let plain = Plain::new(scenario, &numbers);
        let stops = order.iter().enumerate().map(|(i, at)| stop(scenario, *at, i + 1)).collect();
        let roads = order.iter().enumerate().flat_map(|(i, at)| roads(scenario, &plain, *at, i, &place)).collect();
        Self { stops, roads }
    }

    /// The number of each of [`Scenario::nodes`], in that order.
    pub fn numbers(&self) -> Vec<usize> {
        let mut numbers = vec![0; self.stops.len()];
        self.stops.iter().for_each(|stop| numbers[stop.at.index()] = stop.number);
        numbers
    }
}

impl Road {
    /// The letters of its lines: `A, C` or `B–E`.
    pub fn letters(&self) -> String {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for way in &self.ways {
            match runs.last_mut() {
                Some((_, last)) if *last == way.choice => {}
                Some((_, last)) if *last + 1 == way.choice => *last = way.choice,
                _ => runs.push((way.choice, way.choice)),
            }
        }
        let run = |(first, last): (usize, usize)| match last - first {
            0 => letter(first).to_string(),
            1 => format!("{}, {}", letter(first), letter(last)),
            _ => format!("{}–{}", letter(first), letter(last)),
        };
        runs.into_iter().map(run).collect::<Vec<_>>().join(", ")
    }

    /// How many lines lead along it, however many ways each has.
    pub fn line_count(&self) -> usize {
        let mut choices: Vec<usize> = self.ways.iter().map(|way| way.choice).collect();
        choices.dedup();
        choices.len()
    }
}

/// Nodes breadth first from the opening, without the stop and where they leave; then from these; then the rest; then the
/// endings. Each place once.
fn reading_order(scenario: &Scenario) -> Vec<NodeIx> {
    let held_back = |at: NodeIx| (at == scenario.stop || at == scenario.leaves) && at != scenario.opening;
    let mut seen = vec![false; scenario.nodes.len()];
    let mut order = Vec::with_capacity(scenario.nodes.len());
    let mut walk = |from: NodeIx, holds_back: &dyn Fn(NodeIx) -> bool| {
        let mut open = VecDeque::from([from]);
        while let Some(at) = open.pop_front() {
            let Some(node) = scenario.node(at) else { continue };
            if !std::mem::replace(&mut seen[at.index()], true) {
                order.push(at);
                open.extend(node.choices.iter().flat_map(|c| c.to.targets()).filter(|to| !holds_back(*to)));
            }
        }
    };
    walk(scenario.opening, &held_back);
    walk(scenario.stop, &held_back_but(scenario.leaves));
    walk(scenario.leaves, &|_| false);
    scenario.places().for_each(|(at, _)| walk(at, &|_| false));
    order.extend(scenario.places().filter(|(_, place)| matches!(place.kind, PlaceKind::Ending(_))).map(|(at, _)| at));
    order
}

fn held_back_but(leaves: NodeIx) -> impl Fn(NodeIx) -> bool {
    move |at| at == leaves
}

fn stop(scenario: &Scenario, at: NodeIx, number: usize) -> Stop {
    let Place { id, kind } = scenario.place_at(at);
    let role = match at {
        _ if at == scenario.opening => Role::Opening,
        _ if at == scenario.stop => Role::Stop,
        _ if at == scenario.leaves => Role::Leaves,
        _ => Role::Talk,
    };
    let (words, ending, hazard) = match kind {
        PlaceKind::Ending(ending) => (ending.text.clone(), Some(ending.outcome), false),
        PlaceKind::Node(node) => {
            let first = node.says.iter().find_map(|say| say.lines().first().copied());
            let words = first.map(|line| if line.text.is_empty() { &line.body } else { &line.text });
            (words.cloned().unwrap_or_default(), None, node.hazard)
        }
    };
    Stop { at, number, id: id.clone(), words, role, ending, hazard }
}

fn roads(scenario: &Scenario, plain: &Plain, at: NodeIx, from: usize, place: &[usize]) -> Vec<Road> {
    let Some(node) = scenario.node(at) else { return Vec::new() };
    let speaker = last_speaker(scenario, node);
    let mut by_target: BTreeMap<usize, Vec<Way>> = BTreeMap::new();
    for (i, choice) in node.choices.iter().enumerate() {
        let way = |when: String| Way {
            choice: i,
            letter: letter(i),
            words: said(choice),
            gate: plain.gate(choice, speaker),
            when,
        };
        match &choice.to {
            Route::To(to) => by_target.entry(place[to.index()]).or_default().push(way(String::new())),
            Route::FirstThatFits(ways) => {
                for (when, to) in ways {
                    let when = when
                        .as_ref()
                        .map_or("otherwise".to_owned(), |c| format!("when {}", plain.condition(c, speaker)));
                    by_target.entry(place[to.index()]).or_default().push(way(when));
                }
            }
        }
    }
    by_target.into_iter().map(|(to, ways)| Road { from, to, ways }).collect()
}

/// The roads that no line draws: the talk comes here by itself.
pub fn comes_here(scenario: &Scenario, stop: &Stop) -> Option<String> {
    let who = match &scenario.people[..] {
        [only] => first_name(&only.name),
        _ => "somebody",
    };
    let stops = stop.at == scenario.stop;
    let leaves = stop.at == scenario.leaves;
    match (stops, leaves) {
        (true, true) => Some(format!("from anywhere, once it is not safe to talk or {who} has had enough")),
        (true, false) => Some("from anywhere, once it is not safe to go on talking".to_owned()),
        (false, true) => Some(format!("from anywhere, once {who} has had enough")),
        (false, false) => None,
    }
}

/// What a choice says or does.
pub fn said(choice: &Choice) -> String {
    match (choice.text.is_empty(), choice.deed.is_empty()) {
        (false, _) => choice.text.clone(),
        (true, false) => choice.deed.clone(),
        (true, true) => "Say nothing.".to_owned(),
    }
}

impl Outcome {
    /// As a word on a page.
    pub fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Mixed => "mixed",
            Self::Poor => "poor",
            Self::Left => "left",
            Self::Stopped => "stopped",
        }
    }
}

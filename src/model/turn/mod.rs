//! One turn: what a line shows in context, and what it does to the person it is said to.

mod change;
mod evidence;

use serde::Deserialize;

use super::dimension::Evidence;
use super::emotion::{Feeling, Need};
use super::person::Person;
use super::rule::{ChangeData, RuleSet};
use super::technique::{Reach, TechniqueIx, TechniqueSet};
use super::{Model, Variable};

pub use change::apply;
pub use evidence::judge;

/// A line as the model hears it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Line<'a> {
    /// One to three, the main one first.
    pub techniques: &'a [TechniqueIx],
    pub words: u32,
    pub label: Option<Feeling>,
    pub need: Option<Need>,
    /// Sore points touched that are no technique, as the scenario numbers them.
    pub touches: u64,
    /// Techniques named as touched though the line does not use them.
    pub touched_techniques: TechniqueSet,
    /// The person's last line was a question.
    pub asked: bool,
    /// The other side of a dispute is present.
    pub two_party: bool,
}

/// What the rules do to the person beside the evidence itself.
pub type Change = ChangeData;

/// A line in context: evidence, the rules that fired, and their change to the person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    pub evidence: Evidence,
    pub rules: RuleSet,
    pub change: Change,
}

/// What the engine watches for after each turn (scoring basis, 5.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Gate {
    Stop,
    Leaves,
    ShutDown,
}

/// Harm of a technique, 0 to 3; an order given in a real hazard harms nobody (R10).
pub fn severity(model: &Model, technique: TechniqueIx, hazard: bool) -> u8 {
    if hazard && technique == model.command { 0 } else { model.techniques.get(technique).severity }
}

/// What a line said to somebody else does to the other side of a dispute (R23); nothing else reaches them.
pub fn overhear(model: &Model, other: &mut Person, line: &Line) {
    if line.two_party && line.techniques.contains(&model.take_sides) {
        other.state.shift(Variable::Respect, -model.constants.overheard_side);
    }
}

/// What the engine watches after each turn, the most serious first (scoring basis, 5.3).
pub fn gate(model: &Model, person: &Person) -> Option<Gate> {
    let c = &model.constants;
    let s = &person.state;
    if s.arousal >= c.stop_arousal {
        return Some(Gate::Stop);
    }
    if person.traits.free_to_go && s.safety <= c.leaves_safety && s.arousal >= c.leaves_arousal {
        return Some(Gate::Leaves);
    }
    shut_down(model, person).then_some(Gate::ShutDown)
}

/// Whether the person has shut down: one-word answers until it lifts.
pub fn shut_down(model: &Model, person: &Person) -> bool {
    let c = &model.constants;
    let late = f64::from(person.memory.turn_count) > c.shut_after_turn;
    person.state.control <= c.shut_control || (late && person.state.heard <= c.shut_heard)
}

/// Whether a technique reaches an aroused person.
pub(super) fn soothes(reach: Reach) -> bool {
    reach == Reach::Soothing
}

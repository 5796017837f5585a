//! Whether a condition holds now.

use super::Session;
use crate::scenario::{Condition, PersonIx};

impl Session {
    /// No condition always fits.
    pub(super) fn fits(&self, condition: Option<&Condition>) -> bool {
        condition.is_none_or(|c| self.holds(c, self.speaker))
    }

    fn holds(&self, condition: &Condition, who: PersonIx) -> bool {
        match condition {
            Condition::State(variable, bound) => bound.holds(self.person(who).state.get(*variable)),
            Condition::Feels(emotion) => self.person(who).feels.0 == *emotion,
            Condition::Fact(fact) => self.facts[fact.index()],
            Condition::Promised(p) => self.promises[p.index()].made,
            Condition::Kept(p) => self.promises[p.index()].kept,
            Condition::Broken(p) => self.promises[p.index()].broken,
            Condition::Visited(node) => self.visited[node.index()],
            Condition::Chose(node, choice) => self.made[node.index()] & (1 << (*choice).min(63)) != 0,
            Condition::Of(other, inner) => self.holds(inner, *other),
            Condition::All(all) => all.iter().all(|c| self.holds(c, who)),
            Condition::Any(any) => any.iter().any(|c| self.holds(c, who)),
            Condition::Not(inner) => !self.holds(inner, who),
        }
    }
}

//! How things may stand when a visit begins, and who the people are in a scenario's twin.

use super::nodes::VARIABLES;
use super::record::Fields;
use super::{Resolver, format};
use crate::diagnostic::Span;
use crate::scenario::arrival::{Arrival, Stance};
use crate::scenario::text::{Shape, Tree};
use crate::scenario::{NameIx, PersonIx, Twin};

impl Resolver<'_> {
    /// Facts and promises of earlier visits count as set once an arrival names them.
    pub(super) fn arrivals(&mut self, fields: &Fields) -> Vec<Arrival> {
        let entries = self.entries(fields.get("arrives"), "arrivals by id");
        entries.into_iter().filter_map(|(id, span, tree)| self.arrival(id, &span, tree)).collect()
    }

    fn arrival(&mut self, id: String, span: &Span, tree: &Tree) -> Option<Arrival> {
        self.kebab(&id, span, "an arrival's id");
        let fields = self.record(tree, "Arrival", "an arrival", format::ARRIVAL)?;
        let people = self.entries(fields.get("people"), "people by id");
        Some(Arrival {
            id,
            what: self.text_field(&fields, "what"),
            people: people.into_iter().filter_map(|(who, span, tree)| self.stance(&who, &span, tree)).collect(),
            known: {
                let trees = self.list(fields.get("known"), "facts");
                trees.into_iter().filter_map(|t| self.fact_set(t)).collect()
            },
            promised: self.promises_set(&fields, "promised"),
            kept: self.promises_set(&fields, "kept"),
            broken: self.promises_set(&fields, "broken"),
        })
    }

    fn promises_set(&mut self, fields: &Fields, name: &'static str) -> Vec<NameIx> {
        let trees = self.list(fields.get(name), "promises");
        trees.into_iter().filter_map(|t| self.promise_set(t)).collect()
    }

    fn stance(&mut self, who: &str, span: &Span, tree: &Tree) -> Option<(PersonIx, Stance)> {
        let who = self.person_named(who, span)?;
        let fields = self.record(tree, "", "a stance", format::STANCE)?;
        let mut stance = Stance::default();
        for (name, variable) in VARIABLES {
            let value = fields.get(name).and_then(|t| self.number_at(t, 0.0, 100.0));
            stance.state.extend(value.map(|v| (variable, v)));
        }
        stance.history = fields.get("history").and_then(|t| self.number_at(t, -3.0, 3.0));
        Some((who, stance))
    }

    pub(super) fn twin(&mut self, fields: &Fields) -> Option<Twin> {
        let fields = self.record(fields.get("twin")?, "Twin", "a twin", format::TWIN)?;
        let people = self.required(&fields, "people");
        let people = self.entries(people, "people by id");
        let pairs = self.list(fields.get("instead"), "pairs of words");
        Some(Twin {
            people: people.into_iter().filter_map(|(who, span, tree)| self.part(&who, &span, tree)).collect(),
            instead: pairs.into_iter().filter_map(|t| self.pair(t)).collect(),
        })
    }

    fn part(&mut self, who: &str, span: &Span, tree: &Tree) -> Option<(PersonIx, String, String)> {
        let who = self.person_named(who, span)?;
        let fields = self.record(tree, "", "a part", format::PART)?;
        let [name, looks] = ["name", "looks"].map(|field| self.text_field(&fields, field));
        self.check_looks(&fields, &looks);
        Some((who, name, looks))
    }

    /// `("Lyle", "Ray")`
    fn pair(&mut self, tree: &Tree) -> Option<(String, String)> {
        match &tree.items[..] {
            [from, to] if tree.shape == Shape::Paren => Some((self.words(&from.value)?, self.words(&to.value)?)),
            _ => {
                let message = "a word and what stands instead of it are expected here";
                self.tell("wrong-type", &tree.span, message, "write (\"Lyle\", \"Ray\")");
                None
            }
        }
    }
}

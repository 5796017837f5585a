//! Conditions as written.

use super::Resolver;
use super::fields::quoted;
use crate::diagnostic::short;
use crate::model::Variable;
use crate::scenario::text::{Shape, Tree};
use crate::scenario::{Bound, Condition, PlaceKind};

/// What conditions begin with.
pub const CONDITIONS: [&str; 18] = [
    "Arousal",
    "Trust",
    "Heard",
    "Respect",
    "Safety",
    "Control",
    "Readiness",
    "Feels",
    "Fact",
    "Promised",
    "Kept",
    "Broken",
    "Visited",
    "Chose",
    "Of",
    "All",
    "Any",
    "Not",
];

impl Resolver<'_> {
    pub(super) fn condition(&mut self, tree: &Tree) -> Option<Condition> {
        let condition = self.any_condition(tree);
        self.lost_presence |= condition.is_none();
        condition
    }

    fn any_condition(&mut self, tree: &Tree) -> Option<Condition> {
        let head = self.head(tree).to_owned();
        if tree.shape != Shape::Paren || !CONDITIONS.contains(&head.as_str()) {
            let (message, fix) = match CONDITIONS.contains(&head.as_str()) {
                true => {
                    (format!("{head} has nothing in brackets behind it"), format!("write {head}(..), see the guide"))
                }
                false => {
                    (format!("{} is not a condition", quoted(short(&head))), self.guess(&head, CONDITIONS.into_iter()))
                }
            };
            self.tell("unknown-condition", &tree.span, message, fix);
            return None;
        }
        let args: Vec<&Tree> = tree.items.iter().map(|i| &i.value).collect();
        let wanted = if matches!(head.as_str(), "Chose" | "Of") { 2 } else { 1 };
        if args.len() != wanted {
            self.tell(
                "wrong-type",
                &tree.span,
                format!("{head} takes {wanted} in its brackets"),
                "see the authors' guide, conditions",
            );
            return None;
        }
        self.headed(&head, &args)
    }

    fn headed(&mut self, head: &str, args: &[&Tree]) -> Option<Condition> {
        Some(match head {
            "Feels" => Condition::Feels(self.emotion(args[0])?),
            "Fact" => Condition::Fact(self.fact_asked(args[0])?),
            "Promised" => Condition::Promised(self.promise_asked(args[0])?),
            "Kept" => Condition::Kept(self.promise_asked(args[0])?),
            "Broken" => Condition::Broken(self.promise_asked(args[0])?),
            "Visited" => Condition::Visited(self.place(args[0])?),
            "Chose" => {
                let node = self.place(args[0])?;
                let choice = self.whole_at(args[1], 1, 12)?;
                self.chosen.push((node, usize::from(choice), args[1].span.clone()));
                Condition::Chose(node, choice - 1)
            }
            "Of" => {
                let who = self.person(args[0])?;
                Condition::Of(who, Box::new(self.condition(args[1])?))
            }
            "All" => Condition::All(self.conditions(args[0])),
            "Any" => Condition::Any(self.conditions(args[0])),
            "Not" => Condition::Not(Box::new(self.condition(args[0])?)),
            variable => Condition::State(variable_named(variable)?, self.bound(args[0])?),
        })
    }

    fn conditions(&mut self, tree: &Tree) -> Vec<Condition> {
        let items = self.list(Some(tree), "conditions");
        items.into_iter().filter_map(|t| self.condition(t)).collect()
    }

    fn bound(&mut self, tree: &Tree) -> Option<Bound> {
        let number = match (&tree.items[..], tree.shape) {
            ([one], Shape::Paren) => self.number_at(&one.value, 0.0, 100.0)?,
            _ => -1.0,
        };
        match self.head(tree) {
            "AtLeast" if number >= 0.0 => Some(Bound::AtLeast(number)),
            "Below" if number >= 0.0 => Some(Bound::Below(number)),
            _ => {
                let number = self.slice(&tree.span).parse::<u8>().unwrap_or(30);
                let fix = format!("write AtLeast({number}) or Below({number})");
                self.tell("wrong-type", &tree.span, "a bound is expected here", fix);
                None
            }
        }
    }

    /// `Chose` may name only choices that are there; checked once all nodes are read.
    pub(super) fn check_chosen(&mut self, kinds: &[crate::scenario::Place]) {
        for (node, choice, span) in std::mem::take(&mut self.chosen) {
            let count = match kinds.get(node.index()).map(|p| &p.kind) {
                Some(PlaceKind::Node(node)) => node.choices.len(),
                _ => 0,
            };
            if choice > count {
                self.tell(
                    "out-of-range",
                    &span,
                    format!("that node has {count} choices, and this is number {choice}"),
                    "choices are counted from 1 in the order of the file",
                );
            }
        }
    }
}

fn variable_named(name: &str) -> Option<Variable> {
    Some(match name {
        "Arousal" => Variable::Arousal,
        "Trust" => Variable::Trust,
        "Heard" => Variable::Heard,
        "Respect" => Variable::Respect,
        "Safety" => Variable::Safety,
        "Control" => Variable::Control,
        "Readiness" => Variable::Readiness,
        _ => return None,
    })
}

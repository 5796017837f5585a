//! Conditions in plain words, for documents that people read who never saw the file.

use crate::model::{Emotion, Variable};
use crate::scenario::{Bound, Choice, Condition, Line, NameIx, Node, NodeIx, PersonIx, Scenario};

/// Says conditions of one scenario in plain words; nodes are called by the numbers they have in a document.
pub struct Plain<'s> {
    scenario: &'s Scenario,
    /// For each place of the scenario, its number in the document.
    numbers: &'s [usize],
}

/// Whether the words should say that something holds, or that it does not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sense {
    Holds,
    Fails,
}

impl<'s> Plain<'s> {
    /// `numbers` has one number for each of [`Scenario::nodes`], in that order.
    pub fn new(scenario: &'s Scenario, numbers: &'s [usize]) -> Self {
        Self { scenario, numbers }
    }

    /// A clause that stands behind "when": `Mara's trust is 22 or more`. `speaker` is whoever spoke last, where that is sure.
    pub fn condition(&self, condition: &Condition, speaker: Option<PersonIx>) -> String {
        self.say(condition, speaker, Sense::Holds).words
    }

    /// What must hold before a line is on offer; empty where it always is.
    pub fn gate(&self, choice: &Choice, speaker: Option<PersonIx>) -> String {
        let known = choice.knows.iter().map(|fact| Clause::one(self.known(*fact, Sense::Holds)));
        let when = choice.when.iter().map(|c| self.say(c, speaker, Sense::Holds));
        let parts: Vec<Clause> = known.chain(when).collect();
        if parts.is_empty() { String::new() } else { Clause::joined(parts, Join::And).words }
    }

    fn say(&self, condition: &Condition, who: Option<PersonIx>, sense: Sense) -> Clause {
        let one = Clause::one;
        match condition {
            Condition::State(variable, bound) => one(self.state(*variable, *bound, who, sense)),
            Condition::Feels(emotion) => one(self.feels(*emotion, who, sense)),
            Condition::Fact(fact) => one(self.known(*fact, sense)),
            Condition::Promised(p) => one(self.promise(*p, "made", sense)),
            Condition::Kept(p) => one(self.promise(*p, "kept", sense)),
            Condition::Broken(p) => one(self.promise(*p, "broken", sense)),
            Condition::Visited(node) => one(match sense {
                Sense::Holds => format!("you have been at {}", self.number(*node)),
                Sense::Fails => format!("you have not been at {}", self.number(*node)),
            }),
            Condition::Chose(node, choice) => one(match sense {
                Sense::Holds => format!("you said {}{}", self.number(*node), letter(usize::from(*choice))),
                Sense::Fails => format!("you did not say {}{}", self.number(*node), letter(usize::from(*choice))),
            }),
            Condition::Of(person, inner) => self.say(inner, Some(*person), sense),
            Condition::Not(inner) => self.say(inner, who, sense.turned()),
            // not all of them is one of them not, and the other way round
            Condition::All(all) if sense == Sense::Holds => self.joined(all, who, sense, Join::And),
            Condition::All(all) => self.joined(all, who, sense, Join::Or),
            Condition::Any(any) if sense == Sense::Holds => self.joined(any, who, sense, Join::Or),
            Condition::Any(any) => self.joined(any, who, sense, Join::And),
        }
    }

    fn joined(&self, parts: &[Condition], who: Option<PersonIx>, sense: Sense, join: Join) -> Clause {
        Clause::joined(parts.iter().map(|c| self.say(c, who, sense)).collect(), join)
    }

    fn state(&self, variable: Variable, bound: Bound, who: Option<PersonIx>, sense: Sense) -> String {
        let what = match variable {
            Variable::Arousal => "arousal",
            Variable::Trust => "trust",
            Variable::Heard => "sense of being heard",
            Variable::Respect => "sense of being respected",
            Variable::Safety => "sense of safety",
            Variable::Control => "sense of choice",
            Variable::Readiness => "readiness",
        };
        let whose = match who.or_else(|| self.only_one()) {
            Some(who) => format!("{}’s {what}", self.name(who)),
            None => format!("the {what} of whoever spoke last"),
        };
        match (bound, sense) {
            (Bound::AtLeast(n), Sense::Holds) | (Bound::Below(n), Sense::Fails) => format!("{whose} is {n} or more"),
            (Bound::Below(n), Sense::Holds) | (Bound::AtLeast(n), Sense::Fails) => format!("{whose} is below {n}"),
        }
    }

    fn feels(&self, emotion: Emotion, who: Option<PersonIx>, sense: Sense) -> String {
        let who = who.or_else(|| self.only_one()).map_or("whoever spoke last", |who| self.name(who));
        match sense {
            Sense::Holds => format!("{who} feels {}", emotion.id()),
            Sense::Fails => format!("{who} does not feel {}", emotion.id()),
        }
    }

    fn known(&self, fact: NameIx, sense: Sense) -> String {
        let fact = spoken(self.scenario.facts.get(fact.index()));
        match sense {
            Sense::Holds => format!("“{fact}” has come up"),
            Sense::Fails => format!("“{fact}” has not come up"),
        }
    }

    fn promise(&self, promise: NameIx, done: &str, sense: Sense) -> String {
        let promise = spoken(self.scenario.promises.get(promise.index()));
        match sense {
            Sense::Holds => format!("the promise “{promise}” was {done}"),
            Sense::Fails => format!("the promise “{promise}” was not {done}"),
        }
    }

    fn name(&self, who: PersonIx) -> &'s str {
        first_name(&self.scenario.cast(who).name)
    }

    fn only_one(&self) -> Option<PersonIx> {
        (self.scenario.people.len() == 1).then_some(PersonIx(0))
    }

    fn number(&self, node: NodeIx) -> usize {
        self.numbers.get(node.index()).copied().unwrap_or_default()
    }
}

/// Words, and what they are made of.
struct Clause {
    words: String,
    join: Join,
    count: usize,
}

/// How the parts of a clause hang together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    One,
    And,
    Or,
    /// Of both kinds already; inside another clause it stands in brackets.
    Mixed,
}

impl Clause {
    fn one(words: String) -> Self {
        Self { words, join: Join::One, count: 1 }
    }

    fn joined(mut parts: Vec<Self>, join: Join) -> Self {
        if parts.len() == 1 {
            return parts.swap_remove(0);
        }
        let word = if join == Join::Or { "or" } else { "and" };
        let mixed = parts.iter().any(|part| part.join != Join::One && part.join != join);
        let count = parts.iter().map(|part| if part.join == join { part.count } else { 1 }).sum();
        let mut words: Vec<String> = parts.into_iter().map(|part| part.inside(join)).collect();
        let Some(last) = words.pop() else {
            return Self::one(if join == Join::Or { "never" } else { "always" }.to_owned());
        };
        let comma = if mixed { "," } else { "" };
        let words = format!("{}{comma} {word} {last}", words.join(if mixed { "; " } else { ", " }));
        Self { words, join: if mixed { Join::Mixed } else { join }, count }
    }

    /// How it is said within a larger clause.
    fn inside(self, outer: Join) -> String {
        match (self.join, self.count) {
            (Join::Mixed, _) => format!("({})", self.words),
            (Join::Or, _) if outer == Join::And => format!("either {}", self.words),
            (Join::And, 2) if outer == Join::Or => format!("both {}", self.words),
            (Join::And, _) if outer == Join::Or => format!("all of {}", self.words),
            _ => self.words,
        }
    }
}

impl Sense {
    fn turned(self) -> Self {
        match self {
            Self::Holds => Self::Fails,
            Self::Fails => Self::Holds,
        }
    }
}

/// The letter a line has in a document, by its place in its node: A, B, C.
pub fn letter(choice: usize) -> char {
    u8::try_from(choice).ok().filter(|n| *n < 26).map_or('?', |n| char::from(b'A' + n))
}

/// `the-boy` as one would say it: "the boy".
fn spoken(name: Option<&String>) -> String {
    name.map(|name| name.replace(['-', '_'], " ")).unwrap_or_default()
}

/// The first name; "Mr Lyle" and "Mrs Ostrow" keep the title.
pub fn first_name(name: &str) -> &str {
    if name.starts_with("Mr") || name.starts_with("Ms") {
        return name;
    }
    name.split(' ').next().unwrap_or(name)
}

/// Who has surely spoken last once a node's lines are said; `None` where that depends on chance or state.
pub fn last_speaker(scenario: &Scenario, node: &Node) -> Option<PersonIx> {
    let one_of = |lines: &[&Line]| match lines.split_first() {
        Some((first, rest)) => rest.iter().all(|l| l.who == first.who).then_some(first.who),
        None => None,
    };
    match node.says.last() {
        Some(say) => one_of(&say.lines()),
        None => (scenario.people.len() == 1).then_some(PersonIx(0)),
    }
}

#[cfg(test)]
mod tests;

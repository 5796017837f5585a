//! Arriving at a node: what happens, what may be said, and what may be known from it.

use super::bounds::{Answer, Bounds};
use super::conditions::Sense;
use super::possible::{Persons, Possible};
use super::setting::Setting;
use crate::scenario::{Condition, Line, Node, NodeIx, PersonIx, Say};

/// What may come of something that is said.
struct Told {
    who: Persons,
    /// Numbers of the facts that some line tells, and of those that every line tells.
    may: Vec<u32>,
    must: Vec<u32>,
}

impl Setting<'_> {
    /// From the moment before a node to the choice in it. Gives for each way to say, counted in the order of the file, whether
    /// it fits once the ways before it have not.
    pub(super) fn arrive(&self, at: NodeIx, node: &Node, here: &mut Possible) -> Vec<Answer> {
        here.flags.set(self.numbers.find(&Condition::Visited(at)));
        for happening in &node.happens {
            for (variable, by) in &happening.shifts {
                let person = &mut here.people[happening.who.index()];
                // the engine adds and clamps in the same way, so nothing is rounded differently
                let moved = person.get(*variable).plus(Bounds::exactly(*by)).clamp(0.0, 100.0);
                person.set(*variable, moved);
            }
        }
        for (who, emotion, _) in &node.feels {
            here.people[who.index()].feel(*emotion);
        }
        self.hear(node, here)
    }

    fn hear(&self, node: &Node, here: &mut Possible) -> Vec<Answer> {
        let quiet = node.closed.first().map_or(Answer::Never, |l| self.shut_down(here, l.who));
        let mut fits = Vec::new();
        let mut told = match quiet {
            Answer::Never | Answer::Sometimes => Some(self.say_all(&node.says, here, &mut fits)),
            Answer::Always => None,
        };
        if quiet != Answer::Never {
            let closed = self.one_of_each(&node.closed, here.speakers);
            told = Some(match told {
                Some(open) => either(open, closed),
                None => closed,
            });
        }
        let Some(told) = told else { return fits };
        here.speakers = told.who;
        told.may.iter().for_each(|n| here.flags.set_perhaps(Some(*n)));
        told.must.iter().for_each(|n| here.flags.set(Some(*n)));
        fits
    }

    /// Everything is settled before anything is heard.
    fn say_all(&self, says: &[Say], here: &Possible, fits: &mut Vec<Answer>) -> Told {
        let mut all = Told { who: here.speakers, may: Vec::new(), must: Vec::new() };
        for say in says {
            if let Some(told) = self.say(say, here, fits) {
                all.who = told.who;
                all.may.extend(told.may);
                all.must.extend(told.must);
            }
        }
        all
    }

    fn one_of_each(&self, lines: &[Line], before: Persons) -> Told {
        let must: Vec<u32> = lines.iter().flat_map(|l| self.tells(l)).collect();
        Told { who: lines.last().map_or(before, |l| Persons::one(l.who)), may: must.clone(), must }
    }

    fn tells(&self, line: &Line) -> Vec<u32> {
        line.tells.iter().filter_map(|f| self.numbers.fact(*f)).collect()
    }

    fn say(&self, say: &Say, here: &Possible, fits: &mut Vec<Answer>) -> Option<Told> {
        match say {
            Say::Line(line) => Some(self.one_of_each(std::slice::from_ref(line), here.speakers)),
            Say::AnyOf(lines) => {
                lines.iter().map(|l| self.one_of_each(std::slice::from_ref(l), here.speakers)).reduce(either)
            }
            Say::FirstThatFits(ways) => self.first_that_fits(ways, here, fits),
        }
    }

    fn first_that_fits(
        &self,
        ways: &[(Option<Condition>, Say)],
        here: &Possible,
        fits: &mut Vec<Answer>,
    ) -> Option<Told> {
        let mut told: Option<Told> = None;
        let mut left = Some(here.clone());
        for (when, say) in ways {
            let fit = self.fits_next(&mut left, when.as_ref());
            fits.push(fit);
            let before = fits.len();
            let this = self.say(say, here, fits);
            if fit == Answer::Never {
                fits[before..].fill(Answer::Never);
                continue;
            }
            told = match (told, this) {
                (Some(a), Some(b)) => Some(either(a, b)),
                (a, b) => a.or(b),
            };
        }
        told
    }

    /// Whether a way fits where those before it did not; takes out of `left` where it does.
    pub(super) fn fits_next(&self, left: &mut Option<Possible>, when: Option<&Condition>) -> Answer {
        let Some(here) = left else { return Answer::Never };
        let Some(when) = when else {
            *left = None;
            return Answer::Always;
        };
        let who = here.speakers;
        let fit = here.answer(&self.numbers, when, who);
        if !here.assume(&self.numbers, when, who, Sense::HoldsNot) {
            *left = None;
        }
        fit
    }

    fn shut_down(&self, here: &Possible, who: PersonIx) -> Answer {
        use crate::model::Variable::{Control, Heard};
        let c = &self.model.constants;
        let person = here.person(who);
        let at_most = |bounds: Bounds, most: f64| bounds.at_least(most.next_up()).turned();
        let late = person.turns_below(c.shut_after_turn as u32 + 1).turned();
        let unheard = Answer::all([late, at_most(person.get(Heard), c.shut_heard)]);
        Answer::any([at_most(person.get(Control), c.shut_control), unheard])
    }
}

/// One of the two is said.
fn either(a: Told, b: Told) -> Told {
    let must = a.must.iter().copied().filter(|n| b.must.contains(n)).collect();
    let mut may = a.may;
    may.extend(b.may);
    Told { who: a.who.or(b.who), may, must }
}

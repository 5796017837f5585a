//! Everything that may be the case at one place of a conversation.

use super::bounds::{Answer, Bounds};
use super::conditions::Sense;
use super::flags::{Flags, Numbers};
use crate::explore::sample::starts;
use crate::model::{Emotion, Person, Variable};
use crate::scenario::{Bound, Condition, PersonIx, Scenario};
use crate::session::Start;

pub(super) const VARIABLES: [Variable; 7] = [
    Variable::Arousal,
    Variable::Trust,
    Variable::Heard,
    Variable::Respect,
    Variable::Safety,
    Variable::Control,
    Variable::Readiness,
];

/// From here on the turns of a person are no longer counted.
pub(super) const MANY_TURNS: u8 = 8;

/// Some of the people, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Persons(u8);

impl Persons {
    pub fn one(person: PersonIx) -> Self {
        Self(1 << (person.index() % 8))
    }
    pub fn contains(self, person: PersonIx) -> bool {
        self.0 & Self::one(person).0 != 0
    }
    pub fn iter(self) -> impl Iterator<Item = PersonIx> {
        (0..8).map(PersonIx).filter(move |p| self.contains(*p))
    }
    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    fn alone(self) -> Option<PersonIx> {
        (self.0.count_ones() == 1).then(|| PersonIx(self.0.trailing_zeros() as u8))
    }
}

/// How one person may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PossiblePerson {
    state: [Bounds; 7],
    /// Bits over [`Emotion::ALL`].
    feels: u16,
    /// Turns they were spoken to, at least and at most; [`MANY_TURNS`] stands for that many and more.
    pub(super) turns: (u8, u8),
}

impl PossiblePerson {
    pub fn get(&self, variable: Variable) -> Bounds {
        self.state[variable as usize]
    }
    pub fn may_feel(&self, emotion: Emotion) -> bool {
        self.feels & (1 << emotion as u16) != 0
    }
    pub(super) fn set(&mut self, variable: Variable, bounds: Bounds) {
        self.state[variable as usize] = bounds;
    }
    pub(super) fn feel(&mut self, emotion: Emotion) {
        self.feels = 1 << emotion as u16;
    }
    pub(super) fn feeling(&self, emotion: Emotion) -> Answer {
        match (self.may_feel(emotion), self.feels.count_ones()) {
            (false, _) => Answer::Never,
            (true, 1) => Answer::Always,
            (true, _) => Answer::Sometimes,
        }
    }
    /// Whether they have had fewer turns than this.
    pub(super) fn turns_below(&self, count: u32) -> Answer {
        let (least, most) = self.turns;
        if u32::from(least) >= count {
            Answer::Never
        } else if most < MANY_TURNS && u32::from(most) < count {
            Answer::Always
        } else {
            Answer::Sometimes
        }
    }
    /// Takes in another possibility, and says whether that changed anything.
    fn join(&mut self, other: &Self) -> bool {
        let before = *self;
        for (own, theirs) in self.state.iter_mut().zip(&other.state) {
            *own = own.or(*theirs);
        }
        self.feels |= other.feels;
        self.turns = (self.turns.0.min(other.turns.0), self.turns.1.max(other.turns.1));
        *self != before
    }
}

/// Everything that may be the case.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Possible {
    pub people: Vec<PossiblePerson>,
    /// Who may have spoken last.
    pub speakers: Persons,
    pub flags: Flags,
}

impl Possible {
    /// Before anything was said, however it may begin.
    pub fn at_the_start(scenario: &Scenario, numbers: &Numbers) -> Self {
        let mut ways = starts(scenario).into_iter().map(|start| Self::starting(&start, numbers));
        let first = ways.next().unwrap_or_else(|| Self::starting(&Start::written(scenario), numbers));
        ways.fold(first, |mut all, way| {
            all.join(&way);
            all
        })
    }

    fn starting(start: &Start, numbers: &Numbers) -> Self {
        let person = |person: &Person| {
            let state = VARIABLES.map(|v| Bounds::exactly(person.state.get(v)));
            PossiblePerson { state, feels: 1 << person.feels.0 as u16, turns: (0, 0) }
        };
        let mut flags = Flags::none(numbers);
        start.holding().for_each(|holds| flags.set(numbers.find(&holds)));
        Self { people: start.people.iter().map(person).collect(), speakers: Persons::one(PersonIx(0)), flags }
    }

    pub fn person(&self, who: PersonIx) -> &PossiblePerson {
        &self.people[who.index()]
    }

    /// Takes in another possibility, and says whether that changed anything.
    pub fn join(&mut self, other: &Self) -> bool {
        let mut changed = self.flags.join(&other.flags);
        for (own, theirs) in self.people.iter_mut().zip(&other.people) {
            changed |= own.join(theirs);
        }
        let speakers = self.speakers.or(other.speakers);
        changed |= speakers != self.speakers;
        self.speakers = speakers;
        changed
    }

    /// What has grown since `before` grows as far as it ever can.
    pub fn widen_people(&mut self, before: &[PossiblePerson], tops: &[[f64; 7]]) {
        for ((own, before), tops) in self.people.iter_mut().zip(before).zip(tops) {
            for ((own, before), top) in own.state.iter_mut().zip(&before.state).zip(tops) {
                if own.low < before.low {
                    own.low = 0.0;
                }
                if own.high > before.high {
                    own.high = if own.high <= *top { *top } else { top.max(100.0) };
                }
            }
            if own.turns.1 > before.turns.1 {
                own.turns.1 = MANY_TURNS;
            }
        }
    }

    /// Everything about people grows as far as it ever can.
    pub fn jump_people(&mut self, tops: &[[f64; 7]]) {
        for (person, tops) in self.people.iter_mut().zip(tops) {
            for (own, top) in person.state.iter_mut().zip(tops) {
                *own = Bounds { low: 0.0, high: if own.high <= *top { *top } else { top.max(100.0) } };
            }
            person.turns = (0, MANY_TURNS);
        }
    }

    /// Nothing is known any more.
    pub fn loosen(&mut self, tops: &[[f64; 7]]) {
        for (person, tops) in self.people.iter_mut().zip(tops) {
            *person = PossiblePerson {
                state: tops.map(|top| Bounds { low: 0.0, high: top.max(100.0) }),
                feels: (1 << Emotion::ALL.len()) - 1,
                turns: (0, MANY_TURNS),
            };
        }
        self.speakers = Persons(((1_u32 << self.people.len()) - 1) as u8);
        self.flags.loosen();
    }

    /// Whether a condition holds, said of one of `who`.
    pub fn answer(&self, numbers: &Numbers, condition: &Condition, who: Persons) -> Answer {
        match condition {
            Condition::State(variable, bound) => self.of_each(who, |p| p.get(*variable).answer(*bound)),
            Condition::Feels(emotion) => self.of_each(who, |p| p.feeling(*emotion)),
            Condition::Of(other, inner) => self.answer(numbers, inner, Persons::one(*other)),
            Condition::All(all) => Answer::all(all.iter().map(|c| self.answer(numbers, c, who))),
            Condition::Any(any) => Answer::any(any.iter().map(|c| self.answer(numbers, c, who))),
            Condition::Not(inner) => self.answer(numbers, inner, who).turned(),
            Condition::Fact(_)
            | Condition::Promised(_)
            | Condition::Kept(_)
            | Condition::Broken(_)
            | Condition::Visited(_)
            | Condition::Chose(..) => self.flags.answer(numbers.find(condition)),
        }
    }

    /// What is so of everyone; "sometimes" where they differ.
    fn of_each(&self, who: Persons, ask: impl Fn(&PossiblePerson) -> Answer) -> Answer {
        let mut answers = who.iter().filter_map(|p| self.people.get(p.index())).map(ask);
        let Some(first) = answers.next() else { return Answer::Sometimes };
        if answers.all(|a| a == first) { first } else { Answer::Sometimes }
    }

    /// Leaves only where a condition holds, or does not. False where nothing is left; much is left that could be ruled out.
    pub fn assume(&mut self, numbers: &Numbers, condition: &Condition, who: Persons, sense: Sense) -> bool {
        match (self.answer(numbers, condition, who), sense) {
            (Answer::Never, Sense::Holds) | (Answer::Always, Sense::HoldsNot) => return false,
            (Answer::Always, Sense::Holds) | (Answer::Never, Sense::HoldsNot) => return true,
            (Answer::Sometimes, Sense::Holds | Sense::HoldsNot) => {}
        }
        match (condition, sense) {
            (Condition::State(variable, bound), _) => self.narrow(who, *variable, *bound, sense),
            (Condition::Feels(emotion), _) => self.narrow_feeling(who, *emotion, sense),
            (Condition::Of(other, inner), _) => self.assume(numbers, inner, Persons::one(*other), sense),
            (Condition::Not(inner), _) => self.assume(numbers, inner, who, sense.turned()),
            (Condition::All(all), Sense::Holds) | (Condition::Any(all), Sense::HoldsNot) => {
                all.iter().all(|c| self.assume(numbers, c, who, sense))
            }
            (Condition::All(all), Sense::HoldsNot) => self.assume_last(numbers, all, who, sense, Answer::Always),
            (Condition::Any(all), Sense::Holds) => self.assume_last(numbers, all, who, sense, Answer::Never),
            (_, Sense::Holds) => {
                self.flags.set(numbers.find(condition));
                true
            }
            (_, Sense::HoldsNot) => {
                self.flags.clear(numbers.find(condition));
                true
            }
        }
    }

    /// Where all but one are settled, that one decides.
    fn assume_last(
        &mut self,
        numbers: &Numbers,
        all: &[Condition],
        who: Persons,
        sense: Sense,
        settled: Answer,
    ) -> bool {
        let mut left = all.iter().filter(|c| self.answer(numbers, c, who) != settled);
        match (left.next(), left.next()) {
            (Some(only), None) => self.assume(numbers, only, who, sense),
            (None, _) => false,
            (Some(_), Some(_)) => true,
        }
    }

    fn narrow(&mut self, who: Persons, variable: Variable, bound: Bound, sense: Sense) -> bool {
        let Some(person) = who.alone() else { return true };
        let bound = match (sense, bound) {
            (Sense::Holds, bound) => bound,
            (Sense::HoldsNot, Bound::AtLeast(x)) => Bound::Below(x),
            (Sense::HoldsNot, Bound::Below(x)) => Bound::AtLeast(x),
        };
        let person = &mut self.people[person.index()];
        person.set(variable, person.get(variable).only(bound));
        !person.get(variable).is_empty()
    }

    fn narrow_feeling(&mut self, who: Persons, emotion: Emotion, sense: Sense) -> bool {
        let Some(person) = who.alone() else { return true };
        let person = &mut self.people[person.index()];
        match sense {
            Sense::Holds => person.feels &= 1 << emotion as u16,
            Sense::HoldsNot => person.feels &= !(1 << emotion as u16),
        }
        person.feels != 0
    }
}

//! What a line may show in context: the rules of the model over everything a person may be.
//!
//! Mirrors `model::turn::judge`; a test holds it to that.

use super::bounds::{Answer, Bounds};
use super::possible::PossiblePerson;
use super::setting::Setting;
use crate::model::person::{Aggression, Stage, Traits};
use crate::model::rule::{ChangeData, Clause, Edit, Target, Test};
use crate::model::technique::Polarity;
use crate::model::{Emotion, Model, Need, Person, State, TechniqueIx, TechniqueSet, Variable};
use crate::scenario::{Cast, Choice, Node};

/// A line with the person it is said to, and everything that may be about them.
pub(super) struct Said<'a> {
    pub node: &'a Node,
    pub choice: &'a Choice,
    pub cast: &'a Cast,
    pub person: &'a PossiblePerson,
    pub set: TechniqueSet,
}

/// What it may show on the four dimensions, and what the rules may do to the person beside that.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub evidence: [Bounds; 4],
    pub arousal: Bounds,
    pub trust: Bounds,
    pub control: Bounds,
    pub readiness: Bounds,
    pub safety: Bounds,
    pub trust_factor: Bounds,
    pub soothing: Bounds,
    pub arousal_gain: Bounds,
    pub repair: Answer,
}

/// The clauses of all rules, and which a line has to ask at all.
pub(super) struct Clauses<'m> {
    list: Vec<Ready<'m>>,
    /// Those that ask about something else than techniques, as bits.
    any_line: u64,
    by_technique: Vec<u64>,
}

struct Ready<'m> {
    when: Vec<Ask<'m>>,
    on: On,
    clause: &'m Clause<String>,
    halved_by: TechniqueSet,
}

enum Ask<'m> {
    Has(TechniqueSet),
    HasNone(TechniqueSet),
    OnlyFrom(TechniqueSet),
    AnyOf(Vec<Ask<'m>>),
    /// By the least readiness of the stage.
    StageAtLeast(f64),
    StageBelow(f64),
    Plain(&'m Test<String>),
}

enum On {
    All,
    First,
    Each(TechniqueSet),
    FirstOf(Vec<TechniqueIx>),
    SorePoints,
    Repeated,
    Nothing,
}

impl<'m> Clauses<'m> {
    pub fn of(model: &'m Model) -> Self {
        let mut clauses = Self { list: Vec::new(), any_line: 0, by_technique: vec![0; model.techniques.len()] };
        for clause in model.rules.iter().flat_map(|r| &r.clauses) {
            let ready = ready(model, clause);
            let bit = 1 << (clauses.list.len() % 64);
            match ready.only_with() {
                None => clauses.any_line |= bit,
                Some(set) => set.iter().for_each(|t| clauses.by_technique[t.index()] |= bit),
            }
            clauses.list.push(ready);
        }
        clauses
    }

    fn for_line(&self, techniques: &[TechniqueIx]) -> impl Iterator<Item = &Ready<'m>> {
        let bits = techniques.iter().fold(self.any_line, |bits, t| bits | self.by_technique[t.index()]);
        self.list.iter().enumerate().filter(move |(i, _)| bits & (1 << (i % 64)) != 0).map(|(_, ready)| ready)
    }
}

impl Ready<'_> {
    /// The techniques without which the clause does nothing; none where it asks about something else.
    fn only_with(&self) -> Option<TechniqueSet> {
        match &self.on {
            On::Each(set) => Some(*set),
            On::FirstOf(list) => Some(list.iter().copied().collect()),
            On::All | On::First | On::SorePoints | On::Repeated | On::Nothing => {
                self.when.iter().find_map(|ask| if let Ask::Has(set) = ask { Some(*set) } else { None })
            }
        }
    }
}

fn set_of(model: &Model, names: &[String]) -> TechniqueSet {
    names.iter().filter_map(|n| model.techniques.find(n)).collect()
}

fn ready<'m>(model: &'m Model, clause: &'m Clause<String>) -> Ready<'m> {
    let on = match &clause.on {
        Target::All => On::All,
        Target::First => On::First,
        Target::Each(names) => On::Each(set_of(model, names)),
        Target::FirstOf(names) => On::FirstOf(names.iter().filter_map(|n| model.techniques.find(n)).collect()),
        Target::SorePoints => On::SorePoints,
        Target::Repeated => On::Repeated,
        Target::Nothing => On::Nothing,
    };
    let when = clause.when.iter().map(|test| ask(model, test)).collect();
    Ready { when, on, clause, halved_by: set_of(model, &clause.halved_by) }
}

fn ask<'m>(model: &'m Model, test: &'m Test<String>) -> Ask<'m> {
    match test {
        Test::Has(names) => Ask::Has(set_of(model, names)),
        Test::HasNone(names) => Ask::HasNone(set_of(model, names)),
        Test::OnlyFrom(names) => Ask::OnlyFrom(set_of(model, names)),
        Test::AnyOf(tests) => Ask::AnyOf(tests.iter().map(|t| ask(model, t)).collect()),
        Test::StageAtLeast(stage) => Ask::StageAtLeast(least_readiness(*stage)),
        Test::StageBelow(stage) => Ask::StageBelow(least_readiness(*stage)),
        plain => Ask::Plain(plain),
    }
}

type Working = [[Bounds; 4]; 3];

impl Setting<'_> {
    pub(super) fn shows(&self, said: &Said) -> Shown {
        let zero = Bounds::exactly(0.0);
        let mut working: Working = [[zero; 4]; 3];
        for (slot, technique) in working.iter_mut().zip(&said.choice.techniques) {
            *slot = self.model.techniques.get(*technique).evidence.0.map(Bounds::exactly);
        }
        let mut shown = Shown::nothing();
        for ready in self.clauses.for_line(&said.choice.techniques) {
            let fires = Answer::all(ready.when.iter().map(|ask| answer(ask, said)));
            if fires != Answer::Never {
                self.run(ready, said, fires, &mut working, &mut shown);
            }
        }
        shown.evidence = self.combine(&working, said.set);
        shown
    }

    fn run(&self, ready: &Ready, said: &Said, fires: Answer, working: &mut Working, shown: &mut Shown) {
        let half = if ready.halved_by.overlaps(said.set) { 0.5 } else { 1.0 };
        // what was in the last two turns is not kept
        let fires = if matches!(ready.on, On::Repeated) { Answer::Sometimes } else { fires };
        let before = (fires == Answer::Sometimes).then_some(*working);
        let mut touched = 0;
        self.each_touched(&ready.on, said, &mut |i| {
            edit(ready.clause, &mut working[i], half, said.choice.techniques.len());
            touched += 1;
        });
        if touched == 0 && !matches!(ready.on, On::Nothing) {
            return;
        }
        if let Some(before) = before {
            let both = working.iter_mut().flatten().zip(before.iter().flatten());
            both.for_each(|(after, before)| *after = after.or(*before));
        }
        let times = if ready.clause.per_technique { f64::from(touched) } else { 1.0 };
        shown.add(&ready.clause.change, half, times, fires);
    }

    /// The techniques of the line that a clause touches, by place; a sore point touched otherwise falls on the first.
    fn each_touched(&self, on: &On, said: &Said, look: &mut dyn FnMut(usize)) {
        let techniques = &said.choice.techniques;
        let mut those = |wanted: &dyn Fn(TechniqueIx) -> bool| {
            techniques.iter().take(3).enumerate().filter(|(_, t)| wanted(**t)).for_each(|(i, _)| look(i));
        };
        match on {
            On::Nothing => {}
            On::All => those(&|_| true),
            On::First => techniques.first().iter().for_each(|_| look(0)),
            On::Each(set) => those(&|t| set.contains(t)),
            On::FirstOf(list) => {
                let place = list.iter().find_map(|t| techniques.iter().position(|u| u == t));
                place.iter().for_each(|i| look(*i));
            }
            On::SorePoints => {
                let (traits, choice) = (&said.cast.traits, said.choice);
                those(&|t| traits.trigger_techniques.contains(t));
                let elsewhere = choice.touched_techniques.iter();
                let elsewhere = elsewhere.filter(|t| traits.trigger_techniques.contains(*t) && !said.set.contains(*t));
                let names = (choice.touches & traits.trigger_touches).count_ones() as usize;
                (0..elsewhere.count() + names).for_each(|_| look(0));
            }
            On::Repeated if said.person.turns_below(2) == Answer::Always => {}
            On::Repeated => those(&|t| self.model.techniques.get(t).polarity == Polarity::Positive),
        }
    }

    /// Puts the techniques together; nothing in it falls as evidence rises, so the bounds go through it by themselves.
    fn combine(&self, working: &Working, set: TechniqueSet) -> [Bounds; 4] {
        let c = &self.model.constants;
        let beside = if set.overlaps(self.hurting) { c.beside_harm } else { 1.0 };
        let one = |values: [f64; 3]| {
            let helps = fold(values.map(|v| v.max(0.0)), c.stack) * beside;
            let costs = fold(values.map(|v| (-v).max(0.0)), c.stack);
            (helps - costs).clamp(-c.evidence_limit, c.evidence_limit)
        };
        std::array::from_fn(|d| {
            let all = working.map(|technique| technique[d]);
            Bounds { low: one(all.map(|b| b.low)), high: one(all.map(|b| b.high)) }.rounded()
        })
    }
}

/// The largest in full, the next times `by`, the one after that times `by` twice.
fn fold(mut values: [f64; 3], by: f64) -> f64 {
    values.sort_by(|a, b| b.total_cmp(a));
    values[0] + values[1] * by + values[2] * by * by
}

fn edit(clause: &Clause<String>, evidence: &mut [Bounds; 4], half: f64, count: usize) {
    for edit in &clause.evidence {
        match edit {
            Edit::Set(d, to) => evidence[*d as usize] = Bounds::exactly(*to),
            Edit::Add(d, by) => evidence[*d as usize] = evidence[*d as usize].plus(Bounds::exactly(by * half)),
            Edit::Share(d, by) => {
                evidence[*d as usize] = evidence[*d as usize].plus(Bounds::exactly(by / count as f64));
            }
            Edit::ScalePositive(d, by) => {
                let scaled = evidence[*d as usize].rising(|e| if e > 0.0 { e * by } else { e });
                evidence[*d as usize] = scaled;
            }
            Edit::Floor(d, low) => evidence[*d as usize] = evidence[*d as usize].rising(|e| e.max(*low)),
            Edit::Cap(d, high) => evidence[*d as usize] = evidence[*d as usize].rising(|e| e.min(*high)),
            Edit::Scale(by) => evidence.iter_mut().for_each(|e| *e = e.times(*by)),
        }
    }
}

impl Shown {
    fn nothing() -> Self {
        let (zero, one) = (Bounds::exactly(0.0), Bounds::exactly(1.0));
        Self {
            evidence: [zero; 4],
            arousal: zero,
            trust: zero,
            control: zero,
            readiness: zero,
            safety: zero,
            trust_factor: one,
            soothing: one,
            arousal_gain: one,
            repair: Answer::Never,
        }
    }

    fn add(&mut self, change: &ChangeData, half: f64, times: f64, fires: Answer) {
        let none = |by: Bounds, rest: f64| if fires == Answer::Sometimes { by.or(Bounds::exactly(rest)) } else { by };
        let more = |own: &mut Bounds, by: f64| *own = own.plus(none(Bounds::exactly(by * half * times), 0.0));
        more(&mut self.arousal, change.arousal);
        more(&mut self.trust, change.trust);
        more(&mut self.control, change.control);
        more(&mut self.readiness, change.readiness);
        more(&mut self.safety, change.safety);
        let factor = |own: &mut Bounds, by: f64| *own = own.product(none(Bounds::exactly(by), 1.0));
        factor(&mut self.trust_factor, change.trust_factor);
        factor(&mut self.soothing, change.soothing);
        factor(&mut self.arousal_gain, 1.0 + (change.arousal_gain - 1.0) * half);
        if change.repair {
            self.repair = Answer::any([self.repair, fires]);
        }
    }
}

fn answer(ask: &Ask, said: &Said) -> Answer {
    match ask {
        Ask::Has(set) => Answer::sure(set.overlaps(said.set)),
        Ask::HasNone(set) => Answer::sure(!set.overlaps(said.set)),
        Ask::OnlyFrom(set) => Answer::sure(said.choice.techniques.iter().all(|t| set.contains(*t))),
        Ask::AnyOf(asks) => Answer::any(asks.iter().map(|a| answer(a, said))),
        Ask::StageAtLeast(least) => said.person.get(Variable::Readiness).at_least(*least),
        Ask::StageBelow(least) => said.person.get(Variable::Readiness).below(*least),
        Ask::Plain(test) => plain(test, said),
    }
}

fn plain(test: &Test<String>, said: &Said) -> Answer {
    let Said { node, choice, cast, person, set } = said;
    let (traits, state) = (&cast.traits, |v: Variable| person.get(v));
    match test {
        Test::ArousalAtLeast(x) => state(Variable::Arousal).at_least(*x),
        Test::ArousalBelow(x) => state(Variable::Arousal).below(*x),
        Test::TrustBelow(x) => state(Variable::Trust).below(*x),
        Test::HeardAtLeast(x) => state(Variable::Heard).at_least(*x),
        Test::HeardBelow(x) => state(Variable::Heard).below(*x),
        Test::IntoxicationAtLeast(x) => Answer::sure(traits.intoxication >= *x),
        Test::HistoryAtMost(x) => Answer::sure(traits.history <= *x),
        Test::HistoryOpen if traits.history_acknowledged => Answer::Never,
        Test::HistoryOpen => Answer::Sometimes,
        // made ready apart from these
        Test::StageAtLeast(_) | Test::StageBelow(_) => Answer::Sometimes,
        Test::Feels(emotion) => person.feeling(*emotion),
        Test::Hazard => Answer::sure(node.hazard),
        Test::NoHazard => Answer::sure(!node.hazard),
        Test::Proactive => Answer::sure(traits.aggression == Aggression::Proactive),
        Test::TwoParty => Answer::sure(node.two_party),
        Test::Asked => node.asked.map_or(Answer::Sometimes, Answer::sure),
        Test::WordsOver(n) => Answer::sure(choice.words > *n),
        Test::LabelWrong => choice.label.map_or(Answer::Never, |l| person.feeling(l.0).turned()),
        // how strongly they feel it is not kept
        Test::LabelOvershoots(by) => choice.label.map_or(Answer::Never, |l| {
            if person.may_feel(l.0) && l.1 > *by { Answer::Sometimes } else { Answer::Never }
        }),
        Test::SorePoint => {
            let sore = traits.trigger_techniques;
            let techniques = sore.overlaps(*set) || sore.overlaps(choice.touched_techniques);
            Answer::sure(techniques || traits.trigger_touches & choice.touches != 0)
        }
        Test::NeedMet => Answer::sure(choice.need == Some(cast.need)),
        Test::NeedSkipped => Answer::sure(choice.need.is_some_and(|n| n > cast.need)),
        Test::TurnBelow(n) => person.turns_below(*n),
        Test::QuestionRunAtLeast(n) if *n > 0 && person.turns_below(*n) == Answer::Always => Answer::Never,
        Test::RuptureWithin(_) if person.turns_below(1) == Answer::Always => Answer::Never,
        Test::QuestionRunAtLeast(_) | Test::RuptureWithin(_) => Answer::Sometimes,
        // made ready apart from these
        Test::Has(_) | Test::HasNone(_) | Test::OnlyFrom(_) | Test::AnyOf(_) => Answer::Sometimes,
    }
}

/// The least readiness at which a person stands at a stage or past it.
fn least_readiness(stage: Stage) -> f64 {
    let starts =
        State { arousal: 0.0, trust: 0.0, heard: 0.0, respect: 0.0, safety: 0.0, control: 0.0, readiness: 0.0 };
    let at = |readiness: f64| {
        let traits = Traits::default();
        Person::new(State { readiness, ..starts }, traits, Need::Growth, (Emotion::Joy, 1)).stage() >= stage
    };
    // positive numbers lie in the order of their bits
    let (mut low, mut high) = (0, 100_f64.next_up().to_bits());
    while low < high {
        let middle = low + (high - low) / 2;
        if at(f64::from_bits(middle)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    f64::from_bits(low)
}

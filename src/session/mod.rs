//! A conversation as a state machine: one command in, the next state out, nothing else touched.
//!
//! Reads no clock, file or random source: the same scenario, model, seed and commands give the same transcript on every machine.

mod condition;
mod enter;
mod few;
pub mod follow;
mod protocol;
pub mod replay;
mod start;
pub mod transcript;

use std::sync::Arc;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

pub(crate) use enter::asks;
pub use few::Few;
pub use protocol::{Command, Mode, Phase, Refusal};
pub use start::{Start, arrival_of};
pub use transcript::{Happened, Moment, Offered, Spoken, Transcript, Turn};

use crate::model::turn::{Gate, Judged, Line, apply, gate, judge, overhear};
use crate::model::{Evidence, Model, Person};
use crate::rating::turn_terms;
use crate::scenario::{Cast, Choice, NameIx, Node, NodeIx, PersonIx, PlaceKind, Route, Scenario};

/// A trainee is shown two to five lines.
pub(crate) const MOST_OFFERED: usize = 5;

/// What has become of a promise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Promise {
    pub made: bool,
    pub kept: bool,
    pub broken: bool,
}

/// A conversation under way.
#[derive(Clone, Debug)]
pub struct Session {
    scenario: Arc<Scenario>,
    model: &'static Model,
    seed: u64,
    mode: Mode,
    rng: ChaCha8Rng,
    /// How it stood before anything was said.
    start: Arc<Start>,
    people: Vec<Person>,
    /// Whoever spoke last.
    speaker: PersonIx,
    facts: Vec<bool>,
    promises: Vec<Promise>,
    visited: Vec<bool>,
    /// Per node, the choices made there, as bits in file order.
    made: Vec<u64>,
    at: NodeIx,
    phase: Phase,
    /// The turn that is being shown; pushed to the transcript once something is said.
    open: Turn,
    transcript: Transcript,
    /// Turns of conversations before this one, kept for the room they take.
    spare: Vec<Turn>,
}

impl Session {
    /// Begins a conversation at the scenario's opening, as the scenario has it when nothing else is said.
    pub fn begin(scenario: Arc<Scenario>, model: &'static Model, seed: u64, mode: Mode) -> Self {
        let start = Arc::new(Start::written(&scenario));
        Self::begin_at(scenario, model, seed, mode, start)
    }

    /// Begins a conversation at the scenario's opening, with everybody as `start` has them. `start` was made for this scenario.
    pub fn begin_at(scenario: Arc<Scenario>, model: &'static Model, seed: u64, mode: Mode, start: Arc<Start>) -> Self {
        let mut session = Self {
            seed,
            mode,
            rng: ChaCha8Rng::seed_from_u64(seed),
            people: start.people.clone(),
            speaker: PersonIx(0),
            facts: start.facts.clone(),
            promises: start.promises.clone(),
            start,
            visited: vec![false; scenario.nodes.len()],
            made: vec![0; scenario.nodes.len()],
            at: scenario.opening,
            phase: Phase::Choosing,
            open: Turn::default(),
            transcript: Transcript::default(),
            spare: Vec::new(),
            scenario,
            model,
        };
        let scenario = Arc::clone(&session.scenario);
        session.enter(&scenario, scenario.opening);
        session
    }

    /// Begins the same scenario anew with another seed, exactly as [`Session::begin_at`] would, in the room of the
    /// conversation before: whoever plays many needs no new memory for each.
    pub fn restart(&mut self, seed: u64, start: &Arc<Start>) {
        let scenario = Arc::clone(&self.scenario);
        (self.seed, self.rng) = (seed, ChaCha8Rng::seed_from_u64(seed));
        self.start = Arc::clone(start);
        self.people.clone_from(&start.people);
        self.speaker = PersonIx(0);
        self.facts.clone_from(&start.facts);
        self.promises.clone_from(&start.promises);
        // only where it has been is there anything to forget
        for at in self.transcript.turns.iter().map(|t| t.node).chain([self.at]) {
            self.visited[at.index()] = false;
            self.made[at.index()] = 0;
        }
        self.spare.append(&mut self.transcript.turns);
        self.open.clear();
        self.enter(&scenario, scenario.opening);
    }

    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }
    pub fn model(&self) -> &'static Model {
        self.model
    }
    /// How it stood before anything was said.
    pub fn start(&self) -> &Arc<Start> {
        &self.start
    }
    /// Whether a fact is known by now.
    pub fn knows(&self, fact: NameIx) -> bool {
        self.facts.get(fact.index()).is_some_and(|known| *known)
    }
    /// What has become of a promise.
    pub fn promise(&self, promise: NameIx) -> Promise {
        self.promises.get(promise.index()).copied().unwrap_or_default()
    }
    pub fn seed(&self) -> u64 {
        self.seed
    }
    pub fn mode(&self) -> Mode {
        self.mode
    }
    pub fn phase(&self) -> Phase {
        self.phase
    }
    pub fn at(&self) -> NodeIx {
        self.at
    }
    /// The person in their present state; what a screen draws.
    pub fn person(&self, who: PersonIx) -> &Person {
        &self.people[who.index()]
    }
    pub fn people(&self) -> &[Person] {
        &self.people
    }
    pub fn speaker(&self) -> PersonIx {
        self.speaker
    }
    /// Whether they have come in: they were there from the start, or the talk is or has been in the node they come with.
    /// Who is not there hears nothing, stops nothing and never speaks.
    pub fn is_present(&self, who: PersonIx) -> bool {
        has_come(self.scenario.cast(who), &self.visited)
    }
    /// The turns that are done.
    pub fn transcript(&self) -> &Transcript {
        &self.transcript
    }
    /// What stands before the officer now: said, on offer, not yet answered. Empty of offers once it is over.
    pub fn open_turn(&self) -> &Turn {
        &self.open
    }
    /// The node the officer stands in, or `None` once it is over.
    pub fn node(&self) -> Option<&Node> {
        self.scenario.node(self.at)
    }
    /// True once talk has had to stop for safety.
    pub fn has_stopped(&self) -> bool {
        self.visited[self.scenario.stop.index()]
    }

    /// Carries out one command.
    ///
    /// # Errors
    /// A [`Refusal`] when the command does not fit the phase; nothing has changed then.
    pub fn apply(&mut self, command: Command) -> Result<(), Refusal> {
        match (self.phase, command) {
            (Phase::Ended(_), _) => Err(Refusal::Over),
            (Phase::Cue, Command::Say(_)) => Err(Refusal::AnswerFirst),
            (Phase::Choosing, Command::Answer(_) | Command::PassCue) => Err(Refusal::NothingAsked),
            (Phase::Cue, Command::PassCue) => {
                self.phase = Phase::Choosing;
                Ok(())
            }
            (Phase::Cue, Command::Answer(answer)) => self.answer(answer),
            (Phase::Choosing, Command::Say(choice)) => self.say(choice),
        }
    }

    fn answer(&mut self, answer: usize) -> Result<(), Refusal> {
        let answers = self.node().and_then(|n| n.cue.as_ref()).map_or(0, |c| c.answers.len());
        if answer >= answers {
            return Err(Refusal::NoSuchAnswer(answer));
        }
        self.open.cue_answer = Some(answer);
        self.phase = Phase::Choosing;
        Ok(())
    }

    fn say(&mut self, choice_ix: usize) -> Result<(), Refusal> {
        let chosen =
            self.open.offered.iter().position(|o| o.choice == choice_ix).ok_or(Refusal::NotOffered(choice_ix))?;
        let scenario = Arc::clone(&self.scenario);
        let Some(choice) = scenario.node(self.at).and_then(|n| n.choices.get(choice_ix)) else {
            return Err(Refusal::NotOffered(choice_ix));
        };
        let Some(judged) = self.judge_offers(&scenario, chosen) else { return Err(Refusal::NotOffered(choice_ix)) };
        let repaired = self.take_turn(chosen, choice, &judged);
        self.note_facts(choice, choice_ix);
        self.close_turn(chosen, repaired);
        let next = self.next_after(choice);
        self.enter(&scenario, next);
        Ok(())
    }

    /// What each line on offer would show now, in the order of the offer; empty once it is over.
    pub fn evidence(&self) -> Few<Evidence> {
        let Some(node) = self.node() else { return Few::default() };
        let judged = self.open.offered.iter().map(|offered| {
            let line = line_of(&node.choices[offered.choice], self.open.asked, node.two_party);
            judge(self.model, &self.people[offered.to_whom.index()], &line).evidence
        });
        judged.collect()
    }

    /// Works out what each line on offer would show, at the state its addressee is in; gives that of the chosen one.
    fn judge_offers(&mut self, scenario: &Scenario, chosen: usize) -> Option<Judged> {
        let node = scenario.node(self.at)?;
        let mut said = None;
        for (i, offered) in self.open.offered.iter_mut().enumerate() {
            let line = line_of(&node.choices[offered.choice], self.open.asked, node.two_party);
            let judged = judge(self.model, &self.people[offered.to_whom.index()], &line);
            (offered.evidence, offered.rules) = (judged.evidence, judged.rules);
            if i == chosen {
                said = Some(judged);
            }
        }
        said
    }

    /// Moves the person addressed, lets the others who are there overhear; gives the person's own turn whose harm was repaired.
    fn take_turn(&mut self, chosen: usize, choice: &Choice, judged: &Judged) -> Option<u32> {
        let line = line_of(choice, self.open.asked, self.open.two_party);
        let to = self.open.offered[chosen].to_whom.index();
        let repaired = apply(self.model, &mut self.people[to], &line, judged);
        let (casts, visited) = (&self.scenario.people, &self.visited);
        let others = self.people.iter_mut().zip(casts).enumerate().filter(|(i, _)| *i != to);
        let present = others.filter(|(_, (_, cast))| has_come(cast, visited));
        present.for_each(|(_, (other, _))| overhear(self.model, other, &line));
        repaired
    }

    fn note_facts(&mut self, choice: &Choice, choice_ix: usize) {
        self.made[self.at.index()] |= 1 << choice_ix.min(63);
        for fact in &choice.learns {
            self.facts[fact.index()] = true;
        }
        if let Some(p) = choice.promises {
            self.promises[p.index()].made = true;
        }
        if let Some(p) = choice.keeps {
            self.promises[p.index()].kept = true;
        }
        if let Some(p) = choice.breaks {
            self.promises[p.index()].broken = true;
        }
    }

    fn close_turn(&mut self, chosen: usize, repaired: Option<u32>) {
        let turn = &mut self.open;
        let to = turn.offered[chosen].to_whom;
        turn.chosen = chosen;
        turn.repaired = repaired.and_then(|own| self.transcript.own_turn(to, own));
        turn.people.iter_mut().zip(&self.people).for_each(|(moment, p)| moment.after = p.state);
        let evidence: Few<Evidence> = turn.offered.iter().map(|o| o.evidence).collect();
        turn.terms = turn_terms(self.model, &evidence, chosen, turn.salience);
        let mut next = self.spare.pop().unwrap_or_default();
        next.clear();
        self.transcript.turns.push(std::mem::replace(&mut self.open, next));
    }

    /// Where it goes: the engine's watch over whoever is there first (stop, then leaving), else where the choice leads (scoring
    /// basis, 5.3).
    fn next_after(&mut self, choice: &Choice) -> NodeIx {
        if !self.has_stopped() {
            let present =
                || self.people.iter().zip(&self.scenario.people).filter(|(_, cast)| has_come(cast, &self.visited));
            let anybody = |wanted| present().any(|(p, _)| gate(self.model, p) == Some(wanted));
            if anybody(Gate::Stop) {
                return self.scenario.stop;
            }
            if anybody(Gate::Leaves) {
                return self.scenario.leaves;
            }
        }
        match &choice.to {
            Route::To(node) => *node,
            Route::FirstThatFits(ways) => {
                ways.iter().find(|(when, _)| self.fits(when.as_ref())).map_or(self.at, |(_, node)| *node)
            }
        }
    }

    /// The same conversation, standing again before its turn `ix` (from 0) with nothing said there yet; `None` where it
    /// has no such turn.
    pub fn rewound(&self, ix: usize) -> Option<Self> {
        let turns = self.transcript.turns.get(..ix)?;
        let (scenario, start) = (Arc::clone(&self.scenario), Arc::clone(&self.start));
        let mut again = Self::begin_at(scenario, self.model, self.seed, self.mode, start);
        for turn in turns {
            if again.phase == Phase::Cue {
                again.apply(turn.cue_answer.map_or(Command::PassCue, Command::Answer)).ok()?;
            }
            again.apply(Command::Say(turn.chosen().choice)).ok()?;
        }
        Some(again)
    }

    /// Whether a line's gate would hold now, wherever it stands.
    pub fn would_open(&self, choice: &Choice) -> bool {
        choice.knows.iter().all(|fact| self.knows(*fact)) && self.fits(choice.when.as_ref())
    }

    /// The ending's text, once it is over.
    pub fn ending(&self) -> Option<(&crate::scenario::Ending, NodeIx)> {
        match (self.phase, &self.scenario.place_at(self.at).kind) {
            (Phase::Ended(at), PlaceKind::Ending(ending)) => Some((ending, at)),
            _ => None,
        }
    }
}

fn has_come(cast: &Cast, visited: &[bool]) -> bool {
    cast.comes.is_none_or(|at| visited[at.index()])
}

/// A choice as the model hears it.
fn line_of(choice: &Choice, asked: bool, two_party: bool) -> Line<'_> {
    Line {
        techniques: &choice.techniques,
        words: choice.words,
        label: choice.label,
        need: choice.need,
        touches: choice.touches,
        touched_techniques: choice.touched_techniques,
        asked,
        two_party,
    }
}

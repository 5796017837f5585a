//! How fast a session steps, and what one turn is made of: `cargo bench --no-default-features --bench engine`.

mod story;

use std::sync::Arc;

use alongside::debrief::debrief;
use alongside::model::Model;
use alongside::model::turn::{Line, apply, judge};
use alongside::scenario::{Scenario, library};
use alongside::session::{Command, Mode, Phase, Session};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use story::Lcg;

fn main() {
    divan::main();
}

fn begin(scenario: &Arc<Scenario>) -> Session {
    Session::begin(Arc::clone(scenario), Model::shipped(), 7, Mode::Practice)
}

/// Steps so many turns, beginning anew wherever a conversation ends.
fn walk(scenario: &Arc<Scenario>, turns: usize) -> Session {
    let mut rng = Lcg(7);
    let mut session = begin(scenario);
    for _ in 0..turns {
        match session.phase() {
            Phase::Ended(_) => session = begin(scenario),
            Phase::Cue => session.apply(Command::PassCue).expect("it is asked"),
            Phase::Choosing => {}
        }
        let offered = &session.open_turn().offered;
        let choice = offered[rng.below(offered.len())].choice;
        session.apply(Command::Say(choice)).expect("it is on offer");
    }
    session
}

/// Turns per second in stories of so many nodes, in one long session as the peers play it.
#[divan::bench(args = [1_000, 10_000])]
fn turns(bencher: Bencher, nodes: usize) {
    let scenario = Arc::new(story::scenario(&story::text(nodes)));
    bencher.counter(ItemsCount::new(20_000usize)).bench(|| walk(&scenario, 20_000));
}

/// The same in the first conversation that ships, begun anew every nine turns or so.
#[divan::bench]
fn turns_of_apartment_3c(bencher: Bencher) {
    let scenario = Arc::new(library::load("apartment-3c", None).expect("it ships"));
    bencher.counter(ItemsCount::new(10_000usize)).bench(|| walk(&scenario, 10_000));
}

/// Evidence of one line of two techniques, all rules asked.
#[divan::bench]
fn judge_one_line(bencher: Bencher) {
    let (model, session, techniques) = moment();
    let line = Line { techniques: &techniques, words: 12, ..Line::default() };
    bencher.bench(|| judge(model, black_box(&session.people()[0]), black_box(&line)));
}

/// The seven state equations for one line.
#[divan::bench]
fn apply_one_line(bencher: Bencher) {
    let (model, session, techniques) = moment();
    let line = Line { techniques: &techniques, words: 12, ..Line::default() };
    let judged = judge(model, &session.people()[0], &line);
    let mut person = session.people()[0].clone();
    bencher.bench_local(|| apply(model, black_box(&mut person), black_box(&line), &judged));
}

/// A whole debrief, the answers not taken included.
#[divan::bench]
fn debrief_of_apartment_3c(bencher: Bencher) {
    let scenario = Arc::new(library::load("apartment-3c", None).expect("it ships"));
    let mut session = begin(&scenario);
    while session.ending().is_none() {
        if session.phase() == Phase::Cue {
            session.apply(Command::Answer(1)).expect("it is asked");
        }
        let choice = session.open_turn().offered[1].choice;
        session.apply(Command::Say(choice)).expect("it is on offer");
    }
    bencher.bench(|| debrief(black_box(&session)));
}

fn moment() -> (&'static Model, Session, Vec<alongside::model::TechniqueIx>) {
    let model = Model::shipped();
    let scenario = Arc::new(library::load("apartment-3c", None).expect("it ships"));
    let techniques = ["Validation", "LimitReason"].map(|t| model.techniques.find(t).expect("it ships"));
    (model, begin(&scenario), techniques.to_vec())
}

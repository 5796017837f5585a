//! How many simulated plays a second: `cargo bench --no-default-features --bench explore`.

mod story;

use std::sync::Arc;

use alongside::explore::play::play_again;
use alongside::explore::sample::sample;
use alongside::explore::search::{Limits, search};
use alongside::explore::{Plan, Shard, TRAINEES, explore};
use alongside::model::Model;
use alongside::scenario::{Scenario, library};
use alongside::session::{Mode, Session};
use divan::Bencher;
use divan::counter::ItemsCount;

fn main() {
    divan::main();
}

const PLAYS: u64 = 10_000;

fn olive_door() -> Arc<Scenario> {
    Arc::new(library::load("the-olive-door", None).expect("it ships"))
}

fn plan(plays: u64) -> Plan {
    let trainees = TRAINEES.iter().collect();
    Plan { plays, seed: 1, trainees, shard: Shard::WHOLE, limits: Limits::default() }
}

/// Plays counted, on so many threads.
#[divan::bench(args = [1, 2])]
fn plays_of_the_olive_door(bencher: Bencher, jobs: usize) {
    let (scenario, plan) = (olive_door(), plan(PLAYS));
    bencher.counter(ItemsCount::new(PLAYS)).bench(|| sample(&scenario, Model::shipped(), &plan, jobs, &|_| {}));
}

/// One trainee's plays alone, nothing counted.
#[divan::bench(args = ["expert", "random"])]
fn plays_of_one_trainee(bencher: Bencher, name: &str) {
    let trainee = TRAINEES.iter().find(|t| t.name == name).expect("it is one of the ten");
    let mut session = Session::begin(olive_door(), Model::shipped(), 1, Mode::Assessment);
    bencher.counter(ItemsCount::new(1_000_u64)).bench_local(|| {
        let start = Arc::clone(session.start());
        (1..=1_000).for_each(|seed| play_again(&mut session, trainee, seed, &start));
    });
}

/// What can be reached, on two threads.
#[divan::bench]
fn search_of_the_olive_door(bencher: Bencher) {
    let scenario = olive_door();
    bencher.bench(|| search(&scenario, Model::shipped(), 1, Limits::default(), 2));
}

/// All of it for a story of so many nodes, roads to anywhere.
#[divan::bench(args = [1_000, 10_000], sample_count = 3)]
fn all_of_a_story(bencher: Bencher, nodes: usize) {
    let scenario = Arc::new(story::scenario(&story::text(nodes)));
    let plan = plan(1_000);
    bencher.bench(|| explore(&scenario, Model::shipped(), &plan, 2, &|_| {}));
}

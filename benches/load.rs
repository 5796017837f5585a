//! How long it takes to read a scenario: `cargo bench --no-default-features --bench load`.

mod story;

use std::sync::Arc;

use alongside::lint::{Checkup, RULES};
use alongside::model::Model;
use alongside::scenario::library::known;
use alongside::scenario::resolve::{Resolved, resolve};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    let _ = alongside::model::Model::shipped();
    divan::main();
}

/// The tolerant reader alone: text to tree.
#[divan::bench(args = [1_000, 10_000])]
fn read(bencher: Bencher, nodes: usize) {
    let text = story::text(nodes);
    bencher.counter(BytesCount::of_str(&text)).bench(|| alongside::scenario::text::read(black_box(&text)));
}

/// Text to a scenario in which everything resolves, content hash included.
#[divan::bench(args = [1_000, 10_000], name = "resolve")]
fn resolved(bencher: Bencher, nodes: usize) {
    let text = story::text(nodes);
    bencher.counter(BytesCount::of_str(&text)).bench(|| story::scenario(black_box(&text)));
}

/// The first conversation that ships.
#[divan::bench]
fn apartment_3c() -> alongside::scenario::Scenario {
    alongside::scenario::library::load("apartment-3c", None).expect("it ships")
}

/// The model's three files.
#[divan::bench]
fn model() -> Model {
    use alongside::model;
    Model::parse(model::TECHNIQUES, model::RULES, model::CONSTANTS).expect("it ships")
}

/// What simulated trainees meet in a story of so many nodes.
#[divan::bench(args = [1_000, 10_000])]
fn survey(bencher: Bencher, nodes: usize) {
    let scenario = Arc::new(story::scenario(&story::text(nodes)));
    bencher.bench(|| alongside::explore::survey(black_box(&scenario), Model::shipped()));
}

/// Everything that `alongside check` finds, from the text on, with every rule.
#[divan::bench(args = [1_000, 10_000])]
fn check(bencher: Bencher, nodes: usize) {
    let text = story::text(nodes);
    let check = |text| alongside::lint::check("long", text, Model::shipped(), known());
    bencher.counter(BytesCount::of_str(&text)).bench(|| check(black_box(&text)));
}

/// The same for everything that ships.
#[divan::bench]
fn check_the_library(bencher: Bencher) {
    let read = |id: String| (std::fs::read_to_string(format!("scenarios/{id}.ron")).expect("it ships"), id);
    let library: Vec<_> = alongside::scenario::library::shipped_ids().into_iter().map(read).collect();
    let check = |(text, id): &(String, String)| alongside::lint::check(id, text, Model::shipped(), known());
    bencher.bench(|| library.iter().map(check).collect::<Vec<_>>());
}

/// Each rule by itself over a story of ten thousand nodes.
#[divan::bench(args = RULES.iter().map(|r| r.explanation.code))]
fn rule(bencher: Bencher, code: &str) {
    let text = story::text(10_000);
    let Resolved { scenario, written, .. } =
        resolve("long", &text, &Model::shipped().techniques, known()).expect("it resolves");
    let scenario = Arc::new(scenario);
    let checkup = Checkup::of(&scenario, &written, Model::shipped());
    let rule = RULES.iter().find(|r| r.explanation.code == code).expect("it is one of them");
    bencher.bench(|| (rule.find)(black_box(&checkup)));
}

/// A text in its canonical layout.
#[divan::bench(args = [1_000, 10_000])]
fn lay_out(bencher: Bencher, nodes: usize) {
    let text = story::text(nodes);
    let laid = |text| alongside::rewrite::layout::canonical(text).expect("it is well");
    bencher.counter(BytesCount::of_str(&text)).bench(|| laid(black_box(&text)));
}

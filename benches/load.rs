//! How long it takes to read a scenario: `cargo bench --no-default-features --bench load`.

mod story;

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
#[divan::bench(args = [1_000, 10_000])]
fn resolve(bencher: Bencher, nodes: usize) {
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
fn model() -> alongside::model::Model {
    use alongside::model::{CONSTANTS, Model, RULES, TECHNIQUES};
    Model::parse(TECHNIQUES, RULES, CONSTANTS).expect("it ships")
}

/// A text in its canonical layout.
#[divan::bench(args = [1_000, 10_000])]
fn lay_out(bencher: Bencher, nodes: usize) {
    let text = story::text(nodes);
    let laid = |text| alongside::rewrite::layout::canonical(text).expect("it is well");
    bencher.counter(BytesCount::of_str(&text)).bench(|| laid(black_box(&text)));
}

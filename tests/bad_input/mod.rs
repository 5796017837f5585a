//! Whatever stands in a file, the author is told where and what to do, and nothing breaks.

mod beginners;
mod fields;
mod limits;
mod places;
mod spoiled;
mod writing;

use alongside::diagnostic::Diagnostic;
use alongside::model::Model;
use alongside::scenario::Scenario;
use alongside::scenario::library::known;
use alongside::scenario::resolve::resolve;

const SHIPPED: &str = include_str!("../../scenarios/apartment-3c.ron");
const SHORT: &str = include_str!("../scenarios/short-talk.ron");
const STRESS: &str = include_str!("../scenarios/two-doors.ron");

fn read(text: &str) -> Result<(Scenario, Vec<Diagnostic>), Vec<Diagnostic>> {
    resolve("a-talk", text, &Model::shipped().techniques, known()).map(|read| (read.scenario, read.warnings))
}

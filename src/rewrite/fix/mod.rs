//! Mends what can be mended without knowing what the author meant: each remedy answers one code of `check`.

pub mod diff;
pub(super) mod edit;
mod ids;
mod near;
mod places;
mod repeated;
mod syntax;
mod values;

use crate::diagnostic::{Diagnostic, Severity};
use crate::scenario::text::{Reading, read};

pub use edit::Edit;
pub use ids::missing_ids;

/// One problem in its text.
pub struct Case<'a> {
    pub problem: &'a Diagnostic,
    /// All there are.
    pub problems: &'a [Diagnostic],
    pub text: &'a str,
    pub reading: &'a Reading,
}

/// How the findings of one code are mended.
#[derive(Clone, Copy)]
pub struct Remedy {
    pub code: &'static str,
    pub mend: Mend,
}

#[derive(Clone, Copy)]
pub enum Mend {
    /// One finding; none where it is not certain what was meant.
    One(fn(&Case) -> Option<Vec<Edit>>),
    /// All of its kind in a file at once.
    All(fn(&str, &Reading) -> Vec<Edit>),
}

/// Every remedy, by the code it answers.
pub const REMEDIES: &[Remedy] = &[
    Remedy { code: "duplicate-key", mend: Mend::One(repeated::twice_the_same) },
    Remedy { code: "line-without-id", mend: Mend::All(missing_ids) },
    Remedy { code: "syntax", mend: Mend::One(syntax::mend) },
    Remedy { code: "unknown-condition", mend: Mend::One(near::misspelled) },
    Remedy { code: "unknown-emotion", mend: Mend::One(near::misspelled) },
    Remedy { code: "unknown-fact", mend: Mend::One(near::misspelled) },
    Remedy { code: "unknown-field", mend: Mend::One(near::misspelled) },
    Remedy { code: "unknown-need", mend: Mend::One(near::misspelled) },
    Remedy { code: "unknown-node", mend: Mend::One(near::misspelled) },
    Remedy { code: "unknown-person", mend: Mend::One(near::misspelled) },
    Remedy { code: "unknown-promise", mend: Mend::One(near::misspelled) },
    Remedy { code: "unknown-technique", mend: Mend::One(near::misspelled) },
    Remedy { code: "unknown-word", mend: Mend::One(near::misspelled) },
    Remedy { code: "unused-allow", mend: Mend::One(repeated::unused_comment) },
    Remedy { code: "wrong-type", mend: Mend::One(values::mend) },
];

/// What one mend brings to light the next may mend, but not for ever.
const MOST_ROUNDS: usize = 12;

/// A text with what could be mended in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    pub text: String,
    /// How many findings were mended.
    pub count: usize,
}

/// Mends, checks again and goes on while that helps. The result never has more errors than the text had.
pub fn mend(text: &str, check: &dyn Fn(&str) -> Vec<Diagnostic>) -> Mended {
    let mut best = Mended { text: text.to_owned(), count: 0 };
    let mut problems = check(text);
    for _ in 0..MOST_ROUNDS {
        let (mended, count) = edit::apply(&best.text, fixes(&best.text, &problems));
        if count == 0 {
            break;
        }
        let left = check(&mended);
        if errors(&left) > errors(&problems) {
            break;
        }
        best = Mended { text: mended, count: best.count + count };
        problems = left;
    }
    best
}

fn errors(problems: &[Diagnostic]) -> usize {
    problems.iter().filter(|p| p.severity == Severity::Error).count()
}

/// The edits of one round, each fix whole or not at all.
fn fixes(text: &str, problems: &[Diagnostic]) -> Vec<Vec<Edit>> {
    let reading = read(text);
    let mut fixes = Vec::new();
    let mut done: Vec<&str> = Vec::new();
    for problem in problems {
        let Some(remedy) = REMEDIES.iter().find(|r| r.code == problem.code) else { continue };
        match remedy.mend {
            Mend::One(mend) => fixes.extend(mend(&Case { problem, problems, text, reading: &reading })),
            Mend::All(_) if done.contains(&remedy.code) => {}
            Mend::All(mend) => {
                done.push(remedy.code);
                fixes.extend(mend(text, &reading).into_iter().map(|edit| vec![edit]));
            }
        }
    }
    fixes
}

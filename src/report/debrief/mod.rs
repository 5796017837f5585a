//! The debrief of one conversation on paper, as text, and as a table of its turns.

mod chart;
mod html;
mod scale;
mod table;
mod text;
mod values;

pub use html::html;
pub use table::csv;
pub use text::text;

use crate::debrief::{Debrief, Kind};
use crate::records::{Link, Stamp};
use crate::scenario::Outcome;
use crate::session::Mode;

/// What stands on the sheet beside the debrief itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imprint {
    /// Whoever played; empty where names are hidden.
    pub name: String,
    pub when: Option<Stamp>,
    /// Of the scenario as it stood.
    pub hash: String,
    /// The version of the model.
    pub model: String,
    /// An assessment's link in the chain of seals.
    pub seal: Option<Link>,
    /// What they said of themselves before they saw this, 1 to 5, in the order of [`crate::model::Dimension::ALL`].
    pub own: [Option<u8>; 4],
    /// Their own sentence for the next shift; may be empty.
    pub sentence: String,
}

impl Imprint {
    /// Everything by which the same conversation can be had again.
    fn identity(&self, debrief: &Debrief) -> String {
        let hash: String = self.hash.chars().take(16).collect();
        let scenario = &debrief.scenario;
        format!("Scenario {scenario}, {hash}. Seed {}. Model {}. Alongside {VERSION}.", debrief.seed, self.model)
    }

    /// None where nothing was sealed.
    fn sealed(&self) -> Option<String> {
        let link = self.seal.as_ref()?;
        let when = link.sealed.date_in_words();
        Some(format!("Seal {} of these records, mark {}, {when}.", link.number, link.mark))
    }
}

const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Said beside a seal.
const SEAL: &str = "A record changed or taken away later no longer fits its mark. It is a seal, not a lock.";

fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Coached => "Coached practice",
        Mode::Practice => "Practice",
        Mode::Assessment => "Assessment",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Best => "It helped most",
        Kind::Costliest => "It cost most",
        Kind::Missed => "A chance not taken",
    }
}

/// How it ended, in the words that open a report.
fn ended(debrief: &Debrief) -> &str {
    match &debrief.ending {
        Some((_, text)) if !text.is_empty() => text,
        Some((outcome, _)) => match outcome {
            Outcome::Good | Outcome::Mixed | Outcome::Poor => "It came to its end.",
            Outcome::Left => "They left.",
            Outcome::Stopped => "Talk ended there.",
        },
        None => "It was broken off before its end.",
    }
}

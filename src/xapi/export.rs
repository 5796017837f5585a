//! Statements out of the records, with no store at all: every attempt that can be, played again.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::{Setup, statement};
use crate::model::Model;
use crate::records::{News, Records, Telling, Trouble};
use crate::scenario::{Scenario, library};
use crate::session::Session;

pub use super::statement::Statement;

/// What came out.
#[derive(Clone, Debug, Default)]
pub struct Exported {
    /// Attempt after attempt, in the order in which they began.
    pub statements: Vec<Statement>,
    /// One sentence for each attempt that could not be played again.
    pub left_out: Vec<String>,
}

/// All attempts, or one trainee's. Gives the very statements that are sent where a store with the same setup is.
///
/// # Errors
/// What the disk says.
pub fn export(
    records: &Records,
    setup: &Setup,
    trainee: Option<i64>,
    scenarios: Option<&Path>,
) -> Result<Exported, Trouble> {
    let mut at_hand = AtHand { folder: scenarios, loaded: BTreeMap::new() };
    let mut exported = Exported::default();
    for ix in records.attempts(trainee)? {
        let attempt = records.attempt(ix)?;
        let played = match at_hand.scenario(&attempt.scenario) {
            None => Err(format!("there is no scenario \"{}\" here", attempt.scenario)),
            Some(scenario) => attempt.resume(scenario, Model::shipped()).map_err(|why| why.to_string()),
        };
        match played {
            Ok((session, _)) => exported.statements.extend(told(setup, &records.telling(ix)?, &session)),
            Err(why) => {
                exported.left_out.push(format!("attempt {} of {}: {why}", attempt.attempt.id, attempt.began.date()))
            }
        }
    }
    Ok(exported)
}

fn told(setup: &Setup, telling: &Telling, session: &Session) -> Vec<Statement> {
    let said = telling.said.clone();
    let kept = News::Kept { session, from: 0, first: true, said, ended: telling.ended };
    let mut all = statement::statements(setup, &telling.named, &kept);
    if let Some(at) = telling.left {
        all.extend(statement::statements(setup, &telling.named, &News::Left { at }));
    }
    all
}

/// The scenarios as they stand here, each read once.
struct AtHand<'a> {
    folder: Option<&'a Path>,
    loaded: BTreeMap<String, Option<Arc<Scenario>>>,
}

impl AtHand<'_> {
    fn scenario(&mut self, id: &str) -> Option<Arc<Scenario>> {
        if !self.loaded.contains_key(id) {
            let loaded = library::load(id, self.folder).ok().map(Arc::new);
            self.loaded.insert(id.to_owned(), loaded);
        }
        self.loaded.get(id).cloned().flatten()
    }
}

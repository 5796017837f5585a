//! An assessment as an instructor issues it: which conversations, in which order, with which seeds, and what the trainee may
//! see afterwards.

use ron::extensions::Extensions;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Records, Trouble};

/// What stands in a form's file.
///
/// ```ron
/// (title: "Week six", scenarios: ["apartment-3c", "the-olive-door"], order: Shuffled, seeds: Fixed(7), afterwards: DebriefAfterAll)
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    pub title: String,
    /// Ids, each once.
    pub scenarios: Vec<String>,
    #[serde(default)]
    pub order: Order,
    #[serde(default)]
    pub seeds: Seeds,
    #[serde(default)]
    pub afterwards: Afterwards,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    #[default]
    AsWritten,
    /// Another for each trainee, the same each time.
    Shuffled,
}

/// Which of its variants a conversation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Seeds {
    /// The same for everybody.
    Fixed(u64),
    /// Another for each trainee, the same each time.
    #[default]
    PerTrainee,
}

/// What the trainee may see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Afterwards {
    #[default]
    Nothing,
    DebriefAfterEach,
    DebriefAfterAll,
}

/// More conversations than this are a term, not an assessment.
const MOST: usize = 40;

impl Form {
    /// # Errors
    /// A sentence that says what to mend.
    pub fn read(text: &str) -> Result<Self, String> {
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let form: Self = options.from_str(text).map_err(|error| format!("the form cannot be read: {error}"))?;
        if form.scenarios.is_empty() || form.scenarios.len() > MOST {
            return Err(format!("a form names 1 to {MOST} scenarios"));
        }
        let twice = form.scenarios.iter().enumerate().find(|(i, id)| form.scenarios[..*i].contains(id));
        match twice {
            Some((_, id)) => Err(format!("the form names \"{id}\" twice")),
            None => Ok(form),
        }
    }

    /// The conversations in the order in which this trainee has them.
    pub fn order_for(&self, trainee: Uuid) -> Vec<String> {
        let mut order = self.scenarios.clone();
        if self.order == Order::Shuffled {
            order.sort_by_key(|id| self.chance(trainee, id));
        }
        order
    }

    /// The seed with which this trainee has a conversation; small enough to be read out.
    pub fn seed_for(&self, trainee: Uuid, scenario: &str) -> u64 {
        match self.seeds {
            Seeds::Fixed(seed) => seed,
            Seeds::PerTrainee => self.chance(trainee, scenario) % 100_000,
        }
    }

    fn chance(&self, trainee: Uuid, scenario: &str) -> u64 {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.title.as_bytes()).update(trainee.as_bytes()).update(scenario.as_bytes());
        let digest = hasher.finalize();
        digest.as_bytes()[..8].iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}

impl Records {
    /// The place of a form in the records; it is noted where it is new.
    ///
    /// # Errors
    /// What the disk says.
    pub fn form(&self, form: &Form) -> Result<i64, Trouble> {
        let text = serde_json::to_string(form).map_err(|e| Trouble::Other(e.to_string()))?;
        let hash = blake3::hash(text.as_bytes()).to_hex().to_string();
        let known = self.db.query_row("SELECT ix FROM form WHERE hash = ?1", [&hash], |row| row.get(0)).optional()?;
        match known {
            Some(ix) => Ok(ix),
            None => Ok(self.db.prepare("INSERT INTO form (hash, text) VALUES (?1, ?2)")?.insert([&hash, &text])?),
        }
    }

    /// What a trainee has handed in of a form: scenario and attempt, oldest first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn handed_in(&self, form: i64, trainee: i64) -> Result<Vec<(String, i64)>, Trouble> {
        let mut find = self.db.prepare(
            "SELECT scenario.id, attempt.ix FROM attempt JOIN scenario ON scenario.ix = attempt.scenario
             WHERE form = ?1 AND trainee = ?2 AND how = 1 ORDER BY attempt.ix",
        )?;
        let rows = find.query_map(params![form, trainee], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(order: Order, seeds: Seeds) -> Form {
        let scenarios = ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec();
        Form { title: "Week six".to_owned(), scenarios, order, seeds, afterwards: Afterwards::Nothing }
    }

    #[test]
    fn a_form_says_what_is_wrong_with_it() {
        let read = |text: &str| Form::read(text).err();
        assert_eq!(read("(title: \"x\", scenarios: [])").as_deref(), Some("a form names 1 to 40 scenarios"));
        assert_eq!(
            read("(title: \"x\", scenarios: [\"a\", \"b\", \"a\"])").as_deref(),
            Some("the form names \"a\" twice")
        );
        assert!(read("(title: \"x\", scenario: [\"a\"])").is_some_and(|e| e.contains("scenario")));
        assert_eq!(read("(title: \"x\", scenarios: [\"a\"], seeds: Fixed(7), afterwards: DebriefAfterAll)"), None);
    }

    #[test]
    fn everybody_has_an_order_and_a_seed_of_their_own_and_keeps_them() {
        let people = [1, 2, 3, 4].map(Uuid::from_u128);
        let shuffled = form(Order::Shuffled, Seeds::PerTrainee);
        let orders = people.map(|p| shuffled.order_for(p));
        assert_eq!(orders, people.map(|p| shuffled.order_for(p)));
        assert!(orders.iter().any(|o| *o != orders[0]));
        assert!(orders.iter().all(|o| o.iter().all(|id| shuffled.scenarios.contains(id)) && o.len() == 5));
        assert_ne!(shuffled.seed_for(people[0], "a"), shuffled.seed_for(people[1], "a"));
        assert_eq!(form(Order::AsWritten, Seeds::Fixed(7)).order_for(people[1]), shuffled.scenarios);
        assert_eq!(form(Order::AsWritten, Seeds::Fixed(7)).seed_for(people[1], "a"), 7);
    }
}

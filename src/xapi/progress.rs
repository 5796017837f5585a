//! How the delivery stands, across starts of the program: how much has gone, what went wrong last, when it is tried again.

use serde::{Deserialize, Serialize};

use crate::records::{Records, Stamp, Trouble};

const SETTING: &str = "xapi-progress";
/// The first wait after something went wrong, in milliseconds; each further one is twice as long.
const FIRST_WAIT: i64 = 5_000;
/// The longest.
pub const LONGEST_WAIT: i64 = 3_600_000;

/// Counted and remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// Statements that the store has taken in all.
    pub sent: u64,
    /// When it took the last one, in milliseconds since 1970.
    pub last: Option<i64>,
    /// Tries in a row that came to nothing.
    pub failures: u32,
    /// Not before this, in milliseconds since 1970.
    pub next: Option<i64>,
    /// What went wrong; empty where nothing did.
    pub why: String,
}

impl Progress {
    /// # Errors
    /// What the disk says.
    pub fn of(records: &Records) -> Result<Self, Trouble> {
        // what cannot be read is as good as not there: it only costs a try
        Ok(records.setting(SETTING)?.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// # Errors
    /// What the disk says.
    pub fn keep(&self, records: &Records) -> Result<(), Trouble> {
        let text = serde_json::to_string(self).map_err(|e| Trouble::Other(e.to_string()))?;
        records.set(SETTING, Some(&text))
    }

    /// How long to wait still, in milliseconds. A wait that is longer than the longest comes from a clock that was wrong.
    pub fn wait(&self, now: Stamp) -> i64 {
        let wait = self.next.map_or(0, |next| next.saturating_sub(now.ms));
        if (0..=LONGEST_WAIT).contains(&wait) { wait } else { 0 }
    }

    pub(super) fn took(&mut self, count: usize, now: Stamp) {
        *self = Self { sent: self.sent + count as u64, last: Some(now.ms), ..Self::default() };
    }

    /// Waits for `at_least` milliseconds, twice as long as the last time, or half of that: `chance` (0 to 1) decides, so that a
    /// class does not come back all at once.
    pub(super) fn failed(&mut self, why: String, at_least: i64, chance: f64, now: Stamp) {
        let doubled = FIRST_WAIT.saturating_mul(1 << self.failures.min(20)).min(LONGEST_WAIT);
        let spread = (doubled as f64 * (0.5 + chance / 2.0)) as i64;
        self.failures = self.failures.saturating_add(1);
        self.next = Some(now.ms.saturating_add(spread.max(at_least).min(LONGEST_WAIT)));
        self.why = why;
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_WAIT, Progress};
    use crate::records::Stamp;

    const NOW: Stamp = Stamp { ms: 1_000_000, zone: 0 };

    fn waits(chance: f64) -> Vec<i64> {
        let mut progress = Progress::default();
        let mut wait = |_| {
            progress.failed("no network".to_owned(), 0, chance, NOW);
            progress.wait(NOW)
        };
        (0..14).map(&mut wait).collect()
    }

    #[test]
    fn each_wait_is_twice_as_long_up_to_an_hour() {
        let most = waits(1.0);
        assert_eq!(most[..4], [5_000, 10_000, 20_000, 40_000]);
        assert_eq!(most[13], LONGEST_WAIT);
        assert_eq!(waits(0.0)[..3], [2_500, 5_000, 10_000]);
    }

    #[test]
    fn the_store_may_ask_for_more_time_and_a_clock_set_back_costs_none() {
        let mut progress = Progress::default();
        progress.failed("busy".to_owned(), 90_000, 0.5, NOW);
        assert_eq!(progress.wait(NOW), 90_000);
        assert_eq!(progress.wait(Stamp { ms: NOW.ms - 2 * LONGEST_WAIT, zone: 0 }), 0);
        progress.took(3, NOW);
        assert_eq!((progress.wait(NOW), progress.failures, progress.sent), (0, 0, 3));
    }
}

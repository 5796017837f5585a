//! What has grown over many conversations, how well each skill is mastered and kept, and what to practice next.
//!
//! Plays go in, oldest first, as plain facts that the caller kept; everything told comes out of [`progress`]. No clock, no
//! file; chance only from the seed. Formulas and thresholds are those of the scoring basis, 4.3, 4.5 and 6.4 to 6.6;
//! `docs/growth.md` says what they claim and what they do not.

mod calendar;
mod cell;
mod change;
mod costs;
mod coverage;
mod difficulty;
mod expert;
mod habits;
mod mastery;
mod next;
mod pick;
mod play;
mod pooled;
mod priority;
mod reason;
mod refresher;
mod see_saw;
mod sentence;
mod series;
mod serves;
mod words;

pub use calendar::Debriefs;
pub use cell::{Cell, Context, context};
pub use change::{Change, PLAYS_FOR_A_TREND, Verdict};
pub use coverage::{Covered, Edges, Met, Seen, coverage};
pub use difficulty::{Difficulty, Step};
pub use habits::{FirstUse, QuestionRuns, RunTrend};
pub use mastery::{Mastery, Skill};
pub use next::Suggestion;
pub use pick::Chosen;
pub use play::{Kind, LeaningLines, Mode, Play, ScoredTurn};
pub use pooled::Pooled;
pub use priority::Priority;
pub use refresher::{Cause, HardCall, Refresher, Refreshers};
pub use see_saw::{BalancePoint, Leaning, SeeSaw};
pub use series::{Point, Series};
pub use serves::{Served, Serves};
pub use words::{capitalized, number as in_letters};

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use crate::model::{Dimension, Model};

/// Everything there is to tell about one trainee on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Heads the screen: "Your boundaries have grown. The rest is about the same."
    pub sentence: String,
    /// In the order of [`Dimension::ALL`].
    pub growth: [Series; 4],
    pub mastery: Mastery,
    /// How much each skill asks to be practiced, in the order of [`Cell::all`].
    pub priorities: Vec<Priority>,
    /// Up to three things to practice, each of another dimension; the first is the one to follow. None where no scenario
    /// serves any.
    pub next: Vec<Suggestion>,
    pub refreshers: Refreshers,
    /// None before the first conversation.
    pub debriefs: Option<Debriefs>,
    /// None before a conversation was finished.
    pub see_saw: Option<SeeSaw>,
    pub first_uses: Vec<FirstUse>,
    pub question_runs: QuestionRuns,
    /// In the order of [`Dimension::ALL`].
    pub difficulty: [Difficulty; 4],
}

/// Reads the plays of one trainee, oldest first, as of `today` (days since 1 January 1970 where the trainee is).
///
/// Of the hard calls only the latest counts, until something was practiced after it, which is for the caller to see to.
/// Plays are put in the order of their days; those of one day stay in the order they were handed in, and that order
/// counts. The same plays, day and seed give the same progress on every machine; the seed only decides whether and where
/// chance takes over from the priority in [`Progress::next`].
///
/// ```
/// use alongside::growth::{Serves, progress};
/// use alongside::model::Model;
/// let told = progress(Model::shipped(), &[], &[], 20_000, &Serves::default(), 7);
/// assert_eq!(told.sentence, "Nothing to compare yet.");
/// assert!(told.next.is_empty() && told.refreshers.due.is_empty());
/// ```
pub fn progress(model: &Model, plays: &[Play], calls: &[HardCall], today: i64, serves: &Serves, seed: u64) -> Progress {
    let mut plays: Vec<&Play> = plays.iter().collect();
    plays.sort_by_key(|play| play.began_day);
    let plays = plays.as_slice();
    let growth = Dimension::ALL.map(|d| series::series(model, plays, d));
    let verdicts = [0, 1, 2, 3].map(|i: usize| growth[i].change.verdict);
    let finished = plays.iter().filter(|play| play.complete).count();
    let mastery = mastery::mastery(plays);
    let priorities = priority::priorities(&mastery, plays, today, serves);
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let refreshers = refresher::refreshers(&mastery, plays, calls, today, serves);
    Progress {
        sentence: sentence::sentence(verdicts, finished),
        growth,
        next: next::next(&priorities, plays, today, serves, refreshers.due.first(), &mut chance),
        refreshers,
        debriefs: plays.first().map(|play| calendar::debriefs(play.began_day, today)),
        see_saw: see_saw::see_saw(model, plays),
        first_uses: habits::first_uses(model, plays),
        question_runs: habits::question_runs(plays),
        difficulty: Dimension::ALL.map(|d| difficulty::difficulty(plays, d)),
        mastery,
        priorities,
    }
}

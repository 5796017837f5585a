//! Counts one play after another.

use super::spread::thousandths;
use super::{Held, OfStakes, Strength, Tally};
use crate::rating::Rating;
use crate::session::{Session, replay};

/// Composite evidence, -8 to 8, at or under which a line is bad (our choice): a silence at the wrong moment costs half a
/// point, what is wrong by the book two.
const BAD: f64 = -1.0;

/// A tally with what is needed to fill it.
pub struct Taker {
    tally: Tally,
    /// Per place, the last play that came there, from 1.
    last: Vec<u64>,
}

impl Taker {
    pub fn new(empty: Tally) -> Self {
        Self { last: vec![0; empty.places.len()], tally: empty }
    }

    pub fn into_tally(self) -> Tally {
        self.tally
    }

    /// Counts a finished play of the trainee with this place in the plan.
    pub fn take(&mut self, play: u64, who: usize, session: &Session) {
        let ratings = replay::ratings(session);
        self.rate(play, who, &ratings);
        self.walk(play, session);
        self.end(who, session);
        let turns = &session.transcript().turns;
        OfStakes::take(&mut self.tally.stakes, play, turns);
        self.tally.plays += 1;
        self.tally.turns += turns.len() as u64;
        let held = Strength::by_mean(&ratings).map(|strength| Held { strength, play: Some(play) });
        self.tally.strongest = Held::stronger(self.tally.strongest, held);
        self.tally.weakest = Held::weaker(self.tally.weakest, held);
    }

    fn rate(&mut self, play: u64, who: usize, ratings: &[Option<Rating>; 4]) {
        let of = &mut self.tally.trainees[who];
        of.ratings.iter_mut().zip(ratings).for_each(|(spread, rating)| spread.take(play, rating.as_ref()));
        let scores = || ratings.iter().flatten().map(|r| r.final_score);
        if let Some(least) = scores().reduce(f64::min) {
            of.measured += 1;
            of.means += thousandths(scores().sum::<f64>() / scores().count() as f64);
            of.leasts += thousandths(least);
        }
    }

    fn walk(&mut self, play: u64, session: &Session) {
        let turns = &session.transcript().turns;
        let nodes = turns.iter().map(|t| t.node);
        let ends = nodes.clone().skip(1).chain([session.at()]);
        for ((turn, at), to) in turns.iter().zip(nodes).zip(ends) {
            self.visit(play, at.index());
            let of = &mut self.tally.places[at.index()];
            turn.offered.iter().for_each(|o| of.choices[o.choice].offered += 1);
            of.choices[turn.chosen().choice].taken += 1;
            of.all_bad += u64::from(turn.offered.iter().all(|o| o.evidence.composite() <= BAD));
            of.road(to.0).times += 1;
        }
        self.visit(play, session.at().index());
    }

    fn visit(&mut self, play: u64, at: usize) {
        let of = &mut self.tally.places[at];
        of.visits += 1;
        of.plays += u64::from(self.last[at] != play + 1);
        self.last[at] = play + 1;
    }

    fn end(&mut self, who: usize, session: &Session) {
        let scenario = session.scenario();
        let leaves = scenario.leaves;
        let turns = &session.transcript().turns;
        let of = &mut self.tally.trainees[who];
        of.plays += 1;
        of.stopped += u64::from(session.has_stopped());
        of.left += u64::from(session.at() == leaves || turns.iter().any(|t| t.node == leaves));
        if let Some(count) = of.lengths.get_mut(turns.len()) {
            *count += 1;
        }
        match session.ending() {
            Some((_, at)) => self.tally.places[at.index()].ended[who] += 1,
            None => of.broken_off += 1,
        }
    }
}

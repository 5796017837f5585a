//! What a line may do to the person it is said to: the state equations over everything they may be.
//!
//! Mirrors `model::turn::apply`; a test holds it to that.

use super::bounds::{Answer, Bounds};
use super::flags::Flags;
use super::possible::{MANY_TURNS, Possible, PossiblePerson};
use super::setting::Setting;
use super::shows::{Said, Shown};
use crate::model::{TechniqueIx, TechniqueSet, Variable};
use crate::scenario::{Cast, Choice, Condition, Node, PersonIx};

/// How much may get through.
struct Landing {
    receptivity: Bounds,
    reactivity: f64,
}

impl Setting<'_> {
    /// Carries out one turn, said to one person.
    pub(super) fn land(&self, node: &Node, choice: &Choice, to: PersonIx, here: &mut Possible) {
        let set: TechniqueSet = choice.techniques.iter().copied().collect();
        let cast = self.scenario.cast(to);
        let before = *here.person(to);
        let said = Said { node, choice, cast, person: &before, set };
        let shown = self.shows(&said);
        let landing = self.landing(cast, &before, set);
        let person = &mut here.people[to.index()];
        self.move_feelings(cast, choice, &shown, &landing, person);
        self.move_arousal(cast, &before, &shown, &landing, person);
        self.move_readiness(cast, set, &shown, person);
        self.remember(cast, &shown, person);
        if node.two_party && self.take_sides.is_some_and(|t| set.contains(t)) {
            self.overhear(to, here);
        }
    }

    fn landing(&self, cast: &Cast, before: &PossiblePerson, set: TechniqueSet) -> Landing {
        let c = &self.model.constants;
        let gets_through = |arousal: f64, trust: f64| {
            let open = 1.0 / (1.0 + libm::exp((arousal - c.open_midpoint) / c.open_slope));
            let mut receptivity = c.open_floor + c.open_range * open;
            if set.overlaps(self.soothing) {
                receptivity = receptivity.max(c.open_soothed);
            }
            let trusted = c.trust_opens_from + c.trust_opens * trust / 100.0;
            receptivity * (1.0 - c.drink_dulls * cast.traits.intoxication) * trusted
        };
        let (arousal, trust) = (before.get(Variable::Arousal), before.get(Variable::Trust));
        // arousal shuts, trust opens
        let receptivity =
            Bounds { low: gets_through(arousal.high, trust.low), high: gets_through(arousal.low, trust.high) };
        Landing { receptivity: receptivity.rounded(), reactivity: cast.traits.reactivity }
    }

    /// Moves a quantity. For a given push the result is made of straight pieces, so that its least and its most lie at the ends
    /// or at the joints.
    fn moved(&self, landing: &Landing, from: Bounds, by: Bounds, loss: f64) -> Bounds {
        let c = &self.model.constants;
        let joints = [
            from.low,
            from.high,
            100.0 - 50.0 * c.room_most,
            100.0 - 50.0 * c.gain_room_least,
            50.0 * c.room_most,
            50.0 * c.loss_room_least,
        ];
        let push = |by: f64, receptivity: f64| if by > 0.0 { by * receptivity } else { by * loss * landing.reactivity };
        let least = push(by.low, landing.receptivity.low);
        let most = push(by.high, landing.receptivity.high);
        let to = |at: f64, push: f64| {
            let room = if push > 0.0 {
                (2.0 * (100.0 - at) / 100.0).clamp(c.gain_room_least, c.room_most)
            } else {
                (2.0 * at / 100.0).clamp(c.loss_room_least, c.room_most)
            };
            at + push * room
        };
        let inside = joints.into_iter().filter(|at| from.contains(*at));
        let mut out = Bounds { low: f64::INFINITY, high: f64::NEG_INFINITY };
        for at in inside {
            out = out.or(Bounds { low: to(at, least), high: to(at, most) });
        }
        out.rounded().clamp(0.0, 100.0)
    }

    fn move_feelings(
        &self,
        cast: &Cast,
        choice: &Choice,
        shown: &Shown,
        landing: &Landing,
        person: &mut PossiblePerson,
    ) {
        use Variable::{Control, Heard, Respect, Safety, Trust};
        let c = &self.model.constants;
        let [e, l, b, u] = shown.evidence;
        let control: f64 = choice.techniques.iter().map(|t| self.model.techniques.get(*t).control).sum();
        let grudge = c.loss_weight * cast.traits.grudge;
        let mut shift = |variable, by: Bounds, loss| {
            person.set(variable, self.moved(landing, person.get(variable), by.rounded(), loss));
        };
        shift(Heard, l.times(c.heard_listening).plus(e.times(c.heard_empathy)), c.heard_loss);
        let respect = u.times(c.respect_regard).plus(b.times(c.respect_boundaries)).plus(l.times(c.respect_listening));
        shift(Respect, respect, grudge);
        let safety = b.times(c.safety_boundaries).plus(e.times(c.safety_empathy)).plus(u.times(c.safety_regard));
        shift(Safety, safety.plus(shown.safety), c.loss_weight);
        let acts = Bounds::exactly(c.control_acts * control);
        shift(Control, acts.plus(u.times(c.control_regard)).plus(shown.control), c.control_loss);
        let bond = e.times(c.trust_empathy).plus(l.times(c.trust_listening));
        let bond = bond.plus(b.times(c.trust_boundaries)).plus(u.times(c.trust_regard)).rounded();
        shift(Trust, bond.plus(shown.trust).product(trust_factor(bond, shown)), grudge);
        let top = self.trust_top(cast);
        person.set(Trust, person.get(Trust).rising(|t| t.min(top)));
    }

    fn move_arousal(
        &self,
        cast: &Cast,
        before: &PossiblePerson,
        shown: &Shown,
        landing: &Landing,
        person: &mut PossiblePerson,
    ) {
        let c = &self.model.constants;
        let traits = &cast.traits;
        let before = before.get(Variable::Arousal);
        let gain = shown.arousal_gain.times(traits.reactivity);
        let own = shown.arousal;
        let jolt = Bounds {
            low: if own.low > 0.0 { own.low * gain.low } else { own.low },
            high: if own.high > 0.0 { own.high * gain.high } else { own.high },
        };
        let by = self.stirred(cast, before, shown, landing).plus(jolt);
        let rest = self.rest(cast, person).times(c.recovery);
        let after = before.times(1.0 - c.recovery).plus(by).plus(rest);
        person.set(Variable::Arousal, after.rounded().clamp(0.0, 100.0));
    }

    /// What the line itself does to arousal.
    fn stirred(&self, cast: &Cast, before: Bounds, shown: &Shown, landing: &Landing) -> Bounds {
        let c = &self.model.constants;
        let [e, l, b, u] = shown.evidence;
        let helps = e.times(c.arousal_empathy).plus(l.times(c.arousal_listening));
        let helps = helps.plus(b.times(c.arousal_boundaries)).plus(u.times(c.arousal_regard));
        let by = helps.times(-1.0).rounded();
        let above = before.rising(|a| ((a - cast.traits.baseline * c.soothe_from) / c.soothe_span).clamp(0.0, 1.0));
        let soothes = landing.receptivity.product(shown.soothing).product(above).times(1.0 / cast.traits.reactivity);
        let room = |a: f64| ((c.rise_top - a) / c.soothe_span).clamp(c.rise_room_least, 1.0);
        let room = Bounds { low: room(before.high), high: room(before.low) };
        let rises = shown.arousal_gain.product(room).times(c.rise_weight * cast.traits.reactivity);
        let scaled = |by: f64, soothes: f64, rises: f64| by * if by < 0.0 { soothes } else { rises };
        Bounds { low: scaled(by.low, soothes.high, rises.low), high: scaled(by.high, soothes.low, rises.high) }
    }

    /// The arousal they come back to, as they are after the line.
    fn rest(&self, cast: &Cast, person: &PossiblePerson) -> Bounds {
        let c = &self.model.constants;
        let (least, most) = person.turns;
        let worn = |turns: u8| (cast.traits.stress - c.stress_fades * f64::from(turns)).max(0.0);
        let stress = Bounds { low: if most < MANY_TURNS { worn(most) } else { 0.0 }, high: worn(least) };
        let eased = |variable, by: f64| person.get(variable).plus(Bounds::exactly(-50.0)).times(-by);
        let rest = stress.plus(Bounds::exactly(cast.traits.baseline));
        let rest = rest.plus(eased(Variable::Safety, c.rest_safety)).plus(eased(Variable::Respect, c.rest_respect));
        let rest = rest.plus(eased(Variable::Control, c.rest_control)).plus(eased(Variable::Trust, c.rest_trust));
        rest.rounded().clamp(c.rest_least, c.rest_most)
    }

    fn move_readiness(&self, cast: &Cast, set: TechniqueSet, shown: &Shown, person: &mut PossiblePerson) {
        let c = &self.model.constants;
        let holds = |technique: Option<TechniqueIx>| technique.is_some_and(|t| set.contains(t));
        let mut by = shown.readiness;
        if holds(self.threat) {
            by = by.plus(Bounds::exactly(-c.readiness_threat));
        } else if holds(self.command) {
            by = by.plus(Bounds::exactly(-c.readiness_command));
        }
        let calm = person.get(Variable::Arousal).at_least(c.ready_arousal.next_up()).turned();
        let ready = Answer::all([person.get(Variable::Heard).at_least(c.ready_heard), calm]);
        let trusted = |t: f64| (c.readiness_trust * (t - c.readiness_trust_from)).clamp(0.0, c.readiness_trust_most);
        let acts: f64 = self.readiness.iter().filter(|(t, _)| set.contains(*t)).map(|(_, by)| by).sum();
        let grows = person.get(Variable::Trust).rising(trusted).plus(Bounds::exactly(acts));
        by = match ready {
            Answer::Always => by.plus(grows),
            Answer::Sometimes => by.plus(grows.or(Bounds::exactly(0.0))),
            Answer::Never => by,
        };
        let after = person.get(Variable::Readiness).plus(by).rounded();
        person.set(Variable::Readiness, after.clamp(0.0, self.readiness_top(cast)));
    }

    fn remember(&self, cast: &Cast, shown: &Shown, person: &mut PossiblePerson) {
        let c = &self.model.constants;
        let gain = Bounds::exactly(c.repair_gain);
        let top = self.trust_top(cast);
        for (variable, most) in [(Variable::Trust, top), (Variable::Respect, 100.0)] {
            let own = person.get(variable);
            let mended = own.plus(gain).clamp(0.0, most);
            match shown.repair {
                Answer::Always => person.set(variable, mended),
                Answer::Sometimes => person.set(variable, own.or(mended)),
                Answer::Never => {}
            }
        }
        let (least, most) = person.turns;
        person.turns = ((least + 1).min(MANY_TURNS), (most + 1).min(MANY_TURNS));
    }

    fn overhear(&self, to: PersonIx, here: &mut Possible) {
        let less = Bounds::exactly(-self.model.constants.overheard_side);
        let others = here.people.iter_mut().zip(&self.scenario.people).enumerate().filter(|(i, _)| *i != to.index());
        for (_, (other, cast)) in others {
            let before = other.get(Variable::Respect);
            let after = before.plus(less).clamp(0.0, 100.0);
            match self.present(cast, &here.flags) {
                Answer::Always => other.set(Variable::Respect, after),
                Answer::Sometimes => other.set(Variable::Respect, before.or(after)),
                Answer::Never => {}
            }
        }
    }

    /// Whether somebody has come in.
    pub(super) fn present(&self, cast: &Cast, flags: &Flags) -> Answer {
        cast.comes.map_or(Answer::Always, |at| flags.answer(self.numbers.find(&Condition::Visited(at))))
    }
}

/// It counts only where the bond grows.
fn trust_factor(bond: Bounds, shown: &Shown) -> Bounds {
    if bond.low > 0.0 {
        shown.trust_factor
    } else if bond.high <= 0.0 {
        Bounds::exactly(1.0)
    } else {
        shown.trust_factor.or(Bounds::exactly(1.0))
    }
}

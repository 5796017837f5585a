//! Which context rules take something from a technique.

use crate::model::rule::{ChangeData, Clause, Edit, Rule, Target, Test};
use crate::model::technique::{Family, Polarity, Technique};
use crate::model::{Dimension, Evidence};

/// The rule by which what helps counts half beside what hurts. It is arithmetic, and has no clause of its own.
const BESIDE_HARM: &str = "S2";

/// The dimension that a technique says most on in a neutral moment; of equals the first. One that says nothing then goes by
/// its family: a question that asks little can only be good or bad listening.
pub(super) fn main_dimension(technique: &Technique) -> Dimension {
    let by_family = match technique.family {
        Family::Listening => Dimension::Listening,
        Family::Boundary => Dimension::Boundaries,
        Family::Regard | Family::Costly => Dimension::Regard,
    };
    let said = |d: &Dimension| technique.evidence[*d].abs();
    let most = Dimension::ALL.iter().map(said).fold(0.0, f64::max);
    Dimension::ALL.into_iter().find(|d| most > 0.0 && said(d) >= most).unwrap_or(by_family)
}

/// Whether a rule, when it fires on a line with this technique at this place (from 0), makes the technique show less than in
/// a neutral moment, or puts a burden on the person.
pub(super) fn costs(rule: &Rule, technique: &Technique, place: usize) -> bool {
    let by_clause =
        |clause: &Clause<String>| touches(clause, &technique.id, place) && takes(clause, technique.evidence);
    (rule.id == BESIDE_HARM && technique.polarity == Polarity::Positive) || rule.clauses.iter().any(by_clause)
}

fn touches(clause: &Clause<String>, technique: &str, place: usize) -> bool {
    let named = |names: &[String]| names.iter().any(|name| name == technique);
    let left_out = |test: &Test<String>| match test {
        Test::OnlyFrom(names) => !named(names),
        Test::HasNone(names) => named(names),
        _ => false,
    };
    let touched = match &clause.on {
        Target::Each(names) | Target::FirstOf(names) => named(names),
        Target::All => true,
        // which of them it was is not kept; mostly it is the main one
        Target::First | Target::SorePoints | Target::Repeated => place == 0,
        // the person alone changes, whatever is said
        Target::Nothing => false,
    };
    touched && !clause.when.iter().any(left_out)
}

fn takes(clause: &Clause<String>, neutral: Evidence) -> bool {
    clause.evidence.iter().any(|edit| lessens(edit, neutral)) || burdens(&clause.change)
}

fn lessens(edit: &Edit, neutral: Evidence) -> bool {
    match edit {
        Edit::Add(_, by) | Edit::Share(_, by) => *by < 0.0,
        Edit::Set(dimension, to) | Edit::Cap(dimension, to) => *to < neutral[*dimension],
        Edit::ScalePositive(_, by) | Edit::Scale(by) => *by < 1.0,
        Edit::Floor(..) => false,
    }
}

fn burdens(change: &ChangeData) -> bool {
    change.arousal > 0.0
        || [change.trust, change.control, change.readiness, change.safety].iter().any(|by| *by < 0.0)
        || change.trust_factor < 1.0
        || change.soothing < 1.0
        || change.arousal_gain > 1.0
        || change.debt
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Model;

    /// The rules that cost a technique when it is the main one of its line, or a further one.
    fn costing(id: &str, place: usize) -> Vec<&'static str> {
        let model = Model::shipped();
        let technique = model.techniques.get(model.techniques.find(id).expect("it is one"));
        model.rules.iter().filter(|rule| costs(rule, technique, place)).map(|rule| rule.id.as_str()).collect()
    }

    #[test]
    fn a_rule_costs_what_it_takes_from() {
        assert_eq!(costing("complex_reflection", 0), ["R01", "R06", "R07", "R10", "R12", "S1", "S2"]);
        assert_eq!(costing("complex_reflection", 1), ["R01", "R06", "R07", "S2"]);
        // the cap on reflecting to somebody ready is none of collaborating, which the same rule rewards
        assert!(costing("simple_reflection", 1).contains(&"R05") && !costing("seek_collab", 1).contains(&"R05"));
        // in danger a direction gains, where anything else first loses
        assert!(!costing("safety_direction", 0).contains(&"R10"));
    }

    #[test]
    fn the_main_dimension_is_the_one_said_most_on() {
        let main = |id: &str| {
            let techniques = &Model::shipped().techniques;
            main_dimension(techniques.get(techniques.find(id).expect("it is one")))
        };
        assert_eq!(main("self_disclosure"), Dimension::Empathy);
        assert_eq!(main("warm_referral"), Dimension::Boundaries);
        assert_eq!(main("closed_question"), Dimension::Listening);
    }
}

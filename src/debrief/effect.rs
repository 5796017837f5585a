//! What a line did to a person, in one plain sentence.

use crate::model::{State, Variable};

/// A change smaller than this is not worth a word.
const SLIGHT: f64 = 0.6;
/// A change from here on is told without "a little".
const CLEAR: f64 = 3.0;
/// The sentence names at most this many changes.
const MOST: usize = 3;

/// Told in the order of size; the person's own variables only, no numbers.
pub fn effect(name: &str, before: &State, after: &State) -> String {
    const TOLD: [Variable; 5] =
        [Variable::Arousal, Variable::Trust, Variable::Heard, Variable::Respect, Variable::Control];
    let mut changes: Vec<(Variable, f64)> =
        TOLD.iter().map(|v| (*v, after.get(*v) - before.get(*v))).filter(|(_, by)| by.abs() >= SLIGHT).collect();
    changes.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    changes.truncate(MOST);
    let parts: Vec<String> = changes.iter().map(|(v, by)| part(*v, *by)).collect();
    match parts.as_slice() {
        [] => format!("{name} stayed as before."),
        [one] => format!("{name} {one}."),
        [head @ .., last] => format!("{name} {} and {last}.", head.join(", ")),
    }
}

fn part(variable: Variable, by: f64) -> String {
    let (verb, more) = match (variable, by > 0.0) {
        (Variable::Arousal, true) => ("grew", "tenser"),
        (Variable::Arousal, false) => ("grew", "calmer"),
        (Variable::Trust, true) => ("trusted you", "more"),
        (Variable::Trust, false) => ("trusted you", "less"),
        (Variable::Heard, true) => ("felt", "more heard"),
        (Variable::Heard, false) => ("felt", "less heard"),
        (Variable::Respect, true) => ("felt", "more respected"),
        (Variable::Respect, false) => ("felt", "less respected"),
        (Variable::Control, true) => ("felt", "freer to choose"),
        (Variable::Control, false) => ("felt", "more cornered"),
        (Variable::Safety, true) => ("felt", "safer"),
        (Variable::Safety, false) => ("felt", "less safe"),
        (Variable::Readiness, true) => ("came", "nearer to a change"),
        (Variable::Readiness, false) => ("moved", "further from a change"),
    };
    if by.abs() < CLEAR { format!("{verb} a little {more}") } else { format!("{verb} {more}") }
}

#[cfg(test)]
mod tests {
    use super::effect;
    use crate::model::State;

    const START: State =
        State { arousal: 60.0, trust: 30.0, heard: 15.0, respect: 35.0, safety: 40.0, control: 40.0, readiness: 15.0 };

    #[test]
    fn the_largest_change_is_told_first() {
        let after = State { arousal: 52.0, heard: 17.0, ..START };
        assert_eq!(effect("Mara", &START, &after), "Mara grew calmer and felt a little more heard.");
    }

    #[test]
    fn nothing_moved_is_said_too() {
        assert_eq!(effect("Mara", &START, &START), "Mara stayed as before.");
    }
}

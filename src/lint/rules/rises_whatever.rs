//! A quantity of a person that moves the same way whatever is said.

use crate::diagnostic::{Explanation, Severity};
use crate::explore::statistics::mean;
use crate::explore::{Played, TRAINEES};
use crate::lint::{Checkup, Finding, Rule};
use crate::model::Variable;
use crate::scenario::PersonIx;

/// In every play it moves at least so far the same way, of 100 (our choice).
const LEAST_MOVED: f64 = 8.0;
/// .. and ends this close together for the best and the worst trainee (our choice). In the shipped scenarios trust ends over 20
/// points apart, the others further but for readiness, which hardly moves in one visit.
const MOST_APART: f64 = 8.0;
/// Who was spoken to fewer times has no chance to be moved by it.
const LEAST_TURNS: usize = 3;

pub(super) const RISES_WHATEVER: Rule = Rule {
    explanation: Explanation {
        code: "rises-whatever",
        severity: Severity::Warning,
        summary: "a person's arousal, trust or the like moves the same way whatever is said",
        matters: "the person does not answer to the trainee, so what is said cannot be seen to matter",
        more: "In every simulated conversation it rises (or falls) by 8 points or more, and the best trainee leaves it within 8 \
               points of where the worst does. Mostly too much happens of itself: shifts in happens outweigh what \
               is said, or all lines do nearly the same. Persons who are spoken to fewer than three times are left out. If the world \
               is to push that way, let it push less, or give lines that push back.",
        bad: r#""hall": Node(
    happens: [(who: "sam", trust: 6, why: "A light goes on next door.")],
    says: [Line(who: "sam", text: "Since five.", body: "He looks up.")],
    choices: [
        Choice(text: "How many people live here?", uses: [ClosedQuestion], to: "good"),
        Choice(text: "The rule says eleven.", uses: [Inform], to: "good"),
    ],
),"#,
        good: r#""hall": Node(
    says: [Line(who: "sam", text: "Since five.", body: "He looks up.")],
    choices: [
        Choice(text: "Up since five this morning.", uses: [SimpleReflection], to: "good"),
        Choice(text: "Why didn't you say so?", uses: [WhyAccuse], to: "good"),
    ],
),"#,
    },
    find,
};

const VARIABLES: [(Variable, &str); 7] = [
    (Variable::Arousal, "arousal"),
    (Variable::Trust, "trust"),
    (Variable::Heard, "heard"),
    (Variable::Respect, "respect"),
    (Variable::Safety, "safety"),
    (Variable::Control, "control"),
    (Variable::Readiness, "readiness"),
];

fn find(checkup: &Checkup) -> Vec<Finding> {
    let people = (0..checkup.scenario.people.len()).filter_map(|i| u8::try_from(i).ok()).map(PersonIx);
    let spoken_to = people.filter(|who| is_spoken_to(checkup, *who));
    spoken_to.flat_map(|who| VARIABLES.iter().filter_map(move |(v, name)| moves(checkup, who, *v, name))).collect()
}

/// In the plays of every trainee, often enough.
fn is_spoken_to(checkup: &Checkup, who: PersonIx) -> bool {
    let times = |p: &Played| p.turns.iter().filter(|t| t.chosen().to_whom == who).count();
    TRAINEES.iter().all(|t| {
        let mut plays = checkup.survey.of(t.name).peekable();
        plays.peek().is_some() && plays.all(|p| times(p) >= LEAST_TURNS)
    })
}

fn moves(checkup: &Checkup, who: PersonIx, variable: Variable, name: &str) -> Option<Finding> {
    let first = |p: &Played| p.start.people.get(who.index()).map(|p| p.state.get(variable));
    let start = mean(checkup.survey.plays.iter().filter_map(first))?;
    let end = |p: &Played| Some(p.turns.last()?.people[who.index()].after.get(variable));
    let ends = |trainee: &str| mean(checkup.survey.of(trainee).filter_map(end));
    let moved: Vec<f64> = checkup.survey.plays.iter().filter_map(|p| Some(end(p)? - first(p)?)).collect();
    let rises = moved.iter().all(|m| *m >= LEAST_MOVED);
    let falls = moved.iter().all(|m| *m <= -LEAST_MOVED);
    let (best, worst) = (ends("expert")?, ends("worst")?);
    if !(rises || falls) || (best - worst).abs() > MOST_APART {
        return None;
    }
    let (direction, cast) = (if rises { "rises" } else { "falls" }, checkup.scenario.cast(who));
    let message = format!(
        "{name} of \"{}\" {direction} whatever one says: from {start:.0} to {best:.0} with the strongest lines, to {worst:.0} \
         with the weakest",
        crate::diagnostic::short(&cast.id)
    );
    let fix = format!("let less happen of itself to {name}, or offer lines that differ more in what they do to it");
    let tree = checkup.written.person(who);
    let place = tree.map_or_else(|| checkup.written.field("people"), |t| checkup.written.within(t, &["starts"]));
    Some(Finding::new(place, message, fix))
}

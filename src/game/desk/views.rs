//! What board and briefing show of a scenario.

use crate::case::Case;
use crate::game::screens::board::BoardRow;
use crate::game::screens::briefing::BriefingView;
use crate::growth::in_letters as number;
use crate::records::KeptCourse;
use crate::scenario::Scenario;
use crate::session::Mode;

/// `last` says when the trainee was here last.
pub(super) fn board_row(scenario: &Scenario, last: Option<String>) -> BoardRow {
    let people: Vec<String> = scenario.people.iter().map(|p| format!("{}, {}", p.name, p.role)).collect();
    BoardRow {
        title: scenario.title.clone(),
        people: people.join("; "),
        brief: scenario.brief.clone(),
        skills: scenario.skills.join(" · "),
        minutes: scenario.minutes,
        last: last.unwrap_or_default(),
        place: scenario.place.clone(),
    }
}

/// `kept` is how far the trainee is in it.
pub(super) fn case_row(case: &Case, kept: Option<&KeptCourse>) -> BoardRow {
    let people: Vec<String> = case.people.iter().map(|p| p.name.clone()).collect();
    let count = case.visits.len();
    let last = kept.map(|kept| match kept.course.visits.len() {
        0 => String::new(),
        done if done >= count => "The year is over; its doors can be looked at. ".to_owned(),
        done => format!("You have made {} of {} visits. ", number(done as u64), number(count as u64)),
    });
    BoardRow {
        title: case.title.clone(),
        people: people.join(", "),
        brief: case.brief.clone(),
        skills: format!("A case in {} visits", number(count as u64)),
        minutes: case.visits.iter().map(|visit| visit.scenario.minutes).sum(),
        last: last.unwrap_or_default(),
        place: "case".to_owned(),
    }
}

pub(super) fn briefing_view(scenario: &Scenario, mode: Mode) -> BriefingView {
    let people: Vec<String> =
        scenario.people.iter().map(|p| format!("{}, {}. {}", p.name, p.role, p.about).trim().to_owned()).collect();
    let mode = match mode {
        Mode::Coached => "Coached: a note of one line after each turn.",
        Mode::Practice => "Practice: the notes come afterwards.",
        Mode::Assessment => "Assessment: no turn is played again.",
    };
    BriefingView {
        title: scenario.title.clone(),
        person: people.join(" "),
        dispatch: scenario.brief.clone(),
        known: scenario.known.join(" "),
        watch_for: scenario.watch_for.join(" "),
        goal: scenario.goal.clone(),
        // where there is a line to call, all of it was told before
        care: if scenario.crisis_line.is_empty() { scenario.content_note.clone() } else { String::new() },
        mode: format!("{mode} About {} minutes.", scenario.minutes),
    }
}

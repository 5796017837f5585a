//! Names and scenarios that try to be something else: a tag, a formula, a code for the terminal, a turned line.

use std::sync::Arc;

use alongside::debrief::debrief;
use alongside::model::Model;
use alongside::records::{Records, Stamp};
use alongside::report;
use alongside::report::class::Names;
use alongside::report::completions::Course;
use alongside::report::debrief::Imprint;
use alongside::report::trainee::TraineeReport;
use alongside::scenario::{PlaceKind, Say, Scenario};
use alongside::session::{Mode, Session};
use uuid::Uuid;

use super::{Chooser, NOW, kept, play, scenario};

const HOSTILE: [&str; 6] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "=cmd|' /C calc'!A0",
    "\u{1b}]0;owned\u{7}\u{1b}[2J",
    "\u{202e}txt.exe\u{2066}",
    "{{ 7 * 7 }}{% raw %}",
];

/// Everything an author or a person can write, all at once and long.
fn nasty() -> String {
    HOSTILE.join(" ") + &"W".repeat(4000)
}

fn hostile_scenario() -> Arc<Scenario> {
    let mut scenario = (*scenario("the-olive-door")).clone();
    let set = |text: &mut String| *text = format!("{}{text}", HOSTILE.join(" "));
    for text in [&mut scenario.title, &mut scenario.goal, &mut scenario.brief] {
        set(text);
    }
    scenario.people.iter_mut().for_each(|cast| set(&mut cast.name));
    for place in &mut scenario.nodes {
        match &mut place.kind {
            PlaceKind::Ending(ending) => set(&mut ending.text),
            PlaceKind::Node(node) => {
                node.choices.iter_mut().for_each(|c| [&mut c.text, &mut c.note].into_iter().for_each(set));
                node.happens.iter_mut().for_each(|h| set(&mut h.why));
                node.says.iter_mut().for_each(|say| hostile_say(say, &set));
            }
        }
    }
    Arc::new(scenario)
}

fn hostile_say(say: &mut Say, set: &impl Fn(&mut String)) {
    match say {
        Say::Line(line) => [&mut line.text, &mut line.body].into_iter().for_each(set),
        Say::AnyOf(lines) => lines.iter_mut().for_each(|l| [&mut l.text, &mut l.body].into_iter().for_each(set)),
        Say::FirstThatFits(ways) => ways.iter_mut().for_each(|(_, say)| hostile_say(say, set)),
    }
}

struct Documents {
    html: Vec<String>,
    text: Vec<String>,
    csv: Vec<String>,
}

fn documents() -> Documents {
    let hostile = hostile_scenario();
    let mut session = Session::begin(hostile.clone(), Model::shipped(), 4, Mode::Practice);
    play(&mut session, &mut Chooser(4), |_| {});
    let told = debrief(&session);
    let imprint = Imprint { name: nasty(), hash: nasty(), model: nasty(), sentence: nasty(), ..Imprint::default() };
    let mut records = Records::in_memory();
    for i in 0..6 {
        let trainee = records.add_trainee("x", NOW).expect("added").ix;
        kept(&mut records, trainee, "the-olive-door", (i + 1, Mode::Practice, NOW));
    }
    let all = |ms| Stamp { ms, zone: 0 };
    let attempts = records.class("the-olive-door", all(i64::MIN), all(i64::MAX)).expect("readable");
    let names: Names = attempts.iter().map(|a| (a.trainee, nasty())).collect();
    let class = report::class::class(&attempts, &hostile, Model::shipped(), Some(&names));
    let mut trainee = records.trainees().expect("readable").remove(0);
    (trainee.name, trainee.officer, trainee.id) = (nasty(), nasty(), Uuid::nil());
    let mut past = records.past(trainee.ix).expect("readable");
    past.iter_mut().for_each(|p| p.title = nasty());
    let mut one = TraineeReport::of(&trainee, &past, Model::shipped(), NOW);
    (one.sentence, one.note, one.techniques[0].0) = (nasty(), nasty(), nasty());
    let mut done = records.completions(all(i64::MIN), all(i64::MAX)).expect("readable");
    done.iter_mut()
        .for_each(|c| (c.name, c.officer, c.title) = (HOSTILE[2].to_owned(), HOSTILE[2].to_owned(), nasty()));
    let course = Course { name: HOSTILE[2], with_names: true, cut: None };
    Documents {
        html: vec![report::debrief::html(&told, &imprint), report::class::html(&class), report::trainee::html(&one)],
        text: vec![report::debrief::text(&told, &imprint), report::class::text(&class), report::trainee::text(&one)],
        csv: vec![
            report::debrief::csv(&told),
            report::class::csv(&class),
            report::trainee::csv(&one),
            report::completions::csv(&done, &course),
        ],
    }
}

fn is_quiet(text: &str) -> bool {
    text.chars()
        .all(|c| c == '\n' || c == '\r' || c == '\t' || !(c.is_control() || alongside::diagnostic::is_override(c)))
}

#[test]
fn no_page_runs_or_shows_what_a_name_says() {
    for page in documents().html {
        for barred in ["<script", "<img", "onerror='"] {
            assert!(!page.to_lowercase().contains(barred), "{barred}");
        }
        assert!(page.contains("&lt;script&gt;alert(1)&lt;"), "it is told as it stands");
        assert!(page.contains("{{ 7 * 7 }}"), "it is filled in only once");
        assert!(is_quiet(&page));
    }
}

#[test]
fn no_text_drives_a_terminal_or_passes_column_eighty() {
    for text in documents().text {
        assert!(is_quiet(&text) && !text.contains('\r'));
        let long = text.lines().find(|line| line.chars().count() > 80);
        assert_eq!(long, None);
    }
}

/// Cells of a table, by RFC 4180.
fn cells(table: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in table.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => cells.push(String::new()),
            '\r' if !quoted => {}
            c => cells.last_mut().expect("never empty").push(c),
        }
    }
    cells
}

#[test]
fn no_cell_is_a_formula() {
    for table in documents().csv {
        assert!(is_quiet(&table));
        for cell in cells(&table).iter().filter(|cell| cell.parse::<f64>().is_err()) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
        let rows: Vec<usize> = table.split("\r\n").filter(|r| !r.is_empty()).map(|r| cells(r).len()).collect();
        assert!(rows.iter().all(|n| *n == rows[0]), "{rows:?}");
    }
}

//! The process dies at every step of a write, and the next one finds every turn that was shown.
//!
//! The child is this test program itself, told by the surroundings what to do.

use std::path::{Path, PathBuf};
use std::process::Command;

use alongside::model::Model;
use alongside::records::{Beginning, Keeper, Records};
use alongside::session::Mode;

use super::{NOW, begin, file, say_first, scenario, seated};

const FILE: &str = "ALONGSIDE_TEST_RECORDS";
const STEPS: &str = "ALONGSIDE_TEST_STEPS";

/// Plays on where the records stand, turn by turn, and dies after so many steps of the database. Says which turns it has shown.
#[test]
#[ignore = "the child of the tests below"]
fn child() {
    let (Ok(path), Ok(steps)) = (std::env::var(FILE), std::env::var(STEPS)) else { return };
    let mut left: u64 = steps.parse().expect("a number");
    let mut records = Records::open(Path::new(&path)).expect("opens");
    records.at_every_step(move || {
        left -= 1;
        if left == 0 {
            std::process::abort();
        }
    });
    let (mut session, mut keeper) = match records.unfinished(1).expect("readable") {
        Some(open) => open.resume(scenario(), Model::shipped()).expect("resumes"),
        None => (begin(Mode::Assessment), Keeper::new(Beginning { trainee: 1, form: None, at: NOW })),
    };
    while session.ending().is_none() {
        say_first(&mut session);
        records.keep(&mut keeper, &session, NOW).expect("kept");
        println!("shown {}", session.transcript().turns.len());
    }
    println!("over");
}

/// Runs the child; gives how many turns it has shown, and whether it came to the end.
fn run(path: &Path, steps: u64) -> (usize, bool) {
    let program: PathBuf = std::env::current_exe().expect("known");
    let child = Command::new(program)
        .args(["--exact", "records::kill::child", "--ignored", "--nocapture"])
        .env(FILE, path)
        .env(STEPS, steps.to_string())
        .output()
        .expect("it starts");
    let told = String::from_utf8_lossy(&child.stdout).into_owned();
    let shown = told.lines().filter_map(|line| line.rsplit_once("shown ")?.1.trim().parse().ok()).max();
    (shown.unwrap_or(0), told.contains("over\n"))
}

/// Dies after every so many steps, begins again, and so on to the end of the conversation; each time all that was shown must
/// be there. Gives how often it died.
fn die_until_it_is_over(step_width: u64) -> usize {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(&folder);
    drop(seated(&path));
    let (mut shown, mut deaths, mut steps) = (0, 0, 1);
    loop {
        let (now_shown, over) = run(&path, steps);
        shown = shown.max(now_shown);
        // it may die between the last turn's commit and saying so
        let finished = Records::open(&path).is_ok_and(|records| records.has_past(1).unwrap_or(false));
        if over || finished {
            let past = Records::open(&path).expect("opens").past(1).expect("readable");
            assert_eq!(past.len(), 1);
            assert!(past[0].turns.len() >= shown && past[0].conclusion.is_some());
            assert_eq!(Records::open(&path).expect("opens").verify().expect("readable").faults, []);
            return deaths + usize::from(!over);
        }
        deaths += 1;
        let records = Records::open(&path).expect("the file is never damaged");
        let kept = records.unfinished(1).expect("readable").map_or(0, |open| open.steps.len());
        assert!(kept >= shown, "{shown} turns were shown, {kept} are there after {steps} steps");
        steps += step_width;
    }
}

#[test]
fn a_process_that_dies_anywhere_in_a_write_loses_no_turn_that_was_shown() {
    let deaths = die_until_it_is_over(41);
    assert!(deaths > 10, "it died {deaths} times");
}

/// `cargo test --no-default-features --test main -- --ignored a_thousand`
#[test]
#[ignore = "a thousand processes, some minutes"]
fn a_thousand_deaths_lose_no_turn_that_was_shown() {
    let mut deaths = 0;
    let mut width = 1;
    while deaths < 1000 {
        deaths += die_until_it_is_over(width);
        width += 2;
    }
    println!("{deaths} deaths");
}

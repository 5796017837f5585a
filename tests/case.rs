//! A year of visits: what carries over, what the days do, and which doors it opens.

use alongside::case::{Case, Course, LIVES, Life, Passport, Stage, Word, cold_night, doors, live, load, standing};
use alongside::model::Model;
use alongside::scenario::{Outcome, library};

fn harbor() -> Case {
    load("harbor-street", None).unwrap_or_else(|problem| panic!("{problem}"))
}

fn mean(case: &Case, name: &str, of: fn(&alongside::case::Year) -> f64) -> f64 {
    let life: &Life = LIVES.iter().find(|life| life.name == name).expect("a way of living it");
    (1..=20).map(|seed| of(&live(case, Model::shipped(), life, seed))).sum::<f64>() / 20.0
}

#[test]
fn skilled_firm_nice_and_careless_years_end_far_apart() {
    let case = harbor();
    let [skilled, firm, nice, careless] =
        ["skilled", "merely firm", "merely nice", "careless"].map(|life| mean(&case, life, |y| y.trust));
    assert!(skilled >= 75.0 && (55.0..=70.0).contains(&firm) && (30.0..=52.0).contains(&nice) && careless <= 10.0);
    let open = ["skilled", "merely firm", "merely nice", "careless"].map(|life| mean(&case, life, |y| y.doors as f64));
    assert!(open[0] >= 5.5 && open[3] == 0.0, "{open:?}");
    assert!(open.windows(2).all(|pair| pair[0] >= pair[1] + 1.0), "each opens fewer than the one before: {open:?}");
}

#[test]
fn a_year_comes_out_the_same_each_time() {
    let case = harbor();
    for life in LIVES {
        assert_eq!(live(&case, Model::shipped(), life, 7), live(&case, Model::shipped(), life, 7), "{}", life.name);
    }
}

#[test]
fn what_is_carried_is_read_back_to_the_last_digit() {
    let case = harbor();
    for life in LIVES {
        let course = live(&case, Model::shipped(), life, 3).course;
        let text = serde_json::to_string(&course).expect("JSON");
        assert_eq!(serde_json::from_str::<Course>(&text).expect("read back"), course);
        for (visit, done) in course.visits.iter().enumerate() {
            let again = done.again(&case.visits[visit].scenario, Model::shipped()).expect("the same visit");
            let mut passport = done.arrived.clone();
            passport.after(&again, case.visits[visit].day);
            assert_eq!(passport, done.left, "{} of the {} year", case.visits[visit].name, life.name);
        }
    }
}

#[test]
fn there_are_never_days_enough_and_a_word_not_kept_is_broken() {
    let case = harbor();
    let mut course = Course::begin(&case);
    assert_eq!(course.stage(&case), Stage::Visit(0));
    let mut passport = Course::begin(&case).passport;
    let skilled = live(&case, Model::shipped(), &LIVES[0], 1).course;
    course.visits = skilled.visits[..1].to_vec();
    course.passport = skilled.visits[0].left.clone();
    course.days_passed = false;
    let word = Word { to: "mara".to_owned(), day: 0, kept: false, broken: false, settled: false };
    course.passport.promises.insert("name-by-noon".to_owned(), word);
    for (chosen, kept) in [(0..99, true), (5..99, false)] {
        let mut course = course.clone();
        let ways = case.ways_open(1, &course.passport);
        let chosen: Vec<usize> = ways.into_iter().filter(|way| chosen.contains(way)).collect();
        course.pass_days(&case, Model::shipped(), &chosen);
        assert!(course.days.len() <= case.visits[1].half_days, "no more than there is time for");
        let word = &course.passport.promises["name-by-noon"];
        assert_eq!((word.kept, word.broken), (kept, !kept));
        let trust = |passport: &Passport| passport.people["mara"].state.trust;
        assert!((trust(&course.passport) > trust(&passport)) || !kept);
        passport = course.passport;
    }
}

#[test]
fn the_bad_visit_of_another_officer_costs_respect_and_no_trust() {
    let case = harbor();
    let lived = live(&case, Model::shipped(), &LIVES[0], 2).course;
    let mut with = lived.visits[2].left.clone();
    let mut without = with.clone();
    case.pass_days(Model::shipped(), 3, &mut with, &[]);
    let mut calm = case.clone();
    calm.visits[3].events.clear();
    calm.pass_days(Model::shipped(), 3, &mut without, &[]);
    let mara = |passport: &Passport| passport.people["mara"].state;
    assert!(mara(&without).respect - mara(&with).respect > 2.0);
    assert_eq!(mara(&without).trust, mara(&with).trust);
}

#[test]
fn doors_open_and_shut_over_the_year_and_the_night_without_it_has_none() {
    let case = harbor();
    let lived = live(&case, Model::shipped(), &LIVES[0], 1).course;
    let told = doors(&case, &lived, Model::shipped());
    assert!(told.len() == 6 && told.iter().all(|door| door.open == door.turned.last().is_some_and(|t| t.opened)));
    assert!(told.iter().any(|door| door.turned.iter().any(|t| t.day < case.visits[3].day)));
    assert_eq!(standing(&case, &Course::begin(&case).passport, Model::shipped()), [false; 6]);
    let cold = cold_night(&case, Model::shipped()).expect("it is played out");
    let (ending, _) = cold.ending().expect("it ends");
    assert_eq!(ending.outcome, Outcome::Poor);
}

#[test]
fn a_faulty_case_says_what_is_wrong_with_it() {
    let text = include_str!("../scenarios/harbor-street/case.ron");
    let told = |from: &str, to: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("mine")).expect("made");
        assert_eq!(text.matches(from).count().min(1), 1, "{from}");
        std::fs::write(folder.path().join("mine/case.ron"), text.replacen(from, to, 1)).expect("written");
        load("mine", Some(folder.path())).expect_err("it is faulty").to_string()
    };
    for (from, to, wanted) in [
        ("day: 14", "day: 0", "comes on day 0, not after"),
        ("calls_on: [\"mara\"]", "calls_on: [\"maria\"]", "nobody"),
        ("learns: [\"owners-evening\"]", "learns: [\"owner-evening\"]", "owner-evening"),
        ("half_days: 3", "half_days: 9", "never enough for all"),
        ("\"two-eighty\": ", "\"two-ninety\": ", "nothing is told of the ending \"two-eighty\""),
        ("choices: [3, 1", "choices: [9, 1", "cold: turn 1"),
        ("scenario: \"the-name\"", "scenario: \"the-nam\"", "there is no scenario"),
        ("begins: \"2026-10-15\"", "begins: \"today\"", "is no day"),
        ("title: ", "titel: ", "titel"),
        ("scenario: \"the-name\"", "scenario: \"../the-name\"", "is no scenario's id"),
        ("respect: -12", "respect: -1200", "outside -100 to 100"),
        ("respect: -12", "respect: NaN", "outside -100 to 100"),
        ("after: 1,", "after: 4294967295,", "days at most"),
        ("name: \"The name\"", "name: \"The \\u{202e}name\"", "U+202E"),
    ] {
        let told = told(from, to);
        let wanted = if wanted == "nobody" { "no visit has anybody called \"maria\"" } else { wanted };
        assert!(told.contains(wanted), "{to}: {told}");
    }
    assert!(load("nowhere", None).expect_err("there is none").to_string().contains("harbor-street"));
}

#[test]
fn a_case_of_ones_own_brings_its_visits_along() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("mine");
    std::fs::create_dir(&own).expect("made");
    let text = include_str!("../scenarios/harbor-street/case.ron").replace("\"the-name\"", "\"my-name\"");
    std::fs::write(own.join("case.ron"), text).expect("written");
    std::fs::write(own.join("my-name.ron"), include_str!("../scenarios/harbor-street/the-name.ron")).expect("written");
    let case = load("mine", Some(folder.path())).unwrap_or_else(|problem| panic!("{problem}"));
    assert_eq!((case.id.as_str(), case.visits[1].scenario.id.as_str()), ("mine", "my-name"));
    assert!(alongside::case::all(Some(folder.path())).iter().any(|case| case.id == "mine"));
    assert!(load("../mine", Some(folder.path())).is_err());
}

#[test]
fn the_page_on_cases_shows_what_the_command_says() {
    let told = std::process::Command::new(env!("CARGO_BIN_EXE_alongside"))
        .args(["case", "harbor-street"])
        .output()
        .expect("it runs");
    let told = String::from_utf8(told.stdout).expect("text");
    let table: Vec<&str> = told.lines().filter(|l| l.contains(": the ")).map(str::trim).collect();
    let page = include_str!("../docs/cases.md");
    assert!(table.len() == 4 && table.iter().all(|row| page.contains(row)), "docs/cases.md is old:\n{told}");
}

#[test]
fn nobody_of_the_written_conversation_is_named_in_its_twin() {
    for id in library::shipped_ids() {
        let written = library::load(&id, None).expect("it ships");
        let Ok(twin) = library::load(&format!("{id}-twin"), None) else { continue };
        let texts =
            serde_json::to_string(&twin.nodes).expect("JSON") + &twin.brief + &twin.known.join(" ") + &twin.goal;
        let words: Vec<&str> = texts.split(|c: char| !c.is_alphanumeric()).collect();
        for (who, ..) in &written.twin.as_ref().expect("it has one").people {
            let names =
                written.cast(*who).name.split(' ').filter(|n| n.len() > 2 && !n.ends_with('.') && *n != "Officer");
            names.for_each(|name| assert!(!words.contains(&name), "{id}: the twin still says {name}"));
        }
    }
}

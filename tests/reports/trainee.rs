//! One trainee over all conversations.

use alongside::model::Model;
use alongside::records::Records;
use alongside::report::trainee::{Balance, Next, TraineeReport, csv, html, text};
use alongside::session::Mode;

use super::{NOW, kept};

fn report() -> TraineeReport {
    let mut records = Records::in_memory();
    let trainee = records.add_trainee("Elena", NOW).expect("added");
    kept(&mut records, trainee.ix, "the-olive-door", (1, Mode::Practice, NOW));
    kept(&mut records, trainee.ix, "apartment-3c", (2, Mode::Assessment, NOW.days_on(3)));
    kept(&mut records, trainee.ix, "the-olive-door", (3, Mode::Practice, NOW.days_on(9)));
    let past = records.past(trainee.ix).expect("readable");
    let mut report = TraineeReport::of(&trainee, &past, Model::shipped(), NOW.days_on(10));
    report.id = "1234abcd".to_owned();
    report.attempts.iter_mut().enumerate().for_each(|(i, attempt)| attempt.id = format!("0000000{i}"));
    report
}

#[test]
fn the_text_tells_all_of_it() {
    insta::assert_snapshot!("trainee", text(&report()));
}

#[test]
fn first_plays_are_filled_and_replays_hollow() {
    let report = report();
    for curve in &report.curves {
        assert_eq!(curve.points.iter().map(|p| p.again).collect::<Vec<_>>(), [false, false, true], "{curve:?}");
        assert!(curve.points.iter().all(|p| p.low <= p.score && p.score <= p.high), "{curve:?}");
    }
    let page = html(&report);
    let curve = page.split("class=\"curve\"").nth(1).and_then(|p| p.split("</svg>").next()).expect("a curve");
    // the color of paper fills the hollow ones
    assert_eq!(curve.matches("#FAF5E9").count(), 1, "{curve}");
}

#[test]
fn what_is_known_of_growth_is_told_where_it_is_filled_in() {
    let plain = html(&report());
    assert!(plain.contains("How the four have gone.") && !plain.contains("Practice next"));
    let mut grown = report();
    grown.sentence = "Your boundaries have grown.".to_owned();
    grown.next = vec![Next { title: "Holding a line".to_owned(), reason: "Twelve days since the last.".to_owned() }];
    grown.mastery = vec![("Holding a line, upset".to_owned(), "coming along".to_owned())];
    grown.balance = Some(Balance { at: 0.5, low: 0.1, high: 0.8 });
    grown.note = "I will let a complaint finish.".to_owned();
    grown.curves[2].verdict = "has grown".to_owned();
    grown.curves[2].points.iter_mut().for_each(|p| p.trend = Some((p.score, p.low, p.high)));
    for page in [html(&grown), text(&grown)] {
        for told in [
            "Your boundaries have grown.",
            "Holding a line",
            "Twelve days since the last.",
            "coming along",
            "too soft",
            "has grown",
            "let a complaint finish",
        ] {
            assert!(page.contains(told), "{told}");
        }
    }
}

#[test]
fn under_three_conversations_no_trend_is_told() {
    let records = Records::in_memory();
    let nobody = records.add_trainee("", NOW).expect("added");
    let report = TraineeReport::of(&nobody, &[], Model::shipped(), NOW);
    assert!(text(&report).contains("Too early to tell how it goes."));
    assert!(html(&report).contains("not enough chances to rate"));
    assert_eq!(csv(&report).lines().count(), 1);
}

#[test]
fn the_table_is_oldest_first() {
    let table = csv(&report());
    let dates: Vec<&str> = table.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
    assert_eq!(dates, ["2026-11-04", "2026-11-07", "2026-11-13"]);
}

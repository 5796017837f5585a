//! One conversation on paper.

use alongside::debrief::debrief;
use alongside::records::Link;
use alongside::report::debrief::{Imprint, csv, html, text};
use alongside::session::Mode;
use uuid::Uuid;

use super::{NOW, played};

const TALK: &str = "tests/scenarios/short-talk.ron";

fn imprint() -> Imprint {
    Imprint {
        name: "Elena Sauer".to_owned(),
        when: Some(NOW),
        hash: "0123456789abcdef0123456789abcdef".to_owned(),
        model: "1".to_owned(),
        seal: None,
        own: [Some(3), None, None, None],
        sentence: "I will let a complaint finish.".to_owned(),
    }
}

#[test]
fn the_text_tells_all_of_it() {
    insta::assert_snapshot!("debrief", text(&debrief(&played(TALK, 5, Mode::Practice)), &imprint()));
}

#[test]
fn an_assessment_carries_its_seal() {
    let told = debrief(&played(TALK, 5, Mode::Assessment));
    let link =
        Link { number: 12, attempt: Uuid::nil(), sealed: NOW, removed: None, mark: "00ff00ff00ff00ff".to_owned() };
    let sealed = Imprint { seal: Some(link), ..imprint() };
    let wanted = "Seal 12 of these records, mark 00ff00ff00ff00ff, 4 November 2026.";
    assert!(html(&told, &sealed).contains(wanted));
    assert!(text(&told, &sealed).split_whitespace().collect::<Vec<_>>().join(" ").contains(wanted));
    assert!(!html(&told, &imprint()).contains("Seal 12"));
}

#[test]
fn the_page_names_what_is_needed_to_have_the_same_again() {
    let page = html(&debrief(&played(TALK, 5, Mode::Practice)), &imprint());
    assert!(page.contains("Scenario short-talk, 0123456789abcdef. Seed 5. Model 1."), "identity");
    assert!(page.contains("Elena Sauer, Practice, 4 November 2026"));
    let hidden = html(&debrief(&played(TALK, 5, Mode::Practice)), &Imprint { name: String::new(), ..imprint() });
    assert!(!hidden.contains("Elena"));
}

#[test]
fn the_table_has_a_row_for_each_turn() {
    let told = debrief(&played(TALK, 5, Mode::Practice));
    let table = csv(&told);
    assert_eq!(table.lines().count(), told.turns.len() + 1);
    assert!(
        table.starts_with("turn,to,line,techniques,empathy,listening,boundaries,regard,arousal_before,"),
        "{table}"
    );
}

#[test]
fn nobody_is_scolded_and_no_rating_is_a_bare_number() {
    let page = html(&debrief(&played(TALK, 5, Mode::Practice)), &imprint());
    let ratings = page.split("How it went").nth(1).and_then(|p| p.split("How it was for").next()).expect("ratings");
    let visible: String = ratings.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
    assert!(visible.replace("35 is what picking", "").chars().all(|c| !c.is_ascii_digit()), "{visible}");
}

//! What `--fix` mends, and what it leaves to the author.

use alongside::diagnostic::{Diagnostic, Severity};
use alongside::lint;
use alongside::model::Model;
use alongside::rewrite::fix::{REMEDIES, mend};
use alongside::rewrite::layout::canonical;
use alongside::scenario::library::known;
use proptest::prelude::*;

use super::scenarios;

const SHORT: &str = include_str!("../scenarios/short-talk.ron");

fn problems(text: &str) -> Vec<Diagnostic> {
    lint::check("short-talk", text, Model::shipped(), known())
}

fn mended(text: &str) -> String {
    mend(text, &problems).text
}

fn spoiled(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from}");
    text.replacen(from, to, 1)
}

/// Spoils the short talk in one place, and looks that it is mended to what it was but for its layout.
fn check_mended(from: &str, to: &str) {
    let text = spoiled(SHORT, from, to);
    assert!(!problems(&text).is_empty(), "{to} is no fault");
    let mended = canonical(&mended(&text)).unwrap_or_else(|e| panic!("{from} => {to}: {e:?}"));
    assert_eq!(mended, canonical(SHORT).expect("it is well"), "{from} => {to}");
}

fn assert_same(mended: &str, wanted: &str) {
    let differ = |(a, b): &(&str, &str)| a != b;
    assert_eq!(mended.lines().zip(wanted.lines()).find(differ), None);
    assert_eq!(mended.len(), wanted.len());
}

fn check_left(from: &str, to: &str) {
    let text = spoiled(SHORT, from, to);
    assert!(!problems(&text).is_empty(), "{to} is no fault");
    assert_same(&mended(&text), &text);
}

#[test]
fn a_mark_that_is_missing_is_put_where_it_belongs() {
    check_mended("title: \"Short talk\",", "title: \"Short talk\"");
    check_mended("title: \"Short talk\"", "title \"Short talk\"");
    check_mended("Line(who: \"ana\", text: \"You'll knock?\"", "Line(who \"ana\", text: \"You'll knock?\"");
    check_mended("starts: (arousal: 50, trust: 35", "starts: (arousal: 50 trust: 35");
    check_mended("need: Belonging, feels: (Fear, 2)", "need: Belonging, feels: (Fear 2)");
    check_mended(
        "to: \"landing\"),\n                Choice(text: \"Old",
        "to: \"landing\")\n                Choice(text: \"Old",
    );
    check_mended("},\n    opening", "}\n    opening");
    check_mended("on.\"),\n    },", "on.\"),,\n    },");
}

#[test]
fn a_bracket_that_is_missing_is_put_where_it_belongs() {
    check_mended("[BoundedPromise], knows", "[BoundedPromise, knows");
    check_mended(
        "uses: [BoundedPromise], knows: [\"two-papers\"], to: \"light-on\")",
        "uses: [BoundedPromise], knows: [\"two-papers\"], to: \"light-on\"",
    );
    check_mended("(Fear, 2)),\n        ),", "(Fear, 2),\n        ),");
    check_mended("She holds the rail.\")],", "She holds the rail.\"],");
    check_mended("She holds the rail.\")],", "She holds the rail.\"),");
}

#[test]
fn a_quote_that_is_missing_is_put_where_it_belongs() {
    check_mended("title: \"Short talk\",", "title: \"Short talk,");
    check_mended("text: \"The chain goes on.\"),", "text: \"The chain goes on.),");
    check_mended("text: \"She has lost interest.\", right", "text: “She has lost interest.”, right");
    check_mended("title: \"Short talk\",", "title: “Short talk”,");
    check_mended("title: \"Short talk\",", "title: \"Short talk”,");
    check_mended("text: \"She has lost interest.\", right: false", "text: \"She has lost interest.\", right: False");
}

/// The short talk with straight quotes made into these, in turns.
fn quoted(open: char, close: char) -> String {
    let mut opens = false;
    let other = |c: char| match c {
        '"' => {
            opens = !opens;
            if opens { open } else { close }
        }
        c => c,
    };
    SHORT.chars().map(other).collect()
}

#[test]
fn quotes_of_another_kind_are_made_straight_all_over_a_file() {
    assert_same(&mended(&quoted('“', '”')), SHORT);
    assert_same(&mended(&quoted('„', '“')), SHORT);
    assert_same(&mended(&quoted('\'', '\'')), SHORT);
    check_mended("text: \"She has lost interest.\"", "text: 'She has lost interest.'");
    let inside = spoiled(SHORT, "\"She has lost interest.\"", "\"She has \\\"lost\\\" interest.\"");
    for other in ["'She has \"lost\" interest.'", "“She has \"lost\" interest.”"] {
        assert_eq!(mended(&spoiled(SHORT, "\"She has lost interest.\"", other)), inside);
    }
    check_mended("You'll knock?\", body", "You'll knock?”, body");
    check_mended("text: \"You'll knock?\"", "text: You'll knock?\"");
}

#[test]
fn another_mark_becomes_the_one_that_belongs_there() {
    check_mended("title: \"Short talk\"", "title = \"Short talk\"");
    check_mended("title: \"Short talk\"", "title => \"Short talk\"");
    check_mended("title: \"Short talk\",", "title: \"Short talk\";");
    check_mended("uses: [Argue], to", "uses: [Argue]; to");
    check_mended("I'd ask her.\", right: true),", "I'd ask her.\", right: true);");
    let unseen = SHORT.replace("    minutes", "    \u{200b}minutes").replace(" to: ", " \u{feff}to: ");
    assert_same(&mended(&unseen), SHORT);
    let marks = SHORT.replace(": ", " = ").replace("\",\n", "\";\n");
    assert_eq!(mended(&marks).replace(" :", ":"), SHORT);
}

#[test]
fn a_note_of_another_kind_becomes_one() {
    let noted =
        SHORT.replace("                Choice(", "                // a note, \"or\" two\n                Choice(");
    assert_eq!(mended(&noted.replace("// a note", "# a note")), noted);
    assert_eq!(mended(&noted.replace("// a note", "### a note")), noted);
}

#[test]
fn a_bracket_of_another_kind_or_one_too_many_is_put_right() {
    check_mended("uses: [Argue],", "uses: [Argue),");
    check_mended("uses: [Argue],", "uses: [Argue]],");
    check_mended("right: true),\n            ]),", "right: true),\n            }),");
    check_mended("to: \"light-on\"),", "to: \"light-on\")),");
    check_mended("to: \"light-on\"),", "to: \"light-on\"],");
    check_mended("to: \"light-on\"),", "to: \"light-on\"},");
    check_mended("you come back up.\"),", "you come back up.\")),");
    check_mended("},\n    opening", "],\n    opening");
    check_mended("    },\n)", "    },\n");
    let mut named = Vec::new();
    let mut before = ' ';
    let curly = SHORT.chars().map(|c| {
        if c == '(' {
            named.push(before.is_alphabetic());
        }
        let turned = matches!(c, '(') && named.last() == Some(&true) || c == ')' && named.pop() == Some(true);
        before = c;
        if turned { if c == '(' { '{' } else { '}' } } else { c }
    });
    let curly: String = curly.collect();
    assert_same(&mended(&curly), SHORT);
}

#[test]
fn many_at_once_are_mended_together() {
    let edits = [
        ("title: \"Short talk\",", "title: \"Short talk,"),
        ("minutes: 1,", "minutes 1,"),
        ("role: \"neighbor\"", "roel: \"neighbor\""),
        ("[OpenQuestion], to: \"hall\"", "[openQuestoin], to: \"hal\""),
        ("lost interest.\", right: false", "lost interest.\", right: False"),
        ("to: \"light-on\"),", "to: \"light-on\")"),
    ];
    let text = edits.iter().fold(SHORT.to_owned(), |text, (from, to)| spoiled(&text, from, to));
    assert_eq!(mended(&text), SHORT);
}

#[test]
fn a_word_one_letter_off_is_put_right_where_only_one_can_be_meant() {
    check_mended("uses: [BoundedPromise]", "uses: [BoundedPromisse]");
    check_mended("opening: \"door\"", "opening: \"dor\"");
    check_mended("knows: [\"two-papers\"]", "knows: [\"two-paper\"]");
    check_mended("outcome: Good", "outcome: good");
    check_mended("minutes: 1", "minuets: 1");
    // two letters, or a word of which as much is wrong as right
    check_left("uses: [BoundedPromise]", "uses: [BunddedPromise]");
    check_left("outcome: Good", "outcome: Pood");
}

#[test]
fn among_names_that_are_alike_none_is_chosen() {
    let text = SHORT.replace("\"hall\"", "\"hall-1\"").replace("\"landing\"", "\"hall-2\"");
    assert!(problems(&text).is_empty());
    let text = spoiled(&text, "[OpenQuestion], to: \"hall-1\"", "[OpenQuestion], to: \"hall-3\"");
    assert_eq!(mended(&text), text);
}

#[test]
fn what_stands_there_twice_goes_only_where_it_is_the_same() {
    check_mended("    minutes: 1,\n", "    minutes: 1,\n    minutes: 1,\n");
    check_mended("to: \"light-on\")", "to: \"light-on\", to: \"light-on\")");
    check_left("    minutes: 1,\n", "    minutes: 1,\n    minutes: 2,\n");
}

#[test]
fn a_comment_that_allows_what_is_not_there_goes() {
    check_mended("    minutes: 1,\n", "    minutes: 1,\n    // allow no-body: it is dark\n");
    check_mended("    minutes: 1,\n", "    minutes: 1, // allow no-body: it is dark\n");
    check_left("    minutes: 1,\n", "    minutes: 1, // allow no-bdy: it is dark\n");
}

#[test]
fn what_was_meant_is_not_guessed_at() {
    check_left("text: \"Step aside, please.\"", "text: \"Step \"aside\", please.\"");
    check_left("text: \"Step aside, please.\"", "text: \"Say \"no: never\" please.\"");
    check_left("text: \"Step aside, please.\"", "text: ");
    check_left("[Command], to: \"hall\"", "[Command], to: \"nowhere-at-all\"");
    check_left("text: \"Step aside, please.\"", "text: “Step “aside, please.”");
    check_left("She holds the rail.\")],", "She holds (the rail.))],");
    check_left("text: \"Step aside, please.\"", "text: Step aside, please.");
    check_left("text: \"Step aside, please.\"", "text: \"Step aside\" \"please.\"");
    check_left("text: \"Step aside, please.\"", "text: - \"Step aside, please.\"");
    // whose history it is nobody can tell
    check_left("(Fear, 2)),\n        ),", "(Fear, 2), history: 1,\n        ),");
}

#[test]
fn what_is_well_stays_as_it_is() {
    for (id, text) in scenarios() {
        assert_eq!(mend(&text, &|text| lint::check(&id, text, Model::shipped(), known())).text, text, "{id}");
    }
}

#[test]
fn a_remedy_that_makes_it_worse_is_not_kept() {
    let text = spoiled(SHORT, "opening: \"door\"", "opening: \"dor\"");
    let check = |t: &str| {
        let count = if t == text { 1 } else { 2 };
        problems(&text).into_iter().take(1).cycle().take(count).collect()
    };
    assert_eq!(mend(&text, &check).text, text);
}

#[test]
fn every_remedy_answers_a_code_there_is() {
    let told = lint::explanations();
    let known = |code: &str| told.iter().any(|e| e.code == code);
    // the rule for translators comes with translations
    let unknown: Vec<_> = REMEDIES.iter().map(|r| r.code).filter(|c| !known(c)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

/// One mark in three is left out, doubled, or made another one.
#[test]
fn what_is_mended_whole_is_what_it_was() {
    let lines = |text: &str| canonical(text).map(|t| t.replace("\n\n", "\n")).ok();
    let plays = |text: &str| problems(text).iter().all(|p| p.severity == Severity::Warning);
    let (mut restored, mut spoiled) = (0, 0);
    let marks = SHORT.char_indices().filter(|(_, c)| "()[]{},:\"".contains(*c)).step_by(3);
    for (i, mark) in marks {
        for put in [String::new(), format!("{mark}{mark}"), "]".to_owned()] {
            let text = format!("{}{put}{}", &SHORT[..i], &SHORT[i + 1..]);
            if plays(&text) {
                continue;
            }
            let after = mended(&text);
            let whole = plays(&after);
            assert!(!whole || lines(&after) == lines(SHORT), "{mark} => {put} at {i}: {after}");
            (restored, spoiled) = (restored + usize::from(whole), spoiled + 1);
        }
    }
    assert!(restored * 3 > spoiled, "{restored} of {spoiled}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_wrong_it_ends_and_makes_nothing_worse(
        places in prop::collection::vec((any::<prop::sample::Index>(), 0usize..3, prop::sample::select(vec!["", ",", "\"", ")", "]", "”", "x", "("])), 1..4),
    ) {
        let mut text = SHORT.to_owned();
        for (at, cut, put) in places {
            let from = at.index(text.len());
            let to = (from + cut).min(text.len());
            if text.is_char_boundary(from) && text.is_char_boundary(to) {
                text.replace_range(from..to, put);
            }
        }
        let errors = |text: &str| problems(text).iter().filter(|p| p.severity == Severity::Error).count();
        prop_assert!(errors(&mended(&text)) <= errors(&text));
    }
}

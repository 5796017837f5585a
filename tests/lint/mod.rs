//! What `check` says of a scenario that plays: each rule speaks where it should, and is silent where it should.

mod evidence;
mod examples;
pub mod frame;
mod words;
mod structure;

use alongside::lint::{check, explanations};
use alongside::model::Model;
use alongside::scenario::library::{known, shipped_ids};

/// The codes found in a fragment, put into the frame.
pub fn codes(fragment: &str) -> Vec<&'static str> {
    codes_of(&frame::around(fragment))
}

/// The codes found in a whole scenario.
pub fn codes_of(text: &str) -> Vec<&'static str> {
    check("a-talk", text, Model::shipped(), known()).into_iter().map(|p| p.code).collect()
}

/// Rules about a whole conversation: their examples show one turn of it, which is put in several times over.
const OF_THE_WHOLE: &[examples::Put] = &[
    ("chance-is-enough", evidence::ten_times),
    ("expert-falls-short", evidence::ten_times),
    ("line-without-id", words::translated),
    ("length-predicts", evidence::ten_times),
    ("nice-is-enough", evidence::ten_times),
    ("nice-words-predict", evidence::ten_times),
    ("no-wrong-moment", evidence::ten_times),
    ("position-predicts", evidence::every_second),
    ("rarely-at-stake", evidence::ten_times),
    ("rises-whatever", evidence::ten_times),
];

#[test]
fn each_rule_finds_its_bad_example_and_not_its_good_one() {
    for e in explanations().iter().filter(|e| !examples::NOT_TO_BE_SHOWN.contains(&e.code)) {
        let put = OF_THE_WHOLE
            .iter()
            .chain(examples::WRITTEN_OUT)
            .find(|(code, _)| *code == e.code)
            .map_or(frame::around as fn(&str) -> String, |(_, f)| *f);
        let found = codes_of(&put(e.bad));
        assert!(found.contains(&e.code), "{}: the bad example gives {found:?}\n{}", e.code, put(e.bad));
        let found = codes_of(&put(e.good));
        assert!(!found.contains(&e.code), "{}: the good example gives it too\n{}", e.code, put(e.good));
    }
}

#[test]
fn nothing_is_found_in_the_shipped_scenarios() {
    for id in shipped_ids() {
        let text = std::fs::read_to_string(format!("scenarios/{id}.ron")).expect("it is there");
        let found = check(&id, &text, Model::shipped(), known());
        assert!(found.is_empty(), "{id}: {found:#?}");
    }
}

#[test]
fn what_is_allowed_with_a_reason_is_not_told() {
    let long = "Choice(text: \"One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
                seventeen eighteen nineteen twenty and on and on and on and on it goes.\", uses: [Inform], to: \"good\"),";
    let hot = "\"sam\": Person(name: \"Sam\", role: \"tenant\", looks: \"dev\", \
               starts: (arousal: 80, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))),\n";
    let with = |comment: &str| codes(&format!("{hot}{comment}\n{long}"));
    assert!(with("").contains(&"line-too-long"));
    assert!(
        !with("// allow line-too-long: a list read out").iter().any(|c| ["line-too-long", "unused-allow"].contains(c))
    );
    assert!(with("// allow line-too-long").contains(&"allow-without-reason"));
    assert!(with("// allow no-body: wrong code").contains(&"unused-allow"));
}

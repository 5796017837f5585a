//! The rules about words, at their edges.

use std::fmt::Write;

use alongside::lint::{check, without_id};
use alongside::model::Model;
use alongside::scenario::library::known;
use alongside::scenario::resolve::resolve;

use super::frame;

/// The places in the file that a code is told of, as they are written there.
fn told(code: &str, fragment: &str) -> Vec<String> {
    told_of(code, &frame::around(fragment))
}

fn told_of(code: &str, text: &str) -> Vec<String> {
    let found = check("a-talk", text, Model::shipped(), known());
    assert!(alongside::lint::can_be_played(&found), "{found:#?}\n{text}");
    found.into_iter().filter(|p| p.code == code).map(|p| text[p.span].to_owned()).collect()
}

/// A scenario in which everything has an id but the fragment.
pub fn translated(fragment: &str) -> String {
    let mut text = frame::around(fragment);
    let (from, to) = (text.find(fragment).unwrap_or(0), text.find(fragment).map_or(0, |i| i + fragment.len()));
    let mut count = 0;
    let mut named = |part: &str| {
        let mut out = String::new();
        for (i, piece) in part.split("Choice(").enumerate() {
            if i > 0 {
                count += 1;
                let _ = write!(out, "Choice(id: \"choice-{count}\", ");
            }
            for (k, piece) in piece.split("Line(").enumerate() {
                if k > 0 {
                    count += 1;
                    let _ = write!(out, "Line(id: \"line-{count}\", ");
                }
                out.push_str(piece);
            }
        }
        out
    };
    let (before, after) = (named(&text[..from]), named(&text[to..]));
    text = format!("{before}{fragment}{after}");
    text
}

fn two(first: &str, second: &str) -> String {
    format!(
        "Choice({first}, uses: [SimpleReflection], to: \"good\"),\nChoice({second}, uses: [ClosedQuestion], to: \"bad\"),\n"
    )
}

fn alike(first: &str, second: &str) -> bool {
    !told("alike-choices", &two(&format!("text: \"{first}\""), &format!("text: \"{second}\""))).is_empty()
}

#[test]
fn choices_are_alike_whatever_their_order_fillers_and_marks() {
    assert!(alike("So, the door is open.", "Open is the door!"));
    assert!(alike("You sound tired to me.", "You sounded tired to me."));
    assert!(alike(
        "Tell me from the beginning everything that happened on the stairs tonight.",
        "Tell me from the beginning everything that happened on the stairs yesterday."
    ));
}

#[test]
fn one_word_that_turns_a_line_makes_it_another() {
    for (first, second) in [
        ("I can stay with you.", "I can't stay with you."),
        ("What did he say to you?", "What did she say to you?"),
        ("Open the door.", "Open the door, please."),
        ("Tell me about the cat.", "Tell me about the car."),
        (
            "Tell me from the beginning everything that happened on the stairs at 9.",
            "Tell me from the beginning everything that happened on the stairs at 10.",
        ),
        (
            "I will be back here before the end of the night for you.",
            "I will not be back here before the end of the night for you.",
        ),
    ] {
        assert!(!alike(first, second), "{first} / {second}");
    }
}

#[test]
fn two_silences_that_look_the_same_are_alike_and_two_deeds_that_differ_are_not() {
    let silences = |a: &str, b: &str| {
        let third = "Choice(text: \"Hm.\", uses: [MinimalEncourager], to: \"good\"),";
        told("alike-choices", &format!("{}{third}", two(&format!("silence: true{a}"), &format!("silence: true{b}"))))
    };
    assert_eq!(silences("", "").len(), 1);
    assert!(silences(", deed: \"Wait.\"", ", deed: \"Look at the stairs.\"").is_empty());
}

#[test]
fn choices_that_are_never_on_offer_together_may_be_alike() {
    let gated = |a: &str, b: &str| {
        let line = |gate: &str, to: &str| {
            format!("Choice(text: \"Go on.\", uses: [MinimalEncourager]{gate}, to: \"{to}\"),\n")
        };
        let open = two("text: \"You had a long night.\"", "text: \"Who is in there?\"");
        told("alike-choices", &format!("{open}{}{}", line(a, "good"), line(b, "bad"))).len()
    };
    assert_eq!(gated("", ""), 1);
    assert_eq!(gated(", when: Trust(AtLeast(30))", ""), 1);
    assert_eq!(gated(", when: Trust(AtLeast(30))", ", when: Trust(Below(30))"), 0);
    // not the same gate, and both open from the start
    assert_eq!(gated(", when: Trust(AtLeast(30))", ", when: Trust(AtLeast(20))"), 1);
}

const ABSURD: [&str; 3] = [
    "Choice(text: \"Poor you. Open up or I kick it in.\", uses: [Sarcasm, Threat], to: \"bad\"),\n",
    "Choice(text: \"You people never learn.\", uses: [Judgment, Sarcasm], to: \"bad\"),\n",
    "Choice(text: \"Be a man, or it's the car.\", uses: [Threat, Judgment], to: \"bad\"),\n",
];

#[test]
fn the_first_absurd_choice_is_free_and_each_further_one_is_told() {
    let decent = two("text: \"You had a long night.\"", "text: \"Who is in there?\"");
    let count = |absurd: usize| told("absurd-choice", &format!("{decent}{}", ABSURD[..absurd].concat())).len();
    assert_eq!([count(1), count(2), count(3)], [0, 1, 2]);
}

#[test]
fn a_bad_line_among_bad_lines_is_not_absurd() {
    let cold = "Choice(text: \"Open up.\", uses: [Command], to: \"bad\"),\n\
                Choice(text: \"Calm down in there.\", uses: [CalmDown], to: \"bad\"),\n";
    assert!(told("absurd-choice", &format!("{cold}{}", ABSURD[..2].concat())).is_empty());
}

#[test]
fn a_long_sentence_is_told_where_it_stands_and_a_semicolon_ends_one() {
    let words = |count: usize| vec!["one"; count].join(" ");
    let line = |text: &str| format!("Line(who: \"sam\", text: \"{text}\", body: \"He nods.\"),");
    assert!(told("hard-to-read", &line(&words(35))).is_empty());
    let long = words(36);
    assert_eq!(told("hard-to-read", &line(&long)), [format!("\"{long}\"")]);
    assert!(told("hard-to-read", &line(&format!("{}; {}", words(30), words(30)))).is_empty());
}

#[test]
fn talk_that_reads_like_a_form_is_told_once_at_its_hardest_text() {
    let hard = "Subsequent investigation established considerable contradictions regarding everybody's whereabouts";
    let line = format!("Line(who: \"sam\", text: \"{hard} here.\", body: \"He nods.\"),\n");
    assert!(told("hard-to-read", &line.repeat(3)).is_empty(), "too few words to tell");
    let all = format!("{}Line(who: \"sam\", text: \"{hard}.\", body: \"He nods.\"),", line.repeat(18));
    assert_eq!(told("hard-to-read", &all), [format!("\"{hard}.\"")]);
}

fn misspelled(text: &str) -> Vec<String> {
    let mara = "\"sam\": Person(name: \"Mara Haddad\", role: \"owner\", looks: \"mara\", \
                starts: (arousal: 50, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))),\n";
    told("name-misspelled", &format!("{mara}Line(who: \"sam\", text: \"{text}\", body: \"She nods.\"),"))
}

#[test]
fn slips_of_the_finger_in_a_name_are_told_at_the_word() {
    assert_eq!(misspelled("They asked for Marra, not for me."), ["Marra"]);
    assert_eq!(misspelled("Maar, they said. Is Hadad's place open?"), ["Maar", "Hadad"]);
    assert_eq!(misspelled("The sign says Haddat."), ["Haddat"]);
}

#[test]
fn other_people_words_and_forms_are_no_slips() {
    for text in [
        "They asked for Mark and Mary, and then for Maria.",
        "Mara's place. The Haddads. MARA!",
        "In March. And on Sunday.",
        // at the beginning of a sentence any word has a capital
        "Hadda is no word. Maar is none either.",
        // also written small
        "They say Marra there; the marra is a meadow.",
    ] {
        assert_eq!(misspelled(text), [""; 0], "{text}");
    }
}

#[test]
fn whoever_is_named_about_as_often_is_somebody_else() {
    assert_eq!(misspelled("Ask Marra."), ["Marra"]);
    assert_eq!(misspelled("Ask Marra. And Marra, and Marra's son."), [""; 0]);
}

#[test]
fn a_name_used_often_is_known_without_being_in_the_cast() {
    let text = "I asked Gianni. Was Gianni there? No Gianni. Then Gianni came, and Gianni sat down. Then Giannu left.";
    assert_eq!(misspelled(text), ["Giannu"]);
}

#[test]
fn a_label_is_told_of_the_officer_and_of_the_narrator_and_not_of_people_on_stage() {
    let choice = |uses: &str| {
        let text = format!("Choice(text: \"You people are all junkies.\", uses: [{uses}], to: \"bad\"),");
        told("group-label", &text)
    };
    assert_eq!(choice("Command"), ["junkies"]);
    assert_eq!(choice("Judgment"), [""; 0]);
    assert_eq!(choice("Threat, Sarcasm"), [""; 0]);
    let said = "Line(who: \"sam\", text: \"He's a junkie.\", body: \"He nods.\"),";
    assert_eq!(told("group-label", said), [""; 0]);
    let body = "Line(who: \"sam\", text: \"Him.\", body: \"A Junkie sits on the stairs.\"),";
    assert_eq!(told("group-label", body), ["Junkie"]);
    assert_eq!(told("group-label", "brief: \"A crazy night on a gypsy moth trail.\","), ["gypsy"]);
}

#[test]
fn a_slur_is_told_in_every_mouth() {
    let said = "Line(who: \"sam\", text: \"He called me a retard.\", body: \"He nods.\"),";
    assert_eq!(told("group-label", said), ["retard"]);
    let choice = "Choice(text: \"Don't be a retard.\", uses: [Judgment], to: \"bad\"),";
    assert_eq!(told("group-label", choice), ["retard"]);
}

#[test]
fn a_scenario_without_any_id_needs_none_and_a_silence_never() {
    assert!(told_of("line-without-id", &frame::around("")).is_empty());
    let silence = "Choice(silence: true, to: \"good\"),";
    assert!(told_of("line-without-id", &translated(silence)).is_empty());
    let deed = "Choice(silence: true, deed: \"Wait.\", to: \"good\"),";
    assert_eq!(told_of("line-without-id", &translated(deed)), ["Choice"]);
}

#[test]
fn everything_without_an_id_is_listed_in_the_order_of_the_file() {
    let fragment = "FirstThatFits([(when: Visited(\"stop\"), say: Line(who: \"sam\", text: \"You again.\", body: \"b\")),\n\
                    (say: AnyOf([Line(who: \"sam\", text: \"Who?\", body: \"b\")]))]),";
    let text = frame::around(fragment);
    let read = resolve("a-talk", &text, &Model::shipped().techniques, known()).expect("it resolves");
    let heads: Vec<&str> = without_id(&read.written).iter().map(|t| &text[t.span.start..t.span.start + 4]).collect();
    assert_eq!(heads, ["Line", "Line", "Choi", "Choi", "Line", "Choi", "Choi"]);
}

#[test]
fn one_plain_word_makes_a_topic_and_two_weak_ones_do_not() {
    let line = |text: &str| format!("Line(who: \"sam\", text: \"{text}\", body: \"He nods.\"),");
    assert_eq!(told("content-note-missing", &line("She passed away.")), ["passed away"]);
    assert_eq!(told("content-note-missing", &line("The phone is dead, and the radio died.")), [""; 0]);
    assert_eq!(told("content-note-missing", &line("Dead? His death? The coffin was shut.")), ["coffin"]);
    // the same word three times is one word
    assert_eq!(told("content-note-missing", &line("Dead. Dead. Dead.")), [""; 0]);
}

#[test]
fn what_only_the_author_reads_needs_no_note() {
    assert_eq!(
        told("content-note-missing", "review: \"To be read by an advocate against domestic violence.\","),
        [""; 0]
    );
    assert_eq!(
        told("content-note-missing", "brief: \"A neighbor reports domestic violence.\","),
        ["domestic violence"]
    );
}

#[test]
fn whom_to_call_belongs_to_suicide_alone() {
    let line = |text: &str| format!("Line(who: \"sam\", text: \"{text}\", body: \"He nods.\"),");
    assert_eq!(told("crisis-line-missing", &line("I just want to die.")), ["want to die"]);
    assert_eq!(told("crisis-line-missing", &line("She passed away.")), [""; 0]);
    let noted = format!("content_note: \"He speaks of ending it.\",\n{}", line("I just want to die."));
    assert_eq!(told("crisis-line-missing", &noted), ["want to die"]);
    assert_eq!(told("content-note-missing", &noted), [""; 0]);
}

#[test]
fn what_is_read_in_one_go_has_to_fit_the_largest_text() {
    let words = |letters: usize| "abcd ".repeat(letters / 5);
    let choice = |letters: usize| {
        let choice = format!("Choice(text: \"{}\", uses: [Inform], to: \"good\"),", words(letters));
        told("too-long-for-screen", &choice)
    };
    // eleven rows of nine words fit beside the number, and nothing else with them
    assert_eq!(choice(495), ["\"door\""]);
    assert_eq!(choice(500).len(), 1);
    assert!(choice(500)[0].starts_with("\"abcd"), "told by itself, and not of the node too");
    assert_eq!(choice(315), [""; 0]);
    let ending = |letters: usize| {
        let ending = format!("\"end\": Ending(outcome: Good, text: \"{}\"),\nleaves: \"end\",", words(letters));
        told("too-long-for-screen", &ending).len()
    };
    assert_eq!([ending(400), ending(500)], [0, 1]);
}

#[test]
fn a_line_is_measured_with_what_the_body_does() {
    let line = |said: usize, body: usize| {
        let words = |letters: usize| "abcd ".repeat(letters / 5);
        let line = format!("Line(who: \"sam\", text: \"{}\", body: \"{}\"),", words(said), words(body));
        told("too-long-for-screen", &line).len()
    };
    assert_eq!([line(200, 200), line(400, 20), line(200, 400), line(560, 560)], [0, 0, 1, 2]);
}

#[test]
fn words_without_end_are_looked_at_and_left() {
    let line = |text: &str| format!("Line(who: \"sam\", text: \"{text}\", body: \"He nods.\"),");
    for text in ["Ab".repeat(299), "’".repeat(600), "A ".repeat(300), "Ortiz,".repeat(100), "’a".repeat(300)] {
        assert!(alongside::lint::can_be_played(&check(
            "a-talk",
            &frame::around(&line(&text)),
            Model::shipped(),
            known()
        )));
    }
}

//! The canonical layout: what it looks like, and that nothing is lost on the way.

use alongside::rewrite::layout::canonical;
use alongside::scenario::text::{Shape, Tree, read};
use proptest::prelude::*;

use super::made::{dressed, made, squeezed};
use super::{meaning, scenarios};

fn laid(text: &str) -> String {
    canonical(text).unwrap_or_else(|faults| panic!("{faults:?}\n{text}"))
}

/// Names, keys and leaves in order, without their places.
fn values(text: &str) -> Vec<String> {
    fn gather(text: &str, tree: &Tree, out: &mut Vec<String>) {
        out.push(format!("{:?} {:?}", tree.shape, tree.name.clone().map(|n| &text[n])));
        if tree.shape == Shape::Leaf {
            out.push(text[tree.span.clone()].to_owned());
        }
        for item in &tree.items {
            out.push(format!("{:?}", item.key.clone().map(|k| &text[k])));
            gather(text, &item.value, out);
        }
        out.push("end".to_owned());
    }
    let mut out = Vec::new();
    let reading = read(text);
    assert!(reading.faults.is_empty(), "{:?}\n{text}", reading.faults);
    gather(text, &reading.tree.expect("a value"), &mut out);
    out
}

/// Comments in order, without the spaces at the ends of their lines.
fn comments(text: &str) -> Vec<String> {
    read(text).comments.into_iter().map(|c| text[c].trim_end().replace("\r\n", "\n")).collect()
}

fn check_kept(text: &str) -> String {
    let new = laid(text);
    assert_eq!(values(&new), values(text), "\n{text}\n=>\n{new}");
    assert_eq!(comments(&new), comments(text), "\n{text}\n=>\n{new}");
    assert_eq!(laid(&new), new, "doing it again changes it:\n{text}");
    new
}

#[test]
fn every_scenario_means_the_same_afterwards() {
    for (id, text) in scenarios() {
        let new = check_kept(&text);
        let (before, after) = (meaning(&id, &text), meaning(&id, &new));
        assert!(before.is_some() && before == after, "{id}");
    }
}

#[test]
fn every_scenario_comes_out_the_same_however_it_was_laid_out() {
    for (id, text) in scenarios() {
        let bare = squeezed(&text);
        let spread = bare.replace(',', "\n,\n");
        if read(&text).comments.is_empty() && !text.contains("\n\n") {
            assert_eq!(laid(&bare), laid(&text), "{id}");
        }
        if values(&spread) == values(&bare) {
            assert_eq!(laid(&spread), laid(&bare), "{id}");
        }
    }
}

#[test]
fn it_looks_like_this() {
    let text = r#"#![enable(implicit_some)] // on
// A talk.

Scenario( format : 1 ,title: "A", // its name
stop:"b" // where it ends
 , place : /* which? */ "hallway", skills: ["one","two"], known: ["a","b"],
 people:{"sam":Person(name:"Sam",triggers:[Command,Jargon]),},


 // places
 nodes: { "door": Node( // at first
 feels: {"sam":(Fear,2)}, says: [Line(who:"sam", text:"Yes?" /* loud */, tells:[])],
 choices: [Choice(text:"Hm.", uses:[Argue],to:"b"), Choice(text:"Ah.",uses:[Argue], // why
  to: FirstThatFits([(when:All([Trust(Below(3)),Fact("x")]),to:"b"),(to:"b")])), /* last */
  Choice(text: "A long one, long enough that it cannot stand on one line with all that follows it here, is it?", uses: [Argue], need: Safety, to: "b"),
  Choice(text:"Oh.",uses:[Argue],note:"Short.",to:"b"),
  // no more
  ])}) // end
"#;
    insta::assert_snapshot!(check_kept(text), @r#"
    #![enable(implicit_some)]
    // on
    // A talk.

    Scenario(
        format: 1,
        title: "A", // its name
        stop: "b",  // where it ends
        place: /* which? */ "hallway",
        skills: ["one", "two"],
        known: [
            "a",
            "b",
        ],
        people: {
            "sam": Person(
                name: "Sam",
                triggers: [Command, Jargon],
            ),
        },

        // places
        nodes: {
            "door": Node( // at first
                feels: { "sam": (Fear, 2) },
                says: [Line(who: "sam", text: "Yes?" /* loud */, tells: [])],
                choices: [
                    Choice(text: "Hm.", uses: [Argue], to: "b"),
                    Choice(text: "Ah.", uses: [Argue], // why
                        to: FirstThatFits([
                            (when: All([Trust(Below(3)), Fact("x")]), to: "b"),
                            (to: "b"),
                        ])), /* last */
                    Choice(text: "A long one, long enough that it cannot stand on one line with all that follows it here, is it?",
                        uses: [Argue], need: Safety, to: "b"),
                    Choice(text: "Oh.", uses: [Argue],
                        note: "Short.", to: "b"),
                    // no more
                ],
            ),
        },
    ) // end
    "#);
}

#[test]
fn a_comment_in_an_odd_place_stays_at_its_value() {
    for (text, wanted) in [
        ("A(b: // why\n 1)", "A(\n    // why\n    b: 1,\n)\n"),
        ("A(b /* x */ : 1)", "A(b: /* x */ 1)\n"),
        ("A /* x */ (1)", "A(/* x */ 1)\n"),
        ("A // x\n (1)", "A( // x\n    1,\n)\n"),
        ("[ /* none */ ]", "[/* none */]\n"),
        ("[ // none\n ]", "[ // none\n]\n"),
        ("[\n // none\n ]", "[\n    // none\n]\n"),
        ("[1 // one\n , 2]", "[\n    1, // one\n    2,\n]\n"),
        ("(a: 1, // one\n b: 2)", "(a: 1, // one\n    b: 2)\n"),
        ("(a: 1, b: 2 // two\n)", "(a: 1, b: 2, // two\n)\n"),
        ("/* a */ 1 /* b */ // c", "/* a */ 1 /* b */ // c\n"),
        ("1\n\n\n// c\n// d", "1\n\n// c\n// d\n"),
    ] {
        assert_eq!(check_kept(text), wanted);
    }
}

#[test]
fn at_most_one_blank_line_is_kept_between_things_and_none_at_the_ends() {
    let text = "{\n\n\n\"a\": 1,\n\n\n\n\"b\": 2,\n\"c\": 3\n\n}\n\n";
    assert_eq!(check_kept(text), "{\n    \"a\": 1,\n\n    \"b\": 2,\n    \"c\": 3,\n}\n");
}

#[test]
fn a_texts_own_bytes_stay() {
    let text = "A(b: \"two  spaces\\t\\\"é\\u{e9}\", c: r#\"a \"raw\" one\"#, d: 'x', e: 1.50, f: 0x1F)";
    assert_eq!(check_kept(text), format!("{text}\n"));
}

#[test]
fn the_line_ends_and_the_mark_of_the_file_stay() {
    for (id, text) in scenarios() {
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        let new = check_kept(&windows);
        assert_eq!(new, format!("\u{feff}{}", laid(&text).replace('\n', "\r\n")), "{id}");
    }
    assert_eq!(laid("[ /* a\r\nb */\r\n]"), "[ /* a\r\nb */\r\n]\r\n");
}

#[test]
fn a_text_with_faults_is_not_touched() {
    for text in ["", "A(b: )", "A(b: [1)", "A(b: \"x)", "A(1 2)", "A() B()", "/* x"] {
        assert!(canonical(text).is_err(), "{text}");
    }
    assert!(canonical(&"A(".repeat(100_000)).is_err());
}

#[test]
fn as_deep_as_is_read_it_is_laid_out() {
    let deep = format!("{}1{}", "A(b:[".repeat(32), "])".repeat(32));
    check_kept(&deep);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_of_what_is_made_up(tree in made(), noise in any::<u64>()) {
        check_kept(&dressed(&tree, noise));
    }

    #[test]
    fn without_comments_the_layout_is_that_of_the_values(tree in made()) {
        prop_assert_eq!(laid(&tree.text), laid(&squeezed(&tree.text)));
    }

    #[test]
    fn a_mutant_of_a_scenario_is_laid_out_whole_or_not_at_all(
        which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), cut in 0usize..40,
        put in prop::sample::select(vec!["", ",", "// x\n", "/* y */", "\n\n", "(", "\"", "]", "a: 1", "\r\n", "é"]),
    ) {
        let all = scenarios();
        let (_, text) = &all[which.index(all.len())];
        let from = (0..=at.index(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
        let to = (from + cut..=text.len()).find(|i| text.is_char_boundary(*i)).unwrap_or(text.len());
        let mutant = format!("{}{put}{}", &text[..from], &text[to..]);
        if read(&mutant).faults.is_empty() {
            let new = check_kept(&mutant);
            prop_assert_eq!(meaning("a-talk", &new), meaning("a-talk", &mutant));
        }
    }
}

#[test]
fn what_ships_and_the_guide_are_laid_out_so() {
    const GUIDE: &str = include_str!("../../docs/format.md");
    let example = GUIDE.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let file = |id: String| std::fs::read_to_string(format!("scenarios/{id}.ron")).expect("it ships");
    let shipped = alongside::scenario::library::shipped_ids().into_iter().map(file);
    for text in shipped.chain([example.to_owned()]) {
        assert_eq!(laid(&text), text);
    }
}

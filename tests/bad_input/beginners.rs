//! What somebody is told who has never programmed, for the mistakes that everybody makes at first.

use alongside::diagnostic::Lines;

use super::read;

const GUIDE: &str = include_str!("../../docs/format.md");

/// The guide's example with one thing written otherwise: place, code, message and fix of everything that is told.
fn told(from: &str, to: &str) -> String {
    let example = GUIDE.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    assert_eq!(example.matches(from).count(), 1, "{from}");
    told_of(&example.replacen(from, to, 1))
}

fn told_of(text: &str) -> String {
    let lines = Lines::of(text);
    let problems = read(text).expect_err("it is refused");
    let one = |p: &alongside::diagnostic::Diagnostic| {
        let at = lines.position(p.span.start);
        format!("{}:{} {}: {}; {}\n", at.line, at.column, p.code, p.message, p.fix)
    };
    problems.iter().map(one).collect()
}

const QUESTION: &str = "text: \"Who else has a key?\"";
const TAGGED: &str = "Choice(text: \"Who else has a key?\", uses: [ClosedQuestion], to: \"the-door\"),";
const LAST: &str = "Choice(silence: true, deed: \"Wait.\", to: \"the-door\"),\n            ],\n        ),";

#[test]
fn a_mark_is_missing() {
    insta::assert_snapshot!(told("a key?\", uses", "a key?\" uses"), @r#"39:51 syntax: "," is missing here; put "," between one thing and the next"#);
    insta::assert_snapshot!(told(QUESTION, "text \"Who else has a key?\""), @r#"39:28 syntax: ":" is missing after "text"; put ":" between the name and its value"#);
    insta::assert_snapshot!(told("uses: [ClosedQuestion]", "uses [ClosedQuestion]"), @r#"39:57 syntax: ":" is missing after "uses"; put ":" between the name and its value"#);
    insta::assert_snapshot!(told("teo\": Person(", "teo\" Person("), @r#"9:14 syntax: ":" is missing after "teo"; put ":" between the name and its value"#);
}

#[test]
fn another_mark_stands_there() {
    insta::assert_snapshot!(told(QUESTION, "text = \"Who else has a key?\""), @r#"39:29 syntax: "=" stands where ":" belongs; put ":" between a name and its value"#);
    insta::assert_snapshot!(told(QUESTION, "text, \"Who else has a key?\""), @r#"39:28 syntax: "," stands behind "text" where ":" belongs; write text: .."#);
    insta::assert_snapshot!(told("a key?\", uses", "a key?\"; uses"), @r#"39:51 syntax: ";" stands where "," belongs; put "," in its place"#);
    insta::assert_snapshot!(told("a key?\", uses", "a key?\",, uses"), @r#"39:52 syntax: "," does not belong here; take it out, or add what is missing before it"#);
    insta::assert_snapshot!(told("a key?\", uses", "a key?\", - uses"), @r#"39:53 syntax: "-" means nothing here; take it out, or write what it stands for"#);
    insta::assert_snapshot!(told("Trust(AtLeast(36))", "Trust > 36"), @r#"
    50:28 unknown-condition: Trust has nothing in brackets behind it; write Trust(..), see the guide
    50:34 syntax: "> 36" means nothing here; write a bound in words, as in Trust(AtLeast(30)) or Arousal(Below(60))
    "#);
}

#[test]
fn a_quote_is_missing() {
    insta::assert_snapshot!(told("a key?\", uses", "a key?, uses"), @r#"39:30 syntax: this text has no closing quote; put a double quote at its end; one inside a text is written \""#);
    insta::assert_snapshot!(told("[ClosedQuestion], to: \"the-door\"", "[ClosedQuestion], to: \"the-door"), @r#"39:81 syntax: this text has no closing quote; put a double quote at its end; one inside a text is written \""#);
    insta::assert_snapshot!(told(QUESTION, "text: Who else has a key?\""), @r#"39:30 syntax: this text has no opening quote; put a double quote at its beginning"#);
    insta::assert_snapshot!(told(QUESTION, "text: Who else, if anybody, has a key?"), @r#"39:30 wrong-type: a text is expected here, found "Who else, if anybody, has a key?"; write it in double quotes: "Who else, if anybody, has a key?""#);
    insta::assert_snapshot!(told("[ClosedQuestion], to: \"the-door\"", "[ClosedQuestion], to: the-door"), @r#"39:81 wrong-type: the id of a node or an ending is expected here, found "the-door"; write it in double quotes: "the-door""#);
    insta::assert_snapshot!(told("\"teo\": Person(", "teo: Person("), @r#"9:9 wrong-type: an id in quotes is expected here, found "teo"; write it in double quotes: "teo""#);
    insta::assert_snapshot!(told("[ClosedQuestion], to: \"the-door\"),\n", "[ClosedQuestion], learns: [\"a, \"b\"], to: \"the-door\"),\n"), @r#"39:86 syntax: this text has no closing quote; put a double quote at its end; one inside a text is written \""#);
}

#[test]
fn the_quotes_are_others() {
    insta::assert_snapshot!(told(QUESTION, "text: “Who else has “a” key?”"), @r#"39:30 syntax: this text stands in curly quotes, “; write straight double quotes, ".."; word processors make them curly, plain text editors do not"#);
    insta::assert_snapshot!(told(QUESTION, "text: \"Who else has a key?”"), @r#"39:30 syntax: this text ends with a curly quote; write straight double quotes, ".."; word processors make them curly, plain text editors do not"#);
    insta::assert_snapshot!(told(QUESTION, "text: „Who else has a key?“"), @r#"39:30 syntax: this text stands in curly quotes, „; write straight double quotes, ".."; word processors make them curly, plain text editors do not"#);
    insta::assert_snapshot!(told(QUESTION, "text: 'Who else hasn't a key?'"), @r#"39:30 syntax: this text stands in single quotes; write double quotes, "..", at both ends"#);
    insta::assert_snapshot!(told(QUESTION, "text: \"Who said \"no\", and who has a \"key\"?\""), @r#"39:30 syntax: a quote inside this text ends it too early; write \" for a quote inside a text, or a single one, '"#);
    insta::assert_snapshot!(told(QUESTION, "\"text\": \"Who else has a key?\""), @r#"39:24 syntax: the name of a field, "text", stands in quotes; write text: without quotes, and so with every field"#);
}

#[test]
fn a_whole_file_from_a_word_processor_is_told_of_once() {
    let mut opens = false;
    let curly = |c: char| match c {
        '"' => {
            opens = !opens;
            if opens { '“' } else { '”' }
        }
        c => c,
    };
    let example = GUIDE.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    insta::assert_snapshot!(told_of(&example.chars().map(curly).collect::<String>()), @r#"4:12 syntax: this text stands in curly quotes, “; 66 more in this file; write straight double quotes, ".."; word processors make them curly, plain text editors do not"#);
    let noted = example.replace("\n            ", "\n# a note\n            ");
    insta::assert_snapshot!(told_of(&noted), @r##"10:1 syntax: "#" does not begin a note here; 38 more in this file; begin a note to yourself with // instead"##);
}

#[test]
fn a_bracket_is_missing() {
    insta::assert_snapshot!(told(TAGGED, &TAGGED.replace("\"),", "\",")), @r#"39:23 syntax: this "(" is never closed; add ")" where it ends"#);
    insta::assert_snapshot!(told(TAGGED, &TAGGED.replace("],", ",")), @r#"39:59 syntax: this "[" is never closed; add "]" where it ends"#);
    insta::assert_snapshot!(told(LAST, &LAST.replace("],\n", "\n")), @r#"37:22 syntax: this "[" is never closed; add "]" where it ends"#);
    insta::assert_snapshot!(told(LAST, &LAST.replace("        ),", "")), @r#"28:25 syntax: this "(" is never closed; add ")" where it ends"#);
    insta::assert_snapshot!(told("\n    },\n)\n", "\n    },\n"), @r#"2:9 syntax: this "(" is never closed; add ")" where it ends"#);
}

#[test]
fn a_bracket_is_too_many_or_another() {
    insta::assert_snapshot!(told(TAGGED, &TAGGED.replace("\"),", "\")),")), @r#"39:92 syntax: this ")" closes nothing; take it out"#);
    insta::assert_snapshot!(told(TAGGED, &TAGGED.replace("],", "]],")), @r#"39:75 syntax: this "]" closes nothing; take it out"#);
    insta::assert_snapshot!(told(LAST, &LAST.replace("        ),", "        )),")), @r#"43:10 syntax: this ")" closes nothing; take it out"#);
    insta::assert_snapshot!(told(LAST, &LAST.replace("],\n", "},\n")), @r#"42:13 syntax: "}" stands where "]" belongs; a bracket closes with its own kind: (..), [..], {..}"#);
    insta::assert_snapshot!(told(TAGGED, &TAGGED.replace('(', "{").replace(')', "}")), @r#"39:23 syntax: "Choice" has its "{" where "(" belongs; write round brackets, ( and ), behind a name"#);
    insta::assert_snapshot!(told("starts: (arousal: 58, trust: 32, respect: 40, readiness: 30, need: Safety, feels: (Fear, 1))",
        "starts: {arousal: 58, trust: 32, respect: 40, readiness: 30, need: Safety, feels: (Fear, 1)}"), @r#"13:21 wrong-type: a starting state stands in round brackets, ( and ); write (..)"#);
    insta::assert_snapshot!(told("        ),\n    },\n    opening", "        ),\n    ],\n    opening"), @r#"15:5 syntax: "]" stands where "}" belongs; a bracket closes with its own kind: (..), [..], {..}"#);
}

#[test]
fn something_is_spelled_otherwise() {
    insta::assert_snapshot!(told("\"the-door\": Node(", "\"the-door\": node("), @r#"44:21 wrong-type: "node" is spelled "Node" here; write Node(..)"#);
    insta::assert_snapshot!(told("Choice(text: \"Who", "choice(text: \"Who"), @r#"39:17 wrong-type: "choice" is spelled "Choice" here; write Choice(..)"#);
    insta::assert_snapshot!(told("Choice(text: \"Who", "(text: \"Who"), @r#"39:17 wrong-type: "Choice" is missing before this "("; write Choice(..)"#);
    insta::assert_snapshot!(told("Ending(outcome: Good", "ending(outcome: Good"), @r#"63:25 wrong-type: "ending" is spelled "Ending" here; write Ending(..)"#);
    insta::assert_snapshot!(told("silence: true", "silence: True"), @r#"41:33 wrong-type: true or false is expected here, found "True"; write true, in small letters and without quotes"#);
    insta::assert_snapshot!(told("arousal: 58", "arousal: \"58\""), @r#"13:31 wrong-type: a number is expected here, found "58"; write it without quotes: 58"#);
    insta::assert_snapshot!(told("arousal: 58", "arousal: 58%"), @r#"13:31 wrong-type: a number is expected here, found "58%"; write a number alone, such as 30"#);
    insta::assert_snapshot!(told("[ClosedQuestion]", "[\"ClosedQuestion\"]"), @r#"39:60 unknown-technique: "ClosedQuestion" stands here in quotes; write ClosedQuestion"#);
    insta::assert_snapshot!(told("[ClosedQuestion]", "ClosedQuestion"), @r#"39:59 wrong-type: a list of techniques is expected here; write it in square brackets: [.., ..]"#);
    insta::assert_snapshot!(told("need: Safety, feels", "need: \"Safety\", feels"), @r#"13:80 unknown-need: "Safety" stands here in quotes; write Safety"#);
    insta::assert_snapshot!(told("Trust(AtLeast(36))", "Trust(36)"), @r#"50:34 wrong-type: a bound is expected here; write AtLeast(36) or Below(36)"#);
}

#[test]
fn something_stands_in_the_wrong_place() {
    insta::assert_snapshot!(told(LAST, &LAST.replace("],\n", "\n").replace("Choice(silence", "],\nChoice(silence")), @r#"42:1 wrong-type: a node cannot hold a Choice by itself; a Choice belongs into the choices: [..] of a node"#);
    insta::assert_snapshot!(told(QUESTION, "text: \"Who else has a key?\", body: \"He nods.\""), @r#"39:53 unknown-field: a choice has no field "body"; it is a field of Line; see the authors' guide for what can stand here"#);
    insta::assert_snapshot!(told("\"stool\": Node(", "Choice(text: \"x\"),\n        \"stool\": Node("), @r#"56:9 wrong-type: this has no id before it; a Choice belongs into the choices: [..] of a node"#);
}

#[test]
fn something_is_no_part_of_the_file() {
    insta::assert_snapshot!(told("// where it goes when talk has to stop", "# where it goes when talk has to stop"), @r##"17:29 syntax: "#" does not begin a note here; begin a note to yourself with // instead"##);
    insta::assert_snapshot!(told(QUESTION, "\u{200b}text: \"Who else has a key?\""), @r#"39:24 syntax: a character that nobody sees stands here (U+200B); delete it: put the cursor right behind it and press backspace"#);
    insta::assert_snapshot!(told(QUESTION, "\0\ttext: \"Who else has a key?\""), @r#"39:24 syntax: a character that nobody sees stands here (U+0000); delete it: put the cursor right behind it and press backspace"#);
    insta::assert_snapshot!(told("says: [Line(who: \"teo\", text: \"Don't touch me!\", body: \"He lifts a bar stool in front of him.\")]", "says: [..]"), @r#"
    56:9 nothing-said: nobody says anything in this node; add says: [Line(..)]
    57:20 syntax: ".." means nothing here; take it out, or write what it stands for
    "#);
}

#[test]
fn several_mistakes_are_told_at_once() {
    let text = GUIDE.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let text = text.replacen("a key?\", uses", "a key?\" uses", 1).replacen("title: ", "title = ", 1);
    let text = text
        .replacen("\"He's asleep, and you can't get in to him.\"", "“He's asleep, and you can't get in to him.”", 1)
        .replacen("Node(\n", "node(\n", 1);
    let text =
        text.replacen("[SafetyDirection]", "[SafetyDirections]", 1).replacen("to: \"the-keys\"", "to: \"the-kees\"", 1);
    insta::assert_snapshot!(told_of(&text), @r#"
    4:11 syntax: "=" stands where ":" belongs; put ":" between a name and its value
    20:23 wrong-type: "node" is spelled "Node" here; write Node(..)
    23:116 unknown-node: there is no node "the-kees"; did you mean "the-keys"?
    38:30 syntax: this text stands in curly quotes, “; write straight double quotes, ".."; word processors make them curly, plain text editors do not
    39:51 syntax: "," is missing here; put "," between one thing and the next
    59:102 unknown-technique: there is no technique "SafetyDirections"; did you mean "SafetyDirection"?
    "#);
}

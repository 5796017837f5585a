//! The line and column that are printed are those of the mistake, whatever letters stand before it.

use alongside::diagnostic::{Lines, render};
use proptest::prelude::*;

use super::read;

/// A mistake in a choice, with the place that must be told between guillemets, and its code.
const MISTAKES: [(&str, &str); 9] = [
    ("text: \"T\", uses: [«OpenQuestoin], to: \"end\"", "unknown-technique"),
    ("text: \"T\", uses: [OpenQuestion, «OpenQuestion], to: \"end\"", "duplicate-key"),
    ("text: \"T\", uses: [OpenQuestion], to: «\"ende\"", "unknown-node"),
    ("text: \"T\"« uses: [OpenQuestion], to: \"end\"", "syntax"),
    ("text: \"T\", uses: [OpenQuestion]; to: \"end\"", "syntax"),
    ("text: «“T”, uses: [OpenQuestion], to: \"end\"", "syntax"),
    ("text«= \"T\", uses: [OpenQuestion], to: \"end\"", "syntax"),
    ("text: \"T\", uses: [OpenQuestion], when: All([Not(«Trusts(AtLeast(3)))]), to: \"end\"", "unknown-condition"),
    ("text: \"T\", «txet: \"T\", uses: [OpenQuestion], to: \"end\"", "unknown-field"),
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_planted_mistake_is_told_at_its_line_and_column(
        words in prop::collection::vec(words(), 1..30),
        (nodes, choices) in (1..5usize, 2..5usize),
        (at, which) in (any::<prop::sample::Index>(), 0..MISTAKES.len()),
        line_end in prop::sample::select(&["\n", "\r\n"][..]),
        mark in prop::sample::select(&["", "\u{feff}"][..]),
    ) {
        let (mistake, code) = MISTAKES[which];
        let mistake = if mistake.contains('«') { mistake.to_owned() } else { mistake.replace(';', "«;") };
        let text = scenario(&words, nodes, choices, at.index(nodes * choices), &mistake);
        let text = format!("{mark}{}", text.replace('\n', line_end));
        let (line, column) = counted(&text);
        let text = text.replace('«', "");
        let problems = read(&text).expect_err("a mistake is in it");
        let lines = Lines::of(&text);
        let here = |p: &&alongside::diagnostic::Diagnostic| {
            let at = lines.position(p.span.start);
            p.code == code && (at.line, at.column) == (line, column)
        };
        let found = problems.iter().find(here);
        prop_assert!(found.is_some(), "{code} at {line}:{column} is wanted in\n{text}\n{problems:#?}");
        let told = found.map(|p| render(p, "a-talk.ron", &lines, false)).unwrap_or_default();
        prop_assert!(told.contains(&format!("a-talk.ron:{line}:{column}\n")), "{line}:{column} is wanted in\n{told}");
    }
}

/// Counted letter by letter; a byte-order mark is none.
fn counted(text: &str) -> (usize, usize) {
    let (mut line, mut column) = (1, 1);
    for c in text.chars().take_while(|c| *c != '«').filter(|c| *c != '\u{feff}') {
        (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    (line, column)
}

/// What may stand in a text and in a comment, of one to four bytes a letter, sometimes long.
fn words() -> impl Strategy<Value = String> {
    let letter =
        prop::sample::select(&['a', ' ', 'é', 'ß', '’', '“', '”', '字', '😀', '\u{301}', '(', ',', '#', '.'][..]);
    let letter = || letter.clone();
    prop_oneof![
        4 => prop::collection::vec(letter(), 1..20),
        1 => prop::collection::vec(letter(), 200..590),
    ]
    .prop_map(|letters| format!("w{}", letters.into_iter().collect::<String>()))
}

fn scenario(words: &[String], nodes: usize, choices: usize, planted: usize, mistake: &str) -> String {
    let mut next = words.iter().cycle();
    let mut word = || next.next().cloned().unwrap_or_default();
    let mut out = format!(
        "// {}\nScenario(format: 1, title: \"{}\", /* {} */ brief: \"b\",\n goal: \"g\", place: \"hallway\", opening: \"n0\", \
         stop: \"n0\", leaves: \"end\",\n people: {{\"sam\": Person(name: \"{}\", role: \"r\", looks: \"dev\", starts: (arousal: 50, \
         trust: 30, respect: 40, readiness: 20, need: Esteem, feels: (Anger, 2)))}},\n nodes: {{\n",
        word(),
        word(),
        word(),
        word()
    );
    for n in 0..nodes {
        out += &format!(
            "\"n{n}\": Node(says: [Line(who: \"sam\", text: \"{}\", body: \"{}\")], choices: [",
            word(),
            word()
        );
        for c in 0..choices {
            let inside = match n * choices + c == planted {
                true => mistake.replace("\"T\"", &format!("\"{}\"", word())).replace("“T”", "“where, then?”"),
                false => format!("text: \"{}\", uses: [OpenQuestion], to: \"end\"", word()),
            };
            out += &format!("/* {} */ Choice({inside}),{}", word(), if c % 2 == 0 { " " } else { "\n" });
        }
        out += "]),\n";
    }
    out + "\"end\": Ending(outcome: Good, text: \"t\"),\n})\n"
}

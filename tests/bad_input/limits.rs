//! Marks, line ends, control characters, names, and the bounds on depth and size.

use alongside::diagnostic::Lines;

use super::{SHORT, read};

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let (plain, _) = read(SHORT).expect("it resolves");
    let (windows, _) = read(&format!("\u{feff}{}", SHORT.replace('\n', "\r\n"))).expect("it resolves");
    assert_eq!(windows.hash, plain.hash);
}

#[test]
fn with_windows_line_ends_the_places_are_the_same() {
    let spoiled = SHORT.replacen("Argue", "Argu", 1);
    let place = |text: &str| {
        let problems = read(text).expect_err("a misspelled technique");
        Lines::of(text).position(problems[0].span.start)
    };
    assert_eq!(place(&spoiled), place(&spoiled.replace('\n', "\r\n")));
}

#[test]
fn no_text_carries_control_characters_or_turned_letters() {
    let texts = ["Know who looks in on her tonight.", "Ana Ruiz", "She holds the rail.", "What changed just now?"];
    for harmful in ["\\u{1b}[2J", "\u{1b}", "\u{202e}", "\\u{2066}", "\u{7}", "\\n", "\u{2028}", "\u{61c}"] {
        for text in texts {
            let spoiled = SHORT.replacen(text, &format!("{text}{harmful}"), 1);
            let problems = read(&spoiled).expect_err("it is refused");
            assert!(problems.iter().any(|p| p.code == "control-character"), "{harmful:?} in {text}: {problems:?}");
        }
    }
}

#[test]
fn a_name_is_never_a_path() {
    for (field, value) in [
        ("looks: \"mara\"", "looks: \"../mara\""),
        ("place: \"hallway\"", "place: \"/etc/passwd\""),
        ("minutes: 1", "hour: \"../x\""),
    ] {
        let problems = read(&SHORT.replacen(field, value, 1)).expect_err("it is refused");
        assert!(problems.iter().any(|p| p.code == "bad-name"), "{value}: {problems:?}");
    }
}

#[test]
fn depth_size_and_numbers_of_things_are_bounded() {
    let codes = |text: &str| read(text).expect_err("it is refused").iter().map(|p| p.code).collect::<Vec<_>>();
    assert_eq!(codes(&" ".repeat((16 << 20) + 1)), ["too-large"]);
    assert_eq!(codes(""), ["syntax"]);
    assert_eq!(
        codes(&format!("Scenario(format: {}", "[".repeat(100_000))).iter().filter(|c| **c == "syntax").count(),
        1
    );
    let many: String = (0..20_001).map(|i| format!("\"n{i}\":Ending(outcome:Good,text:\"x\"),")).collect();
    assert!(codes(&format!("Scenario(format:1,nodes:{{{many}}})")).contains(&"too-large"));
    let long = SHORT.replacen("A neighbor has not been seen", &"long ".repeat(121), 1);
    assert_eq!(codes(&long), ["too-long"]);
}

#[test]
fn no_number_of_warnings_hides_an_error() {
    let bare = "Line(who: \"ana\", text: \"Mm.\"),".repeat(90);
    let many = SHORT.replace("says: [", &format!("says: [{bare}"));
    let (_, warnings) = read(&many).expect("it resolves");
    assert!(warnings.len() >= 300, "{}", warnings.len());
    let problems = read(&many.replacen("to: \"chain-on\"", "to: \"chain-in\"", 1)).expect_err("it is refused");
    assert!(problems.iter().any(|p| p.code == "unknown-node"));
}

/// Each of these would take hours if some step went through the whole file for every part of it.
#[test]
fn no_text_takes_forever() {
    let nodes = |n: usize, f: &dyn Fn(usize) -> String| {
        let all: String = (0..n).map(f).collect();
        format!("Scenario(format:1,people:{{\"a\":Person()}},nodes:{{{all}}})")
    };
    let texts = [
        "1,".repeat(1 << 20),
        format!("[{}", "1,".repeat(1 << 20)),
        "\\\"\n".repeat(1 << 20),
        "\"\\\"\n".repeat(1 << 20),
        "r#\"".repeat(1 << 20),
        "/*".repeat(1 << 20),
        "'\\".repeat(1 << 20),
        "“a ".repeat(1 << 20),
        "“a”,“".repeat(1 << 20),
        "“\"”,x ".repeat(1 << 20),
        "'a ".repeat(1 << 20),
        "[\"a\"b ".repeat(1 << 20),
        "\"x, a: \\".repeat(1 << 20),
        format!("[{}", "\"a, \"b\",".repeat(1 << 20)),
        format!("[{}", "Choice(a:1,".repeat(1 << 20)),
        format!("Scenario({}", "a: b c, d e, ".repeat(1 << 18)),
        format!("Scenario(a: {}", "b c, ".repeat(1 << 19)),
        format!("Scenario(a:[{}", "A(b:1)),".repeat(1 << 18)),
        "# a\n".repeat(1 << 20),
        "\u{200b}".repeat(1 << 20),
        "— ".repeat(1 << 20),
        "(a = > ".repeat(1 << 20),
        format!("Scenario({}", "a:1,".repeat(1 << 18)),
        format!("Scenario({}", "a 1,".repeat(1 << 18)),
        format!("Scenario(people:{{{}", "\"p\":Person(),".repeat(1 << 16)),
        nodes(8000, &|i| {
            format!("\"node-number-{i}\":Node(says:[],choices:[Choice(to:\"nodee-numbr-{i}\",when:Fact(\"f{i}\"))]),")
        }),
        nodes(1, &|_| format!("\"n\":Node(says:[{}])", "Line(who:\"b\"),".repeat(1 << 15))),
        nodes(1, &|_| {
            let touches: String = (0..1 << 15).map(|i| format!("\"t{i}\",")).collect();
            format!("\"n\":Node(choices:[Choice(touches:[{touches}])])")
        }),
    ];
    for text in texts {
        let problems = read(&text).expect_err("none is a scenario");
        assert!(problems.len() <= 500);
    }
}

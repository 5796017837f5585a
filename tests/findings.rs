//! How `check` and `explain` write what they say, format by format.

use serde_json::Value;

use crate::cli::{Folder, alongside, code, err, out, short_with, with_input};

/// A misspelled technique, and a line without a body, behind letters of several bytes.
fn two_findings() -> String {
    let text = short_with("[Argue]", "[/* é字😀 */ Argu]");
    let (from, body) = (text.find(", body: \"").expect("a body"), ", body: \"".len());
    let end = from + body + text[from + body..].find('"').expect("its end") + 1;
    format!("{}{}", &text[..from], &text[end..])
}

/// Line and column of the first place where this stands, counted letter by letter.
fn place(text: &str, what: &str) -> (u64, u64) {
    let before = &text[..text.find(what).expect("it is there")];
    let line = before.matches('\n').count() as u64 + 1;
    (line, before.rsplit('\n').next().unwrap_or("").chars().count() as u64 + 1)
}

fn checked(format: &str, text: &str) -> (i32, String) {
    let checked = with_input(&["check", "-", "--name", "a b,c:d%/a-talk.ron", "--format", format], text);
    assert_eq!(err(&checked), "");
    (code(&checked), out(&checked))
}

#[test]
fn the_text_for_people_is_whole() {
    let text = "Scenario(\n    format: 1,\n    titel: \"x\",\n    é: 1,\n)";
    let checked = with_input(&["check", "-", "--name", "a-talk.ron"], text);
    let told = out(&checked);
    let some: Vec<&str> = told.split("\n\n").collect();
    insta::assert_snapshot!(some[some.len() - 3..].join("\n\n"), @r#"
    error[unknown-field]: a scenario has no field "titel"
     --> a-talk.ron:3:5
      |
    3 |     titel: "x",
      |     ^^^^^
      |
      = note: what stands behind it would be lost without a word
      = help: did you mean "title"?

    error[unknown-field]: a scenario has no field "é"
     --> a-talk.ron:4:5
      |
    4 |     é: 1,
      |     ^
      |
      = note: what stands behind it would be lost without a word
      = help: see the authors' guide for what can stand here

    1 file checked, 7 errors, 0 warnings
    An error keeps a scenario from being played. `alongside explain missing-field` tells more about a finding, with an example put right.
    "#);
}

#[test]
fn what_to_do_next_stands_at_the_end() {
    let next = |text: &str| checked("text", text).1.trim_end().lines().last().unwrap_or_default().to_owned();
    insta::assert_snapshot!(next(&two_findings()), @r#"An error keeps a scenario from being played. `alongside explain unknown-technique` tells more about a finding, with an example put right."#);
    insta::assert_snapshot!(next(&two_findings().replace("Argu]", "Argue]")), @r#"It can be played as it is. `alongside explain no-body` tells more about a finding, with an example put right."#);
    let clean = with_input(&["check", "scenarios/the-olive-door.ron"], "");
    assert!(out(&clean).ends_with("Nothing to mend. `alongside play scenarios/the-olive-door.ron` plays it.\n"));
}

#[test]
fn sarif_has_what_the_standard_asks_for() {
    let text = two_findings();
    let (code, told) = checked("sarif", &text);
    let log: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!((code, &log["version"]), (1, &"2.1.0".into()));
    let run = &log["runs"][0];
    assert_eq!((log["runs"].as_array().map(Vec::len), &run["columnKind"]), (Some(1), &"unicodeCodePoints".into()));
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "alongside");
    let rules = driver["rules"].as_array().expect("rules");
    for rule in rules {
        for text in ["/shortDescription/text", "/fullDescription/text", "/help/text", "/help/markdown"] {
            assert!(rule.pointer(text).and_then(Value::as_str).is_some_and(|t| !t.is_empty()), "{text} of {rule}");
        }
        assert!(["error", "warning"].map(Value::from).contains(&rule["defaultConfiguration"]["level"]), "{rule}");
    }
    let results = run["results"].as_array().expect("results");
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(
            (&rules[index]["id"], &rules[index]["defaultConfiguration"]["level"]),
            (&result["ruleId"], &result["level"])
        );
        assert!(result["message"]["text"].as_str().is_some_and(|t| !t.is_empty()));
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a%20b%2Cc%3Ad%25/a-talk.ron");
        assert_eq!(place["artifactLocation"]["uriBaseId"], "%SRCROOT%");
    }
    let argu = results.iter().find(|r| r["ruleId"] == "unknown-technique").expect("it is told");
    let (line, column) = place(&text, "Argu]");
    let region =
        serde_json::json!({ "startLine": line, "startColumn": column, "endLine": line, "endColumn": column + 4 });
    assert_eq!(argu["locations"][0]["physicalLocation"]["region"], region);
}

#[test]
fn sarif_of_nothing_found_is_whole_too() {
    let told = alongside(&["check", "--format", "sarif", "scenarios"]);
    let log: Value = serde_json::from_slice(&told.stdout).expect("JSON");
    assert_eq!((code(&told), &log["runs"][0]["results"]), (0, &serde_json::json!([])));
}

#[test]
fn annotations_are_commands_of_one_line_each() {
    let text = two_findings();
    let (code, told) = checked("github", &text);
    let (line, column) = place(&text, "Argu]");
    let place =
        format!("file=a b%2Cc%3Ad%25/a-talk.ron,line={line},endLine={line},col={column},endColumn={}", column + 3);
    let start = format!("::error {place},title=unknown-technique::there is no technique \"Argu\"%0A");
    assert!(told.lines().any(|l| l.starts_with(&start)), "{start}\n{told}");
    assert!(told.lines().all(|l| l.starts_with("::error file=") || l.starts_with("::warning file=")), "{told}");
    assert!(told.contains(",title=no-body::") && code == 1, "{told}");
}

#[test]
fn a_place_over_several_lines_has_no_columns_in_an_annotation() {
    let (_, told) = checked("github", "Scenario(\n  people: [\n 1\n],\n)");
    let line = told.lines().find(|l| l.contains("people by id")).expect("it is told");
    assert!(line.starts_with("::error file=a b%2Cc%3Ad%25/a-talk.ron,line=2,endLine=4,title=wrong-type::"), "{line}");
}

#[test]
fn a_percent_sign_and_a_line_break_in_a_message_are_escaped() {
    let (_, told) = checked("github", &two_findings().replace("Argu]", "50%0A]"));
    assert!(told.contains("there is no technique \"50%250A\""), "{told}");
}

#[test]
fn json_is_the_same_by_either_name() {
    let text = two_findings();
    let told = with_input(&["check", "-", "--json"], &text);
    assert_eq!(out(&told), out(&with_input(&["check", "-", "--format", "json"], &text)));
    let files: Value = serde_json::from_slice(&told.stdout).expect("JSON");
    assert_eq!(files[0]["file"], "standard-input.ron");
    for problem in files[0]["problems"].as_array().expect("problems") {
        assert!(
            ["message", "why", "fix"].iter().all(|f| problem[f].as_str().is_some_and(|t| !t.is_empty())),
            "{problem}"
        );
    }
    assert_eq!(code(&with_input(&["check", "-", "--json", "--format", "text"], &text)), 2);
}

#[test]
fn a_character_nobody_sees_on_standard_input_is_a_finding() {
    let (code, told) = checked("text", "\u{0}");
    assert!(code == 1 && told.contains("U+0000"), "{told}");
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_what_the_others_hold() {
    let folder = Folder::new("half");
    let file = folder.write("a-talk.ron", two_findings());
    let checked = alongside(&["check", "no-such-file.ron", &file]);
    assert!(out(&checked).contains("\"Argu\"") && err(&checked).contains("no-such-file.ron"), "{}", err(&checked));
    assert_eq!(code(&checked), 2);
}

#[test]
fn color_is_only_where_it_is_wanted() {
    let with = |set: &[(&str, &str)]| {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_alongside"));
        program.args(["check", "tests/bad_input"]).current_dir(env!("CARGO_MANIFEST_DIR"));
        program.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").envs(set.iter().copied());
        out(&program.output().expect("the program starts")).contains('\u{1b}')
    };
    assert!(!with(&[]), "a pipe");
    assert!(with(&[("CLICOLOR_FORCE", "1")]));
    assert!(!with(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn a_code_is_explained_in_the_words_of_the_guide() {
    insta::assert_snapshot!(out(&alongside(&["explain", "label-unused"])), @r#"
    label-unused (warning)

      A line has a label but names no feeling. The label is not judged.

      "label" says which feeling a line names, and whether it is the right one is
      judged only where the line does name one: with EmotionLabel or
      ComplexReflection among its techniques.

      This is told:

          Choice(text: "You're furious.", uses: [Validation], label: (Anger, 3), to: "good"),

      This is not:

          Choice(text: "You're furious.", uses: [EmotionLabel], label: (Anger, 3), to: "good"),

      Where you mean it so, let it stand with a note right above it, and say why:

          // allow label-unused: why it may stay
    "#);
    let as_printed = alongside(&["explain", "warning[label_unused]:"]);
    assert_eq!(out(&as_printed), out(&alongside(&["explain", "label-unused"])));
    let guide = include_str!("../docs/rules.md");
    for e in alongside::lint::explanations() {
        let told = alongside(&["explain", e.code]);
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words(&out(&told)).contains(&words(e.more)), "{}", out(&told));
        assert!(words(guide).contains(&words(e.more)), "{}", e.code);
        assert!(e.good.lines().all(|line| out(&told).contains(line)), "{}", out(&told));
    }
}

#[test]
fn a_code_that_is_none_names_the_near_one() {
    let told = alongside(&["explain", "label-unusd"]);
    let near = "alongside: there is no finding \"label-unusd\"; did you mean \"label-unused\"? `alongside explain` lists them all\n";
    assert_eq!((code(&told), err(&told)), (2, near.to_owned()));
    assert!(!err(&alongside(&["explain", "zzzzzzzzzz"])).contains("did you mean"));
}

#[test]
fn without_a_code_all_are_listed_errors_first() {
    let told = out(&alongside(&["explain"]));
    let (errors, warnings) = (told.find("Errors.").expect("errors"), told.find("Warnings.").expect("warnings"));
    for e in alongside::lint::explanations() {
        let at = told.find(&format!("\n  {} ", e.code)).expect(e.code);
        let wanted =
            if e.severity == alongside::diagnostic::Severity::Error { errors..warnings } else { warnings..told.len() };
        assert!(wanted.contains(&at), "{} in {told}", e.code);
    }
    assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
    let json: Value = serde_json::from_slice(&alongside(&["explain", "--json"]).stdout).expect("JSON");
    assert_eq!(json.as_array().map(Vec::len), Some(alongside::lint::explanations().len()));
}

//! No number of the model can change unnoticed: each is changed in turn, and some vector must differ.

use alongside::model::{CONSTANTS, Model, RULES, TECHNIQUES};

use super::{lines, ratings, visits};

/// Read where a session turns answers into evidence, not by the model's own functions: replay tests hold these.
const HELD_ELSEWHERE: [&str; 2] = ["cue_right", "cue_wrong"];

#[derive(Clone, Copy)]
enum File {
    Techniques,
    Rules,
    Constants,
}

#[test]
fn a_change_to_any_number_of_the_techniques_is_noticed() {
    assert_noticed(File::Techniques, |line| {
        let line = line.trim_start();
        line.starts_with("evidence: ").then(|| line.find("severity").unwrap_or(line.len()) + "severity: 0".len())
    });
}

#[test]
fn a_change_to_any_number_of_the_rules_is_noticed() {
    // the words for a reader stand in lines of their own
    const WORDS: [&str; 6] = ["//", "id: ", "when: \"", "why: \"", "source: \"", "person: \""];
    assert_noticed(File::Rules, |line| {
        let line = line.trim_start();
        let prose = WORDS.iter().any(|w| line.starts_with(w)) || line.starts_with("evidence: \"");
        (!prose).then_some(usize::MAX)
    });
}

#[test]
fn a_change_to_any_constant_is_noticed() {
    assert_noticed(File::Constants, |line| {
        let name = line.trim_start().strip_prefix('"')?.split('"').next()?;
        (line.contains("value:") && !HELD_ELSEWHERE.contains(&name)).then(|| line.find(", what").unwrap_or(0))
    });
}

/// Changes each number that stands within the first so many bytes of a line; `reach` says how many, if any.
fn assert_noticed(file: File, reach: impl Fn(&str) -> Option<usize>) {
    let text = match file {
        File::Techniques => TECHNIQUES,
        File::Rules => RULES,
        File::Constants => CONSTANTS,
    };
    let all = (lines::vectors(), visits::vectors(), ratings::vectors());
    let mut from = 0;
    let (mut tried, mut unnoticed) = (0, Vec::new());
    for line in text.split_inclusive('\n') {
        for at in numbers(line).filter(|at| reach(line).is_some_and(|most| at.end <= most)) {
            tried += 1;
            let changed = format!("{}{}{}", &text[..from + at.start], other(&line[at.clone()]), &text[from + at.end..]);
            let [t, r, c] = match file {
                File::Techniques => [&changed, RULES, CONSTANTS],
                File::Rules => [TECHNIQUES, &changed, CONSTANTS],
                File::Constants => [TECHNIQUES, RULES, &changed],
            };
            let model = Model::parse(t, r, c).expect("a model with one number changed");
            let agrees = lines::agreement(&model, &all.0)
                .and_then(|()| visits::agreement(&model, &all.1))
                .and_then(|()| ratings::agreement(t, r, c, &all.2));
            if agrees.is_ok() {
                unnoticed.push(format!("{} in {}", &line[at], line.trim()));
            }
        }
        from += line.len();
    }
    assert!(tried > 90, "only {tried} numbers found");
    assert!(unnoticed.is_empty(), "{} of {tried} unnoticed:\n{}", unnoticed.len(), unnoticed.join("\n"));
}

/// Whole numbers with their sign and point, none that is part of a word or of a quoted name.
fn numbers(line: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let bytes = line.as_bytes();
    let part = |i: usize| bytes.get(i).is_some_and(|b| b.is_ascii_alphanumeric() || b"_.-\"".contains(b));
    let mut out = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        let start = i;
        while part(i) {
            i += 1;
        }
        if line[start..i].parse::<f64>().is_ok() {
            out.push(start..i);
        }
        i = i.max(start) + 1;
    }
    out.into_iter()
}

/// Another number of the same kind: whole numbers stay whole and small ones small.
fn other(number: &str) -> String {
    let value: f64 = number.parse().unwrap_or(0.0);
    match (number.parse::<i64>(), value.fract() == 0.0) {
        (Ok(n @ 0..=2), _) => (n + 1).to_string(),
        (Ok(n), _) => (n - 1).to_string(),
        (Err(_), true) => format!("{:?}", value - 1.0),
        (Err(_), false) => format!("{:?}", value * 0.8 + 0.013),
    }
}

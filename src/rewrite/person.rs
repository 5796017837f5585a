//! Changes fields of a person's file and keeps everything else as its author wrote it: other fields, order, comments.

use std::collections::BTreeMap;

use super::fix::edit::{Edit, apply};
use crate::cast::person::Rest;
use crate::model::cue::{Faces, Habits, Manner, OwnWay};
use crate::scenario::text::{Item, Shape, Tree, read};

/// How far a field stands in where the file has none to go by.
const INDENT: &str = "    ";

/// The text with these fields at its top level, each with its value as it is to be written. One that is not there yet comes
/// last; an empty value leaves out what is not there.
///
/// # Errors
/// When the file is none that could be changed without a guess.
pub fn with_fields(text: &str, fields: &[(&str, String)]) -> Result<String, String> {
    let reading = read(text);
    let whole = reading.tree.filter(|tree| tree.shape == Shape::Paren && reading.faults.is_empty() && !reading.torn);
    let tree = whole.ok_or("the file has a fault in its brackets, quotes or commas; mend it first")?;
    let mut fixes: Vec<Vec<Edit>> = Vec::new();
    let mut missing = String::new();
    for (name, value) in fields {
        match tree.field(text, name) {
            Some(old) => fixes.push(vec![Edit::replace(old.span.clone(), value.clone())]),
            None if is_empty(value) => {}
            None => missing += &format!("\n{}{name}: {value},", indent(text, &tree)),
        }
    }
    let (changed, _) = apply(text, fixes);
    if missing.is_empty() { Ok(changed) } else { appended(&changed, &missing) }
}

fn is_empty(value: &str) -> bool {
    matches!(value, "{}" | "()")
}

/// The space before the last field.
fn indent(text: &str, tree: &Tree) -> String {
    let start = tree.items.last().and_then(|item| item.key.as_ref()).map_or(0, |key| key.start);
    let line = &text[text[..start].rfind('\n').map_or(start, |at| at + 1)..start];
    let space: String = line.chars().take_while(|c| *c == ' ' || *c == '\t').collect();
    if space.is_empty() { INDENT.to_owned() } else { space }
}

/// Puts lines behind the last field, and behind what is remarked on its line.
fn appended(text: &str, lines: &str) -> Result<String, String> {
    let tree = read(text).tree.ok_or("the file is empty")?;
    let Some(Item { value: last, .. }) = tree.items.last() else {
        return Err("the file has no fields".to_owned());
    };
    let comma = text[last.span.end..].find(|c: char| !c.is_whitespace()).map(|at| last.span.end + at);
    let comma = comma.filter(|at| text[*at..].starts_with(','));
    let (mark, behind) = comma.map_or((",", last.span.end), |at| ("", at + 1));
    let line_end = text[behind..].find('\n').map_or(text.len(), |at| behind + at);
    let rest = text[behind..line_end].trim();
    let (at, tail) = if rest.is_empty() || rest.starts_with("//") { (line_end, "") } else { (behind, "\n") };
    Ok(format!("{}{mark}{}{lines}{tail}{}", &text[..behind], &text[behind..at], &text[at..]))
}

/// How somebody holds themselves at rest, as it is written; what is 0 is left out.
pub fn rest(rest: &Rest) -> String {
    let all = [
        ("yaw", rest.yaw),
        ("pitch", rest.pitch),
        ("roll", rest.roll),
        ("body_yaw", rest.body_yaw),
        ("gaze_x", rest.gaze_x),
        ("gaze_y", rest.gaze_y),
        ("shoulders", rest.shoulders),
        ("shrink", rest.shrink),
    ];
    let written = all.iter().filter(|(_, value)| rounded(*value) != 0.0);
    let fields: Vec<String> = written.map(|(name, value)| format!("{name}: {}", number(*value))).collect();
    format!("({})", fields.join(", "))
}

/// The face at rest, as it is written; what is 0 is left out.
pub fn resting_face(units: &BTreeMap<u8, (f32, f32)>) -> String {
    let shown = units.iter().filter(|(_, (right, left))| rounded(*right) != 0.0 || rounded(*left) != 0.0);
    let fields: Vec<String> =
        shown.map(|(unit, (right, left))| format!("{unit}: ({}, {})", number(*right), number(*left))).collect();
    format!("{{{}}}", fields.join(", "))
}

/// What arms and face do in this person's own way, as it is written; what is usual is left out.
pub fn habits(habits: &Habits) -> String {
    let arms = Manner::ALL.iter().filter_map(|manner| Some(format!("{manner:?}: {:?}", habits.arms.get(manner)?)));
    group("(", [("arms", group("{", arms)), ("faces", faces(&habits.faces))].into_iter().filter_map(named))
}

fn faces(faces: &Faces) -> String {
    let usual = Faces::default();
    let emotions = faces.emotions.iter().map(|(emotion, way)| format!("{emotion:?}: {}", own_way(way)));
    let factors = [
        ("strength", unusual(faces.strength, usual.strength)),
        ("body", unusual(faces.body, usual.body)),
        ("lasting", unusual(faces.lasting, usual.lasting)),
        ("emotions", group("{", emotions)),
    ];
    group("(", factors.into_iter().filter_map(named))
}

fn own_way(way: &OwnWay) -> String {
    let units = way.units.iter().map(|(unit, amount)| format!("{unit}: {amount:?}"));
    let fields = [("strength", unusual(way.strength, OwnWay::default().strength)), ("units", group("{", units))];
    group("(", fields.into_iter().filter_map(named))
}

fn unusual(value: f32, usual: f32) -> String {
    if value == usual { String::new() } else { number(value) }
}

fn named((name, value): (&str, String)) -> Option<String> {
    (!value.is_empty() && !is_empty(&value)).then(|| format!("{name}: {value}"))
}

fn group(open: &str, fields: impl Iterator<Item = String>) -> String {
    let close = if open == "(" { ")" } else { "}" };
    format!("{open}{}{close}", fields.collect::<Vec<_>>().join(", "))
}

/// To hundredths: finer than anybody sees.
pub fn rounded(value: f32) -> f32 {
    let hundredths = (value * 100.0).round() / 100.0;
    // never -0
    hundredths + 0.0
}

fn number(value: f32) -> String {
    format!("{:?}", rounded(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    const JO: &str = "// Jo, in the stairwell.\n(\n    name: \"Jo\", // sixteen\n    rest: (yaw: 19.0),\n    /* a scar */ age: 16, // by her own account\n)\n";

    fn changed(text: &str, fields: &[(&str, &str)]) -> String {
        let fields: Vec<(&str, String)> = fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        with_fields(text, &fields).expect("it can be changed")
    }

    #[test]
    fn a_field_is_changed_in_its_place_and_everything_else_stays() {
        let expected = JO.replace("(yaw: 19.0)", "(yaw: 3.0, pitch: 1.5)");
        assert_eq!(changed(JO, &[("rest", "(yaw: 3.0, pitch: 1.5)")]), expected);
    }

    #[test]
    fn a_field_that_was_not_there_comes_last_behind_the_remark() {
        let expected = JO.replace("her own account\n", "her own account\n    habits: (arms: {Rest: \"hug\"}),\n");
        assert_eq!(changed(JO, &[("habits", "(arms: {Rest: \"hug\"})")]), expected);
        assert_eq!(changed("(\n    age: 3,\n)\n", &[("rest", "()")]), "(\n    age: 3,\n)\n");
        assert_eq!(changed("(\n    age: 3,\n)\n", &[("name", "4")]), "(\n    age: 3,\n    name: 4,\n)\n");
        assert_eq!(changed("(name: \"Jo\")", &[("age", "3")]), "(name: \"Jo\",\n    age: 3,\n)");
        assert_eq!(changed("(\n  name: \"Jo\" // x\n)", &[("age", "3")]), "(\n  name: \"Jo\", // x\n  age: 3,\n)");
    }

    #[test]
    fn several_fields_change_at_once_and_an_empty_one_is_not_begun() {
        let out = changed(JO, &[("rest", "()"), ("resting_face", "{1: (0.1, 0.1)}"), ("habits", "()")]);
        assert!(out.contains("rest: (),") && out.contains("    resting_face: {1: (0.1, 0.1)},\n)"), "{out}");
        assert!(!out.contains("habits"), "{out}");
        assert_eq!(changed(JO, &[]), JO);
    }

    #[test]
    fn a_field_of_that_name_further_in_is_another_one() {
        let text = "(body: (rest: 1), rest: (), say: \"rest: (\")";
        assert_eq!(changed(text, &[("rest", "(yaw: 1.0)")]), text.replace("rest: ()", "rest: (yaw: 1.0)"));
    }

    #[test]
    fn a_broken_file_is_left_alone() {
        for text in ["", "(name: \"Jo\"", "(name: \"Jo)", "[1, 2]"] {
            assert!(with_fields(text, &[("age", "3".to_owned())]).is_err(), "{text}");
        }
    }

    #[test]
    fn numbers_are_written_to_hundredths_and_nothing_as_nothing() {
        let held = Rest { yaw: -17.004, pitch: 0.001, gaze_x: 0.125_6, shrink: -0.001, ..Rest::default() };
        assert_eq!(rest(&held), "(yaw: -17.0, gaze_x: 0.13)");
        assert_eq!(rest(&Rest::default()), "()");
        let face = [(12, (0.4, 0.0)), (4, (0.0, 0.001))].into();
        assert_eq!(resting_face(&face), "{12: (0.4, 0.0)}");
        let hugging = Habits { arms: [(Manner::Rest, "hug".to_owned())].into(), ..Habits::default() };
        assert_eq!(habits(&hugging), "(arms: {Rest: \"hug\"})");
        assert_eq!(habits(&Habits::default()), "()");
    }

    #[test]
    fn what_is_written_is_read_again() {
        use crate::cast::{look_ids, look_text, parse_look};
        for id in look_ids() {
            let text = look_text(id).expect("it ships");
            let look = parse_look(text).expect("it parses");
            let fields = [
                ("rest", rest(&look.rest)),
                ("resting_face", resting_face(&look.resting_face)),
                ("habits", habits(&look.habits)),
            ];
            let again = with_fields(text, &fields).expect("it can be changed");
            assert_eq!(parse_look(&again), Ok(look), "{id}");
        }
    }
}

//! A text that `ron` accepts is no fault of writing.

use alongside::scenario::text;
use proptest::prelude::*;

use super::spoiled::{change, changed};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_ron_accepts_is_no_fault_of_writing(text in ron_text()) {
        prop_assert!(ron::from_str::<ron::Value>(&text).is_ok(), "the generator makes only what ron reads: {text}");
        prop_assert_eq!(text::read(&text).faults, []);
    }

    #[test]
    fn a_spoiled_text_that_ron_still_accepts_is_no_fault_of_writing(text in ron_text(), changes in prop::collection::vec(change(), 1..3)) {
        let text = changed(&text, &changes);
        if ron::from_str::<ron::Value>(&text).is_ok() {
            prop_assert_eq!(text::read(&text).faults, [], "{}", text);
        }
    }
}

/// Texts of RON values in many ways of writing.
fn ron_text() -> impl Strategy<Value = String> {
    let value = prop_oneof![leaf(), leaf(), leaf()].prop_recursive(6, 80, 6, |inner| {
        let items = || prop::collection::vec((space(), inner.clone(), space()).prop_map(|(a, v, b)| a + &v + &b), 0..6);
        prop_oneof![
            items().prop_map(|items| format!("[{}]", items.join(","))),
            items().prop_map(|items| if items.is_empty() {
                "[]".to_owned()
            } else {
                format!("[{},]", items.join(","))
            }),
            (word(), items()).prop_map(|(name, items)| format!("{name}({})", items.join(","))),
            items().prop_map(|items| format!("({})", items.join(","))),
            (word(), space(), items()).prop_map(|(name, space, items)| {
                let fields: Vec<String> =
                    items.iter().enumerate().map(|(i, item)| format!("f{i}{space}:{item}")).collect();
                format!("{name}({})", fields.join(","))
            }),
            items().prop_map(|items| {
                let entries: Vec<String> =
                    items.iter().enumerate().map(|(i, item)| format!("\"k{i}\" :{item}")).collect();
                format!("{{{}}}", entries.join(", "))
            }),
            inner.prop_map(|value| format!("Some({value})")),
        ]
    });
    (start(), space(), value, space())
        .prop_map(|(start, before, value, after)| format!("{start}{before}{value}{after}"))
}

fn start() -> impl Strategy<Value = &'static str> {
    prop::sample::select(
        &["", "", "#![enable(implicit_some)]", "#![enable(unwrap_newtypes, implicit_some)]\n", "// first ( [ \"\n"][..],
    )
}

fn space() -> impl Strategy<Value = String> {
    prop::sample::select(
        &["", "", " ", "\t\n", "\r\n", "// a ] comment \"\n", "/* ( /* nested */ \" */", "\u{85}\u{200e}", "\u{2028}"]
            [..],
    )
    .prop_map(str::to_owned)
}

fn word() -> impl Strategy<Value = String> {
    prop::sample::select(&["Point", "a_b", "_x", "Häuser", "r#type", "R2", "b", "r", "br"][..]).prop_map(str::to_owned)
}

fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<i64>().prop_map(|n| n.to_string()),
        any::<f64>().prop_filter("finite", |n| n.is_finite()).prop_map(|n| format!("{n:?}")),
        ".*".prop_map(|text| format!("{text:?}")),
        "[a-z \n\\[(\",]{0,12}".prop_map(|text| format!("r##\"{text}\"##")),
        any::<char>().prop_map(|c| format!("{c:?}")),
        prop::sample::select(
            &[
                "true",
                "false",
                "()",
                "0x1F",
                "0b10",
                "0o17",
                "1_000",
                "-.5",
                "+1",
                "inf",
                "-inf",
                "NaN",
                "1u8",
                "1e-3",
                "None",
                "b\"ab\\x00\"",
                "br#\"a\"b\"#",
                "b'x'",
                "r\"\\\"",
                "'\\''",
                "'\"'",
                "\"\\u{1F600}\\\n   joined\"",
                "[]",
                "{}"
            ][..]
        )
        .prop_map(str::to_owned),
    ]
}

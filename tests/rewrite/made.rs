//! RON that nobody wrote: values of every kind, with spaces and comments in every place that has room for them.

use alongside::scenario::text::{Shape, Tree, read};
use proptest::prelude::*;

/// Made-up RON as pieces: what stands between two of them can be anything that is read over.
#[derive(Clone, Debug)]
pub struct Made {
    pub text: String,
    pieces: Vec<String>,
}

pub fn made() -> impl Strategy<Value = Made> {
    let leaf = prop::sample::select(vec![
        "1",
        "-2.5",
        "Command",
        "\"a text\"",
        "\"a \\\" b // c\"",
        "true",
        "'x'",
        "r#\"r\"#",
        "é",
    ]);
    let leaf = leaf.prop_map(|word| vec![word.to_owned()]);
    let value = leaf.prop_recursive(5, 60, 5, |inner| {
        let names = prop::sample::select(vec![
            "",
            "",
            "Scenario",
            "Node",
            "Person",
            "Line",
            "Choice",
            "AnyOf",
            "FirstThatFits",
            "All",
            "Cue",
            "Other",
        ]);
        let keys =
            prop::sample::select(vec!["text", "uses", "note", "to", "says", "choices", "nodes", "known", "when"]);
        let comma = any::<bool>();
        prop_oneof![
            (prop::collection::vec(inner.clone(), 0..5), comma).prop_map(|(items, c)| group("", "[", items, "]", c)),
            (names.clone(), prop::collection::vec(inner.clone(), 0..4), comma)
                .prop_map(|(name, items, c)| group(name, "(", items, ")", c)),
            (names, prop::collection::vec((keys, inner.clone()), 0..6), comma).prop_map(|(name, items, c)| {
                group(name, "(", items.into_iter().map(|(k, v)| keyed(k, v)).collect(), ")", c)
            }),
            (prop::collection::vec(inner, 0..4), comma).prop_map(|(items, c)| group(
                "",
                "{",
                items.into_iter().map(|v| keyed("\"k\"", v)).collect(),
                "}",
                c
            )),
        ]
    });
    value.prop_map(|pieces| Made { text: pieces.join(" "), pieces })
}

fn keyed(key: &str, value: Vec<String>) -> Vec<String> {
    [vec![key.to_owned(), ":".to_owned()], value].concat()
}

fn group(name: &str, open: &str, items: Vec<Vec<String>>, close: &str, last_comma: bool) -> Vec<String> {
    let mut pieces: Vec<String> = [name, open].iter().filter(|p| !p.is_empty()).map(|p| (*p).to_owned()).collect();
    let count = items.len();
    for (i, item) in items.into_iter().enumerate() {
        pieces.extend(item);
        if i + 1 < count || last_comma {
            pieces.push(",".to_owned());
        }
    }
    pieces.push(close.to_owned());
    pieces
}

const NOISE: [&str; 12] = [
    " ",
    "\n",
    "\n\n\n",
    "  ",
    " // a\n",
    "\n// b\n",
    " /* c */ ",
    "\n/* d */\n",
    "/* e\n e */",
    " // f\n\n",
    "\n/* g */ ",
    "\u{200e}\t",
];

/// With spaces and comments in between, as `noise` has it.
pub fn dressed(made: &Made, noise: u64) -> String {
    let mut state = noise | 1;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut out = String::new();
    for piece in &made.pieces {
        let count = next(3);
        out.push(' ');
        for _ in 0..count {
            // mostly plain space, so that some lines stay whole
            let pick = if next(4) > 0 { next(4) } else { next(NOISE.len()) };
            out.push_str(NOISE[pick]);
        }
        out.push_str(piece);
    }
    out.push_str(NOISE[next(NOISE.len())]);
    out
}

/// The values alone, with nothing between them that could be left out.
pub fn squeezed(text: &str) -> String {
    fn write(text: &str, tree: &Tree, out: &mut String) {
        let (open, close) = match tree.shape {
            Shape::Leaf => return out.push_str(&text[tree.span.clone()]),
            Shape::Paren => ('(', ')'),
            Shape::List => ('[', ']'),
            Shape::Map => ('{', '}'),
        };
        out.push_str(tree.name.clone().map_or("", |n| &text[n]));
        out.push(open);
        for item in &tree.items {
            if let Some(key) = item.key.clone() {
                out.push_str(&text[key]);
                out.push(':');
            }
            write(text, &item.value, out);
            out.push(',');
        }
        out.push(close);
    }
    let mut out = String::new();
    write(text, &read(text).tree.expect("a value"), &mut out);
    out
}

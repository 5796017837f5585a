//! A small scenario into which a fragment of one is put, so that the examples of the rules are checked as they are printed.
//!
//! The person is `sam`. A fragment is one or more of: `Choice(..)`, `Line(..)`, `"id": Node(..)`, `"id": Ending(..)`,
//! `"id": Person(..)`, `field: value` of the scenario, or a whole `Scenario(..)`. Places that it leads to and does not have are
//! made as endings.

use std::collections::BTreeSet;

use alongside::scenario::text::{Tree, read};

const FIELDS: [(&str, &str); 8] = [
    ("format", "1"),
    ("title", "\"A talk\""),
    ("brief", "\"A word at the door.\""),
    ("goal", "\"A word back.\""),
    ("place", "\"hallway\""),
    ("opening", "\"door\""),
    ("stop", "\"stop\""),
    ("leaves", "\"gone\""),
];
const SAM: &str = "\"sam\": Person(name: \"Sam Ortiz\", role: \"tenant\", looks: \"dev\", \
                   starts: (arousal: 72, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))),";
const LINE: &str = "Line(who: \"sam\", text: \"What is it?\", body: \"The chain stays on.\"),";
const CHOICES: &str = "Choice(text: \"You had a long night.\", uses: [SimpleReflection], to: \"good\"),
Choice(text: \"Open the door, please.\", uses: [Command], to: \"bad\"),";
const PLACES: &str =
    "\"stop\": Node(says: [Line(who: \"sam\", text: \"Back!\", body: \"An arm comes up.\")], choices: [
Choice(text: \"I'm stepping back.\", uses: [SafetyDirection], to: \"bad\"),
Choice(text: \"Easy, now.\", uses: [CalmDown], to: \"bad\"),
]),
\"gone\": Ending(outcome: Left, text: \"The door shuts.\"),
\"good\": Ending(outcome: Good, text: \"The chain comes off.\"),
\"bad\": Ending(outcome: Poor, text: \"The chain stays on.\"),";

/// The fragment as a scenario.
pub fn around(fragment: &str) -> String {
    if fragment.trim_start().trim_start_matches("//").contains("Scenario(") {
        return fragment.to_owned();
    }
    let wrapped = format!("(\n{fragment}\n)");
    let reading = read(&wrapped);
    let Some(tree) = reading.tree.filter(|_| reading.faults.is_empty()) else { return broken(fragment) };
    let parts = Parts::of(&wrapped, &tree);
    let mut made = BTreeSet::new();
    targets(&wrapped, &tree, &mut made);
    parts.put_together(&made)
}

/// A fragment whose writing is at fault stands among the choices.
fn broken(fragment: &str) -> String {
    let parts = Parts { choices: fragment.to_owned(), ..Parts::default() };
    parts.put_together(&BTreeSet::new())
}

#[derive(Default)]
struct Parts {
    fields: Vec<(String, String)>,
    people: String,
    lines: String,
    choices: String,
    places: String,
    place_ids: Vec<String>,
}

impl Parts {
    fn of(text: &str, tree: &Tree) -> Self {
        let mut parts = Self::default();
        let mut from = tree.span.start + 1;
        for item in &tree.items {
            // with the comments before it
            let whole = format!("{},\n", text[from..item.value.span.end].trim_start_matches(','));
            from = item.value.span.end;
            let key = item.key.clone().map(|k| text[k].to_owned());
            let head = item.value.name.clone().map_or("", |n| &text[n]);
            match (head, key) {
                ("Line" | "AnyOf" | "FirstThatFits", None) => parts.lines.push_str(&whole),
                ("Person", Some(_)) => parts.people.push_str(&whole),
                ("Node" | "Ending", Some(key)) => {
                    parts.places.push_str(&whole);
                    parts.place_ids.push(key.trim_matches('"').to_owned());
                }
                (_, Some(key)) if !key.starts_with('"') => parts.fields.push((key, whole)),
                _ => parts.choices.push_str(&whole),
            }
        }
        parts
    }

    fn put_together(&self, targets: &BTreeSet<String>) -> String {
        let mut out = "Scenario(\n".to_owned();
        for (name, value) in FIELDS.iter().filter(|(name, _)| !self.fields.iter().any(|(f, _)| f == name)) {
            out.push_str(&format!("{name}: {value},\n"));
        }
        self.fields.iter().for_each(|(_, whole)| out.push_str(whole));
        let or = |own: &str, default: &str| if own.is_empty() { default.to_owned() } else { own.to_owned() };
        if !self.fields.iter().any(|(name, _)| name == "people") {
            out.push_str(&format!("people: {{\n{}}},\n", or(&self.people, SAM)));
        }
        let has = |id: &str| self.place_ids.iter().any(|p| p == id);
        let few = self.choices.matches("Choice(").count() == 1;
        let filler = if few { CHOICES } else { "" };
        let first = match self.place_ids.first() {
            Some(id) if !few && self.choices.is_empty() => format!(
                "Choice(text: \"May I come in?\", uses: [SeekPermission], to: \"{id}\"),\n\
                 Choice(text: \"Open up.\", uses: [Command], to: \"{id}\"),\n"
            ),
            _ => String::new(),
        };
        out.push_str("nodes: {\n");
        if !has("door") {
            let choices = or(&format!("{}{filler}", self.choices), &or(&first, CHOICES));
            out.push_str(&format!(
                "\"door\": Node(says: [\n{}\n], choices: [\n{choices}\n]),\n",
                or(&self.lines, LINE)
            ));
        }
        out.push_str(&self.places);
        out.push_str(PLACES);
        let known = ["door", "stop", "gone", "good", "bad"];
        for id in targets.iter().filter(|id| !has(id) && !known.contains(&id.as_str())) {
            out.push_str(&format!("\n\"{id}\": Ending(outcome: Mixed, text: \"A pause.\"),"));
        }
        out.push_str("\n},\n)\n");
        out
    }
}

fn targets(text: &str, tree: &Tree, found: &mut BTreeSet<String>) {
    for item in &tree.items {
        if item.key.clone().is_some_and(|k| &text[k] == "to") && text[item.value.span.clone()].starts_with('"') {
            found.insert(text[item.value.span.clone()].trim_matches('"').to_owned());
        }
        targets(text, &item.value, found);
    }
}

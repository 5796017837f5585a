//! The officer's lines, and where they lead.

use super::fields::{IN_QUOTES, quoted};
use super::record::Fields;
use super::{Resolver, format};
use crate::diagnostic::short;
use crate::model::{TechniqueIx, TechniqueSet};
use crate::scenario::text::{Shape, Tree};
use crate::scenario::{Choice, Door, NameIx, NodeIx, Route};

impl Resolver<'_> {
    pub(super) fn choice(&mut self, tree: &Tree) -> Option<Choice> {
        let fields = self.record(tree, "Choice", "a choice", format::CHOICE)?;
        self.line_id(&fields);
        let told = self.problems.len();
        let silence = self.flag(&fields, "silence", false);
        let text = self.optional_text(&fields, "text");
        let deed = self.optional_text(&fields, "deed");
        let all_read = told == self.problems.len();
        if all_read && text.is_empty() && deed.is_empty() && !silence {
            self.tell(
                "empty-line",
                &tree.span,
                "this choice says nothing",
                "add text: \"..\"; for saying nothing write silence: true",
            );
        }
        if silence && !text.is_empty() {
            self.tell(
                "empty-line",
                &tree.span,
                "this choice is a silence and has words",
                "take out the text, or silence: true",
            );
        }
        let before = self.problems.len();
        let techniques = self.uses(&fields, tree, silence);
        let all_known = before == self.problems.len();
        let (touches, touched_techniques, touched) = self.touched(&fields);
        let label = fields.get("label").and_then(|t| self.feeling(t));
        if all_known {
            self.check_label(&fields, &techniques);
        }
        Some(Choice {
            words: count_words(&text),
            text,
            silence,
            deed,
            uses: techniques.iter().map(|t| self.techniques.get(*t).id.clone()).collect(),
            techniques,
            label,
            need: fields.get("need").and_then(|t| self.need(t)),
            touches,
            touched_techniques,
            touched,
            knows: self.facts(&fields, "knows"),
            learns: self.facts(&fields, "learns"),
            promises: fields.get("promises").and_then(|t| self.promise_set(t)),
            keeps: fields.get("keeps").and_then(|t| self.promise_asked(t)),
            breaks: fields.get("breaks").and_then(|t| self.promise_asked(t)),
            when: fields.get("when").and_then(|t| self.condition(t)),
            to_whom: fields.get("to_whom").and_then(|t| self.person(t)),
            note: self.optional_text(&fields, "note"),
            door: fields.get("door").and_then(|t| self.door(t)),
            // a route that does not resolve is told of, and no scenario comes of it
            to: self.route(&fields).unwrap_or_else(|| {
                self.lost_routes = true;
                Route::To(NodeIx(0))
            }),
        })
    }

    fn door(&mut self, tree: &Tree) -> Option<Door> {
        let fields = self.record(tree, "Door", "a door", format::DOOR)?;
        let [opens, since, shut] = ["opens", "since", "shut"].map(|name| self.text_field(&fields, name));
        Some(Door { opens, since, shut })
    }

    fn uses(&mut self, fields: &Fields, tree: &Tree, silence: bool) -> Vec<TechniqueIx> {
        if silence && fields.get("uses").is_none() {
            return self.techniques.find("effective_pause").into_iter().collect();
        }
        let trees = self.list(fields.get("uses"), "techniques");
        let count = trees.len();
        let mut out: Vec<TechniqueIx> = Vec::new();
        for tree in trees {
            let Some(technique) = self.technique(tree) else { continue };
            if out.contains(&technique) {
                self.tell("duplicate-key", &tree.span, "this technique stands here twice", "keep one of the two");
            } else {
                out.push(technique);
            }
        }
        if count == 0 && fields.get("uses").is_none_or(|t| t.shape == Shape::List) {
            self.tell(
                "no-technique",
                &tree.span,
                "this choice names no technique",
                "add uses: [..], the main one first; the authors' guide lists them",
            );
        }
        if count > 3 {
            self.tell(
                "too-many-techniques",
                &tree.span,
                format!("this line holds {count} techniques, and three is the most"),
                "split the line in two, or keep the main ones",
            );
            out.truncate(3);
        }
        out
    }

    pub(super) fn technique(&mut self, tree: &Tree) -> Option<TechniqueIx> {
        let name = self.head(tree).to_owned();
        let found =
            self.techniques.find(&name).filter(|t| tree.shape == Shape::Leaf && self.techniques.get(*t).id != name);
        let bare = name.trim_matches('"');
        if found.is_none() && bare != name && self.techniques.find(bare).is_some() {
            self.tell(
                "unknown-technique",
                &tree.span,
                format!("{name} stands here in quotes"),
                format!("write {bare}"),
            );
        } else if found.is_none() {
            let names: Vec<String> = self.techniques.iter().map(|(_, t)| t.camel_case()).collect();
            let fix = self.guess(bare, names.iter().map(String::as_str));
            let message = format!("there is no technique {}", quoted(short(&name)));
            self.tell("unknown-technique", &tree.span, message, fix);
        }
        found
    }

    fn touched(&mut self, fields: &Fields) -> (u64, TechniqueSet, Vec<String>) {
        let (mut bits, mut techniques, mut names) = (0, TechniqueSet::default(), Vec::new());
        for tree in self.list(fields.get("touches"), "sore points") {
            let Some(name) = self.trigger_name(tree) else { continue };
            match self.techniques.find(&name) {
                Some(technique) => techniques.insert(technique),
                None => bits |= self.touch_bit(&name, &tree.span),
            }
            names.push(name);
        }
        (bits, techniques, names)
    }

    fn check_label(&mut self, fields: &Fields, techniques: &[TechniqueIx]) {
        let Some(tree) = fields.get("label") else { return };
        let named = ["emotion_label", "complex_reflection"].map(|id| self.techniques.find(id));
        if !techniques.iter().any(|t| named.contains(&Some(*t))) {
            self.tell(
                "label-unused",
                &tree.span,
                "this line carries a label but does not name a feeling",
                "add EmotionLabel to uses, or take out the label",
            );
        }
    }

    fn facts(&mut self, fields: &Fields, name: &'static str) -> Vec<NameIx> {
        let trees = self.list(fields.get(name), "facts");
        let set = name == "learns";
        trees.into_iter().filter_map(|t| if set { self.fact_set(t) } else { self.fact_asked(t) }).collect()
    }

    fn route(&mut self, fields: &Fields) -> Option<Route> {
        let tree = self.required(fields, "to")?;
        if self.named(tree, &["FirstThatFits"]).is_empty() {
            return self.place(tree).map(Route::To);
        }
        let ways = self.ways(tree, "to")?;
        let count = ways.len();
        let ways: Vec<_> = ways.into_iter().filter_map(|(when, tree)| Some((when, self.place(tree)?))).collect();
        self.lost_routes |= ways.len() < count;
        Some(Route::FirstThatFits(ways))
    }

    /// A node or an ending by id.
    pub(super) fn place(&mut self, tree: &Tree) -> Option<NodeIx> {
        let name: String = self.leaf(tree, "the id of a node or an ending", IN_QUOTES)?;
        let found = self.place_ids.get(&name).copied();
        if found.is_none() {
            let fix = self.guess(&name, self.place_ids.keys().map(String::as_str));
            self.tell("unknown-node", &tree.span, format!("there is no node \"{}\"", short(&name)), fix);
        }
        found
    }

    pub(super) fn fact_set(&mut self, tree: &Tree) -> Option<NameIx> {
        let name = self.name_leaf(tree, "a fact")?;
        Some(self.facts.declare(&name))
    }
    pub(super) fn fact_asked(&mut self, tree: &Tree) -> Option<NameIx> {
        let name = self.name_leaf(tree, "a fact")?;
        Some(self.facts.ask(&name, &tree.span))
    }
    pub(super) fn promise_set(&mut self, tree: &Tree) -> Option<NameIx> {
        let name = self.name_leaf(tree, "a promise")?;
        Some(self.promises.declare(&name))
    }
    pub(super) fn promise_asked(&mut self, tree: &Tree) -> Option<NameIx> {
        let name = self.name_leaf(tree, "a promise")?;
        Some(self.promises.ask(&name, &tree.span))
    }

    fn name_leaf(&mut self, tree: &Tree, what: &str) -> Option<String> {
        let name: String = self.leaf(tree, &format!("{what}'s id"), IN_QUOTES)?;
        self.kebab(&name, &tree.span, &format!("{what}'s id"));
        Some(name)
    }
}

/// Runs of non-space that hold a letter or a digit (scoring basis, section 3).
pub fn count_words(text: &str) -> u32 {
    text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count() as u32
}

#[cfg(test)]
mod tests {
    use super::count_words;

    #[test]
    fn a_word_holds_a_letter_or_a_digit() {
        assert_eq!(count_words("Two - and one, “yes” …"), 4);
        assert_eq!(count_words(""), 0);
    }
}

//! Every text of a scenario, with what it is and where it is written, so that each rule about words goes through them once.

use crate::diagnostic::Span;
use crate::scenario::text::Tree;
use crate::scenario::written::Written;
use crate::scenario::{Cast, Choice, Ending, Line, Node, NodeIx, PersonIx, PlaceKind, Say, Scenario};

/// What a text is for. Choices, deeds and notes carry the place of their choice in the node, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Title,
    Brief,
    Goal,
    Skill,
    Known,
    WatchFor,
    ContentNote,
    CrisisLine,
    Sources,
    Review,
    Name,
    Role,
    About,
    Said(PersonIx),
    Body,
    Happening,
    Question,
    Answer,
    Choice(usize),
    Deed(usize),
    Note(usize),
    Ending,
}

/// One text; never empty.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    pub kind: Kind,
    /// None for what stands outside the nodes.
    pub node: Option<NodeIx>,
    /// As it is read: straight single quotes are curly here.
    pub words: &'a str,
    holder: &'a Tree,
    field: &'static str,
}

impl Text<'_> {
    /// Where the whole text is written, quotes included.
    pub fn span(&self, written: &Written) -> Span {
        written.within(self.holder, &[self.field])
    }

    /// Where a word of it is written for the first time; the whole text where it is written differently.
    pub fn span_of(&self, written: &Written, word: &str) -> Span {
        let whole = self.span(written);
        let raw = &written.text[whole.clone()];
        let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let found = raw
            .match_indices(word)
            .find(|(at, _)| apart(raw[..*at].chars().next_back()) && apart(raw[at + word.len()..].chars().next()));
        found.map_or(whole.clone(), |(at, _)| whole.start + at..whole.start + at + word.len())
    }

    /// Whether a trainee reads it before, in or after the talk.
    pub fn is_read_by_trainees(&self) -> bool {
        !matches!(self.kind, Kind::Sources | Kind::Review)
    }
}

/// All of them in the order of the scenario; linear in its size.
pub fn texts<'a>(scenario: &'a Scenario, written: &'a Written) -> Vec<Text<'a>> {
    let mut walk = Walk { written, at: None, found: Vec::with_capacity(scenario.nodes.len() * 8) };
    walk.frame(scenario);
    for (i, person) in scenario.people.iter().enumerate() {
        if let Some(tree) = field(written, "people").and_then(|t| t.items.get(i)) {
            walk.person(person, &tree.value);
        }
    }
    for (at, place) in scenario.places() {
        walk.at = Some(at);
        match (&place.kind, written.node(at)) {
            (PlaceKind::Node(node), Some(tree)) => walk.node(node, tree),
            (PlaceKind::Ending(ending), Some(tree)) => walk.ending(ending, tree),
            (PlaceKind::Node(_) | PlaceKind::Ending(_), None) => {}
        }
    }
    walk.found
}

/// The lines of a node as they are written, in file order: those of `says`, then `closed`.
pub fn lines_written<'a>(written: &'a Written, node: &'a Tree) -> Vec<&'a Tree> {
    let mut lines = Vec::new();
    for name in ["says", "closed"] {
        node.field(written.text, name).into_iter().for_each(|t| gather(written, t, &mut lines));
    }
    lines
}

fn gather<'a>(written: &Written, tree: &'a Tree, lines: &mut Vec<&'a Tree>) {
    if tree.name.as_ref().is_some_and(|n| &written.text[n.clone()] == "Line") {
        return lines.push(tree);
    }
    for item in &tree.items {
        if item.key.as_ref().is_none_or(|k| &written.text[k.clone()] != "when") {
            gather(written, &item.value, lines);
        }
    }
}

fn field<'a>(written: &'a Written, name: &str) -> Option<&'a Tree> {
    written.tree.field(written.text, name)
}

struct Walk<'a> {
    written: &'a Written<'a>,
    at: Option<NodeIx>,
    found: Vec<Text<'a>>,
}

impl<'a> Walk<'a> {
    fn add(&mut self, kind: Kind, words: &'a str, holder: &'a Tree, field: &'static str) {
        if !words.is_empty() {
            self.found.push(Text { kind, node: self.at, words, holder, field });
        }
    }

    fn frame(&mut self, scenario: &'a Scenario) {
        let tree = &self.written.tree;
        for (kind, words, field) in [
            (Kind::Title, &scenario.title, "title"),
            (Kind::Brief, &scenario.brief, "brief"),
            (Kind::Goal, &scenario.goal, "goal"),
            (Kind::ContentNote, &scenario.content_note, "content_note"),
            (Kind::CrisisLine, &scenario.crisis_line, "crisis_line"),
            (Kind::Sources, &scenario.sources, "sources"),
            (Kind::Review, &scenario.review, "review"),
        ] {
            self.add(kind, words, tree, field);
        }
        for (kind, list, name) in [
            (Kind::Skill, &scenario.skills, "skills"),
            (Kind::Known, &scenario.known, "known"),
            (Kind::WatchFor, &scenario.watch_for, "watch_for"),
        ] {
            let items = field(self.written, name).map_or(&[][..], |t| &t.items);
            list.iter().zip(items).for_each(|(words, item)| self.add(kind, words, &item.value, ""));
        }
    }

    fn person(&mut self, person: &'a Cast, tree: &'a Tree) {
        self.add(Kind::Name, &person.name, tree, "name");
        self.add(Kind::Role, &person.role, tree, "role");
        self.add(Kind::About, &person.about, tree, "about");
    }

    fn node(&mut self, node: &'a Node, tree: &'a Tree) {
        let text = self.written.text;
        let items = |name: &str| tree.field(text, name).map_or(&[][..], |t| &t.items);
        for (happening, item) in node.happens.iter().zip(items("happens")) {
            self.add(Kind::Happening, &happening.why, &item.value, "why");
        }
        let lines = node.says.iter().flat_map(Say::lines).chain(&node.closed);
        lines.zip(lines_written(self.written, tree)).for_each(|(line, tree)| self.line(line, tree));
        if let (Some(cue), Some(asks)) = (&node.cue, tree.field(text, "asks")) {
            self.add(Kind::Question, &cue.question, asks, "question");
            let answers = asks.field(text, "answers").map_or(&[][..], |t| &t.items);
            cue.answers.iter().zip(answers).for_each(|((words, _), item)| {
                self.add(Kind::Answer, words, &item.value, "text");
            });
        }
        for (i, (choice, item)) in node.choices.iter().zip(items("choices")).enumerate() {
            self.choice(i, choice, &item.value);
        }
    }

    fn line(&mut self, line: &'a Line, tree: &'a Tree) {
        self.add(Kind::Said(line.who), &line.text, tree, "text");
        self.add(Kind::Body, &line.body, tree, "body");
    }

    fn choice(&mut self, i: usize, choice: &'a Choice, tree: &'a Tree) {
        self.add(Kind::Choice(i), &choice.text, tree, "text");
        self.add(Kind::Deed(i), &choice.deed, tree, "deed");
        self.add(Kind::Note(i), &choice.note, tree, "note");
    }

    fn ending(&mut self, ending: &'a Ending, tree: &'a Tree) {
        self.add(Kind::Ending, &ending.text, tree, "text");
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, texts};
    use crate::model::Model;
    use crate::scenario::library::known;
    use crate::scenario::resolve::resolve;

    #[test]
    fn every_text_is_found_where_it_is_written() {
        for text in
            [include_str!("../../scenarios/the-olive-door.ron"), include_str!("../../tests/scenarios/two-doors.ron")]
        {
            let read = resolve("x", text, &Model::shipped().techniques, known()).expect("it resolves");
            let found = texts(&read.scenario, &read.written);
            for one in &found {
                let raw = text[one.span(&read.written)].trim_matches('"').replace('\'', "’");
                assert_eq!(raw, one.words.replace('‘', "’"), "{:?}", one.kind);
            }
            let count = |name: &str| text.matches(name).count();
            let of = |kind: fn(&Kind) -> bool| found.iter().filter(|t| kind(&t.kind)).count();
            assert_eq!(of(|k| matches!(k, Kind::Said(_))), count("Line("));
            assert_eq!(of(|k| matches!(k, Kind::Body)), count("body: \""));
            assert_eq!(of(|k| matches!(k, Kind::Note(_))), count("note: \"") - count("content_note: \""));
            assert_eq!(of(|k| matches!(k, Kind::Answer)), count("right: "));
            assert_eq!(of(|k| matches!(k, Kind::Happening)), count("why: \""));
        }
    }
}

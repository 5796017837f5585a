//! Nodes, what is said in them, and endings.

use super::record::Fields;
use super::{Resolver, format};
use crate::diagnostic::Span;
use crate::model::{Emotion, Variable};
use crate::scenario::text::{Shape, Tree};
use crate::scenario::{Condition, Cue, Ending, Happening, Line, Node, Outcome, PersonIx, PlaceKind, Say};

const OUTCOMES: [(&str, Outcome); 5] = [
    ("Good", Outcome::Good),
    ("Mixed", Outcome::Mixed),
    ("Poor", Outcome::Poor),
    ("Left", Outcome::Left),
    ("Stopped", Outcome::Stopped),
];
pub(super) const VARIABLES: [(&str, Variable); 7] = [
    ("arousal", Variable::Arousal),
    ("trust", Variable::Trust),
    ("heard", Variable::Heard),
    ("respect", Variable::Respect),
    ("safety", Variable::Safety),
    ("control", Variable::Control),
    ("readiness", Variable::Readiness),
];

impl Resolver<'_> {
    /// A node or an ending; `stop` when it is the node the talk stops in.
    pub(super) fn place_kind(&mut self, key: &Span, tree: &Tree, stop: bool) -> PlaceKind {
        if self.head(tree).eq_ignore_ascii_case("Ending") {
            return PlaceKind::Ending(self.ending(tree));
        }
        let node = match self.record(tree, "Node", "a node", format::NODE) {
            Some(fields) => self.node(key, &fields, stop),
            None => blank_node(),
        };
        PlaceKind::Node(node)
    }

    fn ending(&mut self, tree: &Tree) -> Ending {
        let blank = Ending { outcome: Outcome::Mixed, text: String::new() };
        let Some(fields) = self.record(tree, "Ending", "an ending", format::ENDING) else { return blank };
        let outcome =
            self.required(&fields, "outcome").and_then(|t| self.word(t, "an outcome", "unknown-word", &OUTCOMES));
        Ending { outcome: outcome.unwrap_or(Outcome::Mixed), text: self.text_field(&fields, "text") }
    }

    fn node(&mut self, key: &Span, fields: &Fields, stop: bool) -> Node {
        let says = self.required(fields, "says");
        let says = self.list(says, "lines");
        if says.is_empty() {
            self.tell("nothing-said", key, "nobody says anything in this node", "add says: [Line(..)]");
        }
        let says: Vec<Say> = says.into_iter().filter_map(|t| self.say(t)).collect();
        let closed = self.list(fields.get("closed"), "lines");
        let happens = self.list(fields.get("happens"), "happenings");
        let trees = self.required(fields, "choices");
        let trees = self.list(trees, "choices");
        let two_party = self.two_party;
        let node = Node {
            says,
            closed: closed.into_iter().filter_map(|t| self.line(t)).collect(),
            feels: self.felt(fields),
            happens: happens.into_iter().filter_map(|t| self.happening(t)).collect(),
            hazard: self.flag(fields, "hazard", stop),
            salience: self.number(fields, "salience", 1.0, 0.5, 2.0),
            pivot: self.optional_text(fields, "pivot"),
            asked: fields.get("asked").and_then(|t| self.truth(t)),
            two_party: self.flag(fields, "two_party", two_party),
            cue: fields.get("asks").and_then(|t| self.cue(t)),
            choices: trees.into_iter().filter_map(|t| self.choice(t)).collect(),
        };
        self.count_choices(key, &node);
        node
    }

    /// Two to five are open at any time, so two at least must be open to everyone.
    fn count_choices(&mut self, key: &Span, node: &Node) {
        let open = node.choices.iter().filter(|c| !c.is_gated()).count();
        if open < 2 {
            self.tell(
                "too-few-choices",
                key,
                match open {
                    1 => "one choice of this node is open to everyone, and two are needed".to_owned(),
                    _ => "no choice of this node is open to everyone, and two are needed".to_owned(),
                },
                "add a choice without \"when\" or \"knows\"",
            );
        }
        if open > 5 {
            self.tell(
                "too-many-choices",
                key,
                format!("{open} choices of this node are always open, and five fit the screen"),
                "take one out, or give it a condition",
            );
        }
        if node.choices.len() > 12 {
            self.tell("too-many-choices", key, "a node has room for twelve choices", "move some to another node");
        }
    }

    fn felt(&mut self, fields: &Fields) -> Vec<(PersonIx, Emotion, u8)> {
        let entries = self.entries(fields.get("feels"), "feelings by person");
        let one = |(who, span, tree): (String, Span, &Tree)| {
            let who = self.person_named(&who, &span)?;
            let (emotion, strength) = self.feeling(tree)?;
            Some((who, emotion, strength))
        };
        entries.into_iter().filter_map(one).collect()
    }

    fn happening(&mut self, tree: &Tree) -> Option<Happening> {
        let fields = self.record(tree, "", "something that happens", format::HAPPENS)?;
        let who = self.required(&fields, "who").and_then(|t| self.person(t));
        let why = self.text_field(&fields, "why");
        let mut shifts = Vec::new();
        for (name, variable) in VARIABLES {
            if let Some(by) = fields.get(name).and_then(|t| self.number_at(t, -100.0, 100.0)) {
                shifts.push((variable, by));
            }
        }
        Some(Happening { who: who.unwrap_or(PersonIx(0)), shifts, why })
    }

    fn cue(&mut self, tree: &Tree) -> Option<Cue> {
        let fields = self.record(tree, "Cue", "a cue question", format::CUE)?;
        let question = self.text_field(&fields, "question");
        let trees = self.required(&fields, "answers");
        let trees = self.list(trees, "answers");
        let count = trees.len();
        let answers: Vec<(String, bool)> = trees.into_iter().filter_map(|t| self.answer(t)).collect();
        let right = answers.iter().filter(|a| a.1).count();
        let read = answers.len() == count;
        if !(2..=5).contains(&count) || (read && (right == 0 || right == count)) {
            self.tell(
                "cue-answers",
                &tree.span,
                "a cue question has two to five answers, some right and some not",
                "one of them is always \"I'm not sure. I'd ask.\", and it is right",
            );
        }
        Some(Cue { question, answers })
    }

    fn answer(&mut self, tree: &Tree) -> Option<(String, bool)> {
        let fields = self.record(tree, "", "an answer", format::ANSWER)?;
        let text = self.text_field(&fields, "text");
        let right = self.required(&fields, "right").and_then(|t| self.truth(t));
        Some((text, right?))
    }

    fn say(&mut self, tree: &Tree) -> Option<Say> {
        match self.named(tree, &["AnyOf", "FirstThatFits"]) {
            "AnyOf" => {
                let lines = self.list(tree.items.first().map(|i| &i.value), "lines");
                if lines.is_empty() {
                    self.tell(
                        "nothing-said",
                        &tree.span,
                        "there is no line to pick here",
                        "write AnyOf([Line(..), Line(..)])",
                    );
                }
                Some(Say::AnyOf(lines.into_iter().filter_map(|t| self.line(t)).collect()))
            }
            "FirstThatFits" => {
                let ways = self.ways(tree, "say")?;
                let say = |(when, tree): (Option<Condition>, &Tree)| Some((when, self.say(tree)?));
                Some(Say::FirstThatFits(ways.into_iter().filter_map(say).collect()))
            }
            _ => self.line(tree).map(Say::Line),
        }
    }

    pub(super) fn line(&mut self, tree: &Tree) -> Option<Line> {
        let fields = self.record(tree, "Line", "a line", format::LINE)?;
        let who = self.required(&fields, "who").and_then(|t| self.person(t));
        self.lost_presence |= who.is_none();
        let tells = self.list(fields.get("tells"), "facts");
        self.line_id(&fields);
        let line = Line {
            who: who.unwrap_or(PersonIx(0)),
            text: self.text_field(&fields, "text"),
            body: self.optional_text(&fields, "body"),
            tells: tells.into_iter().filter_map(|t| self.fact_set(t)).collect(),
        };
        if line.body.is_empty() {
            self.tell(
                "no-body",
                &tree.span,
                "this line does not say what the body does",
                "add body: \"..\", what a camera would see",
            );
        }
        Some(line)
    }

    /// The ways of a `FirstThatFits([..])`: condition and value; only the last may be without a condition, and must be.
    pub(super) fn ways<'t>(
        &mut self,
        tree: &'t Tree,
        name: &'static str,
    ) -> Option<Vec<(Option<Condition>, &'t Tree)>> {
        let trees = self.list(tree.items.first().map(|i| &i.value), "ways");
        let count = trees.len();
        let mut out = Vec::new();
        for (i, way) in trees.into_iter().enumerate() {
            let Some(fields) =
                self.record(way, "", "a way", if name == "say" { format::WAY_TO_SAY } else { format::WAY_TO_GO })
            else {
                continue;
            };
            let when = fields.get("when");
            match (when.is_some(), i + 1 == count) {
                (true, true) => self.tell(
                    "last-has-condition",
                    &way.span,
                    "the last way has a condition, so there may be none that fits",
                    "add a way without \"when\" at the end",
                ),
                (false, false) => self.tell(
                    "never-reached",
                    &way.span,
                    "this way always fits, so those after it never do",
                    "move it to the end, or give it a \"when\"",
                ),
                _ => {}
            }
            let condition = when.and_then(|t| self.condition(t));
            if let Some(value) = self.required(&fields, name) {
                out.push((condition, value));
            }
        }
        if count == 0 || tree.shape != Shape::Paren {
            self.tell(
                "wrong-type",
                &tree.span,
                "ways are expected here",
                format!("write FirstThatFits([(when: .., {name}: ..), ({name}: ..)])"),
            );
            return None;
        }
        Some(out)
    }
}

fn blank_node() -> Node {
    Node {
        says: Vec::new(),
        closed: Vec::new(),
        feels: Vec::new(),
        happens: Vec::new(),
        hazard: false,
        salience: 1.0,
        pivot: String::new(),
        asked: None,
        two_party: false,
        cue: None,
        choices: Vec::new(),
    }
}

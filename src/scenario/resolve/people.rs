//! The people of a scenario.

use super::fields::IN_QUOTES;
use super::record::Fields;
use super::{Resolver, format};
use crate::diagnostic::{Span, short};
use crate::model::person::{Aggression, Traits};
use crate::model::{Emotion, Feeling, Need, State, TechniqueSet};
use crate::scenario::text::{Shape, Tree};
use crate::scenario::{Cast, PersonIx};

const NEEDS: [(&str, Need); 5] = [
    ("Physio", Need::Physio),
    ("Safety", Need::Safety),
    ("Belonging", Need::Belonging),
    ("Esteem", Need::Esteem),
    ("Growth", Need::Growth),
];

impl Resolver<'_> {
    pub(super) fn people(&mut self, entries: Vec<(String, Span, &Tree)>) -> Vec<Cast> {
        entries.into_iter().map(|(id, span, tree)| self.cast(id, &span, tree)).collect()
    }

    fn cast(&mut self, id: String, span: &Span, tree: &Tree) -> Cast {
        self.kebab(&id, span, "a person's id");
        let blank = Cast {
            id,
            name: String::new(),
            role: String::new(),
            looks: String::new(),
            about: String::new(),
            comes: None,
            starts: State {
                arousal: 50.0,
                trust: 30.0,
                heard: 15.0,
                respect: 40.0,
                safety: 40.0,
                control: 40.0,
                readiness: 20.0,
            },
            need: Need::Esteem,
            feels: (Emotion::Anger, 1),
            traits: Traits::default(),
            triggers: Vec::new(),
        };
        let Some(fields) = self.record(tree, "Person", "a person", format::PERSON) else { return blank };
        let name = self.text_field(&fields, "name");
        let role = self.text_field(&fields, "role");
        let looks = self.text_field(&fields, "looks");
        self.check_looks(&fields, &looks);
        let about = self.optional_text(&fields, "about");
        let comes = fields.get("comes").and_then(|t| self.place(t));
        let (traits, triggers) = self.traits(&fields);
        let start =
            self.required(&fields, "starts").and_then(|t| self.record(t, "", "a starting state", format::STARTS));
        let (starts, need, feels) = match start {
            Some(start) => self.starts(&start),
            None => (blank.starts, blank.need, blank.feels),
        };
        Cast { name, role, looks, about, comes, starts, need, feels, traits, triggers, ..blank }
    }

    pub(super) fn check_looks(&mut self, fields: &Fields, looks: &str) {
        let Some(tree) = fields.get("looks") else { return };
        self.kebab(looks, &tree.span, "the name of a look");
        if !(self.known.looks)(looks) {
            let message = format!("nobody is drawn as \"{looks}\"");
            self.tell("unknown-look", &tree.span, message, "use the id of a person in assets/people");
        }
    }

    /// Ranges and defaults of scoring basis 5.1.
    fn starts(&mut self, fields: &Fields) -> (State, Need, Feeling) {
        let state = State {
            arousal: self.required_number(fields, "arousal", 0.0, 100.0),
            trust: self.required_number(fields, "trust", 0.0, 100.0),
            heard: self.number(fields, "heard", 15.0, 0.0, 100.0),
            respect: self.required_number(fields, "respect", 0.0, 100.0),
            safety: self.number(fields, "safety", 40.0, 0.0, 100.0),
            control: self.number(fields, "control", 40.0, 0.0, 100.0),
            readiness: self.required_number(fields, "readiness", 0.0, 100.0),
        };
        let need = self.required(fields, "need").and_then(|t| self.need(t)).unwrap_or(Need::Esteem);
        let feels = self.required(fields, "feels").and_then(|t| self.feeling(t)).unwrap_or((Emotion::Anger, 1));
        (state, need, feels)
    }

    fn traits(&mut self, fields: &Fields) -> (Traits, Vec<String>) {
        let default = Traits::default();
        let mut techniques = Vec::new();
        let mut touches = 0;
        let mut names = Vec::new();
        for tree in self.list(fields.get("triggers"), "sore points") {
            let Some(name) = self.trigger_name(tree) else { continue };
            match self.techniques.find(&name) {
                Some(technique) => techniques.push(technique),
                None => touches |= self.touch_bit(&name, &tree.span),
            }
            names.push(name);
        }
        let aggression = fields.get("aggression").and_then(|t| {
            self.word(
                t,
                "a kind of aggression",
                "unknown-word",
                &[("Reactive", Aggression::Reactive), ("Proactive", Aggression::Proactive)],
            )
        });
        let traits = Traits {
            baseline: self.number(fields, "baseline", default.baseline, 0.0, 100.0),
            stress: self.number(fields, "stress", default.stress, 0.0, 100.0),
            reactivity: self.number(fields, "reactivity", default.reactivity, 0.5, 2.0),
            grudge: self.number(fields, "grudge", default.grudge, 0.5, 2.0),
            trigger_techniques: techniques.into_iter().collect::<TechniqueSet>(),
            trigger_touches: touches,
            history: self.number(fields, "history", default.history, -3.0, 3.0),
            history_acknowledged: false,
            intoxication: self.number(fields, "intoxication", default.intoxication, 0.0, 1.0),
            aggression: aggression.unwrap_or_default(),
            free_to_go: self.flag(fields, "free_to_go", true),
        };
        (traits, names)
    }

    /// A technique's CamelCase word, or a sore point of the author's own in quotes.
    pub(super) fn trigger_name(&mut self, tree: &Tree) -> Option<String> {
        if self.slice(&tree.span).starts_with('"') {
            return self.words(tree);
        }
        self.technique(tree).map(|t| self.techniques.get(t).camel_case())
    }

    /// The bit of a sore point that is no technique; at most 64 in a scenario.
    pub(super) fn touch_bit(&mut self, name: &str, span: &Span) -> u64 {
        if let Some(place) = self.touches.iter().position(|t| t == name) {
            return 1 << place;
        }
        if self.touches.len() == 64 {
            self.tell("too-many", span, "a scenario has room for 64 sore points", "use one name for what is the same");
            return 0;
        }
        self.touches.push(name.to_owned());
        1 << (self.touches.len() - 1)
    }

    pub(super) fn need(&mut self, tree: &Tree) -> Option<Need> {
        self.word(tree, "a need", "unknown-need", &NEEDS)
    }

    pub(super) fn emotion(&mut self, tree: &Tree) -> Option<Emotion> {
        let all = Emotion::ALL.map(|e| (emotion_word(e), e));
        self.word(tree, "an emotion", "unknown-emotion", &all)
    }

    /// `(Anger, 2)`
    pub(super) fn feeling(&mut self, tree: &Tree) -> Option<Feeling> {
        let [emotion, strength] = &tree.items[..] else {
            self.tell(
                "wrong-type",
                &tree.span,
                "an emotion and its strength are expected here",
                "write it like (Anger, 2)",
            );
            return None;
        };
        if tree.shape != Shape::Paren {
            self.tell(
                "wrong-type",
                &tree.span,
                "an emotion and its strength are expected here",
                "write it like (Anger, 2)",
            );
            return None;
        }
        let emotion = self.emotion(&emotion.value)?;
        Some((emotion, self.whole_at(&strength.value, 1, 3)?))
    }

    /// A person by id.
    pub(super) fn person(&mut self, tree: &Tree) -> Option<PersonIx> {
        let name: String = self.leaf(tree, "a person's id", IN_QUOTES)?;
        self.person_named(&name, &tree.span)
    }

    pub(super) fn person_named(&mut self, name: &str, span: &Span) -> Option<PersonIx> {
        let place = self.person_ids.iter().position(|p| p == name);
        if place.is_none() {
            let fix = self.guess(name, self.person_ids.iter().map(String::as_str));
            self.tell("unknown-person", span, format!("there is nobody called \"{}\"", short(name)), fix);
        }
        place.and_then(|p| u8::try_from(p).ok()).map(PersonIx)
    }
}

fn emotion_word(emotion: Emotion) -> &'static str {
    match emotion {
        Emotion::Anger => "Anger",
        Emotion::Fear => "Fear",
        Emotion::Sadness => "Sadness",
        Emotion::Shame => "Shame",
        Emotion::Contempt => "Contempt",
        Emotion::Disgust => "Disgust",
        Emotion::Surprise => "Surprise",
        Emotion::Joy => "Joy",
        Emotion::Embarrassment => "Embarrassment",
        Emotion::Relief => "Relief",
    }
}

//! A try as a conversation of one turn, so that the same model hears it and the same stage shows it.

use super::written::{LineFile, Name, TryFile};
use super::{Try, Utterance};
use crate::model::person::Traits;
use crate::model::{Model, TechniqueIx, TechniqueSet};
use crate::scenario::resolve::count_words;
use crate::scenario::{
    Cast, Choice, Ending, Line, Node, NodeIx, Outcome, PersonIx, Place, PlaceKind, Route, Say, Scenario,
};

/// So many lines are on offer.
const OFFERED: usize = 4;

impl TryFile {
    /// # Errors
    /// A sentence on what is wrong.
    pub(super) fn built(self, id: &str, model: &Model) -> Result<Try, String> {
        if !crate::cast::place_exists(&self.place) {
            return Err(format!("there is no place \"{}\"", self.place));
        }
        if self.lines.len() != OFFERED {
            return Err(format!("a try has {OFFERED} lines, and this one {}", self.lines.len()));
        }
        let (before, place) = (self.before, self.place);
        let people = vec![self.person.cast(model)?];
        let answers: Vec<Utterance> = self.lines.iter().map(|line| line.then.clone()).collect();
        let choices = self.lines.into_iter().enumerate().map(|(i, line)| line.choice(i, model));
        let opening = node(&self.said, choices.collect::<Result<_, _>>()?);
        let mut nodes = vec![at("moment", PlaceKind::Node(opening))];
        let answered = answers
            .iter()
            .enumerate()
            .map(|(i, then)| at(&format!("answer-{}", i + 1), PlaceKind::Node(node(then, Vec::new()))));
        nodes.extend(answered);
        nodes.push(at("aside", PlaceKind::Ending(Ending { outcome: Outcome::Stopped, text: String::new() })));
        let aside = NodeIx(nodes.len() as u32 - 1);
        let scene = Scenario { id: id.to_owned(), place, people, nodes, stop: aside, leaves: aside, ..empty() };
        Ok(Try { before, scene: scene.into() })
    }
}

impl super::written::PersonFile {
    fn cast(self, model: &Model) -> Result<Cast, String> {
        if !crate::cast::look_exists(&self.looks) {
            return Err(format!("nobody is drawn as \"{}\"", self.looks));
        }
        let s = self.starts;
        let all = [s.arousal, s.trust, s.heard, s.respect, s.safety, s.control, s.readiness];
        let stands = all.iter().all(|value| (0.0..=100.0).contains(value)) && (-3.0..=3.0).contains(&self.history);
        if !stands || !(1..=3).contains(&self.feels.1) {
            return Err(format!(
                "{} starts outside 0 to 100, feels something outside 1 to 3, or has a history outside -3 to 3",
                self.name
            ));
        }
        let triggers = found(&self.triggers, model)?;
        Ok(Cast {
            id: "person".to_owned(),
            name: self.name,
            role: String::new(),
            looks: self.looks,
            about: String::new(),
            comes: None,
            starts: s,
            need: self.need,
            feels: self.feels,
            traits: Traits {
                history: self.history,
                trigger_techniques: triggers.into_iter().collect(),
                ..Traits::default()
            },
            triggers: Vec::new(),
        })
    }
}

impl LineFile {
    fn choice(self, i: usize, model: &Model) -> Result<Choice, String> {
        let uses = if self.silence { vec![Name("EffectivePause".to_owned())] } else { self.uses };
        let techniques = found(&uses, model)?;
        let words = if self.text.is_empty() { &self.deed } else { &self.text };
        if words.is_empty() || techniques.is_empty() || techniques.len() > 3 {
            return Err(format!("line {} needs words or a deed, and one to three techniques", i + 1));
        }
        Ok(Choice {
            words: count_words(&self.text),
            text: self.text,
            silence: self.silence,
            deed: self.deed,
            uses: techniques.iter().map(|t| model.techniques.get(*t).id.clone()).collect(),
            techniques,
            label: self.label,
            need: self.need,
            touches: 0,
            touched_techniques: TechniqueSet::default(),
            touched: Vec::new(),
            knows: Vec::new(),
            learns: Vec::new(),
            promises: None,
            keeps: None,
            breaks: None,
            when: None,
            to_whom: None,
            note: self.note,
            door: None,
            to: Route::To(NodeIx(i as u32 + 1)),
        })
    }
}

/// The techniques of these names.
///
/// # Errors
/// Names the first that there is not.
pub(super) fn found(names: &[Name], model: &Model) -> Result<Vec<TechniqueIx>, String> {
    let one = |name: &Name| model.techniques.find(&name.0).ok_or_else(|| format!("there is no technique {}", name.0));
    names.iter().map(one).collect()
}

fn node(said: &Utterance, choices: Vec<Choice>) -> Node {
    let line = Line { who: PersonIx(0), text: said.text.clone(), body: said.body.clone(), tells: Vec::new() };
    Node {
        says: vec![Say::Line(line)],
        closed: Vec::new(),
        feels: Vec::new(),
        happens: Vec::new(),
        hazard: false,
        salience: 1.0,
        pivot: String::new(),
        asked: None,
        two_party: false,
        cue: None,
        choices,
    }
}

fn at(id: &str, kind: PlaceKind) -> Place {
    Place { id: id.to_owned(), kind }
}

fn empty() -> Scenario {
    Scenario {
        id: String::new(),
        hash: String::new(),
        title: String::new(),
        brief: String::new(),
        goal: String::new(),
        minutes: 1,
        place: String::new(),
        hour: String::new(),
        skills: Vec::new(),
        known: Vec::new(),
        watch_for: Vec::new(),
        content_note: String::new(),
        crisis_line: String::new(),
        sources: String::new(),
        review: String::new(),
        discuss: Vec::new(),
        twin: None,
        people: Vec::new(),
        arrivals: Vec::new(),
        two_party: false,
        opening: NodeIx(0),
        stop: NodeIx(0),
        leaves: NodeIx(0),
        nodes: Vec::new(),
        facts: Vec::new(),
        promises: Vec::new(),
        touches: Vec::new(),
    }
}

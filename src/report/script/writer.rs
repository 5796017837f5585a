//! Fills a script from a scenario, scene by scene.

use super::{Answer, End, Leads, Officer, Part, Player, Question, Reader, Scene, Spoken, Variant, capitalized};
use crate::model::{Model, Variable};
use crate::report::page::clean;
use crate::scenario::map::{Role, Stop, comes_here, said};
use crate::scenario::plain::{Plain, first_name, last_speaker, letter};
use crate::scenario::{Cast, Choice, Condition, Ending, Line, Node, NodeIx, PersonIx, Route, Say, Scenario};

pub(super) struct Writer<'s> {
    pub(super) scenario: &'s Scenario,
    pub(super) model: &'s Model,
    pub(super) reader: Reader,
    pub(super) plain: Plain<'s>,
    pub(super) numbers: &'s [usize],
}

impl Writer<'_> {
    pub(super) fn player(&self, cast: &Cast) -> Player {
        let starts = match self.reader {
            Reader::Trainee => String::new(),
            Reader::Instructor => format!(
                "Begins at arousal {}, trust {}, respect {}, readiness {}. Feels {}. Needs {}.",
                cast.starts.get(Variable::Arousal),
                cast.starts.get(Variable::Trust),
                cast.starts.get(Variable::Respect),
                cast.starts.get(Variable::Readiness),
                feeling(cast.feels.0.id(), cast.feels.1),
                need(cast.need.id()),
            ),
        };
        Player { name: clean(&cast.name), role: clean(&cast.role), about: clean(&cast.about), starts }
    }

    fn name(&self, who: PersonIx) -> String {
        clean(first_name(&self.scenario.cast(who).name))
    }

    pub(super) fn scene(&self, stop: &Stop, node: &Node) -> Scene {
        let role = match stop.role {
            Role::Opening => "opening",
            Role::Stop => "safety stop",
            Role::Leaves => "walks away",
            Role::Talk => "",
        };
        let danger = if node.hazard { "danger" } else { "" };
        let feels = match self.reader {
            Reader::Trainee => Vec::new(),
            Reader::Instructor => {
                let feels = node.feels.iter();
                feels.map(|(who, e, s)| format!("{} now feels {}.", self.name(*who), feeling(e.id(), *s))).collect()
            }
        };
        let mut speaker = (self.scenario.people.len() == 1).then_some(PersonIx(0));
        let mut says = Vec::new();
        for say in &node.says {
            says.push(self.part(say, speaker));
            speaker = one_speaker(say);
        }
        let speaker = last_speaker(self.scenario, node);
        Scene {
            number: stop.number,
            id: clean(&stop.id),
            kind: [role, danger].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(", "),
            comes: comes_here(self.scenario, stop).unwrap_or_default(),
            happens: node.happens.iter().map(|h| clean(&h.why)).collect(),
            feels,
            says,
            closed: node.closed.iter().map(|line| self.spoken(line)).collect(),
            cue: node.cue.as_ref().map(|cue| Question {
                question: clean(&cue.question),
                answers: cue
                    .answers
                    .iter()
                    .map(|(text, right)| Answer {
                        text: clean(text),
                        right: (self.reader == Reader::Instructor).then_some(*right),
                    })
                    .collect(),
            }),
            lines: node.choices.iter().enumerate().map(|(i, choice)| self.officer(i, choice, speaker)).collect(),
        }
    }

    fn part(&self, say: &Say, speaker: Option<PersonIx>) -> Part {
        let mut ways = Vec::new();
        self.ways(say, String::new(), speaker, &mut ways);
        Part { by_state: matches!(say, Say::FirstThatFits(_)), ways }
    }

    fn ways(&self, say: &Say, when: String, speaker: Option<PersonIx>, ways: &mut Vec<Variant>) {
        match say {
            Say::Line(line) => ways.push(Variant { when, lines: vec![self.spoken(line)] }),
            Say::AnyOf(lines) => ways.push(Variant { when, lines: lines.iter().map(|l| self.spoken(l)).collect() }),
            Say::FirstThatFits(inner) => {
                for (condition, say) in inner {
                    let own = self.when(condition.as_ref(), speaker);
                    let both = if when.is_empty() { own } else { format!("{when}, and {own}") };
                    self.ways(say, both, speaker, ways);
                }
            }
        }
    }

    fn when(&self, condition: Option<&Condition>, speaker: Option<PersonIx>) -> String {
        condition.map_or("otherwise".to_owned(), |c| clean(&format!("when {}", self.plain.condition(c, speaker))))
    }

    fn spoken(&self, line: &Line) -> Spoken {
        Spoken { who: self.name(line.who), text: clean(&line.text), body: clean(&line.body) }
    }

    fn officer(&self, place: usize, choice: &Choice, speaker: Option<PersonIx>) -> Officer {
        let leads = |to: &NodeIx, when| Leads { number: self.numbers[to.index()], when };
        let to = match &choice.to {
            Route::To(to) => vec![leads(to, String::new())],
            Route::FirstThatFits(ways) => {
                ways.iter().map(|(c, to)| leads(to, self.when(c.as_ref(), speaker))).collect()
            }
        };
        let addressed = choice.to_whom.filter(|who| Some(*who) != speaker && self.scenario.people.len() > 1);
        let (techniques, note, changes) = match self.reader {
            Reader::Trainee => <_>::default(),
            Reader::Instructor => (self.techniques(choice), clean(&choice.note), self.changes(choice)),
        };
        Officer {
            letter: letter(place),
            text: clean(&choice.text),
            deed: if choice.text.is_empty() { clean(&said(choice)) } else { clean(&choice.deed) },
            to_whom: addressed.map(|who| self.name(who)).unwrap_or_default(),
            gate: clean(&self.plain.gate(choice, speaker)),
            to,
            techniques,
            note,
            changes,
        }
    }

    fn techniques(&self, choice: &Choice) -> String {
        let names = choice.techniques.iter().map(|t| self.model.techniques.get(*t).name.to_lowercase());
        let mut words = capitalized(&names.collect::<Vec<_>>().join(", "));
        if let Some((emotion, strength)) = choice.label {
            words.push_str(&format!(" ({})", feeling(emotion.id(), strength)));
        }
        words
    }

    fn changes(&self, choice: &Choice) -> String {
        let scenario = self.scenario;
        let name = |of: &[String], at: usize| of.get(at).map(|n| n.replace(['-', '_'], " ")).unwrap_or_default();
        let mut changes: Vec<String> =
            choice.learns.iter().map(|f| format!("“{}” has now come up", name(&scenario.facts, f.index()))).collect();
        for (promise, done) in [(choice.promises, "makes"), (choice.keeps, "keeps"), (choice.breaks, "breaks")] {
            let promise = promise.map(|p| name(&scenario.promises, p.index()));
            changes.extend(promise.map(|p| format!("{done} the promise “{p}”")));
        }
        clean(&changes.join("; "))
    }

    pub(super) fn ending(&self, stop: &Stop, ending: &Ending) -> End {
        End {
            number: stop.number,
            id: clean(&stop.id),
            outcome: ending.outcome.word(),
            comes: comes_here(self.scenario, stop).unwrap_or_default(),
            text: clean(&ending.text),
        }
    }
}

fn one_speaker(say: &Say) -> Option<PersonIx> {
    let lines = say.lines();
    let first = lines.first()?.who;
    lines.iter().all(|line| line.who == first).then_some(first)
}

/// `shame` with its strength in a word.
fn feeling(emotion: &str, strength: u8) -> String {
    match strength {
        1 => format!("slight {emotion}"),
        2 => emotion.to_owned(),
        _ => format!("strong {emotion}"),
    }
}

/// A need as one would say it.
fn need(id: &str) -> &str {
    match id {
        "physio" => "something for the body",
        "safety" => "to be safe",
        "belonging" => "to belong",
        "esteem" => "to be respected",
        "growth" => "room to grow",
        id => id,
    }
}

//! A scenario as a read-through: everything said and done in it, in reading order, with where each line leads.

mod html;
mod text;
mod values;

pub use html::html;
pub use text::text;

use crate::model::{Model, Variable};
use crate::report::page::clean;
use crate::scenario::map::{Map, Role, Stop, comes_here, said};
use crate::scenario::plain::{Plain, first_name, last_speaker, letter};
use crate::scenario::{Cast, Choice, Condition, Ending, Line, Node, NodeIx, PersonIx, PlaceKind, Route, Say, Scenario};

/// Whose hands a script comes into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    Instructor,
    /// Without techniques, notes, feelings and the answers to cue questions.
    Trainee,
}

/// A whole script; every text in it is clean.
#[derive(Clone, Debug, PartialEq)]
pub struct Script {
    pub title: String,
    pub brief: String,
    pub goal: String,
    pub minutes: u32,
    pub content_note: String,
    pub crisis_line: String,
    pub people: Vec<Player>,
    pub known: Vec<String>,
    pub watch_for: Vec<String>,
    pub for_instructor: bool,
    pub scenes: Vec<Scene>,
    pub endings: Vec<End>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Player {
    pub name: String,
    pub role: String,
    pub about: String,
    /// How they come into the talk; empty for trainees.
    pub starts: String,
}

/// One node.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub number: usize,
    pub id: String,
    /// What it is to the whole; empty for an ordinary node.
    pub kind: String,
    /// How the talk comes here by itself; empty where only lines lead here.
    pub comes: String,
    pub happens: Vec<String>,
    pub feels: Vec<String>,
    pub says: Vec<Part>,
    /// What is said instead by somebody who has shut down.
    pub closed: Vec<Spoken>,
    pub cue: Option<Question>,
    pub lines: Vec<Officer>,
}

/// Something that is said, in one way or in one of several.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Over several ways, of which the first that fits is taken.
    pub by_state: bool,
    pub ways: Vec<Variant>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// When it is said; empty where there is nothing else.
    pub when: String,
    /// Several of them: one, by chance.
    pub lines: Vec<Spoken>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    pub who: String,
    pub text: String,
    pub body: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub question: String,
    /// Each with whether it is right; for trainees without.
    pub answers: Vec<Answer>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub text: String,
    pub right: Option<bool>,
}

/// A line of the officer.
#[derive(Clone, Debug, PartialEq)]
pub struct Officer {
    pub letter: char,
    pub text: String,
    /// What is done rather than said; also "Say nothing."
    pub deed: String,
    /// To whom, where that is not whoever spoke last.
    pub to_whom: String,
    pub gate: String,
    /// The first that fits.
    pub to: Vec<Leads>,
    pub techniques: String,
    pub note: String,
    /// What is known, promised, kept or broken by it.
    pub changes: String,
}

/// The number of a place, and when it is led to; empty where always.
#[derive(Clone, Debug, PartialEq)]
pub struct Leads {
    pub number: usize,
    pub when: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct End {
    pub number: usize,
    pub id: String,
    pub outcome: &'static str,
    pub comes: String,
    pub text: String,
}

/// Makes the script of a scenario.
pub fn script(scenario: &Scenario, model: &Model, reader: Reader) -> Script {
    let map = Map::of(scenario);
    let numbers = map.numbers();
    let writer = Writer { scenario, model, reader, plain: Plain::new(scenario, &numbers), numbers: &numbers };
    let mut scenes = Vec::new();
    let mut endings = Vec::new();
    for stop in &map.stops {
        match &scenario.place_at(stop.at).kind {
            PlaceKind::Node(node) => scenes.push(writer.scene(stop, node)),
            PlaceKind::Ending(ending) => endings.push(writer.ending(stop, ending)),
        }
    }
    Script {
        title: clean(&scenario.title),
        brief: clean(&scenario.brief),
        goal: clean(&scenario.goal),
        minutes: scenario.minutes,
        content_note: clean(&scenario.content_note),
        crisis_line: clean(&scenario.crisis_line),
        people: scenario.people.iter().map(|cast| writer.player(cast)).collect(),
        known: scenario.known.iter().map(|t| clean(t)).collect(),
        watch_for: scenario.watch_for.iter().map(|t| clean(t)).collect(),
        for_instructor: reader == Reader::Instructor,
        scenes,
        endings,
    }
}

struct Writer<'s> {
    scenario: &'s Scenario,
    model: &'s Model,
    reader: Reader,
    plain: Plain<'s>,
    numbers: &'s [usize],
}

impl Writer<'_> {
    fn player(&self, cast: &Cast) -> Player {
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

    fn scene(&self, stop: &Stop, node: &Node) -> Scene {
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
                answers: cue.answers.iter().map(|(text, right)| {
                    Answer { text: clean(text), right: (self.reader == Reader::Instructor).then_some(*right) }
                }).collect(),
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
            Route::FirstThatFits(ways) => ways.iter().map(|(c, to)| leads(to, self.when(c.as_ref(), speaker))).collect(),
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
        let mut words = names.collect::<Vec<_>>().join(", ");
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

    fn ending(&self, stop: &Stop, ending: &Ending) -> End {
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

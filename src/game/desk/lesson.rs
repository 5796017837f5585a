//! The first lesson on the desk: which skill is next, which moment, and how much help stands beside it.

use bevy_egui::egui::Ui;

use super::{Desk, Screen};
use crate::game::conversation::{Conversation, Then};
use crate::game::screens::lesson::{Answered, DotView, ExampleView, LessonCommand, LessonView, Moment, Own, lesson_ui};
use crate::game::screens::talk::{LineView, SaidView, TalkCommand, TalkView, Yours};
use crate::lesson::{Drill, ENOUGH, Help, MOST, Utterance, help, is_held, shipped};
use crate::model::Model;
use crate::scenario::NodeIx;
use crate::session::{Mode, Session};

/// The drill that is open, and the try in it.
pub(super) struct Lesson {
    drill: usize,
    number: usize,
    pub(super) talk: Box<Conversation>,
    /// The help for this try: it stays as it was when the try began.
    help: Help,
    /// The example was looked at, where it and the try do not fit side by side.
    read: bool,
    /// The first line of this try is said.
    counted: bool,
    /// Tries of this drill since it was opened.
    tries: usize,
    /// A sentence of one's own is being written, or was said.
    own: Option<Option<String>>,
    written: String,
    over: bool,
}

impl Lesson {
    fn at(drill: usize, found: &[bool], seed: u64) -> Self {
        let number = found.len() % shipped()[drill].tries.len();
        Self {
            drill,
            number,
            talk: Box::new(Conversation::new(begun(drill, number, seed))),
            help: help(found),
            read: false,
            counted: false,
            tries: 0,
            own: None,
            written: String::new(),
            over: false,
        }
    }

    fn drill(&self) -> &'static Drill {
        &shipped()[self.drill]
    }

    /// Letters are letters while a sentence of one's own is written.
    pub(super) fn is_writing(&self) -> bool {
        matches!(self.own, Some(None))
    }

    fn is_answered(&self) -> bool {
        !self.talk.session().transcript().turns.is_empty()
    }

    /// Whether this drill has had its share: held, or as many tries as fit into three minutes.
    fn is_through(&self, found: &[bool]) -> bool {
        self.tries >= MOST || (self.tries >= ENOUGH && is_held(found))
    }
}

fn begun(drill: usize, number: usize, seed: u64) -> Session {
    let scene = std::sync::Arc::clone(&shipped()[drill].tries[number].scene);
    Session::begin(scene, Model::shipped(), seed, Mode::Practice)
}

impl Desk {
    /// At the first skill that is not held.
    pub(super) fn open_lesson(&mut self, ui: &Ui) {
        let next = shipped().iter().position(|drill| !is_held(&self.book.found(&drill.id)));
        self.open_drill(ui, next.unwrap_or(0));
    }

    /// What the title says of it: where one is, until all are held.
    pub(super) fn lesson_line(&self) -> Option<String> {
        let held = shipped().iter().filter(|drill| is_held(&self.book.found(&drill.id))).count();
        match held {
            0 => Some("Six skills, about three minutes each".to_owned()),
            held if held < shipped().len() => Some(format!("{held} of {} held", shipped().len())),
            _ => None,
        }
    }

    fn open_drill(&mut self, ui: &Ui, drill: usize) {
        let lesson = Lesson::at(drill, &self.book.found(&shipped()[drill].id), self.lesson_seed());
        self.conversations += 1;
        self.trouble = None;
        self.go(ui, Screen::Lesson { lesson: Box::new(lesson) });
    }

    fn lesson_seed(&self) -> u64 {
        let fresh = self.setup.seed.unwrap_or_else(crate::cli::play::fresh_seed);
        fresh.wrapping_add(self.conversations)
    }

    pub(super) fn lesson(&mut self, ui: &mut Ui, now: f64) {
        let Screen::Lesson { lesson } = &mut self.screen else { return };
        if lesson.talk.tick(now, self.theme.still) && !lesson.counted {
            lesson.counted = true;
            lesson.tries += 1;
            let said = lesson.talk.session().transcript().turns[0].chosen().choice;
            let (drill, found) = (lesson.drill().id.clone(), lesson.drill().finds(lesson.number, said));
            self.trouble = self.book.tried(&drill, found);
        }
        let Screen::Lesson { lesson } = &mut self.screen else { return };
        let view = view(lesson, |drill| self.book.found(&drill.id));
        let (command, stage) = lesson_ui(ui, &self.theme, &view, &mut lesson.written);
        self.stage = stage;
        if let Some(command) = command {
            self.lesson_command(ui, command, now);
            ui.ctx().request_repaint();
        }
    }

    fn lesson_command(&mut self, ui: &Ui, command: LessonCommand, now: f64) {
        let Screen::Lesson { lesson } = &mut self.screen else { return };
        match command {
            LessonCommand::Say(line) => said(lesson.talk.act(TalkCommand::Say(line), now)),
            LessonCommand::TakeBack => said(lesson.talk.act(TalkCommand::TakeBack, now)),
            LessonCommand::Read => lesson.read = true,
            LessonCommand::On if lesson.is_answered() && lesson.own.is_none() && has_spoken(&lesson.talk) => {
                self.lesson_goes_on(ui);
            }
            LessonCommand::On if lesson.own.is_some() => self.same_moment(ui, now),
            LessonCommand::On => said(lesson.talk.act(TalkCommand::On, now)),
            LessonCommand::Again => self.same_moment(ui, now),
            LessonCommand::Own => {
                lesson.own = Some(None);
                lesson.written.clear();
            }
            LessonCommand::OwnSaid if !lesson.written.trim().is_empty() => {
                lesson.own = Some(Some(lesson.written.trim().to_owned()));
            }
            LessonCommand::OwnSaid => {}
            LessonCommand::Example => (lesson.help, lesson.read) = (Help::Plain, false),
            LessonCommand::Drill(drill) => self.open_drill(ui, drill),
            LessonCommand::Talk => self.go(ui, Screen::Board { chosen: 0 }),
            LessonCommand::Back if lesson.own.is_some() => self.same_moment(ui, now),
            LessonCommand::Back => self.go(ui, Screen::Title),
        }
    }

    /// The same moment again, with its lines on offer.
    fn same_moment(&mut self, ui: &Ui, now: f64) {
        let seed = self.lesson_seed();
        let Screen::Lesson { lesson } = &mut self.screen else { return };
        lesson.own = None;
        *lesson.talk = Conversation::new(begun(lesson.drill, lesson.number, seed));
        lesson.talk.act(TalkCommand::On, now);
        self.rests(ui);
    }

    /// The next try, the next skill, or the end.
    fn lesson_goes_on(&mut self, ui: &Ui) {
        let seed = self.lesson_seed();
        let Screen::Lesson { lesson } = &mut self.screen else { return };
        let found = self.book.found(&lesson.drill().id);
        if !lesson.is_through(&found) {
            let tries = lesson.tries;
            **lesson = Lesson { tries, read: true, ..Lesson::at(lesson.drill, &found, seed) };
            self.conversations += 1;
            self.rests(ui);
        } else if lesson.drill + 1 < shipped().len() {
            let next = lesson.drill + 1;
            self.open_drill(ui, next);
        } else {
            lesson.over = true;
            self.rests(ui);
        }
    }

    /// Nothing that has gone keeps the focus.
    fn rests(&self, ui: &Ui) {
        if let Some(id) = ui.memory(|m| m.focused()) {
            ui.memory_mut(|m| m.surrender_focus(id));
        }
    }
}

/// A moment of a drill has no pause and no transcript: nothing follows from what was said.
fn said(_: Then) {}

fn is_reading(lesson: &Lesson) -> bool {
    !lesson.read && lesson.help < Help::Gone
}

/// The answer has come to its end.
fn has_spoken(talk: &Conversation) -> bool {
    matches!(talk.view(false).yours, Yours::Choosing(_))
}

fn view(lesson: &Lesson, found: impl Fn(&Drill) -> Vec<bool>) -> LessonView {
    let drill = lesson.drill();
    let drills = shipped().iter();
    LessonView {
        skill: drill.skill.clone(),
        say: drill.say.clone(),
        example: (lesson.help < Help::Gone).then(|| example(drill, lesson.help)),
        fading: fading(lesson.help),
        drills: drills.map(|d| DotView { skill: d.skill.clone(), held: is_held(&found(d)) }).collect(),
        at: lesson.drill,
        before: drill.tries[lesson.number].before.clone(),
        moment: moment(lesson, &found(drill)),
        reading: is_reading(lesson),
    }
}

fn fading(help: Help) -> &'static str {
    match help {
        Help::Marked => "The example goes when you no longer need it.",
        Help::Plain => "One more like the last, and the example goes.",
        Help::Gone => "You have this one without the example.",
    }
}

fn example(drill: &Drill, help: Help) -> ExampleView {
    let example = &drill.example;
    ExampleView {
        said: heard(&example.said),
        line: example.line.clone(),
        deed: example.deed,
        then: heard(&example.then),
        legend: (help == Help::Marked).then(|| (example.kept.clone(), example.added.clone())),
    }
}

fn heard(said: &Utterance) -> SaidView {
    SaidView { who: String::new(), body: said.body.clone(), text: said.text.clone() }
}

fn moment(lesson: &Lesson, found: &[bool]) -> Moment {
    if lesson.over {
        return Moment::Over;
    }
    if let Some(line) = &lesson.own {
        return Moment::Own(Own {
            said: asked(lesson),
            line: line.clone(),
            questions: lesson.drill().own.clone(),
            worked: lesson.counted.then(|| worked(lesson)).flatten(),
        });
    }
    let talk = lesson.talk.view(false);
    match lesson.talk.session().transcript().turns.first() {
        None => Moment::Open(talk),
        Some(turn) => answered(lesson, turn.chosen().choice, &talk, found),
    }
}

fn answered(lesson: &Lesson, line: usize, talk: &TalkView, found: &[bool]) -> Moment {
    let (last, through) = (lesson.drill + 1 == shipped().len(), lesson.is_through(found));
    let on = match (through, last) {
        (false, _) => "Next".to_owned(),
        (true, true) => "Done".to_owned(),
        (true, false) => format!("On to “{}”", shipped()[lesson.drill + 1].skill),
    };
    let done = matches!(talk.yours, Yours::Choosing(_));
    let choice = choice(lesson, line);
    Moment::Answered(Answered {
        said: asked(lesson),
        line: choice.map(line_view).unwrap_or_default(),
        then: talk.said.first().cloned().unwrap_or_default(),
        shown: talk.shown,
        note: choice.filter(|_| done).map(|choice| choice.note.clone()),
        on,
    })
}

fn choice(lesson: &Lesson, line: usize) -> Option<&crate::scenario::Choice> {
    let scene = lesson.talk.session().scenario();
    scene.node(scene.opening)?.choices.get(line)
}

fn line_view(choice: &crate::scenario::Choice) -> LineView {
    LineView { words: crate::debrief::turns::your_line(choice), deed: choice.text.is_empty(), since: None }
}

/// The line of this try that shows the skill best.
fn worked(lesson: &Lesson) -> Option<LineView> {
    let (drill, number) = (lesson.drill(), lesson.number);
    let found = (0..drill.tries[number].lines()).find(|line| drill.finds(number, *line))?;
    choice(lesson, found).map(line_view)
}

/// What was said to the officer in this moment.
fn asked(lesson: &Lesson) -> SaidView {
    let scene = lesson.talk.session().scenario();
    let node = scene.node(NodeIx::default()).map(|node| node.says.as_slice()).unwrap_or_default();
    let line = node.iter().flat_map(crate::scenario::Say::lines).next();
    line.map(|line| SaidView { who: String::new(), body: line.body.clone(), text: line.text.clone() })
        .unwrap_or_default()
}

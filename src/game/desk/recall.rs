//! The question of the day after, on the desk: which conversation it is about, what is asked, and what comes of the answer.

use bevy_egui::egui::Ui;

use super::people::when;
use super::{Desk, Screen};
use crate::debrief::Said;
use crate::debrief::points::otherwise;
use crate::debrief::recall::{Line, Question, Told, answer, question};
use crate::game::screens::recall::{RecallCommand, RecallView, ToldView, recall_ui};
use crate::game::screens::talk::{LineView, SaidView, Yours};
use crate::model::Model;
use crate::records::Stamp;
use crate::session::Session;

/// A question that can be asked.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    attempt: i64,
    began: Stamp,
    /// The conversation as it went.
    session: Session,
    question: Question,
    /// It can be played again from there: a visit of a case cannot, where the case stands elsewhere by now.
    again: bool,
}

/// The attempts that may be asked about, and what is asked about the first of them that can be told still.
#[derive(Clone, Debug, Default)]
pub(super) struct Recalling {
    of: Vec<i64>,
    asked: Option<Asked>,
}

/// The question as it stands open.
pub(super) struct Recall {
    asked: Asked,
    /// The moment it is about; once it is answered, how they took the line.
    pub(super) moment: Session,
    /// The line that was picked, by its place, and what came of it.
    told: Option<(usize, Told)>,
}

impl Desk {
    /// What stands on the title: which conversation is asked about.
    pub(super) fn recall_line(&mut self) -> Option<String> {
        if self.recalling.of != self.book.to_recall() {
            let of = self.book.to_recall().to_vec();
            let asked = of.iter().find_map(|attempt| self.asked(*attempt));
            self.recalling = Recalling { of, asked };
        }
        self.recalling.asked.as_ref().filter(|_| self.sitting.is_none()).map(|asked| asked.of(self.book.now()))
    }

    fn asked(&self, attempt: i64) -> Option<Asked> {
        let kept = self.book.records().attempt(attempt).ok()?;
        let scenario = self.scenario(&kept.scenario)?;
        let (session, _) = kept.resume(scenario, Model::shipped()).ok()?;
        let question = question(&session)?;
        Some(Asked { attempt, began: kept.began, session, question, again: kept.arriving.is_none() })
    }

    pub(super) fn open_recall(&mut self, ui: &Ui) {
        let Some(asked) = self.recalling.asked.clone() else { return };
        let Some(moment) = asked.session.rewound(asked.question.turn) else { return };
        self.conversations += 1;
        self.go(ui, Screen::Recall { recall: Box::new(Recall { asked, moment, told: None }) });
    }

    pub(super) fn recall(&mut self, ui: &mut Ui) {
        let Screen::Recall { recall } = &mut self.screen else { return };
        let (command, picture) = recall_ui(ui, &self.theme, &recall.view(self.book.now()));
        self.stage = picture;
        match command {
            Some(RecallCommand::Say(line)) => {
                if recall.say(line)
                    && let Some((_, told)) = &recall.told
                {
                    self.trouble = self.book.recalled(recall.asked.attempt, told.found);
                }
                ui.ctx().request_repaint();
            }
            Some(RecallCommand::Again) => {
                if let Some(again) = recall.asked.session.rewound(recall.asked.question.turn) {
                    let trouble = self.book.begin(&again);
                    self.go(ui, Screen::Title);
                    self.continue_with(again);
                    self.trouble = trouble;
                }
            }
            Some(RecallCommand::Back) => self.go(ui, Screen::Title),
            None => {}
        }
    }
}

impl Asked {
    fn of(&self, now: Stamp) -> String {
        format!("{}, {}", self.session.scenario().title, when(self.began, now))
    }
}

impl Recall {
    /// False where there is no such line, or one was picked already.
    fn say(&mut self, line: usize) -> bool {
        let asked = &self.asked;
        let told = answer(&asked.session, &asked.question, line).filter(|_| self.told.is_none());
        self.told = told.map(|told| (line, told)).or(self.told.take());
        if let Some(after) = self.after(line) {
            self.moment = after;
        }
        self.told.is_some()
    }

    /// The conversation once the line has landed; none where that ends it, and their face with it.
    fn after(&self, line: usize) -> Option<Session> {
        let turn = self.asked.session.transcript().turns.get(self.asked.question.turn)?;
        let choice = turn.offered.get(*turn.order.get(line)?)?.choice;
        otherwise(&self.asked.session, self.asked.question.turn, choice)
    }

    fn view(&self, now: Stamp) -> RecallView {
        let question = &self.asked.question;
        let lines: Vec<LineView> = question.lines.iter().map(line_view).collect();
        RecallView {
            of: self.asked.of(now),
            said: self.said(&question.said),
            told: self.told.as_ref().map(|(line, told)| ToldView {
                found: told.found,
                line: lines[*line].clone(),
                answer: self.said(&told.answer),
                why: told.why.clone(),
                then: (*line != question.then).then(|| lines[question.then].clone()),
                stronger: told.stronger.as_ref().map(|stronger| {
                    let place = lines.iter().find(|line| line.words == stronger.your_line);
                    (place.cloned().unwrap_or_default(), self.said(&stronger.answer))
                }),
            }),
            yours: Yours::Choosing(lines),
            again: self.asked.again,
        }
    }

    fn said(&self, said: &[Said]) -> Vec<SaidView> {
        let several = self.asked.session.scenario().people.len() > 1;
        let one = |said: &Said| SaidView {
            who: if several { said.who.clone() } else { String::new() },
            body: said.body.clone(),
            text: said.text.clone(),
        };
        said.iter().map(one).collect()
    }
}

fn line_view(line: &Line) -> LineView {
    LineView { words: line.words.clone(), deed: line.deed, since: None }
}

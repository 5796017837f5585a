//! The records as the desk uses them: who is here, what of the open conversation is on disk, what can be gone on with.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::people::{PALETTES, when};
use crate::case::Course;
use crate::game::theme::Palette;
use crate::growth::HardCall;
use crate::model::{Dimension, Model};
use crate::records::{
    Arriving, Attempt, Beginning, Keeper, KeptCourse, Opened, Past, Records, Stamp, Trainee, Trouble, Unfinished,
};
use crate::scenario::Scenario;
use crate::session::Session;
use crate::xapi::{self, Sender};

/// What the desk knows the time by.
#[derive(Clone, Copy, Debug)]
enum Clock {
    Wall,
    Stopped(Stamp),
}

/// Who is here, and what they do.
#[derive(Debug)]
pub(super) struct Book {
    records: Records,
    clock: Clock,
    who: Option<Trainee>,
    keeper: Option<Keeper>,
    /// What can be gone on with, read once.
    unfinished: Option<Unfinished>,
    /// Something is finished, or was left.
    past: bool,
    /// The conversations that may be asked about today, the latest first.
    to_recall: Vec<i64>,
    /// The sentence for the next shift as it stands beside the open conversation.
    resolved: String,
    /// Somebody here has a name, or there are several.
    names: bool,
    /// When they were last in each conversation, and whether it came to an end.
    last: BTreeMap<String, (Stamp, bool)>,
    /// Their tries in the first lesson: the drill, and whether the first line showed its skill.
    lesson: Vec<(String, bool)>,
    /// Tells the academy's store, where one is set up.
    sender: Option<Sender>,
}

impl Book {
    /// Nothing is kept beyond the program's end, and nobody is asked who they are.
    pub(super) fn blank(now: Stamp) -> Self {
        let mut book = Self::with(Records::in_memory(), Clock::Stopped(now));
        if let Ok(nobody) = book.records.add_trainee("", now) {
            book.sit(nobody);
        }
        book
    }

    /// The records of this machine, and what the trainee has to know about them.
    pub(super) fn open(mut opened: Opened, now: Option<Stamp>) -> (Self, Option<String>) {
        let clock = now.map_or(Clock::Wall, Clock::Stopped);
        let sender = store(&mut opened.records);
        let book = Self { sender, ..Self::with(opened.records, clock) };
        (book, opened.told)
    }

    fn with(records: Records, clock: Clock) -> Self {
        Self {
            records,
            clock,
            who: None,
            keeper: None,
            unfinished: None,
            past: false,
            to_recall: Vec::new(),
            resolved: String::new(),
            names: false,
            last: BTreeMap::new(),
            lesson: Vec::new(),
            sender: None,
        }
    }

    pub(super) fn now(&self) -> Stamp {
        match self.clock {
            Clock::Wall => Stamp::now(),
            Clock::Stopped(now) => now,
        }
    }

    /// The open conversation, where it stands in the records.
    pub(super) fn attempt(&self) -> Option<Attempt> {
        self.keeper.as_ref().and_then(Keeper::attempt)
    }

    pub(super) fn records(&self) -> &Records {
        &self.records
    }

    pub(super) fn who(&self) -> Option<&Trainee> {
        self.who.as_ref()
    }

    /// All that the trainee has finished or left, oldest first.
    pub(super) fn past(&self) -> Vec<Past> {
        self.who.as_ref().and_then(|who| self.records.past(who.ix).ok()).unwrap_or_default()
    }

    /// Everybody who has practiced here; nobody where the records cannot be read.
    pub(super) fn everybody(&self) -> Vec<Trainee> {
        self.records.trainees().unwrap_or_default()
    }

    pub(super) fn sit(&mut self, trainee: Trainee) {
        let _ = self.records.came(trainee.ix, self.now());
        let lesson = self.records.lesson(trainee.ix).unwrap_or_default();
        self.lesson = lesson.into_iter().map(|one| (one.drill, one.found)).collect();
        self.keeper = None;
        self.who = Some(trainee);
        self.look_again();
    }

    /// Somebody new sits down.
    pub(super) fn add(&mut self, name: &str) -> Option<String> {
        match self.records.add_trainee(name, self.now()) {
            Ok(trainee) => {
                self.sit(trainee);
                None
            }
            Err(trouble) => Some(untold(&trouble)),
        }
    }

    pub(super) fn unfinished(&self) -> Option<&Unfinished> {
        self.unfinished.as_ref()
    }

    /// A conversation begins: its record, and what to tell when that fails.
    pub(super) fn begin(&mut self, session: &Session) -> Option<String> {
        self.begin_for(session, None)
    }

    /// The same, for a form.
    pub(super) fn begin_for(&mut self, session: &Session, form: Option<i64>) -> Option<String> {
        let trainee = self.who.as_ref()?.ix;
        let left = self.records.leave_open(trainee, &session.scenario().id, self.now());
        self.keeper = Some(Keeper::new(Beginning { trainee, form, at: self.now() }));
        left.err().map(|trouble| untold(&trouble)).or_else(|| self.keep(session))
    }

    /// A visit of a case begins.
    pub(super) fn begin_visit(&mut self, session: &Session, arriving: Arriving) -> Option<String> {
        let trainee = self.who.as_ref()?.ix;
        let left = self.records.leave_open(trainee, &session.scenario().id, self.now());
        self.keeper = Some(Keeper::visiting(Beginning { trainee, form: None, at: self.now() }, arriving));
        left.err().map(|trouble| untold(&trouble)).or_else(|| self.keep(session))
    }

    /// How far the case will be once the open visit is over.
    pub(super) fn leads_to(&mut self, course: &Course) {
        if let Some(keeper) = &mut self.keeper {
            keeper.leads_to(course.clone());
        }
    }

    /// The open visit's case goes on with it: a visit played again to try something changes nothing.
    pub(super) fn is_on_course(&self) -> bool {
        self.keeper.as_ref().and_then(Keeper::arriving).is_some_and(|arriving| arriving.course > 0)
    }

    pub(super) fn course(&self, case: &str) -> Option<KeptCourse> {
        self.who.as_ref().and_then(|who| self.records.course(who.ix, case).ok().flatten())
    }

    /// Writes a course down, as a new one without a number; gives its number, and what to tell when that fails.
    pub(super) fn keep_course(&mut self, ix: Option<i64>, course: &Course) -> (Option<i64>, Option<String>) {
        let (Some(who), now) = (self.who.as_ref().map(|who| who.ix), self.now()) else { return (None, None) };
        let kept = match ix {
            Some(ix) => self.records.keep_course(ix, course, now).map(|()| ix),
            None => self.records.begin_course(who, course, now),
        };
        match kept {
            Ok(ix) => (Some(ix), None),
            Err(trouble) => (ix, Some(format!("This is not on disk yet: {trouble}."))),
        }
    }

    /// A line was said, `took` seconds after it could be.
    pub(super) fn said(&mut self, session: &Session, took: Option<f64>) -> Option<String> {
        let turn = session.transcript().turns.len().checked_sub(1);
        if let (Some(keeper), Some(turn), Some(took)) = (&mut self.keeper, turn, took) {
            keeper.took(turn, took);
        }
        self.keep(session)
    }

    fn keep(&mut self, session: &Session) -> Option<String> {
        let now = self.now();
        let kept = self.records.keep(self.keeper.as_mut()?, session, now);
        self.poke();
        kept.err().map(|trouble| untold(&trouble))
    }

    /// Plays on where they left off; where that cannot be, the record is closed and the reason told.
    pub(super) fn resume(&mut self, scenario: Option<Arc<Scenario>>) -> Result<Session, String> {
        let Some(open) = self.unfinished.take() else { return Err(String::new()) };
        let resumed = scenario.ok_or_else(|| format!("There is no conversation called \"{}\" any more.", open.title));
        let resumed = resumed.and_then(|scenario| {
            open.resume(scenario, Model::shipped()).map_err(|why| format!("{}: {why}.", open.title))
        });
        match resumed {
            Ok((session, keeper)) => {
                self.keeper = Some(keeper);
                Ok(session)
            }
            Err(why) => {
                let _ = self.records.leave(open.attempt.ix, self.now());
                self.look_again();
                Err(why)
            }
        }
    }

    /// The open conversation is not to be gone on with.
    pub(super) fn leave(&mut self) {
        if let Some(attempt) = self.keeper.take().and_then(|keeper| keeper.attempt()) {
            let _ = self.records.leave(attempt.ix, self.now());
            self.poke();
        }
        self.look_again();
    }

    /// The open conversation stays as it is.
    pub(super) fn put_away(&mut self) {
        self.resolved.clear();
        self.keeper = None;
        self.look_again();
    }

    /// Its debrief was closed: what the trainee does not want to be kept is deleted.
    pub(super) fn closed(&mut self) {
        let keeps = self.who.as_ref().is_none_or(|who| who.keeps_practice);
        if let (Some(attempt), false) = (self.keeper.as_ref().and_then(Keeper::attempt), keeps) {
            let _ = self.records.forget_practice(attempt.ix);
        }
        self.put_away();
    }

    /// Something new may wait for the academy's store.
    fn poke(&self) {
        self.sender.iter().for_each(Sender::poke);
    }

    fn look_again(&mut self) {
        let who = self.who.as_ref().map(|who| who.ix);
        self.unfinished = who.and_then(|who| self.records.unfinished(who).ok().flatten());
        self.past = who.is_some_and(|who| self.records.has_past(who).unwrap_or(false));
        let now = self.now();
        self.to_recall = who.and_then(|who| self.records.to_recall(who, now).ok()).unwrap_or_default();
        self.last = who.and_then(|who| self.records.last_of(who).ok()).unwrap_or_default();
        let everybody = self.everybody();
        self.names = everybody.len() > 1 || everybody.iter().any(|t| !t.name.is_empty());
    }

    /// When the trainee was last in a conversation, in a sentence.
    pub(super) fn last(&self, scenario: &str) -> Option<String> {
        let (then, ended) = self.last.get(scenario)?;
        let when = when(*then, self.now());
        Some(if *ended { format!("You were here {when}. ") } else { format!("You left it open {when}. ") })
    }

    /// What came of the tries in a drill, oldest first.
    pub(super) fn found(&self, drill: &str) -> Vec<bool> {
        self.lesson.iter().filter(|(of, _)| of == drill).map(|(_, found)| *found).collect()
    }

    /// A line was said in a drill; kept where practice is.
    pub(super) fn tried(&mut self, drill: &str, found: bool) -> Option<String> {
        self.lesson.push((drill.to_owned(), found));
        let (now, who) = (self.now(), self.who.as_ref().filter(|who| who.keeps_practice)?.ix);
        let kept = self.records.tried(who, drill, found, now);
        kept.err().map(|trouble| format!("This try is not on disk yet: {trouble}. The lesson goes on."))
    }

    /// The conversations that may be asked about today, the latest first.
    pub(super) fn to_recall(&self) -> &[i64] {
        &self.to_recall
    }

    /// The question on a conversation was answered.
    pub(super) fn recalled(&mut self, attempt: i64, found: bool) -> Option<String> {
        let kept = self.records.recalled(attempt, found, self.now());
        self.look_again();
        kept.err().map(|trouble| format!("Your answer is not on disk: {trouble}. The question may come again."))
    }

    /// The sentence for the next shift is written, or taken back.
    pub(super) fn resolve(&mut self, sentence: &str) -> Option<String> {
        let attempt = self.attempt().filter(|_| self.resolved != sentence)?;
        let kept = self.records.resolve(attempt.ix, sentence, self.now());
        match kept {
            Ok(()) => sentence.clone_into(&mut self.resolved),
            Err(trouble) => return Some(format!("Your sentence is not on disk: {trouble}.")),
        }
        None
    }

    /// What they wrote last, and when.
    pub(super) fn resolution(&self) -> Option<(String, Stamp)> {
        let found = self.who.as_ref().and_then(|who| self.records.resolution(who.ix).ok().flatten())?;
        Some((found.sentence, Stamp { ms: found.at, zone: self.now().zone }))
    }

    /// Hard calls that nothing was practiced after.
    pub(super) fn hard_calls(&self, past: &[Past]) -> Vec<HardCall> {
        let zone = self.now().zone;
        let calls = self.who.as_ref().and_then(|who| self.records.hard_calls(who.ix).ok()).unwrap_or_default();
        calls.iter().filter_map(|call| call.open(past, zone)).collect()
    }

    /// A call was hard.
    pub(super) fn mark_hard_call(&mut self, dimension: Option<Dimension>) -> Option<String> {
        let who = self.who.as_ref()?.ix;
        let kept = self.records.mark_hard_call(who, dimension, self.now());
        kept.err().map(|trouble| format!("This could not be written down: {trouble}."))
    }

    /// Something is finished, or was left.
    pub(super) fn has_past(&self) -> bool {
        self.past
    }

    /// Somebody here has a name, or there are several.
    pub(super) fn knows_names(&self) -> bool {
        self.names
    }

    /// Text size and light, as this trainee last had them.
    pub(super) fn appearance(&self, trainee: &Trainee) -> Option<(f32, Palette)> {
        let kept = self.records.setting(&appearance_of(trainee)).ok()??;
        let (text, light) = kept.split_once(' ')?;
        let palette = PALETTES.iter().find(|(_, name)| *name == light)?.0;
        Some((text.parse().ok().filter(|text| (1.0..=2.0).contains(text))?, palette))
    }

    pub(super) fn set_appearance(&self, text: f32, palette: Palette) {
        let name = PALETTES.iter().find(|(p, _)| *p == palette).map(|(_, name)| *name);
        if let (Some(trainee), Some(name)) = (&self.who, name) {
            let _ = self.records.set(&appearance_of(trainee), Some(&format!("{text} {name}")));
        }
    }
}

fn appearance_of(trainee: &Trainee) -> String {
    format!("appearance of {}", trainee.id)
}

/// Lets what is kept wait for the academy's store, and sends it on, where one is set up.
fn store(records: &mut Records) -> Option<Sender> {
    let file = records.file()?.to_owned();
    xapi::attach(records).ok()?.then(|| xapi::spawn(file))
}

fn untold(trouble: &Trouble) -> String {
    format!("This turn is not on disk yet: {trouble}. The conversation goes on.")
}

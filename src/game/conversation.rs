//! The bridge between a session and the conversation screen: who speaks when, the beat, and taking a line back.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use super::screens::talk::{LineView, NoteView, PastView, SaidView, TalkCommand, TalkView, Yours};
use super::stage::Speech;
use super::{LIVING, seen};
use crate::debrief::turns::{coach_note, your_line};
use crate::scenario::{Choice, Scenario};
use crate::session::follow::{follow, same_place};
use crate::session::{Command, Mode, Phase, Session, Spoken, Turn};

/// Seconds from saying a line to the first word of the answer; until then it can be taken back. In between, only the face
/// moves.
const BEAT: f64 = 1.1;
/// Seconds into the beat at which the face begins to answer.
const FACE: f64 = 0.24;

enum Stand {
    /// They speak, since this moment; `None` until the first frame.
    Speaking { since: Option<f64>, whole: bool },
    /// The officer's turn.
    Open,
    /// A line was said; `next` is the session as it will be.
    Beat { since: f64, line: LineView, next: Box<Session>, face: bool },
}

/// What a command asks of the screen around the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    Nothing,
    Pause,
    Transcript,
}

/// A conversation as it is shown.
pub struct Conversation {
    session: Session,
    stand: Stand,
    /// The last moment told, in seconds.
    now: f64,
    /// When the lines now on offer came, and how long the last one took to be chosen; in seconds.
    offered_at: Option<f64>,
    took: Option<f64>,
    done: bool,
    /// In a case: when each door opened, by its words, as "in October".
    opened: BTreeMap<String, String>,
}

impl Conversation {
    pub fn new(session: Session) -> Self {
        Self {
            session,
            stand: Stand::Speaking { since: None, whole: false },
            now: 0.0,
            offered_at: None,
            took: None,
            done: false,
            opened: BTreeMap::new(),
        }
    }

    /// Tells when each door opened, by what it opens.
    pub fn opened(mut self, opened: BTreeMap<String, String>) -> Self {
        self.opened = opened;
        self
    }

    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The session whose people the stage shows: during the beat the face already answers.
    pub fn shown_session(&self) -> &Session {
        match &self.stand {
            Stand::Beat { next, face: true, .. } => next,
            Stand::Beat { .. } | Stand::Speaking { .. } | Stand::Open => &self.session,
        }
    }

    /// The words now coming; none while nobody speaks.
    pub fn speaking(&self) -> Option<Speech> {
        matches!(self.stand, Stand::Speaking { whole: false, .. }).then(|| seen::speech(&self.session))
    }

    /// How long a line that was just said is taken in before the face answers, in seconds; none at any other time.
    pub fn taking_in(&self) -> Option<f32> {
        matches!(self.stand, Stand::Beat { face: false, .. }).then_some(FACE as f32)
    }

    /// A line was said, and may still be taken back.
    pub fn is_answered(&self) -> bool {
        matches!(self.stand, Stand::Beat { .. })
    }

    /// How long the last line took to be chosen, in seconds.
    pub fn took(&self) -> Option<f64> {
        self.took
    }

    /// The ending has been read.
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// Goes on in a changed scenario, at the same place where that is still there; a line just said is taken back.
    pub fn follow(&mut self, scenario: Arc<Scenario>) {
        let session = follow(&self.session, scenario);
        let stays = same_place(&self.session, &session) && session.ending().is_none();
        self.stand = match self.stand {
            Stand::Open | Stand::Beat { .. } if stays => Stand::Open,
            Stand::Open | Stand::Beat { .. } | Stand::Speaking { .. } => Stand::Speaking { since: None, whole: false },
        };
        self.session = session;
    }

    /// While somebody speaks or the beat runs there is motion, also with reduced motion: words come, then stop.
    pub fn next_frame(&self, still: bool) -> Option<Duration> {
        match &self.stand {
            Stand::Speaking { whole: false, .. } | Stand::Beat { .. } => Some(Duration::from_millis(33)),
            Stand::Speaking { .. } | Stand::Open if still => None,
            Stand::Speaking { .. } | Stand::Open => Some(LIVING),
        }
    }

    /// Moves with the clock; true when a turn was completed.
    pub fn tick(&mut self, now: f64, still: bool) -> bool {
        self.now = now;
        if matches!(self.stand, Stand::Open) {
            self.offered_at.get_or_insert(now);
        }
        let spoken = self.speaking().map_or(0.0, |speech| f64::from(speech.secs()));
        match &mut self.stand {
            Stand::Speaking { since, whole } => {
                let since = *since.get_or_insert(now);
                if still || now - since >= spoken {
                    *whole = true;
                }
                if *whole && self.session.ending().is_none() {
                    self.stand = Stand::Open;
                }
                false
            }
            Stand::Open => false,
            Stand::Beat { since, face, .. } => {
                *face = now - *since >= FACE;
                if now - *since < BEAT {
                    return false;
                }
                self.settle();
                true
            }
        }
    }

    /// Goes on after a pause: the time in between does not count.
    pub fn resume(&mut self, now: f64) {
        let gap = now - self.now;
        self.offered_at = self.offered_at.map(|at| at + gap);
        match &mut self.stand {
            Stand::Speaking { since: Some(since), .. } | Stand::Beat { since, .. } => *since += gap,
            Stand::Speaking { since: None, .. } | Stand::Open => {}
        }
        self.now = now;
    }

    /// The beat is over: the line stands.
    fn settle(&mut self) {
        let beat = std::mem::replace(&mut self.stand, Stand::Speaking { since: None, whole: false });
        if let Stand::Beat { next, .. } = beat {
            self.offered_at = None;
            self.session = *next;
        }
    }

    pub fn act(&mut self, command: TalkCommand, now: f64) -> Then {
        match command {
            TalkCommand::Pause => return Then::Pause,
            TalkCommand::Transcript => return Then::Transcript,
            TalkCommand::Say(shown) => self.say(shown, now),
            TalkCommand::Answer(answer) => {
                // a refusal leaves the question standing, which is what the trainee sees anyway
                let _ = self.session.apply(Command::Answer(answer));
            }
            TalkCommand::TakeBack => {
                if matches!(self.stand, Stand::Beat { .. }) {
                    self.stand = Stand::Open;
                }
            }
            TalkCommand::On => self.go_on(),
        }
        Then::Nothing
    }

    fn say(&mut self, shown: usize, now: f64) {
        let turn = self.session.open_turn();
        let Some(choice) = turn.order.get(shown).map(|i| turn.offered[*i].choice) else { return };
        let Some(line) = self.session.node().and_then(|n| n.choices.get(choice)).map(line_view) else { return };
        let mut next = Box::new(self.session.clone());
        if next.apply(Command::Say(choice)).is_ok() {
            self.took = self.offered_at.map(|at| (now - at).max(0.0));
            self.stand = Stand::Beat { since: now, line, next, face: false };
        }
    }

    /// The rest of the words at once; at the end, on to the debrief.
    fn go_on(&mut self) {
        match &mut self.stand {
            Stand::Speaking { whole, .. } if !*whole => *whole = true,
            Stand::Speaking { .. } => self.done = self.session.ending().is_some(),
            Stand::Open | Stand::Beat { .. } => {}
        }
        if matches!(self.stand, Stand::Speaking { whole: true, .. }) && self.session.ending().is_none() {
            self.stand = Stand::Open;
        }
    }

    pub fn view(&self, transcript: bool) -> TalkView {
        let turn = self.session.open_turn();
        let (said, happened) = match (&self.stand, self.session.ending()) {
            // while your line stands, theirs has faded
            (Stand::Beat { .. }, _) => (Vec::new(), Vec::new()),
            (_, Some((ending, _))) => (Vec::new(), vec![ending.text.clone()]),
            (_, None) => (self.said(&turn.said), self.happened(turn)),
        };
        TalkView {
            happened,
            said,
            shown: self.shown_share(),
            note: self.note(),
            yours: self.yours(),
            hazard: turn.hazard,
            transcript: transcript.then(|| self.past()),
        }
    }

    /// A word on the last line comes with the lines on offer, never before the last word of the answer.
    fn note(&self) -> Option<NoteView> {
        let coached = self.session.mode() == Mode::Coached && matches!(self.stand, Stand::Open);
        let (line, words) = coached.then(|| coach_note(&self.session)).flatten()?;
        Some(NoteView { line, words })
    }

    fn shown_share(&self) -> f32 {
        match &self.stand {
            Stand::Speaking { whole: false, since } => {
                let gone = self.now - since.unwrap_or(self.now);
                seen::speech(&self.session).share_by(gone as f32)
            }
            Stand::Speaking { .. } | Stand::Open | Stand::Beat { .. } => 1.0,
        }
    }

    fn yours(&self) -> Yours {
        match &self.stand {
            Stand::Beat { line, .. } => Yours::Said(line.clone()),
            Stand::Speaking { .. } if self.session.ending().is_some() => Yours::Over,
            Stand::Speaking { .. } => Yours::Listening,
            Stand::Open if self.session.phase() == Phase::Cue => self.cue(),
            Stand::Open => Yours::Choosing(self.offered()),
        }
    }

    fn cue(&self) -> Yours {
        let cue = self.session.node().and_then(|n| n.cue.as_ref());
        cue.map_or(Yours::Listening, |c| Yours::Cue {
            question: c.question.clone(),
            answers: c.answers.iter().map(|a| a.0.clone()).collect(),
        })
    }

    fn offered(&self) -> Vec<LineView> {
        let turn = self.session.open_turn();
        let Some(node) = self.session.node() else { return Vec::new() };
        let shown = turn.order.iter().filter_map(|i| node.choices.get(turn.offered[*i].choice));
        shown.map(|choice| LineView { since: self.since(choice), ..line_view(choice) }).collect()
    }

    /// What opened a line, and when where that is known.
    fn since(&self, choice: &Choice) -> Option<String> {
        let door = choice.door.as_ref()?;
        let when = self.opened.get(&door.opens).map_or(String::new(), |when| format!(", {when}"));
        Some(format!("since {}{when}", door.since))
    }

    fn said(&self, spoken: &[Spoken]) -> Vec<SaidView> {
        let scenario = self.session.scenario();
        let named = scenario.people.len() > 1;
        let one = |s: &Spoken| {
            let line = s.line(scenario);
            let who = if named { scenario.cast(line.who).name.clone() } else { String::new() };
            SaidView { who, body: line.body.clone(), text: line.text.clone() }
        };
        spoken.iter().map(one).collect()
    }

    fn happened(&self, turn: &Turn) -> Vec<String> {
        let node = self.session.scenario().node(turn.node);
        let why = |h: &crate::session::Happened| node.and_then(|n| n.happens.get(h.0)).map(|h| h.why.clone());
        turn.happened.iter().filter_map(why).collect()
    }

    /// The exchanges so far.
    pub fn past(&self) -> Vec<PastView> {
        let scenario = self.session.scenario();
        let one = |turn: &Turn| {
            let choice = scenario.node(turn.node)?.choices.get(turn.chosen().choice)?;
            Some(PastView { said: self.said(&turn.said), yours: line_view(choice) })
        };
        self.session.transcript().turns.iter().filter_map(one).collect()
    }
}

fn line_view(choice: &Choice) -> LineView {
    LineView { words: your_line(choice), deed: choice.text.is_empty(), since: None }
}

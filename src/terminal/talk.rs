//! The talk itself: what is said, what can be answered, one number at a time.

use std::io;
use std::time::Duration;

use super::{Answer, Desk, Kept, Manner};
use crate::debrief::turns::{said, your_line};
use crate::report::page::Look;
use crate::report::text;
use crate::scenario::plain::first_name;
use crate::session::{Command, Phase, Session};

/// Between an officer's line and the answer, the body moves first.
const BEAT: Duration = Duration::from_millis(500);

impl Desk<'_> {
    pub(super) fn begin(&mut self, session: &Session) {
        let scenario = session.scenario();
        self.page.blank();
        self.page.title(&scenario.title);
        self.page.blank();
        self.page.say(&scenario.brief);
        for note in [&scenario.content_note, &scenario.crisis_line].into_iter().filter(|note| !note.is_empty()) {
            self.page.say(note);
        }
        scenario.known.iter().for_each(|known| self.page.say(known));
        self.page.say(&format!("What you are here for: {}", scenario.goal));
    }

    /// Talks to the end; false where the trainee leaves before it.
    pub(super) fn talk(&mut self, session: &mut Session, kept: &mut Kept) -> io::Result<bool> {
        let (mut told, mut trouble) = (None, None);
        while session.ending().is_none() {
            let turn = session.transcript().turns.len();
            if told != Some(turn) {
                self.tell(session)?;
                told = Some(turn);
            }
            let asked = match session.phase() {
                Phase::Cue => self.cue(session)?,
                Phase::Choosing | Phase::Ended(_) => self.choose(session)?,
            };
            if !asked {
                self.page.say("You leave it there.");
                return Ok(false);
            }
            let now = kept.save(session);
            if let Some(trouble) = now.as_ref().filter(|_| now != trouble) {
                self.page.say(trouble);
            }
            trouble = now;
        }
        self.end(session)?;
        Ok(true)
    }

    fn tell(&mut self, session: &Session) -> io::Result<()> {
        let scenario = session.scenario().clone();
        let turn = session.open_turn();
        if session.at() == scenario.stop {
            self.page.parts(&[("  Talk ends here.", Look::Accent)]);
            self.page.blank();
        }
        if let Some(node) = session.node() {
            turn.happened.iter().filter_map(|h| node.happens.get(h.0)).for_each(|h| self.page.body(&h.why));
        }
        for (i, spoken) in turn.said.iter().enumerate() {
            let line = spoken.line(&scenario);
            self.page.body(&line.body);
            if i == 0 {
                self.beat(session)?;
            }
            let who = (scenario.people.len() > 1).then(|| first_name(&scenario.cast(line.who).name));
            self.page.voice(who, &line.text);
        }
        Ok(())
    }

    /// Half a second in which only the body has answered.
    fn beat(&mut self, session: &Session) -> io::Result<()> {
        self.page.show()?;
        if self.manner == Manner::Live && !session.transcript().turns.is_empty() {
            std::thread::sleep(BEAT);
        }
        Ok(())
    }

    fn cue(&mut self, session: &mut Session) -> io::Result<bool> {
        let Some(cue) = session.node().and_then(|n| n.cue.clone()) else { return Ok(true) };
        loop {
            self.page.say(&cue.question);
            for (i, (answer, _)) in cue.answers.iter().enumerate() {
                self.page.choice(i + 1, answer, Look::Plain);
            }
            match self.ask(cue.answers.len(), &[('t', "what was said"), ('q', "leave")], "answer")? {
                Answer::Number(n) => {
                    self.page.blank();
                    return session.apply(Command::Answer(n - 1)).map(|()| true).map_err(io::Error::other);
                }
                Answer::Letter('t') => self.transcript(session),
                Answer::Nothing => {}
                Answer::Letter(_) | Answer::Gone => return Ok(false),
            }
        }
    }

    fn choose(&mut self, session: &mut Session) -> io::Result<bool> {
        let shown = on_offer(session);
        loop {
            for (i, line) in shown.iter().enumerate() {
                self.page.choice(i + 1, &line.words, line.look);
            }
            match self.ask(shown.len(), &[('t', "what was said"), ('q', "leave")], "say it")? {
                Answer::Number(n) => {
                    self.page.yours(&shown[n - 1].words);
                    let said = session.apply(Command::Say(shown[n - 1].choice));
                    return said.map(|()| true).map_err(io::Error::other);
                }
                Answer::Letter('t') => self.transcript(session),
                Answer::Nothing => {}
                Answer::Letter(_) | Answer::Gone => return Ok(false),
            }
        }
    }

    /// Everything said so far.
    fn transcript(&mut self, session: &Session) {
        let scenario = session.scenario();
        self.page.blank();
        for turn in &session.transcript().turns {
            said(scenario, &turn.said).iter().for_each(|s| text::said(&mut self.page, s, 4));
            let choice = scenario.node(turn.node).and_then(|n| n.choices.get(turn.chosen().choice));
            choice.into_iter().for_each(|c| self.page.beside("    - ", &your_line(c), Look::Bold));
        }
        said(scenario, &session.open_turn().said).iter().for_each(|s| text::said(&mut self.page, s, 4));
        self.page.blank();
    }

    fn end(&mut self, session: &Session) -> io::Result<()> {
        if let Some((ending, _)) = session.ending() {
            self.beat(session)?;
            self.page.body(&ending.text);
        }
        Ok(())
    }
}

/// A line on offer as it is shown.
struct Shown {
    /// Its place in the node.
    choice: usize,
    words: String,
    /// Italic for what is done rather than said.
    look: Look,
}

fn on_offer(session: &Session) -> Vec<Shown> {
    let turn = session.open_turn();
    let Some(node) = session.node() else { return Vec::new() };
    let shown = |i: &usize| {
        let choice = turn.offered[*i].choice;
        let line = &node.choices[choice];
        Shown { choice, words: your_line(line), look: if line.text.is_empty() { Look::Italic } else { Look::Plain } }
    };
    turn.order.iter().map(shown).collect()
}

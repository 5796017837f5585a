//! After the talk: the trainee's own account, the debrief, and turns to go back to.

use std::io;

use super::{Answer, Desk, Manner};
use crate::debrief::debrief;
use crate::model::Dimension;
use crate::report::page::Look;
use crate::report::text;
use crate::session::{Mode, Session};

impl Desk<'_> {
    /// Tells the debrief; gives the conversation to go on with where the trainee goes back to a turn.
    pub(super) fn afterwards(&mut self, session: &Session) -> io::Result<Option<Session>> {
        let own = if self.manner == Manner::Live { self.own_account()? } else { [None; 4] };
        text::debrief(&mut self.page, &debrief(session), own);
        self.page.show()?;
        if self.manner == Manner::Listed || session.mode() == Mode::Assessment {
            return Ok(None);
        }
        let turns = session.transcript().turns.len();
        match self.ask(turns, &[('q', "done")], "go back to that turn")? {
            Answer::Number(n) => {
                self.page.parts(&[(&format!("  Back to turn {n}."), Look::Accent)]);
                self.page.blank();
                Ok(session.rewound(n - 1))
            }
            Answer::Letter(_) | Answer::Nothing | Answer::Gone => Ok(None),
        }
    }

    fn own_account(&mut self) -> io::Result<[Option<u8>; 4]> {
        self.page.say("Before you see ours: how do you think it went? 1 rarely, 3 about half, 5 throughout; Enter if you are not sure.");
        let mut own = [None; 4];
        for dimension in Dimension::ALL {
            let typed = self.read(dimension.name())?.unwrap_or_default();
            own[dimension as usize] = typed.parse().ok().filter(|n| (1..=5).contains(n));
        }
        Ok(own)
    }
}

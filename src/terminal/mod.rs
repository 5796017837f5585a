//! The conversation in a terminal: the same session, told in eighty columns, nothing moving and nothing cleared.

mod after;
mod kept;
mod talk;
#[cfg(test)]
mod tests;

use std::io::{self, BufRead, IsTerminal};

pub use kept::Kept;

use crate::report::page::{Look, Page};
use crate::scenario::library::Entry;
use crate::session::Session;

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// Somebody at a keyboard: a beat before the answer, their own account first, and turns to go back to.
    Live,
    /// A list of answers: only what moves the conversation is asked, and each answer is written down.
    Listed,
}

/// A page to write on and somebody who answers.
struct Desk<'d> {
    page: Page,
    input: &'d mut dyn BufRead,
    manner: Manner,
}

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Answer {
    /// A number that was asked for.
    Number(usize),
    /// One of the letters that were named.
    Letter(char),
    Nothing,
    /// Nobody answers any more.
    Gone,
}

/// Lists the conversations and asks for one; `None` where the trainee leaves.
pub fn pick(entries: &[Entry]) -> Option<String> {
    let mut input = io::stdin().lock();
    let mut desk = Desk::at_the_terminal(&mut input);
    desk.page.say("Alongside. Which conversation?");
    for (i, entry) in entries.iter().enumerate() {
        let minutes = format!("{}, about {} minutes. {}", entry.title, entry.minutes, entry.brief);
        desk.page.choice(i + 1, &minutes, Look::Plain);
    }
    match desk.ask(entries.len(), &[('q', "leave")], "open it").ok()? {
        Answer::Number(n) => entries.get(n - 1).map(|e| e.id.clone()),
        Answer::Letter(_) | Answer::Nothing | Answer::Gone => None,
    }
}

/// Whether somebody sits at this terminal, rather than a list of answers.
pub fn is_live() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Plays to the end and tells the debrief. Every turn is written down before the next is shown.
///
/// # Errors
/// When the terminal cannot be written; what was played so far is in the record.
pub fn play(session: Session, kept: Kept) -> io::Result<()> {
    let mut input = io::stdin().lock();
    Desk::at_the_terminal(&mut input).sit(session, kept)
}

impl<'d> Desk<'d> {
    fn at_the_terminal(input: &'d mut dyn BufRead) -> Self {
        Self { page: Page::on_stdout(), input, manner: if is_live() { Manner::Live } else { Manner::Listed } }
    }

    fn sit(mut self, mut session: Session, mut kept: Kept) -> io::Result<()> {
        self.begin(&session);
        kept.begin(&session);
        while self.talk(&mut session, &mut kept)? {
            match self.afterwards(&session)? {
                Some(again) => {
                    session = again;
                    kept.begin(&session);
                }
                None => break,
            }
        }
        Ok(())
    }

    /// Asks until a number from 1 to `most` or one of the letters comes, or nothing at all.
    fn ask(&mut self, most: usize, letters: &[(char, &str)], doing: &str) -> io::Result<Answer> {
        let keys: Vec<String> = letters.iter().map(|(key, what)| format!("{key} {what}")).collect();
        let numbers = if most == 1 { "1".to_owned() } else { format!("1-{most}") };
        self.page.blank();
        self.page.parts(&[(&format!("  {numbers} {doing}   {}", keys.join("   ")), Look::Soft)]);
        loop {
            let Some(typed) = self.read(">")? else { return Ok(Answer::Gone) };
            let letter = typed.chars().next().map(|c| c.to_ascii_lowercase());
            match (typed.parse(), letter) {
                (Ok(n), _) if (1..=most).contains(&n) => return Ok(Answer::Number(n)),
                (_, Some(c)) if typed.chars().count() == 1 && letters.iter().any(|(key, _)| *key == c) => {
                    return Ok(Answer::Letter(c));
                }
                (_, None) => {
                    self.page.blank();
                    return Ok(Answer::Nothing);
                }
                _ => self.page.say(&format!("Type {numbers}, or one of the letters.")),
            }
        }
    }

    /// One line of what was typed, trimmed; `None` where the input has ended.
    fn read(&mut self, prompt: &str) -> io::Result<Option<String>> {
        self.page.prompt(prompt)?;
        let mut typed = Vec::new();
        let count = io::Read::take(&mut self.input, 4096).read_until(b'\n', &mut typed)?;
        if count == 0 {
            self.page.blank();
            return Ok(None);
        }
        let typed = String::from_utf8_lossy(&typed).trim().to_owned();
        if self.manner == Manner::Listed {
            self.page.line(&typed);
        }
        Ok(Some(typed))
    }
}

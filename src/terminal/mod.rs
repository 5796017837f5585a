//! The conversation in a terminal: the same session, told in eighty columns, nothing moving and nothing cleared.

use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use crate::debrief::debrief;
use crate::model::Dimension;
use crate::records;
use crate::report::text;
use crate::scenario::library::Entry;
use crate::session::{Command, Phase, Session};

use crate::report::page::Page;

/// Lists the conversations and asks for one; `None` where the trainee leaves.
pub fn pick(entries: &[Entry]) -> Option<String> {
    let mut page = Page::on_stdout();
    page.say("Alongside. Which conversation?");
    for (i, entry) in entries.iter().enumerate() {
        page.choice(i + 1, &format!("{} ({} minutes). {}", entry.title, entry.minutes, entry.brief));
    }
    let n = ask_number(&mut page, &mut io::stdin().lock(), entries.len(), "q leave").ok()??;
    entries.get(n - 1).map(|e| e.id.clone())
}

/// Plays to the end and tells the debrief. Every turn is written to `record` before the next is shown.
///
/// # Errors
/// When the terminal or the record cannot be written; what was played so far is in the record.
pub fn play(mut session: Session, record: Option<&Path>) -> io::Result<()> {
    let mut page = Page::on_stdout();
    let mut input = io::stdin().lock();
    begin(&mut page, &session);
    while session.ending().is_none() {
        if !one_step(&mut page, &mut input, &mut session)? {
            page.say("You leave it there.");
            return Ok(());
        }
        if let Some(path) = record {
            records::write(&session, path)?;
        }
    }
    if let Some((ending, _)) = session.ending() {
        page.body(&ending.text);
    }
    let own = if io::stdin().is_terminal() { own_account(&mut page, &mut input)? } else { [None; 4] };
    text::debrief(&mut page, &debrief(&session), own);
    Ok(())
}

fn begin(page: &mut Page, session: &Session) {
    let scenario = session.scenario();
    page.title(&scenario.title);
    page.say(&scenario.brief);
    for known in &scenario.known {
        page.say(known);
    }
    page.say(&format!("What you are here for: {}", scenario.goal));
}

/// One cue question or one line; false where the trainee leaves.
fn one_step(page: &mut Page, input: &mut impl BufRead, session: &mut Session) -> io::Result<bool> {
    if session.phase() == Phase::Cue {
        tell(page, session);
        return cue(page, input, session);
    }
    if session.open_turn().cue_answer.is_none() && session.node().is_some_and(|n| n.cue.is_none()) {
        tell(page, session);
    }
    choose(page, input, session)
}

fn tell(page: &mut Page, session: &Session) {
    let scenario = session.scenario().clone();
    let turn = session.open_turn();
    if turn.hazard {
        page.say("Talk ends here.");
    }
    if let Some(node) = session.node() {
        turn.happened.iter().filter_map(|h| node.happens.get(h.0)).for_each(|h| page.body(&h.why));
    }
    for spoken in &turn.said {
        let line = spoken.line(&scenario);
        page.body(&line.body);
        let who = (scenario.people.len() > 1).then(|| scenario.cast(line.who).name.as_str());
        page.voice(who, &line.text);
    }
}

fn cue(page: &mut Page, input: &mut impl BufRead, session: &mut Session) -> io::Result<bool> {
    let Some(cue) = session.node().and_then(|n| n.cue.clone()) else { return Ok(true) };
    page.say(&cue.question);
    for (i, (answer, _)) in cue.answers.iter().enumerate() {
        page.choice(i + 1, answer);
    }
    let Some(n) = ask_number(page, input, cue.answers.len(), "q leave")? else { return Ok(false) };
    session.apply(Command::Answer(n - 1)).map_err(io::Error::other)?;
    Ok(true)
}

fn choose(page: &mut Page, input: &mut impl BufRead, session: &mut Session) -> io::Result<bool> {
    let shown = on_offer(session);
    for (i, (_, words)) in shown.iter().enumerate() {
        page.choice(i + 1, words);
    }
    let Some(n) = ask_number(page, input, shown.len(), "q leave")? else { return Ok(false) };
    let (choice, words) = &shown[n - 1];
    page.yours(words);
    session.apply(Command::Say(*choice)).map_err(io::Error::other)?;
    Ok(true)
}

/// The lines on offer as shown: place in the node, and words.
fn on_offer(session: &Session) -> Vec<(usize, String)> {
    let turn = session.open_turn();
    let Some(node) = session.node() else { return Vec::new() };
    let words = |i: usize| crate::debrief::turns::your_line(&node.choices[i]);
    turn.order.iter().map(|i| turn.offered[*i].choice).map(|c| (c, words(c))).collect()
}

fn own_account(page: &mut Page, input: &mut impl BufRead) -> io::Result<[Option<u8>; 4]> {
    page.say("Before you see ours: how do you think it went? 1 rarely, 3 about half, 5 throughout; Enter if you are not sure.");
    let mut own = [None; 4];
    for dimension in Dimension::ALL {
        page.prompt(dimension.name())?;
        let mut answer = String::new();
        input.read_line(&mut answer)?;
        own[dimension as usize] = answer.trim().parse().ok().filter(|n| (1..=5).contains(n));
    }
    Ok(own)
}

/// Asks until a number from 1 to `most` comes; `None` on q or at the end of input.
fn ask_number(page: &mut Page, input: &mut impl BufRead, most: usize, keys: &str) -> io::Result<Option<usize>> {
    page.keys(most, keys);
    loop {
        page.prompt(">")?;
        let mut answer = String::new();
        if input.read_line(&mut answer)? == 0 {
            return Ok(None);
        }
        match answer.trim() {
            "q" | "Q" => return Ok(None),
            answer => match answer.parse() {
                Ok(n) if (1..=most).contains(&n) => return Ok(Some(n)),
                _ => page.say(&format!("Type a number from 1 to {most}, or q.")),
            },
        }
    }
}

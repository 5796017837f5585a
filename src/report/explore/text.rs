//! An exploration in eighty columns.

use std::cell::RefCell;
use std::io;
use std::rc::Rc;

use super::words;
use crate::explore::findings::{Findings, Gate, Standing, findings, points};
use crate::explore::path::{Exchange, Path};
use crate::explore::tally::{OfPlace, Spread};
use crate::explore::{Exploration, TRAINEES};
use crate::model::Dimension;
use crate::report::page::{Look, Page};
use crate::report::text::mark;

/// So many entries of a list are told; the document for programs has all.
const MOST_LISTED: usize = 40;

/// Writes all of it.
pub fn write(page: &mut Page, exploration: &Exploration) {
    let Findings { gates, coverage } = findings(exploration);
    page.title(&format!("{}: what simulated trainees make of it", exploration.identity.title));
    page.say(&words::how_made(exploration));
    page.say(words::HONESTY);
    who(page, exploration);
    gates_of(page, &gates);
    ratings(page, exploration);
    search(page, exploration);
    endings(page, exploration);
    page.title("Coverage");
    page.say(&words::seen(&coverage));
    if !coverage.unseen.is_empty() {
        page.say(&words::how_sure(&coverage));
    }
    unseen(page, exploration, &coverage);
    places(page, exploration);
    path(page, exploration, "The strongest path", exploration.strongest.as_ref());
    path(page, exploration, "The weakest path", exploration.weakest.as_ref());
}

/// The same as plain text.
pub fn plain(exploration: &Exploration) -> String {
    let out = Kept::default();
    write(&mut Page::plain(Box::new(out.clone())), exploration);
    String::from_utf8_lossy(&out.0.borrow()).into_owned()
}

/// What a page wrote.
#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<u8>>>);

impl io::Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn who(page: &mut Page, exploration: &Exploration) {
    page.title("Who played");
    for of in &exploration.tally.trainees {
        let about = TRAINEES.iter().find(|t| t.name == of.name).map_or("", |t| t.about);
        page.beside(&format!("  {:<12}", of.name), about, Look::Plain);
    }
    page.blank();
}

fn gates_of(page: &mut Page, gates: &[Gate]) {
    page.title("Fairness");
    page.say("A scenario is fair when skill is what pays: the expert does well on everything, and no trick does.");
    for gate in gates {
        let look = if gate.standing == Standing::Fails { Look::Accent } else { Look::Plain };
        let found = if gate.found.is_empty() { String::new() } else { format!(" (found: {})", gate.found) };
        let words = format!("{}: {}{found}", gate.about, gate.demand);
        page.beside(&format!("  {:<14}", words::standing(gate.standing)), &words, look);
    }
    page.blank();
}

fn ratings(page: &mut Page, exploration: &Exploration) {
    page.title("Ratings, 0 to 100");
    page.say(
        "35 is what picking at random gets. The bars run from 0 to 100; the middle 80 % of plays lie between the two \
         numbers of \"most\".",
    );
    for dimension in Dimension::ALL {
        page.line(&format!("  {:<33}{:>5}  {:>9}  {:>9}", dimension.name(), "mean", "most", "all"));
        for of in &exploration.tally.trainees {
            page.line(&format!("    {:<12}{}", of.name, spread(&of.ratings[dimension as usize])));
        }
        page.blank();
    }
}

fn spread(spread: &Spread) -> String {
    let (Some(mean), Some(low), Some(high)) = (spread.mean(), spread.lowest, spread.highest) else {
        return "not enough chances to rate in any play".to_owned();
    };
    let at = |percent| spread.percentile(percent).unwrap_or(0);
    let most = format!("{} to {}", at(10), at(90));
    let all = format!("{} to {}", low.value / 1000, high.value / 1000);
    let few = spread.too_few.saturating_add(spread.none);
    let few = if few > 0 {
        format!("  ({} too few)", words::share(few, few.saturating_add(spread.rated)))
    } else {
        String::new()
    };
    format!("{:<19}{:>5}  {most:>9}  {all:>9}{few}", bars(spread), points(mean))
}

/// Twenty columns of five points each; the tallest is full.
fn bars(spread: &Spread) -> String {
    const STEPS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let columns: Vec<u64> =
        spread.histogram.chunks(5).map(|c| c.iter().fold(0_u64, |s, n| s.saturating_add(*n))).collect();
    let tallest = columns.iter().copied().max().unwrap_or(0).max(1);
    let step = |n: u64| (u128::from(n) * 8).div_ceil(u128::from(tallest)) as usize;
    columns.iter().map(|n| STEPS[step(*n).min(8)]).collect()
}

fn search(page: &mut Page, exploration: &Exploration) {
    let Some(search) = &exploration.search else { return };
    page.title("What can be reached at all");
    page.say(&words::searched(search));
    for bound in &search.bounds {
        let range = match words::bound(bound) {
            Some((low, high)) => format!("{low:>5} to {high:>5}"),
            None => "not enough chances to rate on any path".to_owned(),
        };
        page.line(&format!("    {:<32}{range}", bound.of.name()));
    }
    page.blank();
}

fn endings(page: &mut Page, exploration: &Exploration) {
    let tally = &exploration.tally;
    page.title("How it ends");
    if let Some((shortest, median, longest)) = words::lengths(exploration) {
        page.say(&format!("After {shortest} to {longest} turns, {median} in the middle."));
    }
    let mut row = |label: &str, count: &dyn Fn(usize, &crate::explore::tally::OfTrainee) -> u64| {
        let all = tally.trainees.iter().enumerate().map(|(i, t)| count(i, t)).fold(0_u64, u64::saturating_add);
        let mostly = words::mostly(&tally.trainees, count, 3);
        let mostly = if mostly.is_empty() { "nobody".to_owned() } else { mostly };
        let label: String = label.chars().take(30).collect();
        page.beside(&format!("  {label:<31}{:>7}  ", words::share(all, tally.plays)), &mostly, Look::Plain);
    };
    for place in tally.places.iter().take(MOST_PLACES) {
        let Some(outcome) = place.outcome else { continue };
        let label = format!("{} ({})", place.id, words::outcome(outcome));
        row(&label, &|i, _| place.ended.get(i).copied().unwrap_or(0));
    }
    row("broken off, going in circles", &|_, t| t.broken_off);
    row("talk had to stop on the way", &|_, t| t.stopped);
    row("somebody walked away", &|_, t| t.left);
    page.blank();
}

const MOST_PLACES: usize = 200;

fn unseen(page: &mut Page, exploration: &Exploration, coverage: &crate::explore::findings::Coverage) {
    for one in coverage.unseen.iter().take(MOST_LISTED) {
        let (what, how) = words::unseen(exploration, one);
        page.beside("  - ", &format!("{what} ({how})"), Look::Plain);
    }
    let more = coverage.unseen.len().saturating_sub(MOST_LISTED);
    if more > 0 {
        page.indented(&format!("and {more} more; --format json has all of them"), 4);
    }
    if !coverage.unseen.is_empty() {
        page.blank();
    }
}

fn places(page: &mut Page, exploration: &Exploration) {
    let tally = &exploration.tally;
    page.title("How many plays came where");
    let name = |p: &OfPlace| p.id.chars().take(34).collect::<String>();
    for place in tally.places.iter().take(MOST_PLACES) {
        const WIDTH: u128 = 30;
        let long = (u128::from(place.plays) * WIDTH).div_ceil(u128::from(tally.plays.max(1))).min(WIDTH) as usize;
        page.line(&format!("  {:<35}{:>8}  {}", name(place), words::share(place.plays, tally.plays), "█".repeat(long)));
    }
    let more = tally.places.len().saturating_sub(MOST_PLACES);
    if more > 0 {
        page.indented(&format!("and {more} more; --format json has all of them"), 2);
    }
    page.blank();
}

fn path(page: &mut Page, exploration: &Exploration, title: &str, path: Option<&Path>) {
    let Some(path) = path else { return };
    page.title(title);
    page.say(&words::path(path));
    for (dimension, reached) in Dimension::ALL.iter().zip(&path.ratings) {
        let score = match reached {
            Some(r) if r.is_rated => points(r.score),
            Some(r) => format!("{} (on too few chances to be shown)", points(r.score)),
            None => "nothing at stake".to_owned(),
        };
        page.line(&format!("    {:<32}{score}", dimension.name()));
    }
    page.blank();
    for (i, turn) in path.turns.iter().enumerate() {
        exchange(page, i + 1, turn);
    }
    match &path.ending {
        Some(end) => page.beside("  End  ", &format!("{} ({})", end.text, words::outcome(end.outcome)), Look::Plain),
        None => page.indented("Broken off here: it goes in circles.", 2),
    }
    page.blank();
    page.indented("The same play again:", 2);
    page.indented(&path.command(&exploration.identity.scenario), 4);
    page.blank();
}

fn exchange(page: &mut Page, number: usize, turn: &Exchange) {
    let mut label = format!("  {number:<5}");
    let mut next = || std::mem::replace(&mut label, " ".repeat(7));
    turn.happened.iter().for_each(|why| page.beside(&next(), &format!("*{why}*"), Look::Plain));
    for said in &turn.said {
        let body = if said.body.is_empty() { String::new() } else { format!("*{}* ", said.body) };
        page.beside(&next(), &format!("{}: {body}“{}”", said.who, said.text), Look::Plain);
    }
    if let Some(cue) = &turn.cue {
        page.beside(&next(), &words::cue(cue), Look::Plain);
    }
    page.beside("       - ", &turn.line, Look::Bold);
    let marks = Dimension::ALL.iter().zip(turn.evidence);
    let marks: Vec<String> = marks.map(|(d, e)| format!("{} {}", d.letter(), mark(f64::from(e) / 100.0))).collect();
    page.indented(&format!("{}  {}", marks.join("  "), turn.effect), 9);
    page.blank();
}

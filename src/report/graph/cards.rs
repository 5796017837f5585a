//! What stands on each card and each sign of the picture, and how large that makes them.

use super::Heat;
use super::measure::{cut, width, wrap};
use crate::scenario::map::{Map, Road, Role, Stop, comes_here};
use crate::scenario::{Outcome, Scenario};

/// Sizes of type, in pixels.
pub const NAME: f64 = 13.5;
pub const WORDS: f64 = 12.5;
pub const SMALL: f64 = 11.0;
/// From one line to the next.
pub const LEADING: f64 = 16.0;
pub const SMALL_LEADING: f64 = 14.0;
/// Around the words of a card.
pub const PAD: f64 = 12.0;
pub const CARD_WIDTH: f64 = 236.0;
/// The line with the number and the name.
pub const HEAD: f64 = 22.0;
const SIGN_WIDTH: f64 = 184.0;

/// A node or an ending as a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub number: usize,
    pub id: String,
    /// What it is, in a word or two; empty for an ordinary node.
    pub kind: String,
    pub kind_stands: Stands,
    pub lines: Vec<String>,
    /// Small print: how one comes here without a road that is drawn.
    pub notes: Vec<String>,
    pub size: (f64, f64),
}

/// Where the word for its kind finds room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    Beside,
    Below,
}

/// What is written on a road.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    pub letters: String,
    pub lines: Vec<String>,
    /// Where it goes on, where no line is drawn to there; else empty.
    pub goes: String,
    /// When it is open, where not always; in small print.
    pub notes: Vec<String>,
    pub size: (f64, f64),
}

/// How a road is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// All the way.
    Down,
    /// It leads back to where the talk has been: a sign with the number.
    Back,
    /// It leads far ahead: a sign with the number here, and a note there.
    Far,
}

pub fn card(scenario: &Scenario, map: &Map, at: usize, far: &[&Road], heat: Option<&Heat>) -> Card {
    let stop = &map.stops[at];
    let inner = CARD_WIDTH - 2.0 * PAD;
    let kind = kind(stop);
    let name_width = inner - 1.1 * width(&stop.number.to_string(), NAME) - 8.0;
    let fits = 1.1 * width(&stop.id, NAME) + 1.1 * width(&kind, SMALL) + 10.0 <= name_width;
    let kind_stands = if fits { Stands::Beside } else { Stands::Below };
    let quoted = if stop.ending.is_some() { stop.words.clone() } else { format!("“{}”", stop.words) };
    let lines = wrap(&quoted, inner, WORDS, 3);
    let mut notes = Vec::new();
    if let Some(heat) = heat {
        notes.push(format!("{} of all who play come here", heat.of_node(stop.at)));
    }
    notes.extend(comes_here(scenario, stop).map(|note| wrap(&note, inner, SMALL, 2)).unwrap_or_default());
    if !far.is_empty() {
        let from: Vec<String> = far.iter().map(|r| format!("{}{}", map.stops[r.from].number, r.letters())).collect();
        notes.extend(wrap(&format!("from {}", from.join("; ")), inner, SMALL, 2));
    }
    let small = notes.len() + usize::from(kind_stands == Stands::Below);
    let height = 2.0 * PAD - 6.0 + HEAD + lines.len() as f64 * LEADING + small as f64 * SMALL_LEADING;
    let id = cut(&stop.id, name_width / 1.1, NAME);
    Card { number: stop.number, id, kind, kind_stands, lines, notes, size: (CARD_WIDTH, height) }
}

/// The word that marks a card, so that no color has to.
fn kind(stop: &Stop) -> String {
    let role = match stop.role {
        Role::Opening => "opening",
        Role::Stop => "safety stop",
        Role::Leaves => "walks away",
        Role::Talk if stop.hazard => "danger",
        Role::Talk => "",
    };
    match stop.ending {
        Some(Outcome::Left) if stop.role == Role::Leaves => "end: walks away".to_owned(),
        Some(outcome) => format!("end: {}", outcome.word()),
        None => role.to_owned(),
    }
}

pub fn sign(map: &Map, road: &Road, course: Course, heat: Option<&Heat>) -> Sign {
    let to = &map.stops[road.to];
    let letters = road.letters();
    let beside = 1.1 * width(&letters, WORDS) + 9.0;
    let lines = match &road.ways[..] {
        [way] => wrap(&way.words, SIGN_WIDTH - 16.0 - beside, WORDS, 2),
        _ => match road.line_count() {
            1 => vec!["in several cases".to_owned()],
            count => vec![format!("{count} lines")],
        },
    };
    let goes = match course {
        Course::Down => String::new(),
        Course::Back => cut(&format!("↩ back to {} {}", to.number, to.id), SIGN_WIDTH - 16.0, WORDS),
        Course::Far => cut(&format!("→ on to {} {}", to.number, to.id), SIGN_WIDTH - 16.0, WORDS),
    };
    let mut notes = open_when(road);
    if let Some(heat) = heat {
        notes.insert(0, format!("{} of all who play go this way", heat.of_road(map.stops[road.from].at, to.at)));
    }
    let wide = lines.iter().map(|line| beside + width(line, WORDS)).chain(notes.iter().map(|n| width(n, SMALL)));
    let wide = wide.chain([width(&goes, WORDS)]).fold(beside, f64::max) + 16.0;
    let rows = lines.len() + usize::from(!goes.is_empty());
    let high = 8.0 + rows as f64 * LEADING + notes.len() as f64 * SMALL_LEADING;
    Sign { letters, lines, goes, notes, size: (wide, high) }
}

/// When its lines are on offer and lead here, for the first two that do not always.
fn open_when(road: &Road) -> Vec<String> {
    let alone = road.ways.len() == 1;
    let notes = road.ways.iter().filter_map(|way| {
        let gate = (!way.gate.is_empty()).then(|| format!("if {}", way.gate));
        let parts: Vec<String> = gate.into_iter().chain((!way.when.is_empty()).then(|| way.when.clone())).collect();
        (!parts.is_empty()).then(|| match alone {
            true => parts.join(", "),
            false => format!("{} {}", way.letter, parts.join(", ")),
        })
    });
    let notes: Vec<String> = notes.collect();
    match &notes[..] {
        [only] => wrap(only, SIGN_WIDTH - 16.0, SMALL, 2),
        [first, second] => [first, second].iter().map(|n| cut(n, SIGN_WIDTH - 16.0, SMALL)).collect(),
        [first, rest @ ..] => {
            let more = format!("and {} more with conditions", rest.len());
            vec![cut(first, SIGN_WIDTH - 16.0, SMALL), more]
        }
        [] => Vec::new(),
    }
}

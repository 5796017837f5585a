//! A scenario to begin with: short, with comments that say what is what, and playable as it stands.

use crate::cast::{look_exists, place_ids};
use crate::diagnostic::is_override;
use crate::rewrite::layout::canonical;
use crate::scenario::resolve::nearest;

const TEMPLATE: &str = include_str!("template.ron");

/// The emotions, each with the word that stands in a line that names it.
pub const FEELINGS: [(&str, &str); 10] = [
    ("Anger", "angry"),
    ("Fear", "worried"),
    ("Sadness", "sad"),
    ("Shame", "ashamed"),
    ("Contempt", "fed up with us"),
    ("Disgust", "disgusted"),
    ("Surprise", "taken aback"),
    ("Joy", "glad"),
    ("Embarrassment", "embarrassed"),
    ("Relief", "relieved"),
];

/// What a new scenario is about. Whatever is typed is safe here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub title: String,
    /// Who is there, by name.
    pub person: String,
    pub role: String,
    /// The id of a place that ships.
    pub place: String,
    /// An emotion, as in [`FEELINGS`].
    pub feels: String,
    pub goal: String,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            title: "Told twice".to_owned(),
            person: "Sam Ortiz".to_owned(),
            role: "neighbor".to_owned(),
            place: "hallway".to_owned(),
            feels: "Anger".to_owned(),
            goal: "They know what happens next, and whom to ask.".to_owned(),
        }
    }
}

/// One thing to settle before a scenario can be begun.
pub struct Question {
    pub words: &'static str,
    /// At most so many letters.
    most: usize,
    part: fn(&mut Plan) -> &mut String,
    /// What can be answered; anything where there is nothing here.
    pub known: fn() -> Vec<&'static str>,
}

/// All of them, in the order in which they are asked.
pub const QUESTIONS: [Question; 6] = [
    Question { words: "What is it called?", most: 60, part: |p| &mut p.title, known: Vec::new },
    Question { words: "Who is it with? Their name", most: 40, part: |p| &mut p.person, known: Vec::new },
    Question {
        words: "Who are they there? A neighbor, an owner, a guest",
        most: 40,
        part: |p| &mut p.role,
        known: Vec::new,
    },
    Question { words: "Where is it?", most: 60, part: |p| &mut p.place, known: places },
    Question { words: "What do they feel?", most: 20, part: |p| &mut p.feels, known: feelings },
    Question { words: "What is the officer there for?", most: 200, part: |p| &mut p.goal, known: Vec::new },
];

impl Question {
    /// What it is now.
    pub fn answer<'p>(&self, plan: &'p mut Plan) -> &'p str {
        (self.part)(plan)
    }

    /// Takes an answer; an empty one leaves what is there.
    ///
    /// # Errors
    /// A sentence that says what can be answered.
    pub fn settle(&self, plan: &mut Plan, answer: &str) -> Result<(), String> {
        let answer = plain(answer);
        if answer.is_empty() {
            return Ok(());
        }
        let letters = answer.chars().count();
        if letters > self.most {
            return Err(format!("that has {letters} letters, and there is room for {}", self.most));
        }
        let known = (self.known)();
        *(self.part)(plan) = if known.is_empty() { answer } else { one_of(&answer, &known)? };
        Ok(())
    }
}

fn places() -> Vec<&'static str> {
    let mut places: Vec<&str> = place_ids().collect();
    places.sort_unstable();
    places
}

fn feelings() -> Vec<&'static str> {
    FEELINGS.iter().map(|(name, _)| *name).collect()
}

fn one_of(answer: &str, known: &[&'static str]) -> Result<String, String> {
    if let Some(found) = known.iter().find(|k| k.eq_ignore_ascii_case(answer)) {
        return Ok((*found).to_owned());
    }
    Err(match nearest(answer, known.iter().copied()) {
        Some(near) => format!("\"{answer}\" is none of these; did you mean \"{near}\"?"),
        None => format!("\"{answer}\" is none of these: {}", known.join(", ")),
    })
}

/// Without what nobody sees, and on one line.
fn plain(text: &str) -> String {
    let seen = text.chars().map(|c| if c.is_control() || is_override(c) { ' ' } else { c });
    seen.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of a scenario after this plan; it plays, and `check` has nothing to say about it.
pub fn scenario(plan: &Plan) -> String {
    let short = plan.person.split(' ').next().unwrap_or_default();
    let id = Some(kebab(short)).filter(|id| !id.is_empty()).unwrap_or_else(|| "person".to_owned());
    let looks = if look_exists(&id) { id.as_str() } else { "dev" };
    let feeling = FEELINGS.iter().find(|(name, _)| *name == plan.feels).map_or("angry", |(_, word)| word);
    let filled = fill(&[
        ("title", &plan.title),
        ("person", &plan.person),
        ("short", short),
        ("id", &id),
        ("role", &plan.role),
        ("looks", looks),
        ("place", &plan.place),
        ("feels", &plan.feels),
        ("feeling", feeling),
        ("goal", &plan.goal),
    ]);
    canonical(&filled).unwrap_or(filled)
}

/// The template with these in their places, once each: what is put in is not looked through again.
fn fill(values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(2 * TEMPLATE.len());
    let mut rest = TEMPLATE;
    while let Some((before, after)) = rest.split_once("<<") {
        let (name, behind) = after.split_once(">>").unwrap_or((after, ""));
        let value = values.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| *value);
        out.push_str(before);
        out.push_str(&escaped(value));
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// As it stands between double quotes.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// The name of the file for a title: `the-wrong-coat.ron`.
pub fn file_name(title: &str) -> String {
    let stem = kebab(title);
    // files of these names cannot be made on Windows
    let device = matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || (stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")));
    match stem.as_str() {
        "" => "a-talk.ron".to_owned(),
        _ if device => format!("the-{stem}.ron"),
        _ => format!("{stem}.ron"),
    }
}

/// Small letters, digits and hyphens, at most 60; accents go, and so do letters that have no like among those.
pub fn kebab(text: &str) -> String {
    let mut out = String::new();
    for c in text.to_lowercase().chars() {
        match plain_letter(c) {
            Some("") => {}
            Some(letters) => out.push_str(letters),
            None if c.is_ascii_alphanumeric() => out.push(c),
            None if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            None => {}
        }
    }
    let most = out.char_indices().nth(60).map_or(out.len(), |(i, _)| i);
    out[..most].trim_matches('-').to_owned()
}

fn plain_letter(c: char) -> Option<&'static str> {
    Some(match c {
        '\'' | '’' => "",
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'ì'..='ï' | 'ī' => "i",
        'ł' => "l",
        'ñ' | 'ń' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ß' => "ss",
        'ś' | 'š' => "s",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

//! The same conversation with other people in it: another name and face, every technique, gate and road the same.

use super::resolve::hash;
use super::{Line, PersonIx, PlaceKind, Say, Scenario};

/// Who the people are in the twin, and which words change with them.
#[derive(Clone, Debug, PartialEq)]
pub struct Twin {
    /// With their name and look there.
    pub people: Vec<(PersonIx, String, String)>,
    /// Whole words of any text and what stands there instead, as written; longer ones go first.
    pub instead: Vec<(String, String)>,
}

/// What a twin's id ends in.
pub const ENDING: &str = "-twin";

/// The scenario's twin, or `None` where it has none. Nothing that the model or the rating reads is another in it.
pub fn twin_of(scenario: &Scenario) -> Option<Scenario> {
    let twin = scenario.twin.as_ref()?;
    let mut instead = twin.instead.clone();
    instead.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
    let mut out = Scenario { id: format!("{}{ENDING}", scenario.id), twin: None, ..scenario.clone() };
    each_text(&mut out, &mut |text| *text = replaced(text, &instead));
    for (who, name, looks) in &twin.people {
        if let Some(cast) = out.people.get_mut(who.index()) {
            (cast.name, cast.looks) = (name.clone(), looks.clone());
        }
    }
    out.hash = hash(&out);
    Some(out)
}

/// A text with every whole word changed for what stands instead of it. What was put in is not looked at again.
fn replaced(text: &str, instead: &[(String, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut before) = (text, None::<char>);
    while let Some(next) = rest.chars().next() {
        let starts_word = before.is_none_or(|c| !c.is_alphanumeric());
        let whole = |from: &str| {
            let behind = rest.strip_prefix(from)?;
            behind.chars().next().is_none_or(|c| !c.is_alphanumeric()).then_some(behind)
        };
        let found = instead.iter().filter(|_| starts_word).find_map(|(from, to)| Some((from, to, whole(from)?)));
        match found {
            Some((from, to, behind)) => {
                out.push_str(to);
                before = from.chars().last();
                rest = behind;
            }
            None => {
                out.push(next);
                before = Some(next);
                rest = &rest[next.len_utf8()..];
            }
        }
    }
    out
}

fn each_text(scenario: &mut Scenario, change: &mut dyn FnMut(&mut String)) {
    for text in [&mut scenario.title, &mut scenario.brief, &mut scenario.goal, &mut scenario.content_note] {
        change(text);
    }
    let lists = [&mut scenario.skills, &mut scenario.known, &mut scenario.watch_for, &mut scenario.discuss];
    lists.into_iter().flatten().for_each(&mut *change);
    for cast in &mut scenario.people {
        change(&mut cast.role);
        change(&mut cast.about);
    }
    scenario.arrivals.iter_mut().for_each(|arrival| change(&mut arrival.what));
    for place in &mut scenario.nodes {
        match &mut place.kind {
            PlaceKind::Ending(ending) => change(&mut ending.text),
            PlaceKind::Node(node) => {
                node.says.iter_mut().for_each(|say| each_said(say, change));
                node.closed.iter_mut().for_each(|line| spoken(line, change));
                node.happens.iter_mut().for_each(|h| change(&mut h.why));
                change(&mut node.pivot);
                if let Some(cue) = &mut node.cue {
                    change(&mut cue.question);
                    cue.answers.iter_mut().for_each(|(text, _)| change(text));
                }
                for choice in &mut node.choices {
                    [&mut choice.text, &mut choice.deed, &mut choice.note].into_iter().for_each(&mut *change);
                    if let Some(door) = &mut choice.door {
                        [&mut door.opens, &mut door.since, &mut door.shut].into_iter().for_each(&mut *change);
                    }
                }
            }
        }
    }
}

fn each_said(say: &mut Say, change: &mut dyn FnMut(&mut String)) {
    match say {
        Say::Line(line) => spoken(line, change),
        Say::AnyOf(lines) => lines.iter_mut().for_each(|line| spoken(line, change)),
        Say::FirstThatFits(ways) => ways.iter_mut().for_each(|(_, say)| each_said(say, change)),
    }
}

fn spoken(line: &mut Line, change: &mut dyn FnMut(&mut String)) {
    change(&mut line.text);
    change(&mut line.body);
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn whole_words_change_and_the_longer_ones_first() {
        let pairs = [("Mr Lyle", "Mrs Ray"), ("Lyle", "Ray"), ("he", "she"), ("she", "nobody")];
        let pairs = pairs.map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(replaced("Mr Lyle? he’s Lyle, the Lyles.", &pairs), "Mrs Ray? she’s Ray, the Lyles.");
    }
}

//! What a scenario touches that somebody might not want to meet today: `assets/words/topics.ron`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::texts::{Kind, Text};
use super::words::Lexicon;

/// Something that hurts.
#[derive(Debug, Deserialize)]
pub struct Topic {
    pub name: String,
    /// Whom to call belongs to it.
    pub crisis: bool,
    /// One of these is enough.
    strong: Vec<String>,
    /// Of these it takes [`WEAK_NEEDED`] different ones, because each alone is said of other things too.
    weak: Vec<String>,
}

/// A topic that a scenario has, and the text that made it one.
pub struct Touched<'a> {
    pub topic: &'static Topic,
    pub text: Text<'a>,
    pub words: &'a str,
}

/// "The battery is dead" and "I'm dying to know" are two; a third in one conversation is seldom chance. Our choice.
const WEAK_NEEDED: usize = 3;

struct Topics {
    all: Vec<Topic>,
    phrases: Vec<(usize, bool)>,
    lexicon: Lexicon,
}

static TOPICS: LazyLock<Topics> = LazyLock::new(|| {
    let all: Vec<Topic> = ron::from_str(SHIPPED).expect("the embedded topics parse");
    let mut written = Vec::new();
    let mut phrases = Vec::new();
    for (i, topic) in all.iter().enumerate() {
        for (list, strong) in [(&topic.strong, true), (&topic.weak, false)] {
            written.extend(list.iter().map(String::as_str));
            phrases.extend(list.iter().map(|_| (i, strong)));
        }
    }
    let lexicon = Lexicon::new(written.into_iter().enumerate().map(|(number, phrase)| (phrase, number)));
    Topics { all, phrases, lexicon }
});

const SHIPPED: &str = include_str!("../../assets/words/topics.ron");

/// The topics of a scenario, in the order of the list.
pub fn touched<'a>(texts: &[Text<'a>]) -> Vec<Touched<'a>> {
    let mut told: Vec<Option<Touched>> = TOPICS.all.iter().map(|_| None).collect();
    let mut weak: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); TOPICS.all.len()];
    for text in texts.iter().filter(|t| is_met(t.kind)) {
        for met in TOPICS.lexicon.find(text.words) {
            let (topic, strong) = TOPICS.phrases[met.number];
            weak[topic].insert(met.number);
            if told[topic].is_none() && (strong || weak[topic].len() >= WEAK_NEEDED) {
                told[topic] = Some(Touched { topic: &TOPICS.all[topic], text: *text, words: met.words });
            }
        }
    }
    told.into_iter().flatten().collect()
}

/// Whether a trainee meets it without having been warned.
fn is_met(kind: Kind) -> bool {
    !matches!(kind, Kind::ContentNote | Kind::CrisisLine | Kind::Sources | Kind::Review)
}

#[cfg(test)]
mod tests {
    use super::TOPICS;

    #[test]
    fn each_phrase_of_a_topic_is_found_as_it_is_written() {
        assert!(TOPICS.all.len() >= 7 && TOPICS.all.iter().filter(|t| t.crisis).count() == 1);
        for (i, topic) in TOPICS.all.iter().enumerate() {
            assert!(!topic.strong.is_empty() && topic.weak.len() >= super::WEAK_NEEDED, "{}", topic.name);
            for phrase in topic.strong.iter().chain(&topic.weak) {
                // as it stands in a scenario that resolved
                let typeset = phrase.replace('\'', "’");
                let met = TOPICS.lexicon.find(&typeset);
                assert!(met.iter().any(|m| TOPICS.phrases[m.number].0 == i), "{phrase}");
            }
        }
    }
}

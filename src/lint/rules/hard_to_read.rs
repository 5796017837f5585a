//! Texts that have to be read twice.

use crate::diagnostic::{Explanation, Severity, Span};
use crate::lint::texts::{Kind, Text};
use crate::lint::words::words;
use crate::lint::{Checkup, Finding, Rule};

/// Björnsson (1968): under 30 reads like a book for children, 30 to 40 like fiction, 40 to 50 like a newspaper. Talk lies under 30.
const MOST_SPOKEN: f64 = 30.0;
/// The briefing and what is seen may read like fiction.
const MOST_READ: f64 = 40.0;
/// A formula over fewer words than a page speaks of chance (Björnsson took samples of some hundreds).
const LEAST_WORDS: usize = 150;
/// A single text worth pointing at.
const LEAST_SHOWN: usize = 8;
/// Plain-language guides stop at 25 words for a page; past this nobody keeps the beginning in mind. Our choice.
const LONG_SENTENCE: usize = 35;
/// Letters of a long word, from here on (Björnsson).
const LONG_WORD: usize = 7;

pub(super) const HARD_TO_READ: Rule = Rule {
    explanation: Explanation {
        code: "hard-to-read",
        severity: Severity::Warning,
        summary: "a sentence, or all of the talk, is hard to read",
        matters: "the trainee reads under pressure, some of them in a second language, and is rated on what they understood",
        more: "A sentence over 35 words is told by itself. All that is said, and all that is read beside it, is measured with LIX \
               (Björnsson 1968): words per sentence, and of a hundred words those over six letters. It needs no list of \
               syllables and holds for other languages. Short lines make any formula jump, so it is taken over the whole \
               scenario: over 30 is no longer spoken, over 40 no longer a story.",
        bad: r#"brief: "A tenant who has been living on the third floor since the spring has been heard shouting by two of the neighbors on the landing below, who have asked for somebody to come by and look in on him before the night is over.","#,
        good: r#"brief: "A tenant on the third floor has been shouting. Two neighbors on the landing below heard it. Somebody should look in on him tonight.","#,
    },
    find,
};

/// Words, long words and sentences.
#[derive(Clone, Copy, Default)]
struct Count {
    words: usize,
    long: usize,
    sentences: usize,
}

impl Count {
    fn add(&mut self, other: Self) {
        self.words += other.words;
        self.long += other.long;
        self.sentences += other.sentences;
    }

    fn lix(self) -> f64 {
        let words = self.words.max(1) as f64;
        self.words as f64 / self.sentences.max(1) as f64 + 100.0 * self.long as f64 / words
    }
}

/// What is measured together.
#[derive(Default)]
struct Group<'a> {
    all: Count,
    hardest: Option<(f64, Text<'a>)>,
}

fn find(checkup: &Checkup) -> Vec<Finding> {
    let (mut spoken, mut read) = (Group::default(), Group::default());
    let mut found = Vec::new();
    for text in &checkup.texts {
        let group = match text.kind {
            Kind::Choice(_) | Kind::Said(_) | Kind::Answer | Kind::Question => &mut spoken,
            _ if text.is_read_by_trainees() => &mut read,
            _ => continue,
        };
        let (count, longest) = count(text.words);
        group.add(count, *text);
        if longest > LONG_SENTENCE {
            found.push(long_sentence(text.span(checkup.written), longest));
        }
    }
    found.extend(spoken.finding(checkup, "what is said here", MOST_SPOKEN));
    found.extend(read.finding(checkup, "what stands beside the talk", MOST_READ));
    found
}

/// A text counted, and the words of its longest sentence.
fn count(text: &str) -> (Count, usize) {
    let mut count = Count::default();
    let (mut longest, mut sentence, mut from) = (0, 0, 0);
    for (at, word) in words(text) {
        // a single space ends nothing
        if sentence > 0 && at > from + 1 && text[from..at].contains(['.', '!', '?', '…', ':', ';']) {
            count.sentences += 1;
            sentence = 0;
        }
        from = at + word.len();
        sentence += 1;
        longest = longest.max(sentence);
        count.words += 1;
        count.long += usize::from(word.len() >= LONG_WORD && word.chars().count() >= LONG_WORD);
    }
    count.sentences += usize::from(sentence > 0);
    (count, longest)
}

fn long_sentence(span: Span, words: usize) -> Finding {
    let message = format!("a sentence of {words} words stands here");
    Finding::new(
        span,
        message,
        format!("make two or three of it; {LONG_SENTENCE} words are the most that is read in one go"),
    )
}

impl<'a> Group<'a> {
    fn add(&mut self, count: Count, text: Text<'a>) {
        self.all.add(count);
        let lix = count.lix();
        if count.words >= LEAST_SHOWN && self.hardest.is_none_or(|(most, _)| lix > most) {
            self.hardest = Some((lix, text));
        }
    }

    fn finding(&self, checkup: &Checkup, what: &str, most: f64) -> Option<Finding> {
        let lix = self.all.lix();
        let (_, text) = self.hardest.filter(|_| self.all.words >= LEAST_WORDS && lix > most)?;
        let message =
            format!("{what} has a LIX of {lix:.0}, where {most:.0} is the most, and this is its hardest text");
        let fix = "write shorter sentences and shorter words, as one would say it aloud, beginning here";
        Some(Finding::new(text.span(checkup.written), message, fix))
    }
}

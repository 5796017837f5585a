//! A line of words as what mouth and head do: syllable by syllable, with rests at marks and a nod where the stress lies.

use std::collections::VecDeque;

use crate::model::cue::WordPace;

/// One syllable, or a rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Beat {
    pub secs: f32,
    /// None is a rest: the mouth closes.
    pub sound: Option<Sound>,
    /// How far the head nods along, 1 for a plain stress; below 0 it lifts.
    pub stress: f32,
}

/// What a syllable does to the mouth, 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sound {
    pub lips: f32,
    pub jaw: f32,
    pub round: f32,
}

/// Words of so many letters carry a stress; shorter ones do at the end of a phrase.
const STRESSED: usize = 6;
const LEAST_STRESSED: usize = 3;
/// A nod at a plain stress, at the end of a phrase, and before an exclamation mark; a question lifts the head.
const PLAIN: f32 = 0.6;
const CLOSING: f32 = 1.0;
const CALLED: f32 = 1.5;
const ASKED: f32 = -0.7;

/// All beats of a line; they take as long as its letters.
pub(super) fn beats(words: &str, pace: &WordPace) -> VecDeque<Beat> {
    let moments: Vec<f32> = pace.moments(words).collect();
    let mut beats = VecDeque::new();
    let mut now = 0.0;
    for word in split(words) {
        let (begins, ends) = (moments[word.first] - 1.0 / pace.letters_per_second, moments[word.last]);
        if begins - now > 0.01 {
            beats.push_back(Beat { secs: begins - now, sound: None, stress: 0.0 });
        }
        word.sound_out(ends - begins, &mut beats);
        now = ends;
    }
    beats
}

/// A word, and where its first and last letter stand in the line.
struct Word {
    letters: Vec<char>,
    first: usize,
    last: usize,
    /// The mark that follows it.
    mark: Option<char>,
}

fn split(words: &str) -> Vec<Word> {
    let mut all: Vec<Word> = vec![];
    let mut open = false;
    for (ix, letter) in words.chars().enumerate() {
        let sounds = letter.is_alphanumeric() || (open && matches!(letter, '\'' | '’' | '-'));
        match all.last_mut().filter(|_| open) {
            Some(word) if sounds => {
                word.letters.push(letter);
                word.last = ix;
            }
            None if sounds => all.push(Word { letters: vec![letter], first: ix, last: ix, mark: None }),
            Some(_) | None => {
                if let Some(word) = all.last_mut().filter(|word| word.mark.is_none() && is_mark(letter)) {
                    word.mark = Some(letter);
                }
            }
        }
        open = sounds;
    }
    all
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '.' | ',' | '…' | '?' | '!' | ';' | ':' | '—' | '–')
}

impl Word {
    fn sound_out(&self, secs: f32, beats: &mut VecDeque<Beat>) {
        let count = self.syllables();
        let length = self.letters.len();
        for ix in 0..count {
            let part = &self.letters[ix * length / count..((ix + 1) * length / count).max(ix * length / count + 1)];
            let stress = if ix == 0 { self.stress() } else { 0.0 };
            beats.push_back(Beat { secs: secs / count as f32, sound: Some(sound(part)), stress });
        }
    }

    /// Groups of vowels; a silent e at the end is none.
    fn syllables(&self) -> usize {
        let vowels: Vec<bool> = self.letters.iter().map(|letter| is_vowel(*letter)).collect();
        let groups = (0..vowels.len()).filter(|ix| vowels[*ix] && (*ix == 0 || !vowels[ix - 1])).count();
        let silent = matches!(self.letters.as_slice(), [.., before, 'e'] if !is_vowel(*before) && *before != 'l');
        (groups - usize::from(silent && groups > 1)).clamp(1, self.letters.len())
    }

    fn stress(&self) -> f32 {
        let length = self.letters.len();
        let shouted = length > 1 && self.letters.iter().all(|letter| letter.is_uppercase());
        match self.mark {
            Some('?') => ASKED,
            Some('!') => CALLED,
            _ if shouted => CALLED,
            Some(_) if length >= LEAST_STRESSED => CLOSING,
            Some(_) | None if length >= STRESSED => PLAIN,
            Some(_) | None => 0.0,
        }
    }
}

fn is_vowel(letter: char) -> bool {
    "aeiouyAEIOUYäöüéèáàíóú".contains(letter)
}

/// Open vowels drop the jaw, narrow ones part the lips, o and u round them; m, b and p shut them first.
fn sound(part: &[char]) -> Sound {
    let has = |letters: &str| part.iter().any(|letter| letters.contains(letter.to_ascii_lowercase()));
    let starts_shut = part.first().is_some_and(|letter| "mbp".contains(letter.to_ascii_lowercase()));
    let open = match () {
        () if has("a") => Sound { lips: 0.6, jaw: 0.24, round: 0.0 },
        () if has("o") => Sound { lips: 0.5, jaw: 0.18, round: 0.3 },
        () if has("uw") => Sound { lips: 0.38, jaw: 0.08, round: 0.4 },
        () if has("eiy") => Sound { lips: 0.45, jaw: 0.08, round: 0.0 },
        () => Sound { lips: 0.22, jaw: 0.03, round: 0.0 },
    };
    if starts_shut { Sound { lips: open.lips * 0.6, ..open } } else { open }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVEN: WordPace =
        WordPace { letters_per_second: 10.0, comma_secs: 0.2, stop_secs: 0.5, question_secs: 0.6, ellipsis_secs: 1.0 };

    #[test]
    fn a_line_takes_as_long_as_its_letters_and_rests_at_its_marks() {
        let line = "I told you, twice. Leave!";
        let beats = beats(line, &EVEN);
        let secs: f32 = beats.iter().map(|beat| beat.secs).sum();
        assert!((secs - (EVEN.secs(line) - 0.1)).abs() < 1e-3, "the last mark makes no sound: {secs}");
        let rests: Vec<f32> = beats.iter().filter(|b| b.sound.is_none() && b.secs > 0.3).map(|b| b.secs).collect();
        assert_eq!(rests.iter().map(|secs| (secs * 10.0).round()).collect::<Vec<_>>(), [4.0, 7.0]);
    }

    #[test]
    fn syllables_are_counted_by_their_vowels() {
        let count = |word: &str| beats(word, &EVEN).len();
        assert_eq!(["no", "twice", "window", "nobody", "apartment", "table", "hm"].map(count), [1, 1, 2, 3, 3, 2, 1]);
    }

    #[test]
    fn long_words_and_the_ends_of_phrases_are_stressed_and_a_question_lifts_the_head() {
        let stress = |line: &str| -> Vec<f32> {
            beats(line, &EVEN).iter().filter(|beat| beat.sound.is_some()).map(|beat| beat.stress).collect()
        };
        assert_eq!(stress("it is so bad."), [0.0, 0.0, 0.0, CLOSING]);
        assert_eq!(stress("in it for nothing at"), [0.0, 0.0, 0.0, PLAIN, 0.0, 0.0]);
        assert_eq!(stress("did I?"), [0.0, ASKED]);
        assert_eq!(stress("go NOW"), [0.0, CALLED]);
    }
}

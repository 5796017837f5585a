//! How fast a person's words come: one pace for what is read, for mouth and head, and for a voice.

use serde::Deserialize;

use super::{Cues, Moment, ramp};

/// How fast words come, and how long they rest at marks. [`Cues::pace`] gives the one of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordPace {
    /// Letters, spaces and marks that come in a second.
    pub letters_per_second: f32,
    /// Seconds of rest after a comma, colon, semicolon or dash.
    pub comma_secs: f32,
    /// After a full stop or an exclamation mark.
    pub stop_secs: f32,
    pub question_secs: f32,
    /// After … or three dots.
    pub ellipsis_secs: f32,
}

/// The paces that the state of a person lies between.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpeechCue {
    pub calm: WordPace,
    pub stirred: WordPace,
    pub shut_down: WordPace,
    /// The share of speed that the most drunk person loses.
    pub drunk_slower: f32,
    pub words: String,
    pub source: String,
    pub status: String,
}

impl Cues {
    /// How fast words come from a person at this moment. Arousal makes them faster and their rests shorter; who has shut down
    /// speaks slowly, with long rests; drink slows.
    pub fn pace(&self, moment: &Moment) -> WordPace {
        let speech = &self.file().speech;
        let arousal = ramp(moment.state.arousal, self.file().calm.arousal, self.file().stirred.arousal);
        let pace = if moment.shut_down { speech.shut_down } else { speech.calm.between(&speech.stirred, arousal) };
        let slower = 1.0 - speech.drunk_slower * moment.intoxication.clamp(0.0, 1.0) as f32;
        pace.at_speed(slower)
    }
}

impl WordPace {
    /// The seconds at which each letter of a text has come, one for each `char`, rising. Show as many as have come.
    pub fn moments(self, text: &str) -> impl Iterator<Item = f32> {
        let letters: Vec<char> = text.chars().collect();
        let mut rests = 0.0;
        (0..letters.len()).map(move |ix| {
            let at = rests + (ix + 1) as f32 / self.letters_per_second;
            rests += self.rest_after(&letters, ix);
            at
        })
    }

    /// How many `char`s of a text have come after so many seconds.
    pub fn letters_by(self, text: &str, secs: f32) -> usize {
        self.moments(text).take_while(|at| *at <= secs).count()
    }

    /// How long a text takes, without the rest after its last mark.
    pub fn secs(self, text: &str) -> f32 {
        self.moments(text).last().unwrap_or(0.0)
    }

    /// The same pace, hurried where a text would take longer than so many seconds: letters and rests alike.
    pub fn within(self, text: &str, most_secs: f32) -> Self {
        let secs = self.secs(text);
        if secs > most_secs && most_secs > 0.0 { self.at_speed(secs / most_secs) } else { self }
    }

    /// The rest after a letter. A mark within a word or number, and the dot of a short title, is none.
    fn rest_after(self, letters: &[char], ix: usize) -> f32 {
        let next = letters.get(ix + 1);
        let ends = next.is_none_or(|next| next.is_whitespace() || "\"'”’)—".contains(*next));
        let dots = ix >= 2 && letters[ix - 2..=ix].iter().all(|letter| *letter == '.');
        match letters[ix] {
            '—' => self.comma_secs,
            _ if !ends => 0.0,
            '…' => self.ellipsis_secs,
            '.' if dots => self.ellipsis_secs,
            '.' if is_title(&letters[..ix]) => 0.0,
            '.' | '!' => self.stop_secs,
            '?' => self.question_secs,
            ',' | ';' | ':' | '–' => self.comma_secs,
            _ => 0.0,
        }
    }

    fn between(&self, other: &Self, share: f32) -> Self {
        let mix = |a: f32, b: f32| a + (b - a) * share;
        Self {
            letters_per_second: mix(self.letters_per_second, other.letters_per_second),
            comma_secs: mix(self.comma_secs, other.comma_secs),
            stop_secs: mix(self.stop_secs, other.stop_secs),
            question_secs: mix(self.question_secs, other.question_secs),
            ellipsis_secs: mix(self.ellipsis_secs, other.ellipsis_secs),
        }
    }

    /// At this share of its speed, above 0.
    pub fn at_speed(self, speed: f32) -> Self {
        Self {
            letters_per_second: self.letters_per_second * speed,
            comma_secs: self.comma_secs / speed,
            stop_secs: self.stop_secs / speed,
            question_secs: self.question_secs / speed,
            ellipsis_secs: self.ellipsis_secs / speed,
        }
    }
}

/// Whether letters end in a title that is written with a dot.
fn is_title(letters: &[char]) -> bool {
    let start = letters.iter().rposition(|letter| !letter.is_alphabetic()).map_or(0, |ix| ix + 1);
    let word: String = letters[start..].iter().collect();
    ["Mr", "Mrs", "Ms", "Dr", "St"].contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cue::Habits;
    use crate::model::{Emotion, State};

    const EVEN: WordPace =
        WordPace { letters_per_second: 10.0, comma_secs: 0.2, stop_secs: 0.5, question_secs: 0.6, ellipsis_secs: 1.0 };

    fn pace(arousal: f64, shut_down: bool, intoxication: f64) -> WordPace {
        let state =
            State { arousal, trust: 50.0, heard: 30.0, respect: 50.0, safety: 50.0, control: 50.0, readiness: 10.0 };
        let habits = Habits::default();
        let feels = (Emotion::Anger, 2);
        Cues::shipped().pace(&Moment { state: &state, feels, before: None, shut_down, intoxication, habits: &habits })
    }

    #[test]
    fn words_rest_at_marks_and_not_within_numbers_and_titles() {
        let rest = |text: &str| EVEN.secs(text) - text.chars().count() as f32 / 10.0;
        for (text, wanted) in [
            ("no rest", 0.0),
            ("one, two", 0.2),
            ("Stop. Now", 0.5),
            ("Why? So", 0.6),
            ("Well… no", 1.0),
            ("Well... no", 1.0),
            ("it is 3.5 of it", 0.0),
            ("Mr. Lyle, sir", 0.2),
            ("so—no", 0.2),
            ("the end.", 0.0),
        ] {
            assert!((rest(text) - wanted).abs() < 1e-4, "{text}: {}", rest(text));
        }
    }

    #[test]
    fn letters_come_one_by_one_and_wait_at_a_rest() {
        assert_eq!([0.05, 0.15, 0.35, 0.55, 0.75, 9.0].map(|secs| EVEN.letters_by("ab. cd", secs)), [0, 1, 3, 3, 3, 6]);
        assert_eq!(EVEN.letters_by("", 1.0), 0);
    }

    #[test]
    fn a_pace_is_hurried_to_fit_and_never_dragged_out() {
        let text = "I told you, twice. Why are you here?";
        let short = EVEN.within(text, 2.0);
        assert!((short.secs(text) - 2.0).abs() < 1e-3 && short.stop_secs < EVEN.stop_secs);
        assert_eq!(EVEN.within(text, 60.0), EVEN);
    }

    #[test]
    fn arousal_hurries_words_and_shutting_down_and_drink_slow_them() {
        let (calm, stirred, shut, drunk) =
            (pace(20.0, false, 0.0), pace(90.0, false, 0.0), pace(90.0, true, 0.0), pace(20.0, false, 1.0));
        let text = "I told you, twice. Why are you here?";
        assert!(stirred.letters_per_second > 1.3 * calm.letters_per_second && stirred.stop_secs < calm.stop_secs);
        assert!(shut.letters_per_second < 0.8 * calm.letters_per_second && shut.stop_secs > 1.5 * calm.stop_secs);
        let secs = [stirred, calm, drunk, shut].map(|pace| pace.secs(text));
        assert!(secs.is_sorted_by(|a, b| a < b), "{secs:?}");
    }
}

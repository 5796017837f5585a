//! Words of which an author picks one.

/// Words of which one can stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vocabulary {
    Emotion,
    Need,
    Outcome,
    Aggression,
}

impl Vocabulary {
    pub const ALL: [Vocabulary; 4] = [Self::Emotion, Self::Need, Self::Outcome, Self::Aggression];

    /// The words, as they are written.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Self::Emotion => &[
                "Anger",
                "Fear",
                "Sadness",
                "Shame",
                "Contempt",
                "Disgust",
                "Surprise",
                "Joy",
                "Embarrassment",
                "Relief",
            ],
            Self::Need => &["Physio", "Safety", "Belonging", "Esteem", "Growth"],
            Self::Outcome => &["Good", "Mixed", "Poor", "Left", "Stopped"],
            Self::Aggression => &["Reactive", "Proactive"],
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Emotion => "emotion",
            Self::Need => "need",
            Self::Outcome => "outcome",
            Self::Aggression => "aggression",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Emotion;

    #[test]
    fn the_emotions_are_the_models() {
        assert_eq!(Emotion::ALL.map(|e| format!("{e:?}")).to_vec(), Vocabulary::Emotion.words());
    }
}

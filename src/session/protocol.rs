//! What can be asked of a session, where it can stand, and why it refuses.

use serde::{Deserialize, Serialize};

use crate::scenario::NodeIx;

/// How a conversation is played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// As practice, with a note of one line after each turn.
    Coached,
    /// The debrief tells all, and any turn may be played again.
    #[default]
    Practice,
    /// No rewind; the seed is shown with the result.
    Assessment,
}

impl Mode {
    /// Whether a turn may be played again.
    pub fn rewinds(self) -> bool {
        matches!(self, Self::Coached | Self::Practice)
    }
}

/// What the trainee does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Say the choice with this place in its node's file order, from 0.
    Say(usize),
    /// Answer the cue question with this answer, from 0.
    Answer(usize),
    /// Go on without answering the cue question.
    PassCue,
}

/// Where the conversation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// A cue question is asked.
    Cue,
    /// The officer's lines are on offer.
    Choosing,
    /// It is over, at this ending.
    Ended(NodeIx),
}

/// Why a command was not carried out. The session is unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    Over,
    AnswerFirst,
    NothingAsked,
    NoSuchAnswer(usize),
    NotOffered(usize),
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Over => write!(f, "the conversation is over"),
            Self::AnswerFirst => write!(f, "the cue question comes first; answer it or pass"),
            Self::NothingAsked => write!(f, "no cue question is asked here"),
            Self::NoSuchAnswer(n) => write!(f, "the cue question has no answer {}", n.wrapping_add(1)),
            Self::NotOffered(n) => write!(f, "line {} is not on offer here", n.wrapping_add(1)),
        }
    }
}

impl std::error::Error for Refusal {}

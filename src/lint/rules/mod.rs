//! The rules, one per file.

mod best_is_longest;
mod chance_is_enough;
mod every_choice_bad;
mod expert_falls_short;
mod giveaway;
mod length_predicts;
mod line_too_long;
mod nice_is_enough;
mod nice_words_predict;
mod no_wrong_moment;
mod places;
mod position_predicts;
mod rarely_at_stake;
mod rated;
mod rises_whatever;

use super::Rule;

/// All of them, in the order in which they look.
pub const RULES: &[Rule] = &[
    line_too_long::LINE_TOO_LONG,
    best_is_longest::BEST_IS_LONGEST,
    length_predicts::LENGTH_PREDICTS,
    position_predicts::POSITION_PREDICTS,
    nice_words_predict::NICE_WORDS_PREDICT,
    no_wrong_moment::NO_WRONG_MOMENT,
    every_choice_bad::EVERY_CHOICE_BAD,
    rarely_at_stake::RARELY_AT_STAKE,
    expert_falls_short::EXPERT_FALLS_SHORT,
    nice_is_enough::NICE_IS_ENOUGH,
    chance_is_enough::CHANCE_IS_ENOUGH,
    rises_whatever::RISES_WHATEVER,
];

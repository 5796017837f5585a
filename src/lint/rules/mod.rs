//! The rules, one per file.

mod absurd_choice;
mod alike_choices;
mod best_is_longest;
mod chance_is_enough;
mod choice_without_consequence;
mod content_note_missing;
mod crisis_line_missing;
mod every_choice_bad;
mod expert_falls_short;
mod fact_before_known;
mod fact_never_used;
mod gate_always_holds;
mod gate_never_holds;
mod giveaway;
mod group_label;
mod hard_to_read;
mod label_not_felt;
mod length_predicts;
mod line_too_long;
mod line_without_id;
mod loop_without_exit;
mod name_misspelled;
mod never_met;
mod nice_is_enough;
mod nice_words_predict;
mod no_ending;
mod no_good_ending;
mod no_wrong_moment;
mod places;
mod position_predicts;
mod promise_never_settled;
mod rarely_at_stake;
mod rated;
mod rises_whatever;
mod stop_never_reached;
mod too_long_for_screen;
mod trigger_never_touched;
mod way_never_taken;

use super::Rule;

pub use line_without_id::without_id;

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
    alike_choices::ALIKE_CHOICES,
    absurd_choice::ABSURD_CHOICE,
    hard_to_read::HARD_TO_READ,
    name_misspelled::NAME_MISSPELLED,
    group_label::GROUP_LABEL,
    line_without_id::LINE_WITHOUT_ID,
    content_note_missing::CONTENT_NOTE_MISSING,
    crisis_line_missing::CRISIS_LINE_MISSING,
    too_long_for_screen::TOO_LONG_FOR_SCREEN,
    gate_never_holds::GATE_NEVER_HOLDS,
    gate_always_holds::GATE_ALWAYS_HOLDS,
    way_never_taken::WAY_NEVER_TAKEN,
    never_met::NEVER_MET,
    loop_without_exit::LOOP_WITHOUT_EXIT,
    no_ending::NO_ENDING,
    no_good_ending::NO_GOOD_ENDING,
    stop_never_reached::STOP_NEVER_REACHED,
    choice_without_consequence::CHOICE_WITHOUT_CONSEQUENCE,
    promise_never_settled::PROMISE_NEVER_SETTLED,
    fact_never_used::FACT_NEVER_USED,
    fact_before_known::FACT_BEFORE_KNOWN,
    trigger_never_touched::TRIGGER_NEVER_TOUCHED,
    label_not_felt::LABEL_NOT_FELT,
];

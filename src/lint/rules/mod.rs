//! The rules, one per file.

mod choice_without_consequence;
mod fact_before_known;
mod fact_never_used;
mod gate_always_holds;
mod gate_never_holds;
mod label_not_felt;
mod line_too_long;
mod loop_without_exit;
mod never_met;
mod no_ending;
mod no_good_ending;
mod promise_never_settled;
mod stop_never_reached;
mod trigger_never_touched;
mod way_never_taken;

use super::Rule;

/// All of them, in the order in which they look.
pub const RULES: &[Rule] = &[
    line_too_long::LINE_TOO_LONG,
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

//! The rules, one per file.

mod absurd_choice;
mod alike_choices;
mod content_note_missing;
mod crisis_line_missing;
mod group_label;
mod hard_to_read;
mod line_too_long;
mod line_without_id;
mod name_misspelled;
mod too_long_for_screen;

use super::Rule;

pub use line_without_id::without_id;

/// All of them, in the order in which they look.
pub const RULES: &[Rule] = &[
    line_too_long::LINE_TOO_LONG,
    alike_choices::ALIKE_CHOICES,
    absurd_choice::ABSURD_CHOICE,
    hard_to_read::HARD_TO_READ,
    name_misspelled::NAME_MISSPELLED,
    group_label::GROUP_LABEL,
    line_without_id::LINE_WITHOUT_ID,
    content_note_missing::CONTENT_NOTE_MISSING,
    crisis_line_missing::CRISIS_LINE_MISSING,
    too_long_for_screen::TOO_LONG_FOR_SCREEN,
];

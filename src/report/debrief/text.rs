//! A debrief as text of eighty columns.

use super::values::line;
use super::{Imprint, SEAL, ended};
use crate::debrief::Debrief;
use crate::report::page::written;
use crate::report::text;

/// The whole debrief with how it ended before it, and where it comes from behind.
pub fn text(debrief: &Debrief, imprint: &Imprint) -> String {
    written(|page| {
        page.title(&line(debrief, imprint));
        page.blank();
        page.say(ended(debrief));
        text::debrief(page, debrief, imprint.own);
        if !imprint.sentence.is_empty() {
            page.title("For the next shift");
            page.say(&format!("“{}”", imprint.sentence));
        }
        page.indented(&imprint.identity(debrief), 2);
        if let Some(sealed) = imprint.sealed() {
            page.indented(&format!("{sealed} {SEAL}"), 2);
        }
    })
}

//! What they say: the body in italics, then words that come sentence by sentence.

use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{Color32, pos2, vec2};

use super::TalkView;
use crate::game::theme::{REGULAR, SEMIBOLD, Style, Theme};
use crate::game::widgets::Pen;

/// How large their words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::game::screens) enum Set {
    Full,
    /// Where they would not fit otherwise: nothing spoken is cut.
    Close,
}

impl Set {
    fn styles(self) -> (Style, Style) {
        match self {
            Self::Full => (Style::Voice, Style::Body),
            Self::Close => (Style::Body, Style::Note),
        }
    }
}

/// Body in italics and words upright, one paragraph a line; letters not spoken yet keep their place unseen.
fn theirs_jobs(theme: &Theme, width: f32, view: &TalkView, set: Set) -> Vec<LayoutJob> {
    let c = &theme.colors;
    let (voice, body) = set.styles();
    let mut before = "";
    let total: usize = view.said.iter().map(|s| s.text.chars().count()).sum();
    let mut left = (view.shown.clamp(0.0, 1.0) * total as f32).round() as usize;
    let mut jobs: Vec<LayoutJob> =
        view.happened.iter().map(|h| theme.job(h, theme.italic(body, c.soft), width)).collect();
    for said in &view.said {
        // whoever goes on speaking is named once
        if !said.who.is_empty() && said.who != before {
            jobs.push(theme.job(&said.who, theme.format(Style::Label, SEMIBOLD, c.quiet), width));
        }
        if !said.body.is_empty() {
            jobs.push(theme.job(&said.body, theme.italic(body, c.soft), width));
        }
        let count = said.text.chars().count();
        before = &said.who;
        jobs.push(spoken(theme, (width, voice), &said.text, left.min(count)));
        left = left.saturating_sub(count);
    }
    jobs
}

fn spoken(theme: &Theme, (width, style): (f32, Style), text: &str, letters: usize) -> LayoutJob {
    let c = &theme.colors;
    let at = sentence_end(text, letters);
    let (now, later) = text.split_at(at);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let seen = theme.format(style, REGULAR, c.text);
    let unseen = theme.format(style, REGULAR, Color32::TRANSPARENT);
    let first = if now.is_empty() { unseen.clone() } else { seen.clone() };
    job.append("“", 0.0, first);
    job.append(now, 0.0, seen.clone());
    job.append(later, 0.0, unseen.clone());
    job.append("”", 0.0, if later.is_empty() { seen } else { unseen });
    job
}

/// Words come sentence by sentence: the byte behind the last whole sentence within this many letters.
pub(in crate::game::screens) fn sentence_end(text: &str, letters: usize) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    let mut count = 0;
    while let Some((i, c)) = chars.next() {
        count += 1;
        let next = chars.peek().map(|(_, c)| *c);
        if matches!(c, '.' | '!' | '?') && next.is_none_or(char::is_whitespace) && count <= letters {
            end = i + c.len_utf8();
        }
    }
    if letters >= count { text.len() } else { end }
}

pub(in crate::game::screens) fn height(pen: &Pen, width: f32, view: &TalkView, set: Set) -> f32 {
    let jobs = theirs_jobs(pen.theme, width, view, set);
    jobs.into_iter().map(|j| pen.ui.painter().layout_job(j).size().y + 6.0).sum()
}

pub(in crate::game::screens) fn ui(pen: &mut Pen, width: f32, view: &TalkView, set: Set) {
    let start = pen.ui.cursor().min;
    let mut y = start.y;
    for job in theirs_jobs(pen.theme, width, view, set) {
        y = pen.put(pos2(start.x, y), job).bottom() + 6.0;
    }
    pen.ui.allocate_space(vec2(width, y - start.y));
}

#[cfg(test)]
mod tests {
    use super::sentence_end;

    #[test]
    fn words_come_by_whole_sentences() {
        let text = "Huh. You knock? Like that.";
        assert_eq!(&text[..sentence_end(text, 5)], "Huh.");
        assert_eq!(&text[..sentence_end(text, 3)], "");
        assert_eq!(&text[..sentence_end(text, 20)], "Huh. You knock?");
        assert_eq!(&text[..sentence_end(text, 99)], text);
    }
}

//! The name, before one evening street, and what there is to do.

use bevy_egui::egui::{Key, Pos2, Rect, ScrollArea, Stroke, Ui, UiBuilder, WidgetType, pos2, vec2};

use crate::game::theme::{DUSK, LIGHT, REGULAR, SEMIBOLD, Style, Theme};
use crate::game::widgets::Pen;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleCommand {
    Continue,
    Practice,
    Recall,
    Lesson,
    Progress,
    SomebodyElse,
    Quit,
}

/// What stands on the title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TitleView {
    /// Who is here, where they told a name.
    pub name: String,
    /// The conversation that was left open, and where.
    pub unfinished: Option<String>,
    /// There is something to look back on.
    pub progress: bool,
    /// A form of conversations that count, in place of practice.
    pub form: Option<String>,
    /// The conversation that is asked about today.
    pub recall: Option<String>,
    /// The first lesson, with how far it is; none where it has no place.
    pub lesson: Option<Option<String>>,
    /// Others practice on this machine, or somebody told their name.
    pub others: bool,
}

/// How far the gable reaches, in units of the street's frame.
const GABLE: f32 = 490.0;

/// The words; the stage shows the street behind them, whose dark gable lies under the words.
pub fn title_ui(ui: &mut Ui, theme: &Theme, view: &TitleView) -> Option<TitleCommand> {
    let rect = ui.max_rect();
    let wall = gable(rect);
    // the picture is dusk in every palette, and so are the words on it
    let night = Theme { colors: DUSK, ..*theme };
    let mut pen = Pen { ui, theme: &night };
    let left = rect.left() + 72.0;
    let c = night.colors;
    let tight = 1.0 / night.text;
    pen.text(pos2(left - 4.0, rect.top() + 86.0 * tight), 440.0, "Alongside", Style::Display, LIGHT, c.text);
    let below = pen.text(
        pos2(left, rect.top() + 106.0 + 86.0 * tight),
        wall - 100.0,
        "Practice for the conversation that comes first.",
        Style::Body,
        REGULAR,
        c.soft,
    );
    let foot = foot(&mut pen, rect.shrink2(vec2(72.0, 24.0)), &view.name);
    let room = Rect::from_min_max(pos2(left, below.bottom() + 40.0 * tight), pos2(left + wall - 72.0, foot - 8.0));
    let mut child = pen.ui.new_child(UiBuilder::new().max_rect(room));
    let command = ScrollArea::vertical().id_salt("menu").auto_shrink(false).show(&mut child, |ui| {
        let mut pen = Pen { ui, theme: &night };
        let at = pen.ui.cursor().min;
        menu(&mut pen, at, room.width(), view)
    });
    let command = command.inner;
    command.or_else(|| escape(pen.ui))
}

/// Along the pavement, which is dark from one end to the other. Gives its upper edge.
fn foot(pen: &mut Pen, street: Rect, name: &str) -> f32 {
    let stays = "Everything stays on this computer.";
    let words = if name.is_empty() { stays.to_owned() } else { format!("{name}. {stays}") };
    let format = pen.theme.format(Style::Label, REGULAR, pen.theme.colors.soft);
    let top = street.bottom() - pen.height(&words, format.clone(), street.width());
    let job = pen.theme.job(&words, format, street.width());
    pen.put(pos2(street.left(), top), job).top()
}

/// How far the dark wall reaches to the right on a screen of this size.
pub(super) fn gable(rect: Rect) -> f32 {
    GABLE * (rect.width() / 1280.0).max(rect.height() / 720.0)
}

fn escape(ui: &Ui) -> Option<TitleCommand> {
    ui.input(|i| i.key_pressed(Key::Q) && i.modifiers.command).then_some(TitleCommand::Quit)
}

fn lines(view: &TitleView) -> Vec<(&str, Option<&str>, TitleCommand)> {
    let open = view.unfinished.as_deref().map(|detail| ("Continue", Some(detail), TitleCommand::Continue));
    let recall = view.recall.as_deref().map(|of| ("One question", Some(of), TitleCommand::Recall));
    let lesson = view.lesson.as_ref().map(|detail| ("First lesson", detail.as_deref(), TitleCommand::Lesson));
    let progress = view.progress.then_some(("Progress", None, TitleCommand::Progress));
    let others = view.others.then_some(("Somebody else", None, TitleCommand::SomebodyElse));
    let practice =
        Some(view.form.as_deref().map_or(("Practice", None, TitleCommand::Practice), |form| {
            ("Assessment", Some(form), TitleCommand::Practice)
        }));
    [open, practice, recall, lesson, progress, others, Some(("Quit", None, TitleCommand::Quit))]
        .into_iter()
        .flatten()
        .collect()
}

fn menu(pen: &mut Pen, at: Pos2, width: f32, view: &TitleView) -> Option<TitleCommand> {
    let mut command = None;
    let mut y = at.y;
    let nothing_focused = pen.ui.memory(|m| m.focused().is_none());
    for (i, (words, detail, does)) in lines(view).into_iter().enumerate() {
        let height = line_height(pen, detail, width);
        let rect = Rect::from_min_size(pos2(at.x, y), vec2(width.min(420.0), height));
        let id = pen.ui.id().with(("menu", words));
        let named = detail.map_or(words.to_owned(), |detail| format!("{words}, {detail}"));
        let response = pen.area(rect, id, WidgetType::Button, &named);
        if i == 0 && nothing_focused {
            response.request_focus();
        }
        line_ui(pen, rect, words, detail, response.has_focus() || response.hovered());
        if response.clicked() {
            command = Some(does);
        }
        y += height + 2.0;
    }
    pen.ui.allocate_space(vec2(width, y - at.y));
    command
}

fn line_height(pen: &Pen, detail: Option<&str>, width: f32) -> f32 {
    let (_, line) = pen.theme.size(Style::Part);
    let note = detail.map_or(0.0, |detail| {
        let format = pen.theme.format(Style::Label, REGULAR, pen.theme.colors.soft);
        pen.height(detail, format, width.min(420.0) - 30.0)
    });
    (line + 12.0 / pen.theme.text).max(44.0) + note
}

fn line_ui(pen: &mut Pen, rect: Rect, words: &str, detail: Option<&str>, here: bool) {
    let c = pen.theme.colors;
    if here {
        let x = rect.left() + 1.5;
        let bar = [pos2(x, rect.top() + 4.0), pos2(x, rect.bottom() - 4.0)];
        pen.ui.painter().line_segment(bar, Stroke::new(3.0, c.accent));
    }
    let weight = if here { SEMIBOLD } else { REGULAR };
    let mut format = pen.theme.format(Style::Body, weight, if here { c.text } else { c.soft });
    format.font_id.size *= 22.0 / 18.0;
    let name =
        pen.paint(pos2(rect.left() + 24.0, rect.top() + 8.0 / pen.theme.text), words, format, rect.width() - 30.0);
    if let Some(detail) = detail {
        let format = pen.theme.format(Style::Label, REGULAR, c.soft);
        pen.paint(pos2(rect.left() + 24.0, name.bottom() + 1.0), detail, format, rect.width() - 30.0);
    }
}

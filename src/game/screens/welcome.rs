//! The first time: a name or none, text one can read, and light that suits the room.

use bevy_egui::egui::{Id, Key, Pos2, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::title::gable;
use crate::game::theme::{DUSK, LIGHT, Palette, REGULAR, Style, Theme};
use crate::game::widgets::Pen;

/// What is being filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WelcomeState {
    pub name: String,
    /// Somebody is here already, and can be gone back to.
    pub back: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WelcomeCommand {
    /// Straight to the first lesson.
    Talk,
    LookAround,
    Text(f32),
    Light(Palette),
    Back,
}

const SIZES: [f32; 4] = [1.0, 1.25, 1.5, 2.0];
const LIGHTS: [(Palette, &str); 3] =
    [(Palette::Dusk, "dusk"), (Palette::Paper, "paper"), (Palette::HighContrast, "high contrast")];

/// Three questions on the dark wall of the title's street.
pub fn welcome_ui(ui: &mut Ui, theme: &Theme, state: &mut WelcomeState) -> Option<WelcomeCommand> {
    let rect = ui.max_rect();
    let width = gable(rect) - 100.0;
    let night = Theme { colors: DUSK, ..*theme };
    let mut command = None;
    let wall = Rect::from_min_size(rect.min, vec2(width + 100.0, rect.height() - 8.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(wall));
    ScrollArea::vertical().id_salt("welcome").auto_shrink(false).show(&mut child, |ui| {
        command = questions(&mut Pen { ui, theme: &night }, width, state);
    });
    let escaped = state.back && ui.input(|i| i.key_pressed(Key::Escape));
    command.or(escaped.then_some(WelcomeCommand::Back))
}

fn questions(pen: &mut Pen, width: f32, state: &mut WelcomeState) -> Option<WelcomeCommand> {
    let (theme, rect) = (pen.theme, pen.ui.max_rect());
    let c = theme.colors;
    let left = rect.left() + 72.0;
    let tight = 1.0 / theme.text.sqrt();
    let head = pen.text(
        pos2(left - 2.0, pen.ui.cursor().top() + 84.0 * tight * tight),
        width,
        "Alongside",
        Style::Heading,
        LIGHT,
        c.text,
    );
    let label = pen.text(
        pos2(left, head.bottom() + 36.0 * tight * tight),
        width,
        "What should people call you?",
        Style::Note,
        REGULAR,
        c.soft,
    );
    let id = Id::new("what people call you");
    let (field, typed) = pen.field(pos2(left, label.bottom() + 6.0), width.min(416.0), id, &mut state.name);
    let entered = typed.lost_focus() && pen.ui.input(|i| i.key_pressed(Key::Enter));
    let hint = pen.text(
        pos2(left, field.bottom() + 6.0),
        width,
        "Or leave it empty. It stays on this computer.",
        Style::Label,
        REGULAR,
        c.quiet,
    );
    let (sized, y) = sizes(pen, pos2(left, hint.bottom() + 20.0 * tight), width, theme.text);
    let (lit, y) = lights(pen, pos2(left, y + 16.0 * tight), width, theme.palette);
    let talk = pen.button(pos2(left, y + 20.0 * tight), "Talk to someone");
    let around = pen.plain(pos2(talk.rect.right() + 28.0, talk.rect.top() + 10.0), "Look around");
    let last = pen.text(
        pos2(left, talk.rect.bottom() + 10.0),
        width,
        "A first lesson: six skills, about three minutes each.",
        Style::Note,
        REGULAR,
        c.soft,
    );
    let left = last.bottom() + 16.0 - pen.ui.cursor().top();
    pen.ui.allocate_space(vec2(width, left.max(0.0)));
    let asked = [
        (talk.clicked() || entered).then_some(WelcomeCommand::Talk),
        around.clicked().then_some(WelcomeCommand::LookAround),
    ];
    asked.into_iter().flatten().next().or(sized).or(lit)
}

fn sizes(pen: &mut Pen, at: Pos2, width: f32, now: f32) -> (Option<WelcomeCommand>, f32) {
    let c = pen.theme.colors;
    let label = pen.text(at, width, "Read this comfortably?", Style::Note, REGULAR, c.soft);
    let (mut x, mut asked, mut bottom) = (at.x, None, label.bottom());
    for size in SIZES {
        let theme = Theme { text: size, ..*pen.theme };
        let mut own = Pen { ui: pen.ui, theme: &theme };
        let name = format!("text at {} percent", (size * 100.0) as u32);
        let response = own.tab(pos2(x, label.bottom() + 6.0), "Aa", &name, (size - now).abs() < 0.01);
        if response.clicked() {
            asked = Some(WelcomeCommand::Text(size));
        }
        bottom = bottom.max(label.bottom() + 6.0 + 26.0 * size + 6.0);
        x = response.rect.right() + 24.0;
    }
    (asked, bottom)
}

fn lights(pen: &mut Pen, at: Pos2, width: f32, now: Palette) -> (Option<WelcomeCommand>, f32) {
    let c = pen.theme.colors;
    let label = pen.text(at, width, "Light", Style::Note, REGULAR, c.soft);
    let (mut x, mut y, mut asked) = (at.x, label.bottom() + 6.0, None);
    for (palette, words) in LIGHTS {
        let format = pen.theme.format(Style::Body, 600.0, c.text);
        let wide = pen.ui.painter().layout_job(pen.theme.job(words, format, 600.0)).size().x;
        if x > at.x && x + wide > at.x + width {
            (x, y) = (at.x, y + pen.theme.rows(38.0));
        }
        if pen.tab(pos2(x, y), words, words, palette == now).clicked() {
            asked = Some(WelcomeCommand::Light(palette));
        }
        x += wide + 28.0;
    }
    (asked, y + pen.theme.rows(26.0) + 6.0)
}

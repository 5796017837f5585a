//! Colors, type and sizes: the only place in which they stand.

use bevy_egui::egui::epaint::text::VariationCoords;
use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{self, Color32, FontData, FontDefinitions, FontFamily, FontId, Stroke, Vec2};

use crate::model::Dimension;

/// Which set of colors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    #[default]
    Dusk,
    Paper,
    HighContrast,
}

/// The colors of one palette, by what they are for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tokens {
    pub ground: Color32,
    pub plate: Color32,
    pub raised: Color32,
    pub sunk: Color32,
    pub wash: Color32,
    pub text: Color32,
    pub soft: Color32,
    pub quiet: Color32,
    pub accent: Color32,
    pub on_accent: Color32,
    pub edge: Color32,
    pub rule: Color32,
    /// In the order of [`Dimension::ALL`]; never the color of text.
    pub dimensions: [Color32; 4],
}

const fn hex(rgb: u32) -> Color32 {
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

pub const DUSK: Tokens = Tokens {
    ground: hex(0x12171F),
    plate: hex(0x1A212B),
    raised: hex(0x242D39),
    sunk: hex(0x0D1117),
    wash: hex(0x2E2A25),
    text: hex(0xF4ECDD),
    soft: hex(0xC9C3B6),
    quiet: hex(0xA3A39D),
    accent: hex(0xF2B35B),
    on_accent: hex(0x1A1206),
    edge: hex(0x7C8898),
    rule: hex(0x3A4656),
    dimensions: [hex(0xE27B62), hex(0x6E9FDB), hex(0x8DE6C3), hex(0xC8BCFA)],
};
pub const PAPER: Tokens = Tokens {
    ground: hex(0xF1E9D9),
    plate: hex(0xFAF5E9),
    raised: hex(0xFFFFFF),
    sunk: hex(0xE6DBC6),
    wash: hex(0xF3E3C6),
    text: hex(0x1E2530),
    soft: hex(0x434A54),
    quiet: hex(0x5E5F5E),
    accent: hex(0x8A4B00),
    on_accent: hex(0xFFFFFF),
    edge: hex(0x7D7363),
    rule: hex(0xCDBFA6),
    dimensions: [hex(0x6E0A22), hex(0x05417F), hex(0x2A7A48), hex(0x8A4FB0)],
};
pub const HIGH_CONTRAST: Tokens = Tokens {
    ground: hex(0x000000),
    plate: hex(0x000000),
    raised: hex(0x141414),
    sunk: hex(0x000000),
    wash: hex(0x2B2408),
    text: hex(0xFFFFFF),
    soft: hex(0xFFFFFF),
    quiet: hex(0xE2E2E2),
    accent: hex(0xFFD75E),
    on_accent: hex(0x000000),
    edge: hex(0xFFFFFF),
    rule: hex(0xFFFFFF),
    dimensions: [hex(0xF08E7C), hex(0x7CD6FF), hex(0xBDFBE6), hex(0xA594F7)],
};

/// What a text is for; sizes are points at 100 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Display,
    Place,
    Heading,
    Part,
    Voice,
    Body,
    Note,
    Label,
}

impl Style {
    /// Size and line height in points.
    fn at_full(self) -> (f32, f32) {
        match self {
            Self::Display => (88.0, 92.0),
            Self::Place => (52.0, 64.0),
            Self::Heading => (40.0, 48.0),
            Self::Part => (26.0, 34.0),
            Self::Voice => (24.0, 33.0),
            Self::Body => (18.0, 26.0),
            Self::Note => (16.0, 23.0),
            Self::Label => (14.0, 20.0),
        }
    }
}

pub const LIGHT: f32 = 300.0;
pub const REGULAR: f32 = 400.0;
pub const MEDIUM: f32 = 500.0;
pub const SEMIBOLD: f32 = 600.0;

/// How a screen is laid out, by how many letters fit across it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    Page,
    Column,
}

/// Everything a screen needs to look right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    pub palette: Palette,
    pub colors: Tokens,
    /// Text scale, 1 to 2. Type and rows grow with it, margins do not.
    pub text: f32,
    /// Cuts and still pictures instead of motion.
    pub still: bool,
}

impl Theme {
    pub fn new(palette: Palette, text: f32, still: bool) -> Self {
        let colors = match palette {
            Palette::Dusk => DUSK,
            Palette::Paper => PAPER,
            Palette::HighContrast => HIGH_CONTRAST,
        };
        Self { palette, colors, text: text.clamp(1.0, 2.0), still }
    }

    /// Size and line height in points: up to 20 grows in full, larger by two thirds and to 64 at most.
    pub fn size(&self, style: Style) -> (f32, f32) {
        let (size, line) = style.at_full();
        let t = self.text;
        let grown = match style {
            Style::Display => size,
            _ if size <= 20.0 => size * t,
            _ => (size * (1.0 + (t - 1.0) * 2.0 / 3.0)).min(64.0_f32.max(size)),
        };
        (grown, (line * grown / size).round())
    }

    /// A row's or gap's height that follows the text.
    pub fn rows(&self, points: f32) -> f32 {
        points * self.text
    }

    pub fn layout(&self, width: f32) -> Layout {
        if width / self.text >= 1000.0 { Layout::Page } else { Layout::Column }
    }

    pub fn margin(&self, width: f32) -> f32 {
        match self.layout(width) {
            Layout::Page => 72.0,
            Layout::Column => 40.0,
        }
    }

    pub fn dimension(&self, dimension: Dimension) -> Color32 {
        self.colors.dimensions[dimension as usize]
    }

    /// Ready-made type in one color.
    pub fn format(&self, style: Style, weight: f32, color: Color32) -> TextFormat {
        let (size, line) = self.size(style);
        let spacing = match style {
            Style::Display => -1.5,
            Style::Heading | Style::Place => -0.4,
            _ => 0.0,
        };
        TextFormat {
            font_id: FontId::new(size, FontFamily::Proportional),
            color,
            line_height: Some(line),
            extra_letter_spacing: spacing,
            coords: VariationCoords::new([(b"wght", weight)]),
            ..TextFormat::default()
        }
    }

    /// What the body does, and nothing else.
    pub fn italic(&self, style: Style, color: Color32) -> TextFormat {
        let mut format = self.format(style, REGULAR, color);
        format.font_id.family = FontFamily::Name("italic".into());
        format
    }

    /// One text in one format, wrapped.
    pub fn job(&self, text: &str, format: TextFormat, width: f32) -> LayoutJob {
        let mut job = LayoutJob::single_section(text.to_owned(), format);
        job.wrap.max_width = width;
        job
    }

    /// Sets what egui itself draws: selection, scroll bars, focus.
    pub fn apply(&self, ctx: &egui::Context) {
        let c = &self.colors;
        let mut visuals = egui::Visuals::dark();
        visuals.dark_mode = self.palette != Palette::Paper;
        visuals.panel_fill = c.ground;
        visuals.window_fill = c.plate;
        visuals.override_text_color = Some(c.text);
        visuals.selection.bg_fill = c.wash;
        visuals.selection.stroke = Stroke::new(2.0, c.accent);
        for widget in [&mut visuals.widgets.inactive, &mut visuals.widgets.hovered, &mut visuals.widgets.active] {
            widget.bg_fill = c.edge;
            widget.weak_bg_fill = Color32::TRANSPARENT;
            widget.bg_stroke = Stroke::NONE;
            widget.fg_stroke = Stroke::new(1.0, c.edge);
            widget.expansion = 0.0;
        }
        visuals.extreme_bg_color = c.ground;
        let mut style = egui::Style { visuals, ..egui::Style::default() };
        style.animation_time = if self.still { 0.0 } else { 0.09 };
        if self.still {
            style.scroll_animation = egui::style::ScrollAnimation::none();
        }
        style.spacing.item_spacing = Vec2::ZERO;
        style.spacing.scroll = egui::style::ScrollStyle::thin();
        ctx.set_global_style(style);
    }
}

/// How large a point is on a window of this size (in logical pixels).
pub fn zoom(width: f32, height: f32) -> f32 {
    (width / 1536.0).min(height / 864.0).max(1.0)
}

/// The one family, upright and italic.
pub fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let upright = FontData::from_static(include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext.ttf"));
    let italic = FontData::from_static(include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Italic.ttf"));
    fonts.font_data.insert("upright".to_owned(), upright.into());
    fonts.font_data.insert("italic".to_owned(), italic.into());
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["upright".to_owned()]);
    }
    fonts.families.insert(FontFamily::Name("italic".into()), vec!["italic".to_owned(), "upright".to_owned()]);
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(c: Color32) -> f32 {
        let channel = |v: u8| {
            let v = f32::from(v) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { libm::powf((v + 0.055) / 1.055, 2.4) }
        };
        0.2126 * channel(c.r()) + 0.7152 * channel(c.g()) + 0.0722 * channel(c.b())
    }

    fn ratio(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_passes_aa_and_high_contrast_passes_aaa() {
        for (tokens, least) in [(DUSK, 4.5), (PAPER, 4.5), (HIGH_CONTRAST, 7.0)] {
            for ground in [tokens.ground, tokens.plate, tokens.raised] {
                for text in [tokens.text, tokens.soft, tokens.quiet, tokens.accent] {
                    assert!(ratio(text, ground) >= least, "{text:?} on {ground:?}: {}", ratio(text, ground));
                }
            }
            assert!(ratio(tokens.on_accent, tokens.accent) >= least.min(6.0));
            assert!(ratio(tokens.edge, tokens.ground) >= 3.0);
        }
    }

    #[test]
    fn small_type_doubles_and_large_type_stops() {
        let theme = Theme::new(Palette::Dusk, 2.0, false);
        assert_eq!(theme.size(Style::Body).0, 36.0);
        assert_eq!(theme.size(Style::Voice).0, 40.0);
        assert_eq!(theme.size(Style::Place).0, 64.0);
        assert_eq!(theme.size(Style::Display).0, 88.0);
    }

    #[test]
    fn a_larger_window_has_larger_points() {
        assert_eq!(zoom(1280.0, 720.0), 1.0);
        assert_eq!(zoom(1920.0, 1080.0), 1.25);
        assert_eq!(zoom(3840.0, 2160.0), 2.5);
    }
}

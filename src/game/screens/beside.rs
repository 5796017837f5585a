//! A page beside a picture that is cut at a slant; without the picture where there is no room for it.

use bevy_egui::egui::{Rect, Shape, Stroke, Ui, pos2, vec2};

use crate::game::theme::{Layout, Theme};

/// Share of the width that the picture takes, and how far its lower edge is cut.
const ART: f32 = 0.367;
const SLANT: f32 = 26.0;

/// Where what belongs.
pub(super) struct Beside {
    /// For the words, down to the foot.
    pub body: Rect,
    /// For buttons and keys.
    pub foot: Rect,
    pub picture: Option<Rect>,
}

/// Draws the page's ground; `foot` is the foot's height.
pub(super) fn beside(ui: &Ui, theme: &Theme, foot: f32) -> Beside {
    let rect = ui.max_rect();
    let wide = theme.layout(rect.width()) == Layout::Page;
    let (art, slant) = if wide { (rect.width() * ART, SLANT) } else { (0.0, 0.0) };
    let corners = [
        pos2(rect.left() + art, rect.top()),
        rect.right_top(),
        rect.right_bottom(),
        pos2(rect.left() + art - slant, rect.bottom()),
    ];
    ui.painter().add(Shape::convex_polygon(corners.to_vec(), theme.colors.ground, Stroke::NONE));
    let left = rect.left() + if wide { art + 106.0 } else { 40.0 };
    let right = rect.right() - if wide { 72.0 } else { 40.0 };
    let middle = rect.bottom() - foot;
    Beside {
        body: Rect::from_min_max(pos2(left, rect.top() + 48.0), pos2(right, middle)),
        foot: Rect::from_min_max(pos2(left, middle), pos2(right, rect.bottom())),
        picture: wide.then(|| Rect::from_min_size(rect.min, vec2(art, rect.height()))),
    }
}

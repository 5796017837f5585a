//! The row of houses on the board: which window stands for which place, and the light in it.

use bevy_egui::egui::{Painter, Pos2, Rect, pos2, vec2};

use crate::backdrop::Framing;
use crate::game::stage::row_framing;
use crate::game::theme::DUSK;

/// A window of `assets/places/harbor-row.ron`, in units of its frame.
struct Window {
    /// Places whose conversations are behind it; their hours follow the name.
    places: &'static [&'static str],
    /// Left, top, width and height of the pane.
    pane: [f32; 4],
    tag: [f32; 2],
    /// The picture has it dark: whoever is there has to light it.
    dark: bool,
}

const fn window(places: &'static [&'static str], pane: [f32; 4], tag: [f32; 2], dark: bool) -> Window {
    Window { places, pane, tag, dark }
}

const WINDOWS: [Window; 13] = [
    window(&["case"], [290.0, 230.0, 28.0, 46.0], [338.0, 253.0], true),
    window(&["bar-night", "street-night"], [980.0, 376.0, 62.0, 42.0], [1110.0, 392.0], false),
    window(&["bar"], [226.0, 334.8, 110.0, 59.2], [226.0, 366.0], false),
    window(&["shop-doorway", "bus-stop"], [122.0, 368.0, 38.0, 56.0], [176.0, 392.0], false),
    window(&["locker-room"], [160.0, 250.0, 16.0, 24.0], [140.0, 262.0], true),
    window(&["hallway"], [503.0, 222.0, 17.0, 30.0], [537.0, 237.0], true),
    window(&["landing"], [578.0, 268.0, 17.0, 30.0], [560.0, 283.0], true),
    window(&["living-room"], [540.0, 314.0, 17.0, 30.0], [522.0, 329.0], true),
    window(&["hospital"], [775.0, 200.0, 16.0, 24.0], [753.0, 212.0], true),
    window(&["library-steps"], [792.0, 346.0, 36.0, 54.0], [852.0, 370.0], false),
    window(&["shop-doorway", "bus-stop"], [36.0, 366.0, 64.0, 48.0], [22.0, 356.0], false),
    window(&["hallway", "living-room"], [467.0, 268.0, 17.0, 30.0], [449.0, 283.0], true),
    window(&["roadside"], [1168.0, 256.0, 58.0, 42.0], [1236.0, 300.0], false),
];

/// A light that stands for somebody to talk to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Light {
    pub tag: Pos2,
    pub pane: Rect,
    dark: bool,
}

/// The light of a place on the picture of the row; none where the row has none for it. `before` counts the conversations at the
/// same place that have a light already: each has its own while there are windows.
pub fn light(picture: Rect, place: &str, before: usize) -> Option<Light> {
    let is_of = |name: &&str| place.strip_prefix(*name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    let mine: Vec<&Window> = WINDOWS.iter().filter(|window| window.places.iter().any(is_of)).collect();
    let window = mine.get(before).or(mine.last())?;
    let framing = row_framing(bevy::math::Vec2::new(picture.width(), picture.height()));
    let at = |[x, y]: [f32; 2]| on(picture, &framing, x, y);
    let [x, y, w, h] = window.pane;
    let pane = Rect::from_min_size(at([x, y]), vec2(w, h) * framing.scale);
    Some(Light { tag: at(window.tag), pane, dark: window.dark })
}

fn on(picture: Rect, framing: &Framing, x: f32, y: f32) -> Pos2 {
    let [x, y] = framing.place(x, y);
    picture.min + vec2(x, y)
}

impl Light {
    /// Lights the window where it is dark, and lets it glow where it is the chosen one.
    pub fn paint(&self, painter: &Painter, chosen: bool) {
        let k = self.pane.height() / 30.0;
        if chosen {
            for (wider, share) in [(13.0, 0.10), (7.0, 0.14)] {
                painter.rect_filled(self.pane.expand(wider * k.min(1.5)), 8.0 * k, ink::GLOW.gamma_multiply(share));
            }
        }
        if !self.dark {
            return;
        }
        painter.rect_filled(self.pane.expand(2.0 * k), 0, ink::FRAME);
        painter.rect_filled(self.pane, 0, if chosen { ink::GLOW } else { ink::WARM });
        let (middle, foot) = (self.pane.center().x, self.pane.bottom());
        let body = Rect::from_min_max(pos2(middle - 5.0 * k, foot - 12.0 * k), pos2(middle + 5.0 * k, foot));
        painter.rect_filled(body, 4.0 * k, ink::PERSON);
        painter.circle_filled(pos2(middle, foot - 15.5 * k), 3.6 * k, ink::PERSON);
    }

    /// Colors of the number beside it.
    pub fn tag_colors(bright: bool) -> (bevy_egui::egui::Color32, bevy_egui::egui::Color32) {
        if bright { (DUSK.accent, DUSK.on_accent) } else { (DUSK.sunk, DUSK.text) }
    }
}

/// Colors of the picture, not of the interface.
mod ink {
    use bevy_egui::egui::Color32;
    pub const GLOW: Color32 = Color32::from_rgb(0xff, 0xd1, 0x8a);
    pub const WARM: Color32 = Color32::from_rgb(0xe0, 0xa0, 0x4e);
    pub const FRAME: Color32 = Color32::from_rgb(0x15, 0x11, 0x1c);
    pub const PERSON: Color32 = Color32::from_rgb(0x5a, 0x2f, 0x1d);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::place_ids;

    const PICTURE: Rect = Rect { min: Pos2::ZERO, max: Pos2 { x: 1280.0, y: 400.0 } };

    #[test]
    fn every_place_to_talk_in_has_a_light_within_the_picture() {
        for id in place_ids() {
            let light = light(PICTURE, id, 0).unwrap_or_else(|| panic!("{id} has none"));
            assert!(PICTURE.contains(light.tag) && PICTURE.intersects(light.pane), "{id}: {light:?}");
        }
        assert_eq!(light(PICTURE, "attic", 0), None);
        assert_eq!(light(PICTURE, "barn", 0), None);
    }

    #[test]
    fn the_lights_do_not_lie_over_each_other() {
        let before = |at: usize| WINDOWS[..at].iter().filter(|w| w.places.contains(&WINDOWS[at].places[0])).count();
        let lights = (0..WINDOWS.len()).filter_map(|at| light(PICTURE, WINDOWS[at].places[0], before(at)));
        let panes: Vec<Rect> = lights.map(|light| light.pane).collect();
        assert_eq!(panes.len(), WINDOWS.len());
        for (i, a) in panes.iter().enumerate() {
            assert!(panes[i + 1..].iter().all(|b| !a.intersects(*b)), "{i}");
        }
    }
}

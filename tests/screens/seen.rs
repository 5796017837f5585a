//! What is on the screen by place: texts row by row, and everything that can be clicked.

use std::collections::{BTreeSet, HashMap};

use bevy_egui::egui::epaint::{ClippedShape, TextShape};
use bevy_egui::egui::{Rect, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;

use super::play::Play;

/// Points that do not count: rounding, and the edges of letters.
const SLACK: f32 = 1.5;

/// One row of text: where its letters are, and what cuts them off.
struct Row {
    words: String,
    ink: Rect,
    clip: Rect,
    /// What of it is neither cut off nor covered.
    seen: Rect,
    /// Which text of the screen it belongs to.
    text: usize,
}

struct Clickable {
    name: String,
    rect: Rect,
    /// What of it can be reached.
    reach: Rect,
}

/// What is wrong with the open screen: cut or overlapping words, buttons over buttons, nameless ones.
pub fn faults(play: &Play) -> Vec<String> {
    faults_in(&play.harness)
}

/// The same of any interface.
pub fn faults_in<S>(harness: &Harness<S>) -> Vec<String> {
    let screen = harness.ctx.viewport_rect();
    let rows = rows(&harness.output().shapes);
    let mut found = cut(&rows, screen);
    found.extend(rows_over_rows(&rows));
    let (clickable, nameless) = clickable(harness);
    found.extend(nameless);
    found.extend(over_each_other(&clickable));
    for c in &clickable {
        if c.rect.left() < screen.left() - 8.0 || c.rect.right() > screen.right() + SLACK {
            found.push(format!("{:?} leaves the window: {:?}", c.name, c.rect));
        }
    }
    found
}

fn rows(shapes: &[ClippedShape]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (i, clipped) in shapes.iter().enumerate() {
        gather(&clipped.shape, clipped.clip_rect, i, &mut rows);
    }
    rows
}

fn gather(shape: &Shape, clip: Rect, text: usize, rows: &mut Vec<Row>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|s| gather(s, clip, text, rows)),
        Shape::Text(shape) => rows.extend(text_rows(shape, clip, text)),
        Shape::Rect(rect) if rect.fill.is_opaque() => cover(rows, rect.rect.intersect(clip)),
        _ => {}
    }
}

/// Something opaque is drawn over what was drawn before.
fn cover(rows: &mut Vec<Row>, by: Rect) {
    for row in
        rows.iter_mut().filter(|row| by.y_range().contains(row.seen.top()) && by.y_range().contains(row.seen.bottom()))
    {
        if by.x_range().contains(row.seen.left()) {
            row.seen.set_left(by.right());
        }
        if by.x_range().contains(row.seen.right()) {
            row.seen.set_right(by.left());
        }
    }
    rows.retain(|row| row.seen.is_positive());
}

fn text_rows(shape: &TextShape, clip: Rect, text: usize) -> impl Iterator<Item = Row> + '_ {
    let origin = shape.pos.to_vec2();
    shape.galley.rows.iter().filter_map(move |placed| {
        let ink = placed.row.visuals.mesh_bounds;
        let ink = ink.translate(placed.pos.to_vec2() + origin);
        let words: String = placed.row.glyphs.iter().map(|g| g.chr).collect();
        let shown = ink.is_positive() && ink.intersects(clip);
        shown.then_some(Row { words, ink, clip, seen: ink.intersect(clip), text })
    })
}

/// Rows are whole across; downward only where they can be scrolled to.
fn cut(rows: &[Row], screen: Rect) -> Vec<String> {
    let mut found = Vec::new();
    for row in rows {
        let bounds = row.clip.intersect(screen);
        if row.ink.left() < bounds.left() - SLACK || row.ink.right() > bounds.right() + SLACK {
            found.push(format!("cut at the side: {:?} {:?} in {:?}", row.words, row.ink, bounds));
        }
        let scrolls = row.clip.height() < screen.height() - 1.0;
        if !scrolls && (row.ink.top() < screen.top() - SLACK || row.ink.bottom() > screen.bottom() + SLACK) {
            found.push(format!("cut above or below: {:?} {:?}", row.words, row.ink));
        }
    }
    found
}

fn rows_over_rows(rows: &[Row]) -> Vec<String> {
    let mut found = Vec::new();
    for (i, a) in rows.iter().enumerate() {
        for b in &rows[i + 1..] {
            let both = a.seen.intersect(b.seen);
            if a.text != b.text && both.width() > SLACK && both.height() > SLACK {
                found.push(format!("{:?} over {:?} by {:?}", b.words, a.words, both.size()));
            }
        }
    }
    found
}

/// Everything enabled that can be clicked, without scroll bars; and a complaint for each that has no name.
fn clickable<S>(harness: &Harness<S>) -> (Vec<Clickable>, Vec<String>) {
    let names = names(harness);
    let (mut named, mut nameless) = (Vec::new(), Vec::new());
    harness.ctx.viewport(|viewport| {
        for (_, widgets) in viewport.prev_pass.widgets.layers() {
            for w in widgets.iter().filter(|w| w.enabled && w.sense.senses_click() && !w.sense.senses_drag()) {
                match names.get(&w.id.accesskit_id().0).filter(|n| !n.is_empty()) {
                    Some(name) => named.push(Clickable { name: name.clone(), rect: w.rect, reach: w.interact_rect }),
                    None => nameless.push(format!("something without a name at {:?}", w.rect)),
                }
            }
        }
    });
    (named, nameless)
}

fn over_each_other(clickable: &[Clickable]) -> Vec<String> {
    let mut found = Vec::new();
    for (i, a) in clickable.iter().enumerate() {
        for b in &clickable[i + 1..] {
            let both = a.reach.intersect(b.reach);
            if both.width() > SLACK && both.height() > SLACK {
                found.push(format!("{:?} lies over {:?} by {:?}", b.name, a.name, both.size()));
            }
        }
    }
    found
}

/// How much of the focused element can be seen, of how much there is, in points of height.
pub fn focused_height(play: &Play) -> Option<(f32, f32)> {
    let id = play.focused()?;
    play.harness.ctx.viewport(|v| {
        let widget = v.prev_pass.widgets.get(id)?;
        Some((widget.interact_rect.height().max(0.0), widget.rect.height()))
    })
}

/// The names of everything that can be focused now.
pub fn focusable(play: &Play) -> BTreeSet<String> {
    focusable_in(&play.harness)
}

/// The same of any interface.
pub fn focusable_in<S>(harness: &Harness<S>) -> BTreeSet<String> {
    let names = names(harness);
    harness.ctx.viewport(|v| {
        let widgets = v.prev_pass.widgets.layers().flat_map(|(_, widgets)| widgets);
        let wanted = widgets.filter(|w| w.enabled && w.sense.is_focusable());
        wanted.map(|w| names.get(&w.id.accesskit_id().0).cloned().unwrap_or_default()).collect()
    })
}

/// Whether a row with these words stands whole inside its window.
pub fn shows(play: &Play, words: &str) -> bool {
    let rows = rows(&play.harness.output().shapes);
    rows.iter().any(|row| row.words.contains(words) && row.clip.expand(SLACK).contains_rect(row.ink))
}

/// What a screen reader calls each widget.
pub fn names<S>(harness: &Harness<S>) -> HashMap<u64, String> {
    let nodes = harness.root().children_recursive();
    let node = |n: egui_kittest::Node| {
        let node = n.accesskit_node();
        Some((node.locate().0.0, node.label().or_else(|| node.value())?))
    };
    nodes.filter_map(node).collect()
}

/// What a screen reader calls the widget that has the focus.
pub fn focused_name_in<S>(harness: &Harness<S>) -> Option<String> {
    let id = harness.ctx.memory(|m| m.focused())?;
    names(harness).remove(&id.accesskit_id().0)
}

//! The gallery in its window.

use std::process::ExitCode;

use bevy::prelude::*;
use bevy_egui::egui::{self, LayerId, Ui, UiBuilder};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::{Gallery, Opening};
use crate::game::{Pass, ended, theme, windowed};

#[derive(Resource)]
struct TheGallery(Gallery);

/// Opens the window and stays until it is closed.
pub fn run(opening: Opening, size: (u32, u32)) -> ExitCode {
    let mut app = windowed(size);
    app.insert_resource(TheGallery(Gallery::new(opening)));
    app.add_systems(EguiPrimaryContextPass, show);
    ended(app.run())
}

fn show(mut contexts: EguiContexts, mut gallery: ResMut<TheGallery>, mut pass: Pass) -> Result {
    let ctx = contexts.ctx_mut()?.clone();
    if pass.begins(&ctx) {
        let gallery = &mut gallery.0;
        let zoom = theme::zoom(pass.window.width(), pass.window.height());
        ctx.set_zoom_factor(zoom);
        gallery.theme().apply(&ctx);
        let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(ctx.viewport_rect());
        let mut ui = Ui::new(ctx.clone(), egui::Id::new("gallery"), builder);
        gallery.ui(&mut ui, pass.time.elapsed_secs_f64());
        pass.wanted.0 = gallery.scene(zoom);
        pass.ends(&ctx, gallery.window_title(), gallery.wants_to_quit(), gallery.next_frame());
    }
    Ok(())
}

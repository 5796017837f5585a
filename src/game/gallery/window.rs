//! The gallery in its window.

use std::process::ExitCode;

use bevy::prelude::*;
use bevy::window::{PrimaryWindow, RequestRedraw};
use bevy::winit::WinitSettings;
use bevy_egui::egui::{self, LayerId, Ui, UiBuilder};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::{Gallery, Opening};
use crate::game::stage::Wanted;
use crate::game::{Warmup, ended, pace, theme, windowed};

#[derive(Resource)]
struct TheGallery(Gallery);

/// Opens the window and stays until it is closed.
pub fn run(opening: Opening, size: (u32, u32)) -> ExitCode {
    let mut app = windowed(size);
    app.insert_resource(TheGallery(Gallery::new(opening)));
    app.add_systems(EguiPrimaryContextPass, show);
    ended(app.run())
}

#[allow(clippy::too_many_arguments)]
fn show(
    mut contexts: EguiContexts,
    mut gallery: ResMut<TheGallery>,
    mut warmup: ResMut<Warmup>,
    mut winit: ResMut<WinitSettings>,
    mut redraw: MessageWriter<RequestRedraw>,
    mut exit: MessageWriter<AppExit>,
    time: Res<Time<Real>>,
    mut window: Single<&mut Window, With<PrimaryWindow>>,
    mut wanted: ResMut<Wanted>,
    mut ready: Local<bool>,
) -> Result {
    let ctx = contexts.ctx_mut()?.clone();
    if !*ready {
        ctx.set_fonts(theme::fonts());
        *ready = true;
        redraw.write(RequestRedraw);
        return Ok(());
    }
    let gallery = &mut gallery.0;
    let zoom = theme::zoom(window.width(), window.height());
    ctx.set_zoom_factor(zoom);
    gallery.theme().apply(&ctx);
    let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(ctx.viewport_rect());
    let mut ui = Ui::new(ctx.clone(), egui::Id::new("gallery"), builder);
    gallery.ui(&mut ui, time.elapsed_secs_f64());
    wanted.0 = gallery.scene(zoom);
    let title = gallery.window_title();
    if window.title != title {
        window.title = title;
    }
    if gallery.wants_to_quit() {
        exit.write(AppExit::Success);
    }
    pace(gallery.next_frame(), &mut warmup, &mut winit, &mut redraw, ctx.has_requested_repaint());
    Ok(())
}

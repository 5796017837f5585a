//! The stage: a place with depth and light, and the people in it.
//!
//! It is drawn by a camera of its own into a picture, and the window shows that picture under the words. Colors are blended
//! in sRGB, as the drawings are made for.

mod backdrop;
mod camera;
mod company;
mod figure;
mod life;
mod materials;
mod scene;
pub mod soft;
mod target;
mod tiles;

use bevy::camera::CameraUpdateSystems;
use bevy::camera::visibility::VisibilitySystems;
use bevy::prelude::*;
use bevy_egui::EguiPostUpdateSet;

pub use life::Begun;
pub use scene::{Actor, Distance, Held, Scene, Speech, Wanted, row_framing};
pub use target::Extent;

/// After the interface has said what it wants, and before Bevy looks at cameras and what they see.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum StageSet {
    Fit,
    Place,
    Camera,
    Planes,
    Life,
    People,
    Show,
}

pub(super) fn plugin(app: &mut App) {
    use StageSet::{Camera, Fit, Life, People, Place, Planes, Show};
    let when = (Fit, Place, Camera, Planes, Life, People, Show)
        .chain()
        .after(EguiPostUpdateSet::EndPass)
        .before(CameraUpdateSystems)
        .before(VisibilitySystems::VisibilityPropagate);
    app.configure_sets(PostUpdate, when);
    app.init_resource::<Wanted>();
    app.add_plugins((materials::plugin, target::plugin, backdrop::plugin, camera::plugin));
    app.add_plugins((life::plugin, company::plugin));
}

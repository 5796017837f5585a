//! The stage: a place with depth and light, and the person in it.
//!
//! It is drawn by a camera of its own into a picture, and the window shows that picture under the words. Colors are blended
//! in sRGB, as the drawings are made for.

mod backdrop;
mod materials;
mod person;
mod scene;
pub mod soft;
mod target;

use bevy::camera::CameraUpdateSystems;
use bevy::camera::visibility::VisibilitySystems;
use bevy::prelude::*;
use bevy_egui::EguiPostUpdateSet;

pub use scene::{Distance, Held, Scene, Wanted};
pub use target::Extent;

/// After the interface has said what it wants, and before Bevy looks at cameras and what they see.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum StageSet {
    Fit,
    Place,
    Person,
    Show,
}

pub(super) fn plugin(app: &mut App) {
    let when = (StageSet::Fit, StageSet::Place, StageSet::Person, StageSet::Show)
        .chain()
        .after(EguiPostUpdateSet::EndPass)
        .before(CameraUpdateSystems)
        .before(VisibilitySystems::VisibilityPropagate);
    app.configure_sets(PostUpdate, when);
    app.init_resource::<Wanted>();
    app.add_plugins((materials::plugin, target::plugin, backdrop::plugin, person::plugin));
}

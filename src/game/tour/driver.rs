//! Whether anything can draw here: asked before Bevy is, which would end the program instead of answering.

use std::sync::Arc;

use bevy::render::renderer::{RenderInstance, WgpuWrapper};
use bevy::tasks::block_on;

/// # Errors
/// What to install.
pub(super) fn answers() -> Result<(), String> {
    let instance = RenderInstance(Arc::new(WgpuWrapper::new(Default::default())));
    let asked = block_on(instance.request_adapter(&Default::default()));
    asked.map(drop).map_err(|_| {
        "there is no Vulkan driver here to draw with; on Debian and Ubuntu, `apt install mesa-vulkan-drivers libvulkan1` \
         brings one that needs no graphics card"
            .to_owned()
    })
}

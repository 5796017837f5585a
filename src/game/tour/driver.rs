//! Whether anything can draw here: asked before Bevy is, which would end the program instead of answering.

use std::sync::Arc;

use bevy::render::renderer::{RenderInstance, WgpuWrapper};
use bevy::render::settings::{Backends, WgpuSettings};
use bevy::tasks::block_on;

/// # Errors
/// What to install.
pub(super) fn answers() -> Result<(), String> {
    let instance = RenderInstance(Arc::new(WgpuWrapper::new(Default::default())));
    // those that Bevy will ask: WGPU_BACKEND may have narrowed them
    let backends = WgpuSettings::default().backends.unwrap_or(Backends::empty());
    if block_on(instance.enumerate_adapters(backends)).is_empty() {
        return Err("there is no Vulkan driver here to draw with; on Debian and Ubuntu, \
             `apt install mesa-vulkan-drivers libvulkan1` brings one that needs no graphics card"
            .to_owned());
    }
    Ok(())
}

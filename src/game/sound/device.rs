//! The way to the loudspeakers: miniaudio behind kira. The system's sound library is opened at run time, if there is one.

use std::path::Path;

use kira::backend::{Backend, Renderer};
use maudio::MaudioError;
use maudio::audio::sample_rate::SampleRate;
use maudio::backend::Backend as System;
use maudio::context::ContextBuilder;
use maudio::device::Device;
use maudio::device::device_builder::{DeviceBuilder, DeviceBuilderOps};

use super::synth::RATE;

/// Milliseconds from one call for samples to the next: short enough for a click to be answered at once, long enough to
/// rest in between.
const PERIOD: u32 = 20;

/// A device that plays what kira mixes. It stands still until it is started.
pub struct Speakers {
    systems: Vec<System>,
    device: Option<Device<f32>>,
}

impl Backend for Speakers {
    type Settings = Vec<System>;
    type Error = MaudioError;

    fn setup(systems: Self::Settings, _: usize) -> Result<(Self, u32), Self::Error> {
        Ok((Self { systems, device: None }, RATE))
    }

    fn start(&mut self, mut renderer: Renderer) -> Result<(), Self::Error> {
        let context = ContextBuilder::new().preferred_backends(self.systems.iter().copied()).build()?;
        let device = DeviceBuilder::playback()
            .f32()
            .playback_channels(2)
            .sample_rate(SampleRate::Sr48000)
            .period_size_millis(PERIOD)
            .context(&context)
            .with_callback(move |_, out| {
                renderer.on_start_processing();
                renderer.process(out, 2);
            })?;
        self.device = Some(device);
        Ok(())
    }
}

impl Speakers {
    /// Begins to ask for samples.
    ///
    /// # Errors
    /// The device is gone.
    pub fn run(&mut self) -> Result<(), MaudioError> {
        self.device.as_mut().map_or(Ok(()), Device::device_start)
    }

    /// Asks for nothing until it runs again: no processor time is used.
    pub fn rest(&mut self) {
        if let Some(device) = &mut self.device {
            // one that does not stop is gone already
            let _ = device.device_stop();
        }
    }
}

/// The systems to try, in order; none where nothing can be heard. `ALONGSIDE_SOUND=null` plays into nothing, to measure.
pub fn systems() -> Vec<System> {
    if std::env::var_os("ALONGSIDE_SOUND").is_some_and(|wanted| wanted == "null") {
        return vec![System::Null];
    }
    let real = |system: &System| !matches!(system, System::Null | System::Custom);
    // without a card, ALSA only complains on the terminal
    let useful = |system: &System| !matches!(system, System::Alsa) || has_card(Path::new("/dev/snd"));
    System::all_supported_on_this_platform().filter(real).filter(useful).collect()
}

/// Whether the folder of Linux's sound devices has one that plays.
fn has_card(folder: &Path) -> bool {
    let plays = |name: &str| name.starts_with("pcm") && name.ends_with('p');
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| entry.file_name().to_str().is_some_and(plays))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_one_that_plays() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(!has_card(folder.path()) && !has_card(&folder.path().join("none")));
        for (name, plays) in [("timer", false), ("pcmC0D0c", false), ("pcmC0D0p", true)] {
            std::fs::write(folder.path().join(name), "").expect("written");
            assert_eq!(has_card(folder.path()), plays, "{name}");
        }
    }
}

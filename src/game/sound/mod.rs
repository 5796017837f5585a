//! Sound: rooms, weather, steps, doors and the small answers to the hand, all made by calculation. No music.

pub mod device;
pub mod player;
pub mod score;
pub mod synth;
pub mod voice;

use bevy::prelude::*;
use bevy::window::{PrimaryWindow, RequestRedraw};
use bevy_egui::EguiPrimaryContextPass;

use super::TheDesk;
use super::stage::Begun;
use player::Player;
use score::Score;
use voice::Voice;

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(Sounding {
        score: Score::default(),
        player: Player::new(device::systems()),
        voice: Voice::new(voice::Synthesizer::found()),
    });
    app.add_systems(EguiPrimaryContextPass, listen.after(super::show));
}

#[derive(Resource)]
struct Sounding {
    score: Score,
    player: Player,
    voice: Voice,
}

/// After each picture: what it lets be heard.
fn listen(
    mut desk: ResMut<TheDesk>,
    mut begun: ResMut<Begun>,
    mut sounding: ResMut<Sounding>,
    mut redraw: MessageWriter<RequestRedraw>,
    window: Single<&Window, With<PrimaryWindow>>,
) {
    let Some(mut heard) = desk.0.get().heard() else { return };
    heard.life = std::mem::take(&mut begun.0);
    let (mix, struck) = sounding.score.follow(&heard, window.focused);
    for words in struck.captions {
        desk.0.get().caption(words);
        // it is drawn with the next picture, which on a still screen nobody else asks for
        redraw.write(RequestRedraw);
    }
    sounding.player.play(mix, struck.once);
    if let Some(speech) = struck.speech {
        sounding.voice.speak(speech);
    }
}

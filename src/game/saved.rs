//! The open scenario's file: each saved version comes into the running game by itself.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use super::TheDesk;
use crate::lint::{Version, version};
use crate::model::Model;
use crate::scenario::library::stem;
use crate::scenario::watch::Watch;

/// Between two looks at the file; two of them have to agree.
const LOOK: Duration = Duration::from_millis(200);

/// The file to follow.
#[derive(Resource)]
pub(super) struct Followed(pub PathBuf);

/// Versions as they come.
#[derive(Resource)]
struct Saved(Mutex<Receiver<Version>>);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, follow.run_if(resource_exists::<Followed>));
    app.add_systems(PreUpdate, take_in.run_if(resource_exists::<Saved>));
}

fn follow(mut commands: Commands, followed: Res<Followed>, wake: Res<EventLoopProxyWrapper>) {
    let (sender, receiver) = channel();
    let (watch, window) = (Watch::new(&followed.0), (**wake).clone());
    let wake = move || window.send_event(WinitUserEvent::WakeUp).is_ok();
    // a thread of its own, so that a still window need not wake to look
    let started = std::thread::Builder::new().name("saved".to_owned()).spawn(move || look(watch, &sender, wake));
    if started.is_ok() {
        commands.insert_resource(Saved(Mutex::new(receiver)));
    }
}

/// Until the window is gone.
fn look(mut watch: Watch, sender: &Sender<Version>, wake: impl Fn() -> bool) {
    let id = stem(watch.file()).unwrap_or_default();
    loop {
        std::thread::sleep(LOOK);
        // what cannot be read now may be readable at the next save
        let Some(Ok(contents)) = watch.changed() else { continue };
        let heard = sender.send(version(&id, contents, Model::shipped()));
        if heard.is_err() || !wake() {
            return;
        }
    }
}

fn take_in(saved: Res<Saved>, mut desk: ResMut<TheDesk>) {
    let Ok(versions) = saved.0.lock() else { return };
    for version in versions.try_iter() {
        desk.0.saved(version);
    }
}

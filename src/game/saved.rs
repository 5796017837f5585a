//! The author's files: each saved version comes into the running game by itself.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use super::TheDesk;
use super::desk::Saved;
use crate::lint::version;
use crate::model::Model;
use crate::scenario::library::{own_files, stem};
use crate::scenario::watch::Watch;

/// Between two looks at the files; two of them have to agree.
const LOOK: Duration = Duration::from_millis(200);

/// What to follow: the file that was named, and those in the user's own folder.
#[derive(Resource, Clone)]
pub(super) struct Followed {
    pub file: Option<PathBuf>,
    pub folder: Option<PathBuf>,
}

/// Versions as they come.
#[derive(Resource)]
struct Versions(Mutex<Receiver<Saved>>);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, follow);
    app.add_systems(PreUpdate, take_in.run_if(resource_exists::<Versions>));
}

fn follow(mut commands: Commands, followed: Res<Followed>, wake: Res<EventLoopProxyWrapper>) {
    if followed.file.is_none() && followed.folder.is_none() {
        return;
    }
    let (sender, receiver) = channel();
    let (followed, window) = (followed.clone(), (**wake).clone());
    let wake = move || window.send_event(WinitUserEvent::WakeUp).is_ok();
    // a thread of its own, so that a still window need not wake to look
    let started = std::thread::Builder::new().name("saved".to_owned()).spawn(move || look(&followed, &sender, wake));
    if started.is_ok() {
        commands.insert_resource(Versions(Mutex::new(receiver)));
    }
}

/// Until the window is gone.
fn look(followed: &Followed, sender: &Sender<Saved>, wake: impl Fn() -> bool) {
    let mut watches: Vec<Watch> = Vec::new();
    loop {
        let own = followed.folder.as_deref().map(own_files).unwrap_or_default();
        for file in followed.file.iter().cloned().chain(own) {
            if watches.iter().all(|w| w.file() != file) {
                watches.push(Watch::new(&file));
            }
        }
        std::thread::sleep(LOOK);
        for saved in watches.iter_mut().filter_map(saved) {
            if sender.send(saved).is_err() || !wake() {
                return;
            }
        }
    }
}

/// What cannot be read now may be readable at the next save.
fn saved(watch: &mut Watch) -> Option<Saved> {
    let contents = watch.changed()?.ok()?;
    let id = stem(watch.file())?;
    let file = watch.file().file_name().map(Path::new)?.display().to_string();
    Some(Saved { version: version(&id, contents, Model::shipped()), id, file })
}

fn take_in(versions: Res<Versions>, mut desk: ResMut<TheDesk>) {
    let Ok(versions) = versions.0.lock() else { return };
    versions.try_iter().for_each(|saved| desk.0.get().saved(saved));
}

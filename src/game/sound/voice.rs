//! Lines read out by whatever the machine has for that. It runs beside the game, and nothing waits for it.

use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::score::Speech;

/// How often it is seen whether a voice has come to its end.
const LOOK: Duration = Duration::from_millis(250);

/// A program that speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synthesizer {
    program: PathBuf,
    kind: &'static Kind,
}

#[derive(Debug, PartialEq, Eq)]
struct Kind {
    file: &'static str,
    arguments: &'static [&'static str],
    input: Input,
    /// To be run as well when it is to be silent; empty where ending the program is enough.
    hush: &'static [&'static str],
}

#[derive(Debug, PartialEq, Eq)]
enum Input {
    /// The words are the last argument.
    Argument,
    /// The words come by its standard input.
    Stream,
}

const POWERSHELL: &str = "Add-Type -AssemblyName System.Speech; \
    (New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())";

/// In the order of preference.
const KINDS: &[Kind] = &[
    Kind { file: "spd-say", arguments: &["--wait", "--"], input: Input::Argument, hush: &["--cancel"] },
    Kind { file: "espeak-ng", arguments: &["--stdin"], input: Input::Stream, hush: &[] },
    Kind { file: "say", arguments: &[], input: Input::Stream, hush: &[] },
    Kind {
        file: "powershell.exe",
        arguments: &["-NoProfile", "-NonInteractive", "-Command", POWERSHELL],
        input: Input::Stream,
        hush: &[],
    },
];

impl Synthesizer {
    /// The first that is on the search path.
    pub fn found() -> Option<Self> {
        Self::on(&std::env::var_os("PATH")?)
    }

    fn on(path: &OsStr) -> Option<Self> {
        let at = |kind: &'static Kind| {
            let program = std::env::split_paths(path).map(|folder| folder.join(kind.file)).find(|p| p.is_file())?;
            Some(Self { program, kind })
        };
        KINDS.iter().find_map(at)
    }

    /// Begins to speak.
    ///
    /// # Errors
    /// The program does not start.
    fn start(&self, words: &str) -> std::io::Result<Child> {
        let mut command = self.command(self.kind.arguments);
        match self.kind.input {
            Input::Argument => command.arg(words).spawn(),
            Input::Stream => {
                let mut child = command.stdin(Stdio::piped()).spawn()?;
                if let Some(mut input) = child.stdin.take() {
                    // one that reads nothing says nothing
                    let _ = input.write_all(words.as_bytes());
                }
                Ok(child)
            }
        }
    }

    fn end(&self, mut child: Child) {
        if matches!(child.try_wait(), Ok(None)) {
            if !self.kind.hush.is_empty() {
                // best effort, like all of this
                let _ = self.command(self.kind.hush).status();
            }
            let _ = child.kill();
        }
        let _ = child.wait();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }
}

/// Speaks on a thread of its own; ends what it says when it is dropped.
pub struct Voice {
    orders: Option<Sender<Speech>>,
}

impl Voice {
    /// Without a synthesizer it keeps silent.
    pub fn new(synthesizer: Option<Synthesizer>) -> Self {
        let start = |synthesizer: Synthesizer| {
            let (sender, orders) = channel();
            let work = move || speak(&synthesizer, &orders);
            std::thread::Builder::new().name("voice".to_owned()).spawn(work).ok().map(|_| sender)
        };
        Self { orders: synthesizer.and_then(start) }
    }

    pub fn speak(&self, speech: Speech) {
        // a thread that has ended leaves silence
        let _ = self.orders.as_ref().map(|orders| orders.send(speech));
    }
}

fn speak(synthesizer: &Synthesizer, orders: &Receiver<Speech>) {
    let mut speaking: Option<Child> = None;
    loop {
        let order = match &speaking {
            Some(_) => orders.recv_timeout(LOOK),
            None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        if speaking.as_mut().is_some_and(|child| !matches!(child.try_wait(), Ok(None))) {
            speaking = None;
        }
        let words = match order {
            Err(RecvTimeoutError::Timeout) => continue,
            Err(RecvTimeoutError::Disconnected) => None,
            Ok(Speech::Hush) => Some(None),
            Ok(Speech::Say(words)) => Some(Some(words)),
        };
        if let Some(child) = speaking.take() {
            synthesizer.end(child);
        }
        match words {
            None => return,
            Some(words) => speaking = words.and_then(|words| synthesizer.start(&words).ok()),
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    use super::*;

    fn program(folder: &Path, name: &str, script: &str) {
        let path = folder.join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("written");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("set");
    }

    fn found(folder: &Path) -> Option<&'static str> {
        Synthesizer::on(folder.as_os_str()).map(|s| s.kind.file)
    }

    #[test]
    fn the_best_one_on_the_path_is_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(found(folder.path()), None);
        for name in ["say", "espeak-ng", "spd-say"] {
            program(folder.path(), name, "true");
            assert_eq!(found(folder.path()), Some(name));
        }
    }

    #[test]
    fn the_words_reach_the_program_as_they_are() {
        for (name, script) in [("espeak-ng", "cat"), ("spd-say", "printf %s \"$3\"")] {
            let folder = tempfile::tempdir().expect("a folder");
            let said = folder.path().join("said");
            program(folder.path(), name, &format!("{script} > {}", said.display()));
            let synthesizer = Synthesizer::on(folder.path().as_os_str()).expect("there");
            let mut child = synthesizer.start("--No; $HOME, \"quoted\"").expect("starts");
            assert!(child.wait().expect("ends").success());
            assert_eq!(std::fs::read_to_string(said).expect("read"), "--No; $HOME, \"quoted\"", "{name}");
        }
    }

    #[test]
    fn a_voice_is_ended_in_the_middle() {
        let folder = tempfile::tempdir().expect("a folder");
        program(folder.path(), "espeak-ng", "exec sleep 600");
        let synthesizer = Synthesizer::on(folder.path().as_os_str()).expect("there");
        let child = synthesizer.start("A long line.").expect("starts");
        // would hang if the program went on
        synthesizer.end(child);
    }
}

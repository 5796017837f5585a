//! A display of its own: Xvfb, keys, and pictures of what it shows.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// A display that ends with the test.
pub(super) struct Display {
    server: Child,
    name: String,
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Display {
    /// Starts a display, or gives `None` where a tool for it is missing.
    pub(super) fn open() -> Option<Self> {
        for tool in ["xdotool", "import"] {
            Command::new(tool).arg("-version").stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
        }
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut number = String::new();
        BufReader::new(server.stdout.take()?).read_line(&mut number).ok()?;
        Some(Self { server, name: format!(":{}", number.trim()) })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Presses a key in the game's window; without a window manager nobody else gives it the focus.
    pub(super) fn press(&self, key: &str) {
        self.xdotool(&["search", "--name", "Alongside", "windowfocus", "key", key]);
    }

    /// The title of the window whose title holds `part`; empty without one.
    pub(super) fn title_of(&self, part: &str) -> String {
        let found = self.xdotool(&["search", "--name", part, "getwindowname"]);
        String::from_utf8_lossy(&found.stdout).trim().to_owned()
    }

    fn xdotool(&self, args: &[&str]) -> Output {
        Command::new("xdotool").args(args).env("DISPLAY", &self.name).output().expect("xdotool runs")
    }

    /// Takes a picture of the whole display into `file`; gives its pixels, three bytes each.
    pub(super) fn picture(&self, file: &Path) -> Vec<u8> {
        let taken = Command::new("import").args(["-window", "root"]).arg(file).env("DISPLAY", &self.name).status();
        assert!(taken.is_ok_and(|s| s.success()), "no picture could be taken");
        let raw = Command::new("convert").arg(file).args(["-depth", "8", "rgb:-"]).output().expect("convert runs");
        raw.stdout
    }
}

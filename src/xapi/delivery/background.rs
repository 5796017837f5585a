//! A sender that goes along with the game: it sends when it is told that something was kept, and when a wait is over.

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use super::{Stands, send};
use crate::records::{Records, Stamp, Trouble};
use crate::xapi::progress::{LONGEST_WAIT, Progress};
use crate::xapi::wire::Wire;
use crate::xapi::{Credential, Setup};

/// Where there is nothing to do, it looks again after so many milliseconds.
const IDLE: i64 = 300_000;

/// The sender's handle. Once it is dropped, the sender ends after what it is doing; whatever ends it sooner, nothing is lost.
#[derive(Debug)]
pub struct Sender(mpsc::Sender<()>);

impl Sender {
    /// Something was kept: send soon, unless the store asked to be left alone for now.
    pub fn poke(&self) {
        let _ = self.0.send(());
    }
}

/// Begins to send what waits in these records, beside whatever else goes on. It does nothing where no store is set up, and says
/// nothing: `alongside xapi status` does.
pub fn spawn(file: PathBuf) -> Sender {
    let (poke, poked) = mpsc::channel();
    // where no thread can be had, the next start sends
    let _ = std::thread::Builder::new().name("xapi".to_owned()).spawn(move || run(&file, &poked));
    Sender(poke)
}

fn run(file: &Path, poked: &mpsc::Receiver<()>) {
    loop {
        let wait = round(file).unwrap_or(IDLE).clamp(1000, LONGEST_WAIT);
        match poked.recv_timeout(Duration::from_millis(wait.unsigned_abs())) {
            Ok(()) => while poked.try_recv().is_ok() {},
            Err(mpsc::RecvTimeoutError::Timeout) => {}
            Err(mpsc::RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Sends once, where it is time; gives after how many milliseconds to look again.
fn round(file: &Path) -> Result<i64, Trouble> {
    let mut records = Records::open_existing(file)?;
    let Some(setup) = Setup::of(&records)? else { return Ok(IDLE) };
    let wait = Progress::of(&records)?.wait(Stamp::now());
    if wait > 0 || records.waiting()? == 0 {
        return Ok(if wait > 0 { wait } else { IDLE });
    }
    let Ok((credential, _)) = Credential::find(&setup.endpoint) else { return Ok(IDLE) };
    let sent = send(&mut records, &Wire::new(&setup, credential), &setup, &Stamp::now)?;
    Ok(match sent.stands {
        Stands::Later { at, .. } => at.ms.saturating_sub(Stamp::now().ms),
        Stands::Done | Stands::Elsewhere | Stands::Stopped { .. } => IDLE,
    })
}

//! A scenario's file on disk, looked at again and again while its author works on it.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::library::{Contents, Problem, read_file};

/// When a file was last written, and its length in bytes.
type Stamp = (Option<SystemTime>, u64);

/// One file and how it was last seen.
#[derive(Debug)]
pub struct Watch {
    file: PathBuf,
    told: Option<Stamp>,
    last: Option<Stamp>,
}

impl Watch {
    /// From how the file stands now.
    pub fn new(file: &Path) -> Self {
        let now = stamp(file);
        Self { file: file.to_owned(), told: now, last: now }
    }

    pub fn file(&self) -> &Path {
        &self.file
    }

    /// What the file holds, once after each time it was saved; `None` while nothing has changed, while it is being
    /// written, and while it is away.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn changed(&mut self) -> Option<Result<Contents, Problem>> {
        let now = stamp(&self.file);
        let settled = now == self.last;
        self.last = now;
        // an editor may empty the file before it writes it: two looks have to agree
        if now.is_none() || now == self.told || !settled {
            return None;
        }
        self.told = now;
        Some(read_file(&self.file))
    }
}

fn stamp(file: &Path) -> Option<Stamp> {
    let about = std::fs::metadata(file).ok()?;
    Some((about.modified().ok(), about.len()))
}

#[cfg(test)]
mod tests {
    use super::Watch;

    fn text(watch: &mut Watch) -> Option<String> {
        watch.changed().map(|read| read.expect("it can be read").text)
    }

    #[test]
    fn a_saved_file_is_told_once_when_two_looks_agree() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a-talk.ron");
        std::fs::write(&file, "one").expect("written");
        let mut watch = Watch::new(&file);
        assert_eq!((text(&mut watch), text(&mut watch)), (None, None));
        std::fs::write(&file, "").expect("written");
        assert_eq!(text(&mut watch), None);
        std::fs::write(&file, "one and two").expect("written");
        assert_eq!(text(&mut watch), None);
        assert_eq!(text(&mut watch).as_deref(), Some("one and two"));
        assert_eq!(text(&mut watch), None);
    }

    #[test]
    fn a_file_that_is_put_in_its_place_anew_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, other) = (folder.path().join("a-talk.ron"), folder.path().join("swap"));
        std::fs::write(&file, "one").expect("written");
        let mut watch = Watch::new(&file);
        std::fs::remove_file(&file).expect("removed");
        assert_eq!((text(&mut watch), text(&mut watch)), (None, None));
        std::fs::write(&other, "two!").expect("written");
        std::fs::rename(&other, &file).expect("renamed");
        assert_eq!(text(&mut watch), None);
        assert_eq!(text(&mut watch).as_deref(), Some("two!"));
    }
}

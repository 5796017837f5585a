//! Writes a file whole or not at all: beside its place first, then moved there, so that a kill or a full disk leaves the old
//! file as it was.

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Why a file was not written; what was there before stands.
#[derive(Debug)]
pub enum Unwritten {
    /// Somebody else has written it since it was read.
    Changed,
    /// Its author has set it to be read only.
    Protected,
    /// It is no file but a device or a pipe.
    NoFile,
    /// It is there already, and was to be new.
    Exists,
    Failed(io::Error),
}

impl fmt::Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Changed => write!(f, "somebody has written it since it was read; try again"),
            Self::Protected => write!(f, "it is set to be read only"),
            Self::NoFile => write!(f, "it is no file that could be replaced"),
            Self::Exists => write!(f, "there is a file of that name already, and it stays as it is"),
            Self::Failed(error) if error.kind() == io::ErrorKind::NotFound => {
                write!(f, "there is no such file or folder")
            }
            Self::Failed(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for Unwritten {}

impl From<io::Error> for Unwritten {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// Puts `new` in the place of a file that holds `old`. A link is followed to the file itself; who may read and write it
/// stays as it was.
///
/// # Errors
/// An [`Unwritten`]; the old file stands then.
pub fn replace(path: &Path, old: &[u8], new: &str) -> Result<(), Unwritten> {
    let real = std::fs::canonicalize(path)?;
    let about = std::fs::metadata(&real)?;
    if !about.is_file() {
        return Err(Unwritten::NoFile);
    }
    if about.permissions().readonly() {
        return Err(Unwritten::Protected);
    }
    let file = beside(&real, new, &tempfile::Builder::new())?;
    file.as_file().set_permissions(about.permissions())?;
    file.as_file().sync_all()?;
    if std::fs::read(&real)? != old {
        return Err(Unwritten::Changed);
    }
    file.persist(&real).map_err(|e| e.error)?;
    settle(&real);
    Ok(())
}

/// Writes a file that is not there yet.
///
/// # Errors
/// An [`Unwritten`], also where something of that name is there already.
pub fn create(path: &Path, text: &str) -> Result<(), Unwritten> {
    if path.symlink_metadata().is_ok() {
        return Err(Unwritten::Exists);
    }
    let file = beside(path, text, &builder_for_all())?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(path) {
        Ok(_) => {}
        Err(e) if e.error.kind() == io::ErrorKind::AlreadyExists => return Err(Unwritten::Exists),
        Err(e) => return Err(Unwritten::Failed(e.error)),
    }
    settle(path);
    Ok(())
}

/// Writes a document where it was asked for, over whatever file stands there. A link is followed to the file itself; a device or
/// a pipe takes the text as it comes.
///
/// # Errors
/// An [`Unwritten`]; an old file stands then.
pub fn over(path: &Path, text: &str) -> Result<(), Unwritten> {
    let real = match std::fs::canonicalize(path) {
        Ok(real) => real,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return create(path, text),
        Err(e) => return Err(Unwritten::Failed(e)),
    };
    let about = std::fs::metadata(&real)?;
    if about.is_file() {
        return replace(&real, &std::fs::read(&real)?, text);
    }
    std::fs::OpenOptions::new().write(true).open(&real)?.write_all(text.as_bytes())?;
    Ok(())
}

/// The text in a file of its own, in the folder it is meant for; gone again unless it is moved.
fn beside(path: &Path, text: &str, builder: &tempfile::Builder) -> io::Result<NamedTempFile> {
    let made = builder.clone().prefix(".alongside-").suffix(".part").tempfile_in(folder(path));
    let mut file = made.map_err(without_place)?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    Ok(file)
}

/// The system's own words, without the name of a file that nobody knows.
fn without_place(error: io::Error) -> io::Error {
    let within = error.get_ref().and_then(|e| e.source()?.downcast_ref::<io::Error>());
    within.and_then(io::Error::raw_os_error).map_or(error, io::Error::from_raw_os_error)
}

/// A file for a moment is its owner's alone; a scenario is for whoever the owner's settings let read.
fn builder_for_all() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

fn folder(path: &Path) -> PathBuf {
    path.parent().filter(|p| !p.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// Has the new name itself kept on disk, where the system can.
fn settle(path: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = std::fs::File::open(folder(path)) {
        // the file is whole either way
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = path;
}

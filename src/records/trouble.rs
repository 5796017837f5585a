//! What can go wrong with the records, in words that say what to do.

use std::fmt;
use std::path::PathBuf;

use rusqlite::ErrorCode;

/// Why something could not be kept or read.
#[derive(Debug)]
pub enum Trouble {
    /// The disk is full.
    Full,
    /// The file or its folder cannot be written.
    ReadOnly,
    /// Another program holds the file.
    Busy,
    /// What the file holds is damaged.
    Damaged,
    /// The same conversation goes on in another window.
    Elsewhere,
    /// A newer version of the program made the file.
    Newer,
    /// It is no file of ours.
    Foreign,
    /// There is no such file.
    Missing(PathBuf),
    /// Nothing by that name; the sentence says what there is.
    Unknown(String),
    Other(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Full => "the disk is full; make room, and it will be kept with the next turn",
            Self::ReadOnly => "the records cannot be written where they lie; choose another place with --records",
            Self::Busy => "another program holds the records; close it, and it will be kept with the next turn",
            Self::Damaged => "the records are damaged; the next start sets them aside and recovers what can be read",
            Self::Elsewhere => "this conversation has gone on in another window",
            Self::Newer => "a newer version of Alongside made these records; update to open them",
            Self::Foreign => "this file holds no records of Alongside",
            Self::Missing(path) => return write!(f, "there are no records at {}", path.display()),
            Self::Unknown(what) | Self::Other(what) => what,
        };
        f.write_str(words)
    }
}

impl std::error::Error for Trouble {}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            _ => Self::Other(format!("the records could not be used ({error})")),
        }
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Self::Full,
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Other(error.to_string()),
        }
    }
}

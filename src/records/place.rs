//! Where the records lie.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

/// The file's name in its folder.
pub const FILE: &str = "records.sqlite";

/// The file that is asked for: what was named (a folder holds the usual name), else the one in the platform's data folder;
/// none where the machine knows no home.
pub fn file(named: Option<&Path>) -> Option<PathBuf> {
    match named {
        Some(path) if path.is_dir() => Some(path.join(FILE)),
        Some(path) => Some(path.to_owned()),
        None => Some(own_folder()?.join(FILE)),
    }
}

/// The program's folder below the platform's data folder.
pub fn own_folder() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.data_dir().join("alongside"))
}

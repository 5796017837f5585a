//! Where the pictures go: written one by one, each compared with its reference.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, RgbImage};

use super::compare::{compare, side_by_side};
use super::{Against, Comparing, Kind, Order};

/// The pictures of one tour.
pub(super) struct Album {
    out: PathBuf,
    against: Option<Against>,
    made: usize,
    /// Pictures without a reference.
    new: usize,
    /// What differs, in words.
    differing: Vec<String>,
    began: Instant,
}

impl Album {
    /// # Errors
    /// When nothing can be written there, or there is nothing to compare with.
    pub fn open(order: &Order) -> Result<Self, String> {
        writable(&order.out)?;
        if let Some(against) = &order.against
            && !against.folder.is_dir()
        {
            return Err(format!("there is no folder {} to compare with", against.folder.display()));
        }
        let (out, against) = (order.out.clone(), order.against.clone());
        Ok(Self { out, against, made: 0, new: 0, differing: Vec::new(), began: Instant::now() })
    }

    /// Whether this picture is to be made.
    pub fn wants(&self, kind: Kind, name: &str) -> bool {
        match &self.against {
            Some(Against { extent: Comparing::Referenced | Comparing::Renew, folder }) => {
                file(folder, kind, name).is_file()
            }
            Some(Against { extent: Comparing::Everything, .. }) | None => true,
        }
    }

    /// Writes a picture, and compares it.
    ///
    /// # Errors
    /// When it cannot be written, or its reference not be read.
    pub fn put(&mut self, kind: Kind, name: &str, picture: RgbImage) -> Result<(), String> {
        let place = file(&self.out, kind, name);
        write(&place, &picture)?;
        self.made += 1;
        let told = self.compare(kind, name, &picture)?;
        eprintln!("{:>4}  {:>6.1} s  {}{told}", self.made, self.began.elapsed().as_secs_f64(), place.display());
        Ok(())
    }

    /// Compares a picture with its reference; gives what to tell beside its name.
    fn compare(&mut self, kind: Kind, name: &str, picture: &RgbImage) -> Result<String, String> {
        let Some(Against { folder, extent }) = &self.against else { return Ok(String::new()) };
        let known = file(folder, kind, name);
        if !known.is_file() {
            self.new += 1;
            return Ok(": no reference".to_owned());
        }
        let reference =
            image::open(&known).map_err(|e| format!("could not read {}: {e}", known.display()))?.into_rgb8();
        let compared = compare(&reference, picture);
        let told = match &compared {
            Ok(same) if same.same() => return Ok(format!(": as it was ({:.2})", same.worst)),
            Ok(other) => {
                format!("{} windows of 8 x 8 pixels differ, the most by {:.2} of 1", other.windows, other.worst)
            }
            Err(problem) => problem.clone(),
        };
        if *extent == Comparing::Renew {
            write(&known, &super::compare::fitted(&reference, picture).unwrap_or_else(|_| picture.clone()))?;
        }
        let shown = file(&self.out.join("differences"), kind, name);
        write(&shown, &side_by_side(&reference, picture, compared.as_ref().ok()))?;
        self.differing.push(format!("{}/{name}: {told}; see {}", kind.folder(), shown.display()));
        Ok(format!(": DIFFERS, {told}"))
    }

    /// Writes which cell of a blind sheet shows what, apart from the sheet.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn key(&self, name: &str, text: &str) -> Result<(), String> {
        let place = self.out.join("keys").join(format!("{name}.csv"));
        made(&place).and_then(|()| fs::write(&place, text)).map_err(|e| unwritten(&place, &e))
    }

    /// After all pictures of a kind: a reference of which none was made is missed.
    pub fn complete(&mut self, kind: Kind, order: &Order) {
        let Some(Against { folder, .. }) = &self.against else { return };
        if !order.people.is_empty() {
            return;
        }
        let names = fs::read_dir(folder.join(kind.folder())).into_iter().flatten().filter_map(Result::ok);
        let mut missed: Vec<String> = names
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|e| e == "png"))
            .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
            .filter(|name| !file(&self.out, kind, name).is_file())
            .collect();
        missed.sort();
        self.differing
            .extend(missed.iter().map(|name| format!("{}/{name}: there is no such picture now", kind.folder())));
    }

    /// How it went, in words and as a code: 1 where something differs.
    pub fn verdict(&self) -> ExitCode {
        eprintln!("{} pictures in {:.0} s", self.made, self.began.elapsed().as_secs_f64());
        let Some(against) = &self.against else { return ExitCode::SUCCESS };
        if self.new > 0 {
            eprintln!("{} have no reference", self.new);
        }
        if self.differing.is_empty() {
            eprintln!("all others are as they were");
            return ExitCode::SUCCESS;
        }
        eprintln!("\n{} differ:", self.differing.len());
        self.differing.iter().for_each(|told| eprintln!("  {told}"));
        match against.extent {
            Comparing::Renew => {
                eprintln!("the references in {} were renewed", against.folder.display());
                ExitCode::SUCCESS
            }
            Comparing::Everything | Comparing::Referenced => ExitCode::FAILURE,
        }
    }
}

fn file(folder: &Path, kind: Kind, name: &str) -> PathBuf {
    folder.join(kind.folder()).join(format!("{name}.png"))
}

fn writable(folder: &Path) -> Result<(), String> {
    let tried = fs::create_dir_all(folder).and_then(|()| tempfile::tempfile_in(folder));
    tried.map(drop).map_err(|e| format!("cannot write into {}: {e}", folder.display()))
}

fn write(place: &Path, picture: &RgbImage) -> Result<(), String> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive);
    encoder
        .write_image(picture, picture.width(), picture.height(), ExtendedColorType::Rgb8)
        .map_err(|e| format!("could not make {}: {e}", place.display()))?;
    let written = made(place).and_then(|()| fs::File::create(place)?.write_all(&bytes));
    written.map_err(|e| unwritten(place, &e))
}

/// Makes the folder of a file.
fn made(place: &Path) -> std::io::Result<()> {
    place.parent().map_or(Ok(()), fs::create_dir_all)
}

fn unwritten(place: &Path, error: &std::io::Error) -> String {
    format!("could not write {}: {error}", place.display())
}

//! Who may use whom, and what stays in its room: the source tree is read and held to these tables.
//!
//! The order of the modules is that of `src/lib.rs`: each uses only those above it. A new module needs its line there, and
//! a line here only where it keeps something to itself or must do without.

use std::path::{Path, PathBuf};

/// Modules that may use one below them, and why.
const LOOKS_DOWN: &[(&str, &str, &str)] = &[("game", "cli", "the window takes its arguments from the command line")];

/// Words that only some modules may write.
const STAYS_IN: &[(&str, &[&str])] = &[
    ("bevy", &["game"]),
    ("egui", &["game"]),
    ("i_overlay", &["game"]),
    ("tiny_skia", &["backdrop", "game"]),
    ("clap", &["cli", "main"]),
    ("fundsp", &["game"]),
    ("kira", &["game"]),
    ("maudio", &["game"]),
    ("ron", &["model", "cast", "scenario", "figure", "backdrop", "lint", "case", "lesson", "records", "game"]),
    ("include_dir", &["cast", "scenario", "lesson"]),
    ("rusqlite", &["records"]),
    ("argon2", &["records"]),
    ("jiff", &["case", "records"]),
    ("etcetera", &["records"]),
    ("ureq", &["xapi"]),
    ("keyring", &["xapi"]),
    ("sha1_smol", &["xapi"]),
    ("plotters", &["report"]),
    ("csv_core", &["report"]),
    ("lsp_server", &["lsp"]),
    ("lsp_types", &["lsp"]),
    ("rust_sugiyama", &["report"]),
    ("serde_json", &["scenario", "session", "records", "xapi", "report", "lsp", "cli"]),
];

/// Modules whose result may depend on nothing but what is handed to them.
const PURE: &[&str] =
    &["diagnostic", "model", "figure", "rating", "growth", "session", "debrief", "lint", "case", "lesson"];

/// What a clock, a file, the surroundings or chance look like in code.
const IMPURE: &[&str] = &[
    "std::time",
    "SystemTime",
    "Instant",
    "std::fs",
    "File",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::io",
    "thread_rng",
    "OsRng",
    "SysRng",
    "from_os_rng",
    "getrandom",
    "RandomState",
];

/// Where the order of what is gone through must be the same on every run: no hash tables.
const ORDERED: &[&str] =
    &["rating", "growth", "session", "debrief", "explore", "lint", "rewrite", "xapi", "report", "lsp"];

#[test]
fn each_module_uses_only_those_above_it() {
    let modules = modules();
    let rank = |name: &str| modules.iter().position(|m| m == name);
    let mut found = Vec::new();
    for file in sources() {
        let Some(own) = rank(&file.module) else { continue };
        for used in file.uses() {
            let allowed = LOOKS_DOWN.iter().any(|(from, to, _)| (*from, *to) == (&file.module, &used));
            match rank(&used) {
                Some(place) if place <= own || allowed => {}
                Some(_) => found.push(format!("{} uses {used}, which stands below it", file.path.display())),
                None => found.push(format!("{} uses {used}, which src/lib.rs does not have", file.path.display())),
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_exception_outlives_its_reason() {
    for (from, to, why) in LOOKS_DOWN {
        let used = sources().iter().any(|f| f.module == *from && f.uses().iter().any(|u| u == to));
        assert!(used, "{from} no longer uses {to} ({why}): take out the exception");
    }
}

#[test]
fn crates_stay_in_their_rooms() {
    let mut found = Vec::new();
    for file in sources() {
        for (word, rooms) in STAYS_IN.iter().filter(|(_, rooms)| !rooms.contains(&file.module.as_str())) {
            found.extend(file.lines_with(word).map(|line| format!("{line}: {word} belongs in {}", rooms.join(", "))));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn what_must_come_out_the_same_reads_no_clock_file_or_chance() {
    let mut found = Vec::new();
    for file in sources() {
        let barred = if PURE.contains(&file.module.as_str()) { IMPURE } else { &[] };
        let unordered: &[&str] = if ORDERED.contains(&file.module.as_str()) { &["HashMap", "HashSet"] } else { &[] };
        for word in barred.iter().chain(unordered) {
            found.extend(file.lines_with(word).map(|line| format!("{line}: {word} in {}", file.module)));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn each_file_opens_by_saying_what_it_is_for() {
    let silent = |f: &Source| !f.text.trim_start().starts_with("//!");
    let found: Vec<_> = sources().into_iter().filter(silent).map(|f| f.path.display().to_string()).collect();
    assert!(found.is_empty(), "no //! at the top of {}", found.join(", "));
}

/// The modules of the crate in the order of `src/lib.rs`.
fn modules() -> Vec<String> {
    let text = read(&root().join("src/lib.rs"));
    let names = text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

struct Source {
    path: PathBuf,
    /// The module of the crate it belongs to: the folder or file under `src`.
    module: String,
    text: String,
}

impl Source {
    /// Lines of code without those that are only comment, each with its place.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(i, line)| (i + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    fn lines_with(&self, word: &str) -> impl Iterator<Item = String> {
        let with = self.code().filter(move |(_, line)| holds_word(line, word));
        with.map(|(number, _)| format!("{}:{number}", self.path.display()))
    }

    /// The modules named behind `crate::`, also in braces.
    fn uses(&self) -> Vec<String> {
        let code: String = self.code().map(|(_, line)| line).collect::<Vec<_>>().join("\n");
        let mut used = Vec::new();
        for (at, _) in code.match_indices("crate::") {
            let rest = &code[at + "crate::".len()..];
            match rest.strip_prefix('{') {
                Some(inside) => used.extend(top_names(inside)),
                None => used.push(first_word(rest).to_owned()),
            }
        }
        used.retain(|name| !name.is_empty());
        used
    }
}

/// `a::b, c::{d, e}` up to the closing brace: a, c.
fn top_names(inside: &str) -> Vec<String> {
    let mut depth = 0;
    let mut names = vec![String::new()];
    for c in inside.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(String::new()),
            c => names.last_mut().expect("never empty").push(c),
        }
    }
    names.iter().map(|n| first_word(n.trim()).to_owned()).collect()
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("")
}

fn holds_word(line: &str, word: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    // a crate's name may begin a longer one (bevy, bevy_egui), a type's may not
    let open_ended = word.chars().all(|c| c.is_ascii_lowercase());
    line.match_indices(word).any(|(at, _)| {
        let (before, after) = (line[..at].chars().next_back(), line[at + word.len()..].chars().next());
        let path =
            line[at + word.len()..].starts_with("::") || word.contains("::") || line.trim_start().starts_with("use ");
        let crate_named = !open_ended || path || after == Some('_');
        !part(before) && (!part(after) || (open_ended && after == Some('_'))) && crate_named
    })
}

fn sources() -> Vec<Source> {
    let src = root().join("src");
    let mut files = Vec::new();
    gather(&src, &mut files);
    assert!(files.len() > 40, "only {} files under src", files.len());
    let source = |path: PathBuf| {
        let inside = path.strip_prefix(&src).expect("under src");
        let first = inside.components().next().expect("a file").as_os_str().to_string_lossy().into_owned();
        Source {
            module: first.trim_end_matches(".rs").to_owned(),
            text: read(&path),
            path: Path::new("src").join(inside),
        }
    };
    files.into_iter().map(source).collect()
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files.sort();
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

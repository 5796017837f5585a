//! `fmt`, `check --fix` and `new` from outside: what they write, and that no file is ever lost.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use alongside::rewrite::layout::canonical;
use alongside::rewrite::write::{Unwritten, create, over, replace};

const SHORT: &str = include_str!("../scenarios/short-talk.ron");

/// A folder of this test's own, gone when it is done.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("rewrite-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }
    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, text).expect("a file");
        path
    }
    fn names(&self) -> Vec<String> {
        let inside = std::fs::read_dir(&self.0).expect("a folder");
        let mut names: Vec<_> =
            inside.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn run(folder: &Folder, args: &[&str]) -> (i32, String, String) {
    let program = env!("CARGO_BIN_EXE_alongside");
    told(
        Command::new(program).args(args).current_dir(&folder.0).env("NO_COLOR", "1").stdin(std::process::Stdio::null()),
    )
}

fn told(command: &mut Command) -> (i32, String, String) {
    let Output { status, stdout, stderr } = command.output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (status.code().expect("it ended by itself"), text(stdout), text(stderr))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("it is there")
}

/// A scenario that is not laid out.
fn loose() -> String {
    SHORT.replace("    title", "  title")
}

#[test]
fn fmt_writes_what_it_says_and_check_only_tells() {
    let folder = Folder::new("fmt");
    let file = folder.write("a-talk.ron", &loose());
    let laid = canonical(SHORT).expect("it is well");
    assert_eq!(
        run(&folder, &["fmt", "--check", "a-talk.ron"]),
        (1, "a-talk.ron would change\n".to_owned(), String::new())
    );
    assert_eq!(run(&folder, &["fmt", "--stdout", "a-talk.ron"]), (0, laid.clone(), String::new()));
    assert_eq!(read(&file), loose());
    assert_eq!(run(&folder, &["fmt", "."]), (0, String::new(), String::new()));
    assert_eq!(read(&file), laid);
    assert_eq!(run(&folder, &["fmt", "--check", "a-talk.ron"]).0, 0);
    assert_eq!(folder.names(), ["a-talk.ron"]);
}

#[test]
fn a_file_with_faults_is_told_and_stays_while_the_others_are_laid_out() {
    let folder = Folder::new("faults");
    let broken = loose().replace("minutes: 1,", "minutes: 1");
    let (bad, good) = (folder.write("a-bad.ron", &broken), folder.write("good.ron", &loose()));
    let (code, _, err) = run(&folder, &["fmt", "a-bad.ron", "good.ron"]);
    assert_eq!(code, 1);
    assert!(err.contains("error[syntax]: \",\" is missing here") && err.contains("a-bad.ron:7:"), "{err}");
    assert_eq!((read(&bad), read(&good)), (broken, canonical(SHORT).expect("it is well")));
    folder.write("no-text.ron", "x");
    std::fs::write(folder.0.join("no-text.ron"), b"\xff\xfe").expect("a file");
    assert_eq!(run(&folder, &["fmt", "no-text.ron"]).0, 1);
    assert_eq!(run(&folder, &["fmt", "not-there.ron"]).0, 2);
}

#[test]
fn fix_mends_the_file_and_tells_what_is_left() {
    let folder = Folder::new("fix");
    let text = SHORT.replacen("minutes: 1,", "minutes: 1", 1).replacen("OpenQuestion", "OpenQuestoin", 1);
    let text = text.replacen("[Argue]", "[Quarrel]", 1);
    let file = folder.write("short-talk.ron", &text);
    let (code, _, err) = run(&folder, &["check", "--fix", "--dry-run", "short-talk.ron"]);
    assert_eq!((code, read(&file)), (1, text));
    assert!(err.contains("short-talk.ron:7\n-     minutes: 1\n") && err.contains("+     minutes: 1,\n"), "{err}");
    let (code, out, err) = run(&folder, &["check", "--fix", "short-talk.ron"]);
    assert!(err.contains("short-talk.ron: 2 findings mended"), "{err}");
    assert_eq!((code, read(&file)), (1, SHORT.replacen("[Argue]", "[Quarrel]", 1)));
    assert!(out.contains("Quarrel") && out.contains("1 error"), "{out}");
    assert_eq!(run(&folder, &["check", "--dry-run", "short-talk.ron"]).0, 2);
}

#[test]
fn new_writes_a_scenario_that_checks_clean_and_never_over_another() {
    let folder = Folder::new("new");
    let (code, out, err) = run(&folder, &["new", "The wrong \"coat\"", "--person", "Teo Varga", "--yes"]);
    assert_eq!((code, err), (0, String::new()));
    assert!(out.contains("alongside check the-wrong-coat.ron"), "{out}");
    assert_eq!(run(&folder, &["check", "the-wrong-coat.ron"]).0, 0);
    assert_eq!(run(&folder, &["fmt", "--check", "the-wrong-coat.ron"]).0, 0);
    let before = read(&folder.0.join("the-wrong-coat.ron"));
    let (code, _, err) = run(&folder, &["new", "The wrong coat", "--yes"]);
    assert_eq!(code, 2);
    assert!(err.contains("there is a file of that name already"), "{err}");
    assert_eq!(read(&folder.0.join("the-wrong-coat.ron")), before);
    assert_eq!(folder.names(), ["the-wrong-coat.ron"]);
}

#[test]
fn new_without_a_terminal_asks_for_flags() {
    let folder = Folder::new("asks");
    let (code, _, err) = run(&folder, &["new", "A talk"]);
    assert!(code == 2 && err.contains("--yes"), "{err}");
    for out in ["A Talk.ron", "talk.txt", "no-folder/talk.ron"] {
        assert_eq!(run(&folder, &["new", "--yes", "--out", out]).0, 2, "{out}");
    }
    assert!(folder.names().is_empty());
}

#[test]
fn what_was_changed_meanwhile_is_not_written_over() {
    let folder = Folder::new("changed");
    let file = folder.write("a.ron", "mine");
    assert!(matches!(replace(&file, b"theirs", "new"), Err(Unwritten::Changed)));
    assert_eq!((read(&file), folder.names()), ("mine".to_owned(), vec!["a.ron".to_owned()]));
    assert!(matches!(create(&file, "new"), Err(Unwritten::Exists)));
    assert!(matches!(replace(&folder.0, b"", "new"), Err(Unwritten::NoFile)));
    replace(&file, b"mine", "new").expect("it can be written");
    assert_eq!(read(&file), "new");
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777
    }

    fn set_mode(path: &Path, mode: u32) {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("its owner may");
    }

    #[test]
    fn a_link_leads_to_the_file_and_who_may_read_it_stays() {
        let folder = Folder::new("link");
        std::fs::create_dir(folder.0.join("real")).expect("a folder");
        let file = folder.write("real/a-talk.ron", &loose());
        set_mode(&file, 0o640);
        symlink("real/a-talk.ron", folder.0.join("a-talk.ron")).expect("a link");
        assert_eq!(run(&folder, &["fmt", "a-talk.ron"]).0, 0);
        assert!(folder.0.join("a-talk.ron").is_symlink());
        assert_eq!((read(&file), mode(&file)), (canonical(SHORT).expect("it is well"), 0o640));
    }

    #[test]
    fn a_document_goes_over_what_it_may_and_whole() {
        let folder = Folder::new("over");
        let file = folder.write("a.html", "old");
        set_mode(&file, 0o640);
        symlink("a.html", folder.0.join("b.html")).expect("a link");
        over(&folder.0.join("b.html"), "new").expect("it can be written");
        assert!(folder.0.join("b.html").is_symlink());
        assert_eq!((read(&file), mode(&file)), ("new".to_owned(), 0o640));
        over(&folder.0.join("c.html"), "fresh").expect("it can be written");
        assert_eq!(read(&folder.0.join("c.html")), "fresh");
        set_mode(&file, 0o444);
        assert!(matches!(over(&file, "newer"), Err(Unwritten::Protected)));
        assert!(over(&folder.0, "newer").is_err(), "a folder is no file");
        assert_eq!(
            (read(&file), folder.names()),
            ("new".to_owned(), ["a.html", "b.html", "c.html"].map(str::to_owned).to_vec())
        );
    }

    #[test]
    fn a_file_set_to_be_read_only_stays() {
        let folder = Folder::new("protected");
        let file = folder.write("a-talk.ron", &loose());
        set_mode(&file, 0o444);
        let (code, _, err) = run(&folder, &["fmt", "a-talk.ron"]);
        assert!(code == 2 && err.contains("it is set to be read only"), "{err}");
        assert_eq!(read(&file), loose());
    }

    #[test]
    fn in_a_folder_that_cannot_be_written_the_old_file_stands() {
        let folder = Folder::new("folder");
        let file = folder.write("a-talk.ron", &loose());
        set_mode(&folder.0, 0o555);
        if std::fs::write(folder.0.join("probe"), "").is_ok() {
            // whoever may do everything cannot be kept out
            return set_mode(&folder.0, 0o755);
        }
        let (code, _, err) = run(&folder, &["fmt", "a-talk.ron"]);
        set_mode(&folder.0, 0o755);
        assert!(code == 2 && err.contains("could not write a-talk.ron"), "{err}");
        assert_eq!((read(&file), folder.names()), (loose(), vec!["a-talk.ron".to_owned()]));
    }

    #[test]
    fn on_a_disk_without_room_the_old_file_stands_and_nothing_is_left_behind() {
        let folder = Folder::new("full");
        let file = folder.write("a-talk.ron", &loose());
        // a limit on the size of files is met halfway through, as the end of a disk is
        let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"";
        for args in [&["fmt", "a-talk.ron"][..], &["new", "--yes"]] {
            let mut command = Command::new("sh");
            command.args(["-c", script, env!("CARGO_BIN_EXE_alongside")]).args(args).current_dir(&folder.0);
            let (code, _, err) = told(&mut command);
            assert!(code == 2 && err.contains("could not write"), "{err}");
        }
        assert_eq!((read(&file), folder.names()), (loose(), vec!["a-talk.ron".to_owned()]));
    }

    #[test]
    fn killed_halfway_the_old_file_stands() {
        let folder = Folder::new("killed");
        let file = folder.write("a-talk.ron", &loose());
        let script = "ulimit -f 1; exec \"$0\" fmt a-talk.ron";
        let mut command = Command::new("sh");
        let ended = command.args(["-c", script, env!("CARGO_BIN_EXE_alongside")]).current_dir(&folder.0).output();
        assert!(!ended.expect("it runs").status.success());
        assert_eq!(read(&file), loose());
    }

    #[test]
    fn an_output_without_room_is_told() {
        let Ok(full) = std::fs::File::options().write(true).open("/dev/full") else { return };
        let folder = Folder::new("output");
        folder.write("a-talk.ron", &loose());
        let mut command = Command::new(env!("CARGO_BIN_EXE_alongside"));
        let ended = command.args(["fmt", "--stdout", "a-talk.ron"]).current_dir(&folder.0).stdout(full).output();
        assert_eq!(ended.expect("it runs").status.code(), Some(2));
    }
}

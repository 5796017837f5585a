//! SARIF 2.1.0 (OASIS standard, 2020), which code hosts and editors read.

use std::io::{Result, Write};
use std::path::Path;

use serde_json::{Value, json};

use super::{Checked, level, region, slashed};
use crate::diagnostic::{Diagnostic, Explanation, Lines};
use crate::report::explained::markdown;

/// Writes one run that knows the rules handed to it; every finding must be of one of them.
///
/// # Errors
/// When the output is gone.
pub fn write(out: &mut dyn Write, checked: &[Checked], explanations: &[Explanation]) -> Result<()> {
    let results: Vec<Value> = checked.iter().flat_map(|one| file(one, explanations)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "alongside",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": explanations.iter().map(rule).collect::<Vec<_>>(),
            } },
            // ours count characters
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn rule(explanation: &Explanation) -> Value {
    let Explanation { code, severity, summary, matters, more, .. } = *explanation;
    json!({
        "id": code,
        "shortDescription": { "text": summary },
        "fullDescription": { "text": format!("{summary}: {matters}") },
        "help": { "text": more, "markdown": markdown::body(explanation).trim() },
        "defaultConfiguration": { "level": level(severity) },
    })
}

fn file(checked: &Checked, explanations: &[Explanation]) -> Vec<Value> {
    let lines = Lines::of(&checked.text);
    let place = location(&checked.path);
    checked.problems.iter().map(|p| result(p, &lines, &place, explanations)).collect()
}

fn result(problem: &Diagnostic, lines: &Lines, place: &Value, explanations: &[Explanation]) -> Value {
    let (from, to) = region(lines, problem);
    let parts = [&problem.message, &problem.why, &problem.fix].into_iter().filter(|part| !part.is_empty());
    let mut result = json!({
        "ruleId": problem.code,
        "level": level(problem.severity),
        "message": { "text": parts.cloned().collect::<Vec<_>>().join("\n") },
        "locations": [{ "physicalLocation": {
            "artifactLocation": place,
            "region": {
                "startLine": from.line, "startColumn": from.column, "endLine": to.line, "endColumn": to.column,
            },
        } }],
    });
    if let Some(index) = explanations.iter().position(|e| e.code == problem.code) {
        result["ruleIndex"] = index.into();
    }
    result
}

/// A path within the folder that was checked from is relative to it; any other stands whole.
fn location(path: &Path) -> Value {
    let slashed = slashed(path);
    let bytes = slashed.strip_prefix(b"./").unwrap_or(&slashed);
    let encoded = percent_encoded(bytes);
    match path.is_absolute() {
        true => json!({ "uri": format!("file://{}{encoded}", if encoded.starts_with('/') { "" } else { "/" }) }),
        false => json!({ "uri": encoded, "uriBaseId": "%SRCROOT%" }),
    }
}

/// What RFC 3986 leaves as it is, and `/`; everything else byte by byte.
fn percent_encoded(bytes: &[u8]) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/".contains(&b);
    bytes.iter().map(|b| if plain(*b) { char::from(*b).to_string() } else { format!("%{b:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::location;

    #[test]
    fn a_path_is_a_uri() {
        let uri = |path: &str| location(Path::new(path))["uri"].as_str().map(str::to_owned);
        assert_eq!(uri("./a b/c:d%é.ron").as_deref(), Some("a%20b/c%3Ad%25%C3%A9.ron"));
        #[cfg(unix)]
        assert_eq!(uri("/home/a talk.ron").as_deref(), Some("file:///home/a%20talk.ron"));
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_is_kept_byte_for_byte() {
        use std::os::unix::ffi::OsStrExt;
        let path = std::ffi::OsStr::from_bytes(b"caf\xe9.ron");
        assert_eq!(location(Path::new(path))["uri"], "caf%E9.ron");
    }
}

//! The people, nodes and endings of a file, for an editor's outline.

use lsp_types::{DocumentSymbolParams, SymbolKind};
use serde_json::{Value, json};

use super::{Answer, Server, asked};
use crate::diagnostic::short;
use crate::scenario::references::{Entry, people, places};

pub(super) fn answer(server: &Server, params: Value) -> Answer {
    let params: DocumentSymbolParams = asked(params)?;
    let uri = params.text_document.uri;
    let snapshot = server.snapshot(&uri)?;
    let Some(read) = snapshot.read() else { return Ok(json!([])) };
    let people = people(&snapshot.text, &read.tree).map(|e| (SymbolKind::OBJECT, e));
    let places = places(&snapshot.text, &read.tree).map(|e| (kind(&e), e));
    let symbol = |(kind, entry): (SymbolKind, Entry)| {
        let range = snapshot.range(&entry.span);
        if server.agreed.nested_symbols {
            let selection = snapshot.range(&entry.key);
            json!({ "name": name(&entry), "detail": short(&entry.words), "kind": kind, "range": range, "selectionRange": selection })
        } else {
            json!({ "name": name(&entry), "kind": kind, "location": { "uri": uri, "range": range } })
        }
    };
    Ok(people.chain(places).map(symbol).collect())
}

/// An editor refuses a name without letters.
fn name(entry: &Entry) -> &str {
    if entry.name.trim().is_empty() { "?" } else { &entry.name }
}

fn kind(place: &Entry) -> SymbolKind {
    if place.is_ending { SymbolKind::EVENT } else { SymbolKind::FUNCTION }
}

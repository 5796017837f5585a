//! What changes a whole text when an editor asks for it: the canonical layout, and the mends that need no guessing.

use lsp_types::{CodeActionParams, DocumentFormattingParams};
use serde_json::{Value, json};

use super::checking::id_of;
use super::document::Snapshot;
use super::{Answer, Server, asked};
use crate::rewrite::fix::mend;
use crate::rewrite::layout::canonical;

/// Editors ask for mends at every step of the cursor; a text longer than this, in bytes, is left to `check --fix`.
const MOST_MENDED: usize = 1 << 20;
const FIX_ALL: &str = "source.fixAll";

/// The canonical layout; a text with faults stays as it is.
pub(super) fn layout(server: &Server, params: Value) -> Answer {
    let params: DocumentFormattingParams = asked(params)?;
    let snapshot = server.snapshot(&params.text_document.uri)?;
    Ok(canonical(&snapshot.text).map_or_else(|_| json!([]), |laid| whole(snapshot, &laid)))
}

/// Everything mechanical at once, where something is wrong at the place or where it was asked for by name.
pub(super) fn actions(server: &Server, params: Value) -> Answer {
    let CodeActionParams { text_document, context, .. } = asked(params)?;
    let snapshot = server.snapshot(&text_document.uri)?;
    let by_name = context.only.as_ref().map(|kinds| kinds.iter().any(|k| FIX_ALL.starts_with(k.as_str())));
    if !by_name.unwrap_or(!context.diagnostics.is_empty()) || snapshot.text.len() > MOST_MENDED {
        return Ok(json!([]));
    }
    let id = id_of(&text_document.uri);
    let mended = mend(&snapshot.text, &|text| (server.check)(&id, text));
    let edits = whole(snapshot, &mended.text);
    if edits == json!([]) {
        return Ok(edits);
    }
    let changes = json!({ text_document.uri.as_str(): edits });
    Ok(json!([{ "title": "Mend what needs no guessing", "kind": FIX_ALL, "edit": { "changes": changes } }]))
}

/// One edit from one text to the other; none where they are the same.
fn whole(snapshot: &Snapshot, new: &str) -> Value {
    if snapshot.text == *new {
        return json!([]);
    }
    json!([{ "range": snapshot.range(&(0..snapshot.text.len())), "newText": new }])
}

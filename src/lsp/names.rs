//! Where an id is made and used, and giving it another name everywhere at once.

use lsp_server::ErrorCode;
use lsp_types::{GotoDefinitionParams, ReferenceParams, RenameParams, TextDocumentPositionParams, Uri};
use serde_json::{Value, json};

use super::document::Snapshot;
use super::{Answer, Refusal, Server, asked, refusal};
use crate::diagnostic::short;
use crate::scenario::grammar::{Kind, Role, is_id};
use crate::scenario::limits::MOST_LETTERS;
use crate::scenario::references::Mention;

pub(super) fn definition(server: &Server, params: Value) -> Answer {
    let params: GotoDefinitionParams = asked(params)?;
    let at = params.text_document_position_params;
    let (snapshot, byte) = server.place(&at)?;
    let sets = |m: &&&Mention| m.role == Role::Sets;
    Ok(locations(&at.text_document.uri, snapshot, mentions_at(snapshot, byte).iter().filter(sets)))
}

pub(super) fn references(server: &Server, params: Value) -> Answer {
    let params: ReferenceParams = asked(params)?;
    let at = params.text_document_position;
    let (snapshot, byte) = server.place(&at)?;
    let all = params.context.include_declaration;
    let wanted = |m: &&&Mention| all || m.role == Role::Uses;
    Ok(locations(&at.text_document.uri, snapshot, mentions_at(snapshot, byte).iter().filter(wanted)))
}

pub(super) fn prepare_rename(server: &Server, params: Value) -> Answer {
    let at: TextDocumentPositionParams = asked(params)?;
    let (snapshot, byte) = server.place(&at)?;
    let Some(mention) = mention_at(snapshot, byte) else { return Ok(Value::Null) };
    let range = snapshot.range(&mention.inside(&snapshot.text));
    Ok(json!({ "range": range, "placeholder": mention.name }))
}

pub(super) fn rename(server: &Server, params: Value) -> Answer {
    let params: RenameParams = asked(params)?;
    let at = params.text_document_position;
    let (snapshot, byte) = server.place(&at)?;
    let Some(mention) = mention_at(snapshot, byte) else {
        let message = "only ids have a name of yours: nodes, people, facts, promises, sore points";
        return Err(refusal(ErrorCode::InvalidParams, message));
    };
    let new = params.new_name.trim();
    let new = new.strip_prefix('"').and_then(|n| n.strip_suffix('"')).unwrap_or(new);
    may_be_called(snapshot, mention, new)?;
    let edit = |m: &&Mention| {
        let inside = m.inside(&snapshot.text);
        // what was not written in plain quotes is from now on
        let text = if inside == m.span { format!("\"{new}\"") } else { new.to_owned() };
        json!({ "range": snapshot.range(&inside), "newText": text })
    };
    let edits: Vec<Value> = mentions_at(snapshot, byte).iter().map(edit).collect();
    Ok(json!({ "changes": { at.text_document.uri.as_str(): edits } }))
}

fn may_be_called(snapshot: &Snapshot, mention: &Mention, new: &str) -> Result<(), Refusal> {
    let plain = |c: char| !c.is_control() && !matches!(c, '"' | '\\');
    let good = match mention.kind {
        Kind::SorePoint => !new.is_empty() && new.chars().all(plain) && new.chars().count() <= MOST_LETTERS,
        Kind::Place | Kind::Person | Kind::Fact | Kind::Promise | Kind::Arrival => is_id(new),
    };
    let kind = mention.kind.name();
    if !good {
        let how = "use small letters, digits and hyphens, like how-it-has-been";
        return Err(refusal(ErrorCode::InvalidParams, &format!("no {kind} can be called \"{}\": {how}", short(new))));
    }
    let mut others = snapshot.read().into_iter().flat_map(|r| &r.mentions).filter(|m| m.kind == mention.kind);
    if new != mention.name && others.any(|m| m.name == new) {
        let message = format!("there is a {kind} \"{new}\" already: the two could not be told apart");
        return Err(refusal(ErrorCode::InvalidParams, &message));
    }
    Ok(())
}

fn mention_at(snapshot: &Snapshot, byte: usize) -> Option<&Mention> {
    let mentions = &snapshot.read()?.mentions;
    let behind = mentions.partition_point(|m| m.span.start <= byte);
    mentions[..behind].last().filter(|m| byte <= m.span.end)
}

/// Every mention of the id that stands at a byte.
fn mentions_at(snapshot: &Snapshot, byte: usize) -> Vec<&Mention> {
    let Some(mention) = mention_at(snapshot, byte) else { return Vec::new() };
    let same = |m: &&Mention| (m.kind, &m.name) == (mention.kind, &mention.name);
    snapshot.read().into_iter().flat_map(|r| &r.mentions).filter(same).collect()
}

fn locations<'m>(uri: &Uri, snapshot: &Snapshot, mentions: impl Iterator<Item = &'m &'m Mention>) -> Value {
    let location = |m: &&Mention| json!({ "uri": uri, "range": snapshot.range(&m.inside(&snapshot.text)) });
    mentions.map(location).collect()
}

//! What is told of the thing under the pointer.

use std::fmt::Write;

use lsp_types::HoverParams;
use serde_json::{Value, json};

use super::checking::Findings;
use super::document::{Read, Snapshot};
use super::{Answer, Server, asked};
use crate::diagnostic::Span;
use crate::lint::explanations;
use crate::model::cue::Cues;
use crate::model::{Dimension, Emotion, Model, Technique};
use crate::report::explained::markdown::body;
use crate::scenario::grammar::{
    Elsewhere, Field, Holds, Kind, Presence, Record, Role, Vocabulary, condition_words, field_words,
};
use crate::scenario::references::{Found, What, at, people, places};

pub(super) fn answer(server: &Server, params: Value) -> Answer {
    let params: HoverParams = asked(params)?;
    let at_place = params.text_document_position_params;
    let (snapshot, byte) = server.place(&at_place)?;
    let found = snapshot.read().and_then(|read| at(&snapshot.text, &read.tree, byte));
    let mut told: Vec<String> = found.iter().filter_map(|f| words(snapshot, f)).collect();
    let findings = server.checking.found(&at_place.text_document.uri);
    let (codes, place) = findings.map(|f| explained(&f, snapshot, byte)).unwrap_or_default();
    told.extend(codes);
    let Some(span) = found.map(|f| f.span).or(place).filter(|_| !told.is_empty()) else { return Ok(Value::Null) };
    let told = told.join("\n\n---\n\n");
    let contents = if server.agreed.markdown {
        json!({ "kind": "markdown", "value": told })
    } else {
        json!({ "kind": "plaintext", "value": told.replace(['*', '`'], "") })
    };
    Ok(json!({ "contents": contents, "range": snapshot.range(&span) }))
}

/// What the findings at a place mean, and the place of the first.
fn explained(findings: &Findings, snapshot: &Snapshot, byte: usize) -> (Vec<String>, Option<Span>) {
    // what was found in another text may stand elsewhere in this one
    let same = std::ptr::eq(&*findings.snapshot, snapshot);
    let here = |span: &Span| same && span.start <= byte && byte <= span.end;
    let here: Vec<_> = findings.problems.iter().filter(|p| here(&p.span)).collect();
    let mut codes: Vec<&str> = here.iter().map(|p| p.code).collect();
    codes.dedup();
    (codes.into_iter().filter_map(explain).collect(), here.first().map(|p| p.span.clone()))
}

fn explain(code: &str) -> Option<String> {
    let explanation = explanations().into_iter().find(|e| e.code == code)?;
    Some(format!("**{code}**: {}\n{}", explanation.summary, body(&explanation)))
}

fn words(snapshot: &Snapshot, found: &Found) -> Option<String> {
    let word = snapshot.text.get(found.span.clone())?;
    match found.what {
        What::Field(record, field) => field_told(record, field),
        What::Head(holds) => head(holds),
        What::Word(vocabulary) => vocabulary_word(vocabulary, word),
        What::Technique => {
            let techniques = &Model::shipped().techniques;
            techniques.find(word).map(|t| technique(techniques.get(t)))
        }
        What::Id(kind, _) => id(snapshot, &found.span, kind),
        What::Named(elsewhere) => Some(named(elsewhere).to_owned()),
    }
}

fn field_told(record: &Record, field: &Field) -> Option<String> {
    let words = field_words(record.title, field.name)?;
    let must = match field.presence {
        Presence::Must => ", must be there",
        Presence::UnlessSilent => ", must be there but in a silence",
        Presence::May => "",
    };
    Some(format!("**{}** (of {}{must}): {}", field.name, record.title, words.what))
}

/// What stands before a bracket.
fn head(holds: &Holds) -> Option<String> {
    let told = match holds {
        Holds::Record(record) => {
            let names = record.fields.iter().map(|f| match f.presence {
                Presence::Must | Presence::UnlessSilent => format!("`{}` *", f.name),
                Presence::May => format!("`{}`", f.name),
            });
            format!("**{}** holds {}", record.name, names.collect::<Vec<_>>().join(", "))
        }
        Holds::Call("AnyOf", _) => "**AnyOf** picks one of its lines by the session's seed".to_owned(),
        Holds::Call("FirstThatFits", _) => {
            "**FirstThatFits** takes the first way whose `when` holds; the last has none".to_owned()
        }
        Holds::Call("AtLeast", _) => "**AtLeast** holds from this number up".to_owned(),
        Holds::Call("Below", _) => "**Below** holds under this number".to_owned(),
        Holds::Call(head, _) => match field_words("starts", &head.to_lowercase()) {
            Some(words) => format!("**{head}** compares a number from 0 to 100: {}", words.what),
            None => format!("**{head}** holds when {}", condition_words(head)?),
        },
        _ => return None,
    };
    Some(told)
}

pub(super) fn technique(technique: &Technique) -> String {
    let Technique { name, what, example, evidence, control, severity, source, .. } = technique;
    let mut told = format!("**{name}** ({:?})\n\n{what}\n\n> {example}\n\n", technique.family);
    let each = Dimension::ALL.map(|d| format!("{} {:+}", d.name(), evidence[d]));
    let _ = write!(told, "In a neutral moment: {}. Sense of choice {control:+}, harm {severity}.\n\n", each.join(", "));
    let status = match technique.status.as_str() {
        "V" => "verified",
        "P" => "the principle is verified",
        "G" => "general knowledge",
        other => other,
    };
    let _ = write!(told, "Source: {source} ({status})");
    told
}

fn vocabulary_word(vocabulary: Vocabulary, word: &str) -> Option<String> {
    let known = vocabulary.words().iter().find(|w| **w == word)?;
    let told = match vocabulary {
        Vocabulary::Emotion => {
            let emotion = Emotion::ALL.into_iter().find(|e| format!("{e:?}") == *known)?;
            let seen = Cues::shipped().words(emotion.id()).unwrap_or_default();
            format!("an emotion; strength 1 is slight, 2 clear, 3 strong\n\nWhat an officer would see: {seen}")
        }
        Vocabulary::Need => format!("a need: {}", need(known)?),
        Vocabulary::Outcome => "how it ends".to_owned(),
        Vocabulary::Aggression => field_words("Person", "aggression")?.what.to_owned(),
    };
    Some(format!("**{word}**: {told}"))
}

/// After Maslow (1943), used as a teaching map; its strict order has weak support.
pub(super) fn need(need: &str) -> Option<&'static str> {
    Some(match need {
        "Physio" => "the body's: sleep, food, warmth, no pain",
        "Safety" => "to be safe, and to know what comes next",
        "Belonging" => "not to be alone: family, friends, neighbors",
        "Esteem" => "to be respected, and to be good at something",
        "Growth" => "to become who one wants to be",
        _ => return None,
    })
}

fn id(snapshot: &Snapshot, span: &Span, kind: Kind) -> Option<String> {
    let Read { tree, mentions } = snapshot.read()?;
    let name = &mentions.iter().find(|m| m.span == *span)?.name;
    let text = &snapshot.text;
    let entry = match kind {
        Kind::Place => places(text, tree).find(|p| p.name == *name),
        Kind::Person => people(text, tree).find(|p| p.name == *name),
        Kind::Fact | Kind::Promise | Kind::SorePoint | Kind::Arrival => None,
    };
    let same = || mentions.iter().filter(|m| (m.kind, &m.name) == (kind, name));
    let count = |role| same().filter(|m| m.role == role).count();
    let (sets, uses) = (count(Role::Sets), count(Role::Uses));
    let told = match (kind, entry) {
        (Kind::Place, Some(e)) if e.is_ending => format!("an ending: {}\n\nNamed {}.", e.words, times(uses)),
        (Kind::Place, Some(e)) => format!("a node\n\n> {}\n\nNamed {}.", e.words, times(uses)),
        (Kind::Person, Some(e)) => format!("{}\n\nNamed {}.", e.words, times(uses)),
        (Kind::Place | Kind::Person, None) => format!("no {} has this id yet", kind.name()),
        (Kind::Fact, _) => format!("a fact, learned or told {}, asked for {}", times(sets), times(uses)),
        (Kind::Promise, _) => format!("a promise, made {}, asked for {}", times(sets), times(uses)),
        (Kind::Arrival, _) => "a way in which earlier visits may have gone".to_owned(),
        (Kind::SorePoint, _) => format!("a sore point of {} people, touched {}", sets, times(uses)),
    };
    Some(format!("**{name}**: {told}"))
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        many => format!("{many} times"),
    }
}

fn named(elsewhere: Elsewhere) -> &'static str {
    match elsewhere {
        Elsewhere::Look => "how this person is drawn",
        Elsewhere::Scene => "the place that is drawn",
        Elsewhere::Hour => "the hour of that place",
        Elsewhere::Translation => "a name by which a translation finds the line",
    }
}

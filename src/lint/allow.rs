//! Findings that an author has looked at and let stand: `// allow line-too-long: he reads the notice aloud`.
//!
//! At the end of a line the comment speaks of what begins in that line; on a line of its own, of the whole thing that
//! follows: a choice, a node, or all of the scenario.

use crate::diagnostic::{Diagnostic, Explanation, Severity, Span, short};
use crate::scenario::text::Tree;
use crate::scenario::written::Written;

const WITHOUT_REASON: Explanation = Explanation {
    code: "allow-without-reason",
    severity: Severity::Warning,
    summary: "a finding is allowed without a reason",
    matters: "whoever looks after the scenario next cannot tell whether it may stay",
    more: "A finding may be let stand where an author has a reason for it. The reason is for the next author, who will \
           otherwise mend what was meant, or leave what no longer holds.",
    bad: r#"// allow no-body
Line(who: "sam", text: "Who's there?"),"#,
    good: r#"// allow no-body: the light is out, and nobody can see him
Line(who: "sam", text: "Who's there?"),"#,
};

const UNUSED: Explanation = Explanation {
    code: "unused-allow",
    severity: Severity::Warning,
    summary: "a comment allows what is not there",
    matters: "it would hide the next finding of its kind",
    more: "The finding it allows has been mended, or its code is misspelled, or it stands at the wrong place. At the end of \
           a line it speaks of what begins in that line, on a line of its own of the whole thing that follows.",
    bad: r#"// allow no-bodi: we hear him through the door
Line(who: "sam", text: "Go away.", body: "A shoe scrapes behind the door."),"#,
    good: r#"Line(who: "sam", text: "Go away.", body: "A shoe scrapes behind the door."),"#,
};

pub(super) const EXPLANATIONS: [Explanation; 2] = [WITHOUT_REASON, UNUSED];

struct Allow<'a> {
    comment: Span,
    code: &'a str,
    reason: &'a str,
    /// What it speaks of.
    about: Span,
    used: bool,
}

/// Takes out what is allowed, and adds what is wrong with the allowing. Errors never come here: a scenario that has one is not
/// examined further.
pub(super) fn apply(written: &Written, problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut allows: Vec<Allow> = written.comments.iter().filter_map(|c| allow(written, c)).collect();
    let mut left = Vec::with_capacity(problems.len());
    for problem in problems {
        let place = problem.span.start;
        let applies = |a: &&mut Allow| a.code == problem.code && (a.about.contains(&place) || place == a.about.start);
        match allows.iter_mut().find(applies) {
            Some(allow) => allow.used = true,
            None => left.push(problem),
        }
    }
    left.extend(allows.iter().filter_map(complaint));
    left
}

/// `// allow CODE: REASON`
fn allow<'a>(written: &Written<'a>, comment: &Span) -> Option<Allow<'a>> {
    let words = written.text[comment.clone()].strip_prefix("//")?.trim().strip_prefix("allow ")?;
    let (code, reason) = words.split_once(':').unwrap_or((words, ""));
    let line_start = written.text[..comment.start].rfind('\n').map_or(0, |i| i + 1);
    let alone = written.text[line_start..comment.start].trim().is_empty();
    let about = if alone { following(written, comment.end) } else { line_start..comment.start };
    Some(Allow { comment: comment.clone(), code: code.trim(), reason: reason.trim(), about, used: false })
}

/// The largest thing that begins behind a byte, with the name before it.
fn following(written: &Written, after: usize) -> Span {
    fn first_after(tree: &Tree, after: usize) -> Option<Span> {
        if tree.span.start >= after {
            return Some(tree.span.clone());
        }
        let item = tree.items.iter().find(|i| i.value.span.end > after)?;
        match &item.key {
            Some(key) if key.start >= after => Some(key.start..item.value.span.end),
            _ => first_after(&item.value, after),
        }
    }
    first_after(&written.tree, after).unwrap_or(after..after)
}

fn complaint(allow: &Allow) -> Option<Diagnostic> {
    let tell = |e: Explanation, message: String, fix: &str| {
        let (span, why) = (allow.comment.clone(), e.matters.to_owned());
        Some(Diagnostic { code: e.code, severity: e.severity, span, message, why, fix: fix.to_owned() })
    };
    let code = short(allow.code);
    if !allow.used {
        let known = super::explanations().into_iter().map(|e| e.code);
        let message = format!("\"{code}\" is allowed here and not found here");
        return match crate::scenario::resolve::nearest(allow.code, known) {
            Some(near) if near != allow.code => tell(UNUSED, message, &format!("did you mean \"{near}\"?")),
            _ => tell(UNUSED, message, "take the comment out, or put it right above what it speaks of"),
        };
    }
    let message = format!("\"{code}\" is allowed here, and nothing says why");
    allow.reason.is_empty().then(|| tell(WITHOUT_REASON, message, "write the reason after a colon")).flatten()
}

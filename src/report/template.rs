//! Fills the templates that are part of the program.

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Value};

use super::markup::escape;
use crate::diagnostic::is_override;

/// Hands the fields of plain structs to a template by their names.
macro_rules! shown {
    ($($of:ident { $($field:ident),* })*) => {
        $(impl From<$of> for minijinja::Value {
            fn from(of: $of) -> Self {
                let $of { $($field),* } = of;
                minijinja::context! { $($field),* }
            }
        })*
    };
}
pub(super) use shown;

/// A finished page. What goes in is escaped where the template does not say otherwise, for its name ends in `.html`; what could
/// turn the reading direction round is left out.
pub fn fill(name: &str, template: &str, words: Value) -> String {
    let filled = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().and_then(|syntax| {
        let mut environment = Environment::new();
        environment.set_syntax(syntax);
        environment.add_template(name, template)?;
        environment.get_template(name)?.render(words)
    });
    // tests fill each template; should one fail all the same, the page says so
    let mut page =
        filled.unwrap_or_else(|e| format!("<!doctype html><title>{name}</title><p>{}", escape(&e.to_string())));
    page.retain(|c| matches!(c, '\n' | '\t') || !(c.is_control() || is_override(c)));
    page
}

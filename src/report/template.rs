//! Fills the templates that are part of the program.

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Value};

use super::markup::escape;

/// A finished page. What goes in is escaped where the template does not say otherwise, for its name ends in `.html`.
pub fn fill(name: &str, template: &str, words: Value) -> String {
    let filled = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().and_then(|syntax| {
        let mut environment = Environment::new();
        environment.set_syntax(syntax);
        environment.add_template(name, template)?;
        environment.get_template(name)?.render(words)
    });
    // tests fill each template; should one fail all the same, the page says so
    filled.unwrap_or_else(|e| format!("<!doctype html><title>{name}</title><p>{}", escape(&e.to_string())))
}

//! The script as a page that prints.

use minijinja::context;

use super::Script;
use crate::report::template::fill;
use crate::report::typeface::faces;

const TEMPLATE: &str = include_str!("../../../assets/report/script.html");

/// One self-contained page.
pub fn html(script: &Script) -> String {
    let page = context! { script => script.clone(), faces => faces() };
    fill("script.html", TEMPLATE, page)
}

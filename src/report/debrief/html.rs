//! A debrief as a page that prints.

use minijinja::context;

use super::Imprint;
use super::values::view;
use crate::debrief::Debrief;
use crate::report::paper::page;

const TEMPLATE: &str = include_str!("../../../assets/report/debrief.html");

/// One self-contained page, to print or to save.
pub fn html(debrief: &Debrief, imprint: &Imprint) -> String {
    page("debrief.html", TEMPLATE, context! { debrief => view(debrief, imprint) })
}

//! What every page has in common: it stands alone, it prints, and it can be read without seeing it.

use alongside::model::Model;
use alongside::report;
use alongside::report::trainee::TraineeReport;

use super::{NOW, class_of, played, scenario};
use alongside::debrief::debrief;
use alongside::records::Stamp;
use alongside::session::Mode;

pub fn pages() -> Vec<(&'static str, String)> {
    let folder = tempfile::tempdir().expect("a folder");
    let records = class_of(12, &folder.path().join("records.sqlite"));
    let trainee = &records.trainees().expect("readable")[0];
    let past = records.past(trainee.ix).expect("readable");
    let all = |ms| Stamp { ms, zone: 0 };
    let attempts = records.class("the-olive-door", all(i64::MIN), all(i64::MAX)).expect("readable");
    let class = report::class::class(&attempts, &scenario("the-olive-door"), Model::shipped(), None);
    let told = debrief(&played("the-olive-door", 3, Mode::Practice));
    let own = [Some(4), None, Some(2), Some(5)];
    let imprint = report::debrief::Imprint { when: Some(NOW), own, ..Default::default() };
    vec![
        ("debrief", report::debrief::html(&told, &imprint)),
        ("trainee", report::trainee::html(&TraineeReport::of(trainee, &past, Model::shipped(), NOW))),
        ("class", report::class::html(&class)),
    ]
}

/// The page without the typeface, which is long.
fn words(page: &str) -> String {
    let mut out = String::new();
    let mut parts = page.split("base64,");
    out.push_str(parts.next().unwrap_or_default());
    parts.for_each(|part| out.push_str(part.split_once(')').map_or("", |(_, rest)| rest)));
    out
}

#[test]
fn a_page_needs_nothing_beside_it_and_runs_nothing() {
    for (name, page) in pages() {
        let page = words(&page).to_lowercase();
        for barred in
            ["<script", "javascript:", "http:", "https:", "<iframe", "<link", "@import", "<img", " onload", "xmlns"]
        {
            assert!(!page.contains(barred), "{name} has {barred}");
        }
        assert!(page.matches("url(").count() == page.matches("url(data:font/ttf;").count(), "{name} loads something");
    }
}

#[test]
fn a_page_prints() {
    for (name, page) in pages() {
        let page = words(&page);
        for wanted in ["@page {", "@media print {", "break-inside: avoid", "counter(page)"] {
            assert!(page.contains(wanted), "{name} lacks {wanted}");
        }
        assert!(!page.contains("{{") && !page.contains("{%"), "{name} has an unfilled place");
    }
}

#[test]
fn each_drawing_is_whole_and_has_its_words_or_is_an_ornament() {
    for (name, page) in pages() {
        let page = words(&page);
        let drawings: Vec<&str> = page.split("<svg ").skip(1).collect();
        assert!(drawings.len() > 8, "{name}");
        for drawing in drawings {
            let (head, rest) = drawing.split_once('>').expect("it opens");
            assert!(rest.contains("</svg>"), "{name}: {head}");
            if !head.contains("aria-hidden=\"true\"") {
                assert!(head.contains("role=\"img\""), "{name}: {head}");
                let told = rest.split("<desc>").nth(1).and_then(|r| r.split("</desc>").next()).unwrap_or_default();
                assert!(told.len() > 3, "{name}: {head}");
            }
        }
    }
}

#[test]
fn a_page_has_one_heading_over_all_and_says_what_it_does_not_claim() {
    for (name, page) in pages() {
        assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"), "{name}");
        assert_eq!(page.matches("<h1").count(), 1, "{name}");
        let opened = |tag: &str| page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
        let is_closed = |tag: &&str| opened(tag) == page.matches(&format!("</{tag}>")).count();
        let open = ["section", "div", "p", "table", "ul", "ol", "details"].into_iter().find(|tag| !is_closed(tag));
        assert_eq!(open, None, "{name}");
        assert!(page.contains("clinical claim"), "{name}");
        assert!(!page.contains("#ff0000") && !page.contains("red;"), "{name}");
    }
}

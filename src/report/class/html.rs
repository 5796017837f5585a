//! A class as a page that prints.

use minijinja::context;

use super::flags::{Flag, NO_ACCUSATION};
use super::scenes::{Line, Scene};
use super::{ClassReport, Spread, draw, words};
use crate::debrief::CHANCE;
use crate::model::Dimension;
use crate::report::paper::{page, shape, short_name};
use crate::report::template::shown;

const TEMPLATE: &str = include_str!("../../../assets/report/class.html");

/// One self-contained page, to print or to save.
pub fn html(report: &ClassReport) -> String {
    page("class.html", TEMPLATE, context! { class => view(report) })
}

#[derive(Clone, Debug)]
struct View {
    title: String,
    headline: String,
    who: String,
    basis: Vec<String>,
    scenes: Vec<SceneRow>,
    too_few: String,
    to_ask: &'static str,
    few: &'static str,
    ratings: Vec<RatingRow>,
    chance: &'static str,
    endings: Vec<[String; 3]>,
    flags: Vec<FlagRow>,
    no_accusation: &'static str,
    present: Vec<[String; 3]>,
    honesty: &'static str,
    identity: String,
}

#[derive(Clone, Debug)]
struct SceneRow {
    number: usize,
    name: String,
    body: String,
    text: String,
    split: String,
    lines: Vec<LineRow>,
}

#[derive(Clone, Debug)]
struct LineRow {
    letter: String,
    text: String,
    chosen: String,
    dots: Vec<bool>,
    drew: Vec<String>,
}

#[derive(Clone, Debug)]
struct RatingRow {
    shape: String,
    name: &'static str,
    word: &'static str,
    drawing: String,
    told: String,
}

#[derive(Clone, Debug)]
struct FlagRow {
    count: String,
    fact: &'static str,
    named: Vec<[String; 2]>,
}

shown! {
    View {
        title, headline, who, basis, scenes, too_few, to_ask, few, ratings, chance, endings, flags, no_accusation, present,
        honesty, identity
    }
    SceneRow { number, name, body, text, split, lines }
    LineRow { letter, text, chosen, dots, drew }
    RatingRow { shape, name, word, drawing, told }
    FlagRow { count, fact, named }
}

fn view(report: &ClassReport) -> View {
    let endings = report.endings.iter().map(|e| {
        [
            words::reached(report, e),
            format!("“{}”, {}", words::spoken(&e.id), words::outcome(e.outcome)),
            e.text.clone(),
        ]
    });
    View {
        title: report.title.clone(),
        headline: words::headline(report),
        who: words::who(report),
        basis: words::basis(report),
        scenes: report.scenes.iter().enumerate().map(|(i, s)| scene(s, i == 0)).collect(),
        too_few: words::too_few(report).unwrap_or_default(),
        to_ask: words::TO_ASK,
        few: words::FEW,
        ratings: Dimension::ALL.into_iter().zip(&report.ratings).map(|(d, s)| rating(d, s.as_ref())).collect(),
        chance: CHANCE,
        endings: endings.collect(),
        flags: report.flags.iter().map(|f| flag(report, f)).collect(),
        no_accusation: NO_ACCUSATION,
        present: report
            .who
            .iter()
            .map(|p| [p.name.clone(), p.when.date_in_words(), words::number(p.attempts)])
            .collect(),
        honesty: words::HONESTY,
        identity: super::identity(report),
    }
}

fn scene(scene: &Scene, stands_out: bool) -> SceneRow {
    SceneRow {
        number: scene.number,
        name: words::spoken(&scene.id),
        body: scene.body.clone(),
        text: scene.text.clone(),
        split: draw::split(scene, stands_out),
        lines: scene.lines.iter().map(|l| line(scene, l)).collect(),
    }
}

/// A class of up to so many is shown as one dot each.
const MOST_DOTS: usize = 24;

fn line(scene: &Scene, line: &Line) -> LineRow {
    LineRow {
        letter: line.letter.to_string(),
        text: line.text.clone(),
        chosen: words::chosen(scene, line),
        dots: if scene.came <= MOST_DOTS { vec![true; line.chosen] } else { Vec::new() },
        drew: words::drew(line),
    }
}

fn rating(dimension: Dimension, spread: Option<&Spread>) -> RatingRow {
    RatingRow {
        shape: shape(dimension),
        name: short_name(dimension),
        word: spread.map_or("too few", |s| words::score_word(s.median)),
        drawing: draw::spread(dimension, spread),
        told: spread.map_or_else(|| "Fewer than five were rated.".to_owned(), words::spread),
    }
}

fn flag(report: &ClassReport, flag: &Flag) -> FlagRow {
    FlagRow {
        count: words::of_how_many(report, flag.count),
        fact: flag.sign.fact(),
        named: flag.named.iter().map(|(name, seen)| [name.clone(), seen.clone()]).collect(),
    }
}

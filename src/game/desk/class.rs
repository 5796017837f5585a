//! A class on the desk: the conversations that enough people here have had, one at a time.

use std::sync::Arc;

use bevy_egui::egui::Ui;

use super::{Desk, Screen};
use crate::game::screens::class::{ClassCommand, ClassView, DrawnView, SceneView, class_ui};
use crate::game::screens::talk::{LineView, SaidView};
use crate::model::Model;
use crate::records::Stamp;
use crate::report::class::{ClassReport, FEWEST, HONESTY, Line, Scene, TO_ASK, class, drew, headline, html, who};
use crate::scenario::Scenario;

/// One conversation as a class had it.
pub(super) struct Classwork {
    scenario: Arc<Scenario>,
    report: ClassReport,
    view: ClassView,
}

const NOBODY: &str = "Fewer than five people have finished the same conversation on this machine. Nothing is broken down among \
    fewer than five. With an academy's store, “alongside report class NAME --from-lrs” reads a class back from many machines.";

impl Desk {
    pub(super) fn open_class(&mut self, ui: &Ui) {
        let kept = self.book.records().classes().unwrap_or_default();
        let large = kept.into_iter().filter(|(_, trainees)| *trainees >= FEWEST);
        let found: Vec<Arc<Scenario>> = large.filter_map(|(id, _)| self.scenario(&id)).collect();
        self.show_class(ui, found, 0);
    }

    fn show_class(&mut self, ui: &Ui, all: Vec<Arc<Scenario>>, at: usize) {
        let work = all.get(at).map(|scenario| Box::new(self.classwork(scenario, (at, all.len()))));
        self.go(ui, Screen::Class { all, at, work });
    }

    fn classwork(&self, scenario: &Arc<Scenario>, place: (usize, usize)) -> Classwork {
        let (first, last) = (Stamp { ms: 0, zone: 0 }, self.book.now());
        let attempts = self.book.records().class(&scenario.id, first, last).unwrap_or_default();
        let report = class(&attempts, scenario, Model::shipped(), None);
        let view = view(&report, scenario, place);
        Classwork { scenario: Arc::clone(scenario), report, view }
    }

    pub(super) fn class(&mut self, ui: &mut Ui) {
        let Screen::Class { all, at, work } = &mut self.screen else { return };
        let empty = ClassView {
            title: "The class".to_owned(),
            headline: "Nothing to look at yet.".to_owned(),
            question: NOBODY.to_owned(),
            ..ClassView::default()
        };
        let command = class_ui(ui, &self.theme, work.as_ref().map_or(&empty, |work| &work.view));
        let (count, at) = (all.len().max(1), *at);
        match (command, work) {
            (Some(ClassCommand::Scene(scene)), Some(work)) => choose(work, scene),
            (Some(ClassCommand::Save), Some(work)) => {
                let (title, page) = (format!("Class {}", work.report.title), html(&work.report));
                self.trouble = Some(self.book.save(&title, "html", &page));
            }
            (Some(ClassCommand::Before), _) => {
                let all = std::mem::take(all);
                self.show_class(ui, all, (at + count - 1) % count);
            }
            (Some(ClassCommand::After), _) => {
                let all = std::mem::take(all);
                self.show_class(ui, all, (at + 1) % count);
            }
            (Some(ClassCommand::Back), _) => self.somebody_else(ui),
            (Some(ClassCommand::Scene(_) | ClassCommand::Save) | None, _) => {}
        }
    }
}

fn view(report: &ClassReport, scenario: &Scenario, place: (usize, usize)) -> ClassView {
    let mut scenes: Vec<&Scene> = report.scenes.iter().collect();
    scenes.sort_by_key(|scene| scene.number);
    let most = report.scenes.first().map(|scene| scene.number);
    let chosen = scenes.iter().position(|scene| Some(scene.number) == most).unwrap_or_default();
    let mut view = ClassView {
        title: report.title.clone(),
        who: who(report),
        headline: headline(report),
        scenes: scenes.into_iter().map(|scene| scene_view(scene, scenario)).collect(),
        chosen,
        asking: "",
        question: NOBODY.to_owned(),
        place,
        small: HONESTY.to_owned(),
    };
    if !view.scenes.is_empty() {
        ask(&mut view, scenario);
    }
    view
}

fn choose(work: &mut Classwork, scene: usize) {
    if scene < work.view.scenes.len() {
        work.view.chosen = scene;
        ask(&mut work.view, &work.scenario);
    }
}

/// Why it turns at the chosen scene, where its author says so; what can be asked of any split otherwise.
fn ask(view: &mut ClassView, scenario: &Scenario) {
    let number = view.scenes[view.chosen].number;
    let numbers = crate::scenario::map::Map::of(scenario).numbers();
    let here = scenario.talks().find(|(at, _)| numbers.get(at.index()) == Some(&number));
    let pivot = here.map_or("", |(_, node)| node.pivot.as_str());
    (view.asking, view.question) = if pivot.is_empty() {
        ("To ask the room", format!("“{TO_ASK}”"))
    } else {
        ("Why it turns here", pivot.to_owned())
    };
}

fn scene_view(scene: &Scene, scenario: &Scenario) -> SceneView {
    let said = SaidView { who: String::new(), body: scene.body.clone(), text: scene.text.clone() };
    let deeds: Vec<&str> = scenario
        .talks()
        .flat_map(|(_, node)| &node.choices)
        .filter(|c| c.text.is_empty())
        .map(|c| c.deed.as_str())
        .collect();
    let drawn = |line: &Line| DrawnView {
        line: LineView { words: line.text.clone(), deed: deeds.contains(&line.text.as_str()), since: None },
        chosen: line.chosen,
        drew: drew(line),
    };
    SceneView { number: scene.number, said, lines: scene.lines.iter().map(drawn).collect() }
}

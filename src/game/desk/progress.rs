//! Looking back: what the records say about one trainee, as the Progress screen shows it.

use bevy_egui::egui::Ui;

use super::people::when;
use super::{Desk, Screen};
use crate::game::screens::progress::{
    NextView, PointView, ProgressCommand, ProgressView, RowView, SeeSawView, progress_ui,
};
use crate::growth::{Kind, Leaning, Play, Progress, RunTrend, SeeSaw, Series, Serves, Suggestion, Verdict, progress};
use crate::model::Model;
use crate::records::{Past, Stamp};

impl Desk {
    /// Opens Progress with everything up to now.
    pub(super) fn look_back(&mut self, ui: &Ui) {
        let past = self.book.past();
        let plays: Vec<Play> = past.iter().map(Past::play).collect();
        let serves = Serves::of(&self.setup.scenarios, Model::shipped());
        let now = self.book.now();
        let calls = self.book.hard_calls(&past);
        let told = progress(Model::shipped(), &plays, &calls, now.day(), &serves, now.day().unsigned_abs());
        let name = self.book.who().map(|who| who.name.clone()).unwrap_or_default();
        let own =
            self.book.resolution().map(|(sentence, at)| format!("“{sentence}” You wrote that {}.", when(at, now)));
        let view = Box::new(view(&name, &told, &past, own, now));
        let next = told.next.first().and_then(|next| next.scenario.clone());
        self.go(ui, Screen::Progress { view, next });
    }

    pub(super) fn progress(&mut self, ui: &mut Ui) {
        let Screen::Progress { view, next } = &self.screen else { return };
        match progress_ui(ui, &self.theme, view) {
            Some(ProgressCommand::Back) => self.go(ui, Screen::Title),
            Some(ProgressCommand::Save) => self.save_progress(),
            Some(ProgressCommand::HardCall) => self.open_hard_call(ui),
            Some(ProgressCommand::Practice) => {
                let scenario = self.setup.scenarios.iter().find(|s| Some(&s.id) == next.as_ref()).cloned();
                if let Some(scenario) = scenario {
                    self.approach(ui, scenario);
                }
            }
            None => {}
        }
    }
}

fn view(name: &str, told: &Progress, past: &[Past], own: Option<String>, now: Stamp) -> ProgressView {
    let finished: Vec<&Past> = past.iter().filter(|p| p.conclusion.is_some()).collect();
    let since = finished.first().map(|p| p.began.date_in_words()).unwrap_or_default();
    let who = if name.is_empty() { "You" } else { name };
    let many =
        if finished.len() == 1 { "one conversation".to_owned() } else { format!("{} conversations", finished.len()) };
    let day = |p: Option<&&Past>| p.map(|p| p.began.date_in_words()).unwrap_or_default();
    ProgressView {
        who: format!("{who}, {many} since {since}"),
        sentence: told.sentence.clone(),
        rows: rows(told),
        days: (day(finished.first()), day(finished.last())),
        next: told.next.iter().enumerate().map(next_view).collect(),
        see_saw: told.see_saw.as_ref().map(see_saw),
        lately: own.into_iter().chain(lately(told, now)).collect(),
    }
}

/// What has changed stands first, the rest in the order that is the same everywhere.
fn rows(told: &Progress) -> Vec<RowView> {
    let mut rows: Vec<RowView> = told.growth.iter().map(row).collect();
    rows.sort_by_key(|row| !row.changed);
    rows
}

fn row(series: &Series) -> RowView {
    let verdict = series.change.verdict;
    let (verdict, changed) = (verdict.words(), matches!(verdict, Verdict::Grown | Verdict::Fallen));
    let points = series.points.iter().map(|p| PointView {
        first: p.kind == Kind::First,
        score: p.final_score,
        so_far: p.so_far.map(|s| [s.estimate, s.low, s.high]),
    });
    RowView { dimension: series.dimension, verdict, changed, points: points.collect() }
}

/// With whom is told of the one to follow; of the others, why.
fn next_view((ix, next): (usize, &Suggestion)) -> NextView {
    let with_whom = if ix == 0 { next.with_whom.as_str() } else { "" };
    NextView {
        title: next.title.to_owned(),
        reason: format!("{with_whom} {}", next.reason).trim().to_owned(),
        playable: next.scenario.is_some(),
    }
}

fn see_saw(see_saw: &SeeSaw) -> SeeSawView {
    let words = match see_saw.leaning {
        Leaning::TooHard => "Lately more often too hard than too soft.",
        Leaning::TooSoft => "Lately more often too soft than too hard.",
        Leaning::Clear => "Lately clear, or as often too soft as too hard.",
        Leaning::Open => "Too few lines lean either way to say.",
    };
    SeeSawView { balance: see_saw.balance, low: see_saw.low, high: see_saw.high, words: words.to_owned() }
}

/// Days in which something counts as new.
const LATELY: i64 = 14;

fn lately(told: &Progress, now: Stamp) -> Vec<String> {
    let techniques = &Model::shipped().techniques;
    let new = told.first_uses.iter().filter(|first| now.day() - first.day <= LATELY);
    let mut names: Vec<String> = new
        .filter_map(|first| techniques.find(&first.technique))
        .map(|ix| techniques.get(ix))
        .filter(|technique| technique.severity == 0)
        .map(|technique| technique.name.to_lowercase())
        .collect();
    names.truncate(3);
    let due = told.refreshers.due.first().map(|refresher| {
        let mut sentence = refresher.sentence(now.day());
        sentence[..1].make_ascii_lowercase();
        format!("{}: {sentence}", refresher.title())
    });
    let new = (!names.is_empty()).then(|| format!("New in the last two weeks: {}.", names.join(", ")));
    let fewer =
        (told.question_runs.trend == RunTrend::Falling).then(|| "Fewer questions in a row than at first.".to_owned());
    let about_now = told.debriefs.as_ref().is_some_and(|debriefs| debriefs.about_now);
    let together = about_now.then(|| "About now is a good time to go through one with an instructor.".to_owned());
    [due, new, fewer, together].into_iter().flatten().collect()
}

//! The pages of the gallery: who and where, what they feel, face, posture, arms.

use bevy_egui::egui::{Pos2, pos2, vec2};

use super::Gallery;
use super::sitter::Sitter;
use crate::cast::Poses;
use crate::figure::Side;
use crate::game::slider::Slider;
use crate::game::theme::{MEDIUM, REGULAR, SEMIBOLD, Style};
use crate::game::widgets::Pen;
use crate::model::Emotion;
use crate::model::cue::{Cues, Manner, UNITS};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Person,
    Feeling,
    Face,
    Posture,
    Arms,
}

impl Page {
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Person, "Person"),
        (Self::Feeling, "Feeling"),
        (Self::Face, "Face"),
        (Self::Posture, "Posture"),
        (Self::Arms, "Arms"),
    ];

    /// The next page, or the one before; the last and the first stay.
    pub fn beside(self, next: bool) -> Self {
        let at = self as usize;
        let to = if next { (at + 1).min(Self::ALL.len() - 1) } else { at.saturating_sub(1) };
        Self::ALL[to].0
    }
}

/// The words of an action unit.
fn unit_words(unit: u8) -> &'static str {
    match unit {
        1 => "Inner brows raised",
        2 => "Outer brows raised",
        4 => "Brows lowered",
        5 => "Upper lids raised",
        6 => "Cheeks raised",
        7 => "Lids tightened",
        9 => "Nose wrinkled",
        10 => "Upper lip raised",
        12 => "Lip corners pulled up",
        14 => "Dimples",
        15 => "Lip corners pulled down",
        17 => "Chin raised",
        20 => "Lips stretched",
        23 => "Lips tightened",
        24 => "Lips pressed",
        25 => "Lips parted",
        26 => "Jaw dropped",
        38 => "Nostrils widened",
        43 => "Lids sunk",
        _ => "Another unit",
    }
}

fn manner_words(manner: Manner) -> &'static str {
    match manner {
        Manner::Rest => "At rest",
        Manner::Open => "Open",
        Manner::Closed => "Closed off",
        Manner::Threatening => "Threatening",
        Manner::Guarded => "Guarded",
        Manner::Warding => "Warding off",
        Manner::Protesting => "Protesting",
        Manner::Thinking => "Thinking",
        Manner::Hiding => "Hiding",
        Manner::Covering => "Covering up",
        Manner::Relieved => "Relieved",
    }
}

/// Words of a row, and what choosing one does.
struct Row<'a, T> {
    words: &'a str,
    name: &'a str,
    chosen: bool,
    does: T,
}

/// A page under construction: from the top down.
struct Sheet<'p, 'u> {
    pen: &'p mut Pen<'u>,
    left: f32,
    y: f32,
    width: f32,
}

impl Sheet<'_, '_> {
    fn heading(&mut self, words: &str, about: &str) {
        let c = self.pen.theme.colors;
        let at = pos2(self.left, self.y);
        self.y = self.pen.text(at, self.width, words, Style::Body, SEMIBOLD, c.text).bottom() + 2.0;
        if !about.is_empty() {
            let at = pos2(self.left, self.y);
            self.y = self.pen.text(at, self.width, about, Style::Note, REGULAR, c.soft).bottom();
        }
        self.y += 10.0;
    }

    fn gap(&mut self) {
        self.y += 18.0;
    }

    /// One of several, beside each other; gives what the clicked one does.
    fn tabs<T: Copy>(&mut self, rows: &[Row<T>]) -> Option<T> {
        let (mut x, mut asked) = (self.left, None);
        let line = self.pen.theme.rows(26.0);
        for row in rows {
            let format = self.pen.theme.format(Style::Body, SEMIBOLD, self.pen.theme.colors.text);
            let wide = self.pen.ui.painter().layout_job(self.pen.theme.job(row.words, format, self.width)).size().x;
            if x > self.left && x + wide > self.left + self.width {
                x = self.left;
                self.y += line.max(28.0) + 18.0;
            }
            if self.pen.tab(pos2(x, self.y), row.words, row.name, row.chosen).clicked() {
                asked = Some(row.does);
            }
            x += wide + 24.0;
        }
        self.y += line + 18.0;
        asked
    }

    fn slider(&mut self, slider: &Slider) -> Option<f32> {
        let (moved, height) = self.pen.slider(pos2(self.left, self.y), self.width, slider);
        self.y += height + 8.0;
        moved
    }
}

impl Gallery {
    pub(super) fn page_ui(&mut self, pen: &mut Pen, width: f32) {
        let start: Pos2 = pen.ui.cursor().min;
        let mut sheet = Sheet { pen, left: start.x + 8.0, y: start.y + 4.0, width: width - 16.0 };
        match self.page {
            Page::Person => self.person(&mut sheet),
            Page::Feeling => self.feeling(&mut sheet),
            Page::Face => self.face(&mut sheet),
            Page::Posture => self.posture(&mut sheet),
            Page::Arms => self.arms(&mut sheet),
        }
        let height = sheet.y - start.y + 8.0;
        sheet.pen.ui.allocate_space(vec2(width, height));
    }

    fn person(&mut self, sheet: &mut Sheet) {
        sheet.heading("Who", "");
        let labels: Vec<String> = self.people.iter().map(|(id, name)| format!("{name}, {id}")).collect();
        let who = self.people.iter().zip(&labels).enumerate();
        let who: Vec<Row<usize>> = who
            .map(|(i, ((id, name), label))| Row { words: name, name: label, chosen: *id == self.chosen, does: i })
            .collect();
        let asked = sheet.tabs(&who).and_then(|i| self.people.get(i)).map(|(id, _)| id.clone());
        sheet.gap();
        sheet.heading("Place and light", "");
        let words: Vec<String> = self.places.iter().map(|id| id.replace('-', " ")).collect();
        let places = words.iter().enumerate();
        let places: Vec<Row<usize>> =
            places.map(|(i, words)| Row { words, name: words, chosen: i == self.place, does: i }).collect();
        if let Some(place) = sheet.tabs(&places) {
            self.place = place;
        }
        if let Some(id) = asked {
            self.choose(&id);
        }
    }

    fn feeling(&mut self, sheet: &mut Sheet) {
        let Some(sitter) = self.sitters.get_mut(&self.chosen) else { return };
        sheet.heading("What they feel", "Only to look at; it is not part of the file.");
        let trial = &mut sitter.trial;
        let none = Row { words: "nothing", name: "nothing", chosen: trial.emotion.is_none(), does: None };
        let all = Emotion::ALL.iter().map(|e| {
            let chosen = trial.emotion == Some(*e);
            Row { words: e.id(), name: e.id(), chosen, does: Some(*e) }
        });
        let rows: Vec<Row<Option<Emotion>>> = std::iter::once(none).chain(all).collect();
        if let Some(emotion) = sheet.tabs(&rows) {
            (trial.emotion, trial.pose) = (emotion, None);
        }
        sheet.gap();
        sheet.heading("How strongly", "");
        let rows = ["slight", "clear", "strong"];
        let rows: Vec<Row<usize>> =
            (0..3).map(|i| Row { words: rows[i], name: rows[i], chosen: trial.strength == i, does: i }).collect();
        if let Some(strength) = sheet.tabs(&rows) {
            trial.strength = strength;
        }
        sheet.gap();
        sheet.heading("Motion", "");
        let rows = [
            Row { words: "still", name: "still", chosen: !trial.living, does: false },
            Row { words: "living", name: "living", chosen: trial.living, does: true },
        ];
        if let Some(living) = sheet.tabs(&rows) {
            trial.living = living;
        }
        if let Some(words) = trial.emotion.and_then(|e| Cues::shipped().words(e.id())) {
            sheet.gap();
            sheet.heading("What an officer would see", words);
        }
    }

    fn face(&mut self, sheet: &mut Sheet) {
        let Some(sitter) = self.sitters.get_mut(&self.chosen) else { return };
        sheet.heading(
            "The face at rest",
            "What they carry when they feel nothing in particular, by action unit (FACS), on their own right and left.",
        );
        let feels = sitter.trial.emotion.is_some();
        if feels {
            let c = sheet.pen.theme.colors;
            let words = "A feeling lies over it now. Choose “nothing” under Feeling to see it alone.";
            let at = pos2(sheet.left, sheet.y);
            sheet.y = sheet.pen.text(at, sheet.width, words, Style::Note, MEDIUM, c.accent).bottom() + 10.0;
        }
        for unit in UNITS {
            unit_ui(sheet, sitter, unit);
        }
    }

    fn posture(&mut self, sheet: &mut Sheet) {
        let Some(sitter) = self.sitters.get_mut(&self.chosen) else { return };
        sheet.heading("At rest", "How they hold themselves when nothing is asked of them.");
        let rest = &mut sitter.look.rest;
        let held: [(&str, &mut f32, std::ops::RangeInclusive<f32>, f32, Scale); 8] = [
            ("Head turned", &mut rest.yaw, -30.0..=30.0, 1.0, Scale::Degrees("left", "right")),
            ("Head down", &mut rest.pitch, -16.0..=22.0, 1.0, Scale::Degrees("up", "down")),
            ("Head tilted", &mut rest.roll, -10.0..=10.0, 1.0, Scale::Degrees("left", "right")),
            ("Body turned", &mut rest.body_yaw, -30.0..=30.0, 1.0, Scale::Degrees("left", "right")),
            ("Eyes across", &mut rest.gaze_x, -1.0..=1.0, 0.05, Scale::Share("left", "right")),
            ("Eyes up and down", &mut rest.gaze_y, -1.0..=1.0, 0.05, Scale::Share("up", "down")),
            ("Shoulders", &mut rest.shoulders, -1.0..=1.0, 0.05, Scale::Share("low", "high")),
            ("Made small", &mut rest.shrink, 0.0..=1.0, 0.05, Scale::Share("", "")),
        ];
        for (words, value, range, step, scale) in held {
            let shown = scale.words(*value);
            let slider = Slider { words, name: words, value: *value, shown: &shown, range, step, rest: 0.0 };
            if let Some(moved) = sheet.slider(&slider) {
                *value = crate::rewrite::person::rounded(moved);
            }
        }
        sheet.gap();
        sheet.heading("To look at", "Not part of the file.");
        let trial = &mut sitter.trial;
        let tried: [(&str, &mut f32, std::ops::RangeInclusive<f32>, f32, Scale); 2] = [
            ("Leaning", &mut trial.lean, -6.0..=6.0, 0.5, Scale::Degrees("back", "toward us")),
            ("Breath", &mut trial.breath, -1.5..=1.0, 0.1, Scale::Share("out", "in")),
        ];
        for (words, value, range, step, scale) in tried {
            let shown = scale.words(*value);
            let slider = Slider { words, name: words, value: *value, shown: &shown, range, step, rest: 0.0 };
            if let Some(moved) = sheet.slider(&slider) {
                *value = crate::rewrite::person::rounded(moved);
            }
        }
    }

    fn arms(&mut self, sheet: &mut Sheet) {
        let Some(sitter) = self.sitters.get_mut(&self.chosen) else { return };
        sheet.heading("Try a pose", "Only to look at.");
        let mut poses: Vec<&'static str> = Poses::shipped().names().collect();
        poses.sort_unstable();
        let words: Vec<String> = poses.iter().map(|p| p.replace('_', " ")).collect();
        let own = sitter.trial.pose.clone();
        let as_felt = Row { words: "as they feel", name: "as they feel", chosen: own.is_none(), does: None };
        let all = poses.iter().zip(&words).map(|(pose, words)| {
            let chosen = own.as_deref() == Some(*pose);
            Row { words: words.as_str(), name: words.as_str(), chosen, does: Some(*pose) }
        });
        let rows: Vec<Row<Option<&'static str>>> = std::iter::once(as_felt).chain(all).collect();
        if let Some(pose) = sheet.tabs(&rows) {
            sitter.trial.pose = pose.map(str::to_owned);
        }
        sheet.gap();
        sheet.heading("Habits", "Their own pose for a manner; at the left end of a line, the usual one.");
        for manner in Manner::ALL {
            habit_ui(sheet, sitter, manner, &poses);
        }
    }
}

/// Both sides of one action unit.
fn unit_ui(sheet: &mut Sheet, sitter: &mut Sitter, unit: u8) {
    let c = sheet.pen.theme.colors;
    let words = unit_words(unit);
    let title = format!("{unit}  {words}");
    let line = sheet.pen.text(pos2(sheet.left, sheet.y), sheet.width, &title, Style::Note, SEMIBOLD, c.text);
    let half = (sheet.width - 28.0) / 2.0;
    let mut height = 0.0_f32;
    for (side, side_words, x) in [(Side::Right, "right", sheet.left), (Side::Left, "left", sheet.left + half + 28.0)] {
        let value = sitter.unit(unit, side);
        let (name, shown) = (format!("{words}, {side_words}"), format!("{value:.2}"));
        let slider =
            Slider { words: side_words, name: &name, value, shown: &shown, range: 0.0..=1.0, step: 0.05, rest: 0.0 };
        let (moved, taken) = sheet.pen.slider(pos2(x, line.bottom() + 2.0), half, &slider);
        if let Some(moved) = moved {
            sitter.set_unit(unit, side, moved);
        }
        height = height.max(taken);
    }
    sheet.y = line.bottom() + 2.0 + height + 14.0;
}

fn habit_ui(sheet: &mut Sheet, sitter: &mut Sitter, manner: Manner, poses: &[&'static str]) {
    let own = sitter.look.habits.arms.get(&manner).cloned();
    let at = own.as_deref().and_then(|pose| poses.iter().position(|p| *p == pose)).map_or(0, |i| i + 1);
    let usual = Cues::shipped().file().arms.get(&manner).map_or("hanging", |cue| cue.pose.as_str());
    let shown = own.unwrap_or_else(|| format!("{usual}, as usual")).replace('_', " ");
    let (words, last) = (manner_words(manner), poses.len() as f32);
    let name = format!("Habit, {words}");
    let slider =
        Slider { words, name: &name, value: at as f32, shown: &shown, range: 0.0..=last, step: 1.0, rest: 0.0 };
    if let Some(moved) = sheet.slider(&slider) {
        let pose = (moved.round() as usize).checked_sub(1).and_then(|i| poses.get(i).copied());
        sitter.set_habit(manner, pose);
        // what is chosen is seen at once
        sitter.trial.pose = Some(pose.unwrap_or(usual).to_owned());
    }
}

/// How a value is told.
#[derive(Clone, Copy)]
enum Scale {
    /// Below 0, above 0.
    Degrees(&'static str, &'static str),
    Share(&'static str, &'static str),
}

impl Scale {
    fn words(self, value: f32) -> String {
        let (low, high, number) = match self {
            Self::Degrees(low, high) => (low, high, format!("{:.1}°", value.abs())),
            Self::Share(low, high) => (low, high, format!("{:.2}", value.abs())),
        };
        let side = match value {
            v if v > 0.0 => high,
            v if v < 0.0 => low,
            _ => "",
        };
        format!("{number} {side}").trim().to_owned()
    }
}

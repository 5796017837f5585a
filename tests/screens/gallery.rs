//! The gallery without a window: people, sliders by mouse and keys, and files that are written only when asked.

use std::path::Path;

use alongside::cast;
use alongside::figure::Side;
use alongside::game::gallery::{Gallery, Opening};
use alongside::game::theme::{self, Palette};
use alongside::model::cue::Manner;
use bevy_egui::egui::{self, Key, LayerId, Modifiers, Ui, UiBuilder};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::seen;

const WINDOW: (f32, f32) = (1280.0, 720.0);
const PAGES: [&str; 5] = ["Person", "Feeling", "Face", "Posture", "Arms"];

struct Shown {
    gallery: Gallery,
    fonts: bool,
}

struct Visit {
    harness: Harness<'static, Shown>,
}

fn open(person: &str, folder: &Path, window: (f32, f32), text: f32) -> Visit {
    let opening =
        Opening { person: person.to_owned(), folder: folder.to_owned(), palette: Palette::Dusk, text, still: true };
    let zoom = theme::zoom(window.0, window.1);
    let harness = Harness::builder()
        .with_size((window.0 / zoom, window.1 / zoom))
        .with_pixels_per_point(zoom)
        .with_max_steps(40)
        .build_ui_state(frame, Shown { gallery: Gallery::new(opening), fonts: false });
    let mut visit = Visit { harness };
    visit.settle();
    visit
}

fn frame(outer: &mut Ui, shown: &mut Shown) {
    let ctx = outer.ctx().clone();
    if !shown.fonts {
        ctx.set_fonts(theme::fonts());
        shown.fonts = true;
        ctx.request_repaint();
        return;
    }
    shown.gallery.theme().apply(&ctx);
    let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(ctx.viewport_rect());
    let mut ui = Ui::new(ctx, egui::Id::new("gallery"), builder);
    shown.gallery.ui(&mut ui, 0.0);
}

impl Visit {
    fn gallery(&self) -> &Gallery {
        &self.harness.state().gallery
    }

    fn settle(&mut self) {
        self.harness.run();
        self.harness.run_steps(2);
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    fn save(&mut self) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
        self.settle();
    }

    fn click(&mut self, label: &str) {
        let center = self.center(label);
        self.harness.hover_at(center);
        self.harness.drag_at(center);
        self.harness.drop_at(center);
        self.settle();
    }

    fn center(&self, label: &str) -> egui::Pos2 {
        let found =
            self.harness.query_all_by_label(label).find(|n| n.accesskit_node().role() != egui::accesskit::Role::Label);
        found.unwrap_or_else(|| panic!("no {label:?} among {:?}", self.names())).rect().center()
    }

    fn names(&self) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        nodes.filter_map(|n| n.accesskit_node().label()).collect()
    }

    fn reads(&self, part: &str) -> bool {
        let nodes = self.harness.root().children_recursive();
        let mut said = nodes.filter_map(|n| n.accesskit_node().label().or_else(|| n.accesskit_node().value()));
        said.any(|words| words.contains(part))
    }

    fn focus(&mut self, label: &str) {
        self.harness.get_by_label(label).focus();
        self.settle();
    }
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn a_slider_is_set_by_keys_and_by_mouse_and_told_to_screen_readers() {
    let folder = folder();
    let mut visit = open("mara", folder.path(), WINDOW, 1.0);
    visit.click("Posture");
    let yaw = |visit: &Visit| visit.gallery().sitter().expect("mara").look.rest.yaw;
    let before = yaw(&visit);
    visit.focus("Head turned");
    visit.press(Key::ArrowRight);
    visit.press(Key::ArrowRight);
    assert_eq!(yaw(&visit), before + 2.0);
    visit.press(Key::Home);
    assert_eq!(yaw(&visit), -30.0);
    visit.press(Key::Delete);
    assert_eq!(yaw(&visit), 0.0);
    let node = visit.harness.get_by_label("Head down");
    let node = node.accesskit_node();
    assert_eq!(node.role(), egui::accesskit::Role::Slider);
    assert_eq!((node.min_numeric_value(), node.max_numeric_value()), (Some(-16.0), Some(22.0)));
    let rect = visit.harness.get_by_label("Head turned").rect();
    visit.harness.drag_at(egui::pos2(rect.right() - 8.0, rect.bottom() - 10.0));
    visit.harness.drop_at(egui::pos2(rect.right() - 8.0, rect.bottom() - 10.0));
    visit.settle();
    assert!(yaw(&visit) > 25.0, "{}", yaw(&visit));
}

#[test]
fn what_was_changed_is_written_and_the_rest_of_the_file_stays() {
    let folder = folder();
    let mut visit = open("jo", folder.path(), WINDOW, 1.0);
    visit.click("Face");
    visit.focus("Inner brows raised, left");
    visit.press(Key::ArrowRight);
    visit.press(Key::ArrowRight);
    visit.click("Arms");
    visit.focus("Habit, At rest");
    visit.press(Key::ArrowRight);
    assert!(visit.reads("changed, not saved yet"));
    visit.save();
    let file = folder.path().join("jo.ron");
    let text = std::fs::read_to_string(&file).expect("it was written");
    let look = cast::parse_look(&text).expect("it is read");
    assert_eq!(look.resting_face[&1], (0.0, 0.1));
    assert!(look.habits.arms.contains_key(&Manner::Rest));
    let shipped = cast::look_text("jo").expect("it ships");
    // habits come last and take several lines
    let before = |text: &str| -> Vec<String> {
        let kept = text.lines().take_while(|line| !line.contains("habits"));
        kept.filter(|line| !line.contains("resting_face")).map(str::to_owned).collect()
    };
    assert_eq!(before(&text), before(shipped));
    let faces = cast::look("jo").map(|look| look.habits.faces.clone());
    assert_eq!(Some(look.habits.faces), faces, "what is not tried here stays");
    assert!(visit.reads("Saved as") && visit.reads("as in the file"));
    assert_eq!(visit.gallery().sitter().map(|s| s.unit(1, Side::Left)), Some(0.1));
}

#[test]
fn a_file_that_is_there_is_written_over_only_after_a_yes() {
    let folder = folder();
    let file = folder.path().join("mara.ron");
    let old = format!("// mine\n{}", cast::look_text("mara").expect("it ships"));
    std::fs::write(&file, &old).expect("written");
    let mut visit = open("mara", folder.path(), WINDOW, 1.0);
    visit.click("Posture");
    visit.focus("Head turned");
    visit.press(Key::Delete);
    visit.save();
    assert!(visit.reads("is there already"));
    visit.press(Key::N);
    assert_eq!(std::fs::read_to_string(&file).expect("read"), old);
    visit.save();
    visit.press(Key::Y);
    let text = std::fs::read_to_string(&file).expect("read");
    assert!(text.starts_with("// mine\n") && text != old, "the remark stays");
    assert_eq!(cast::parse_look(&text).expect("read").rest.yaw, 0.0);
    visit.save();
    assert!(!visit.reads("is there already"), "it holds this already");
}

#[test]
fn leaving_with_something_unsaved_asks_first() {
    let folder = folder();
    let mut visit = open("mara", folder.path(), WINDOW, 1.0);
    visit.click("Posture");
    visit.focus("Shoulders");
    visit.press(Key::ArrowRight);
    visit.press(Key::Escape);
    visit.press(Key::Escape);
    visit.press(Key::Escape);
    assert!(!visit.gallery().wants_to_quit() && visit.reads("is not saved"), "{:?}", visit.names());
    visit.click("Leave");
    assert!(visit.gallery().wants_to_quit());
    let mut other = open("mara", folder.path(), WINDOW, 1.0);
    other.press(Key::Escape);
    assert!(other.gallery().wants_to_quit());
}

#[test]
fn somebody_else_is_chosen_and_what_was_changed_stays_with_them() {
    let folder = folder();
    let mut visit = open("mara", folder.path(), WINDOW, 1.0);
    visit.click("Posture");
    visit.focus("Head turned");
    visit.press(Key::Delete);
    visit.click("Person");
    visit.click("Jo, jo");
    visit.settle();
    assert_eq!(visit.gallery().sitter().map(|s| s.id.as_str()), Some("jo"));
    visit.click("Mara Haddad, mara");
    assert_eq!(visit.gallery().sitter().map(|s| s.look.rest.yaw), Some(0.0));
}

#[test]
fn nothing_is_cut_or_lies_over_another_on_any_page() {
    let folder = folder();
    let mut found = std::collections::BTreeSet::new();
    for window in [WINDOW, (1920.0, 1080.0)] {
        for text in [1.0, 1.5, 2.0] {
            let mut visit = open("oyelaran", folder.path(), window, text);
            for page in PAGES {
                visit.click(page);
                let faults = seen::faults_in(&visit.harness);
                found.extend(faults.into_iter().map(|f| format!("{} at {text}, {page}: {f}", window.0)));
            }
        }
    }
    assert!(found.is_empty(), "{} faults\n{}", found.len(), found.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn tab_reaches_everything_on_every_page() {
    let folder = folder();
    for text in [1.0, 2.0] {
        let mut visit = open("mara", folder.path(), WINDOW, text);
        for page in PAGES {
            visit.click(page);
            let wanted = seen::focusable_in(&visit.harness);
            let mut reached = std::collections::BTreeSet::new();
            for _ in 0..2 * wanted.len() + 4 {
                visit.press(Key::Tab);
                reached.extend(seen::focused_name_in(&visit.harness));
            }
            let missed: Vec<_> = wanted.difference(&reached).collect();
            assert!(missed.is_empty(), "{page} at {text}: Tab does not lead to {missed:?}");
        }
    }
}

//! Printing or saving: a file beside the records, to open in a browser, and the sentence that says where it lies.

use std::path::PathBuf;

use super::Desk;
use super::book::Book;
use crate::debrief::Debrief;
use crate::growth::{Play, Serves, progress};
use crate::model::Model;
use crate::records::{Past, Stamp};
use crate::report::completions::{Course, csv};
use crate::report::debrief::{Imprint, html as debrief_html};
use crate::report::trainee::{TraineeReport, html as trainee_html};
use crate::rewrite::write::over;
use crate::session::Session;

impl Desk {
    /// Saves a debrief with the trainee's own account.
    pub(super) fn save_debrief(&mut self, session: &Session, told: &Debrief, own: [Option<u8>; 4]) {
        let html = debrief_html(told, &self.book.imprint(session, own));
        self.trouble = Some(self.book.save(&told.title, "html", &html));
    }

    pub(super) fn save_progress(&mut self) {
        let Some(who) = self.book.who().cloned() else { return };
        let past = self.book.past();
        let plays: Vec<Play> = past.iter().map(Past::play).collect();
        let now = self.book.now();
        let serves = Serves::of(&self.setup.scenarios, Model::shipped());
        let told = progress(Model::shipped(), &plays, &[], now.day(), &serves, now.day().unsigned_abs());
        let report = TraineeReport::of(&who, &past, Model::shipped(), now).with_growth(&told, now.day());
        self.trouble = Some(self.book.save("Progress", "html", &trainee_html(&report)));
    }

    /// What everybody here has completed, as most academies take it.
    pub(super) fn save_completions(&mut self) {
        let (first, last) = (Stamp { ms: 0, zone: 0 }, self.book.now());
        let all = self.book.records().completions(first, last).unwrap_or_default();
        let course = Course { name: "Alongside", cut: None, with_names: false };
        self.trouble = Some(self.book.save("Completions", "csv", &csv(&all, &course)));
    }
}

impl Book {
    fn imprint(&self, session: &Session, own: [Option<u8>; 4]) -> Imprint {
        let sealed = self.attempt().and_then(|attempt| {
            let links = self.records().seals().ok()?;
            links.into_iter().find(|link| link.attempt == attempt.id)
        });
        Imprint {
            name: self.who().map(|who| who.name.clone()).unwrap_or_default(),
            when: Some(self.now()),
            hash: session.scenario().hash.clone(),
            model: session.model().version.clone(),
            seal: sealed,
            own,
            ..Imprint::default()
        }
    }

    /// Writes a file among the reports; gives what to tell.
    pub(super) fn save(&self, title: &str, kind: &str, text: &str) -> String {
        let Some(folder) = self.records().file().and_then(|file| file.parent()).map(|folder| folder.join("reports"))
        else {
            return "There are no records on disk here, so there is no place for a report either.".to_owned();
        };
        let file = free(&folder, &format!("{} {}", self.now().date(), tidy(title)), kind);
        let written = std::fs::create_dir_all(&folder).map_err(|e| e.to_string());
        let written = written.and_then(|()| over(&file, text).map_err(|e| e.to_string()));
        match written {
            Ok(()) if kind == "html" => format!("Saved: {}. Open it in a browser to read or print it.", file.display()),
            Ok(()) => format!("Saved: {}.", file.display()),
            Err(why) => format!("It could not be saved as {} ({why}).", file.display()),
        }
    }
}

/// What any system takes as the name of a file.
fn tidy(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric() || " -".contains(*c)).take(60).collect::<String>().trim().to_owned()
}

/// A name that nothing has yet.
fn free(folder: &std::path::Path, name: &str, kind: &str) -> PathBuf {
    let numbered = |n: usize| match n {
        1 => folder.join(format!("{name}.{kind}")),
        n => folder.join(format!("{name} {n}.{kind}")),
    };
    (1..1000).map(numbered).find(|path| !path.exists()).unwrap_or_else(|| numbered(1))
}

//! What of a conversation in the terminal is written down: its replay document, where one is wanted, and the records.

use std::path::Path;

use crate::records::{Beginning, Keeper, Records, Stamp, Trouble, document};
use crate::session::Session;
use crate::xapi;

/// Where it is written.
#[derive(Default)]
pub struct Kept<'k> {
    document: Option<&'k Path>,
    records: Option<(Records, Keeper)>,
}

impl<'k> Kept<'k> {
    pub fn new(document: Option<&'k Path>) -> Self {
        Self { document, records: None }
    }

    /// Also in these records, as whoever was here last; somebody with a PIN is not taken for granted.
    ///
    /// # Errors
    /// What the disk says; nothing but the document is kept then.
    pub fn in_records(&mut self, mut records: Records) -> Result<(), Trouble> {
        let now = Stamp::now();
        let last = records.trainees()?.into_iter().find(|trainee| !trainee.has_pin);
        let trainee = match last {
            Some(last) => last,
            None => records.add_trainee("", now)?,
        };
        records.came(trainee.ix, now)?;
        xapi::attach(&mut records)?;
        let keeper = Keeper::new(Beginning { trainee: trainee.ix, form: None, at: now });
        self.records = Some((records, keeper));
        Ok(())
    }

    /// Another conversation begins: an earlier one stands as it is.
    pub(super) fn begin(&mut self, session: &Session) {
        if let Some((_, keeper)) = &mut self.records {
            keeper.again(Stamp::now());
        }
        self.save(session);
    }

    /// Writes what is new; gives what to tell when that fails.
    pub(super) fn save(&mut self, session: &Session) -> Option<String> {
        let written = self.records.as_mut().map(|(records, keeper)| records.keep(keeper, session, Stamp::now()));
        let trouble = written.and_then(Result::err).map(|trouble| format!("This turn is not on disk yet: {trouble}."));
        trouble.or(document::save(session, self.document))
    }
}

//! What is to be heard, in plain values: what the desk tells the sound, without a device or a library.

/// How sound is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SoundSettings {
    /// 0 to 100.
    pub volume: u8,
    pub muted: bool,
    /// What matters among the sounds, in words; if nobody has decided, while there is no sound.
    pub captions: Option<bool>,
    /// What people say is read out; none where the machine has nothing that can.
    pub speak: Option<bool>,
}

/// One press of a key or a click makes it so much louder.
const STEP: u8 = 10;

impl Default for SoundSettings {
    fn default() -> Self {
        Self { volume: 70, muted: false, captions: None, speak: None }
    }
}

impl SoundSettings {
    pub fn is_on(&self) -> bool {
        !self.muted && self.volume > 0
    }

    pub fn shows_captions(&self) -> bool {
        self.captions.unwrap_or(!self.is_on())
    }

    pub fn speaks(&self) -> bool {
        self.speak == Some(true) && !self.muted
    }

    /// Louder, and heard again.
    pub fn louder(&mut self) {
        (self.volume, self.muted) = ((self.volume + STEP).min(100), false);
    }

    pub fn quieter(&mut self) {
        self.volume = self.volume.saturating_sub(STEP);
    }

    /// Off, or on again; loud enough to be heard.
    pub fn toggle(&mut self) {
        self.muted = self.is_on();
        if !self.muted && self.volume == 0 {
            self.volume = STEP;
        }
    }

    pub fn toggle_captions(&mut self) {
        self.captions = Some(!self.shows_captions());
    }

    pub fn toggle_speaking(&mut self) {
        self.speak = self.speak.map(|on| !on);
    }
}

/// Something done that a small sound answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A line, an answer or a row is taken.
    Choose,
    /// Something is done instead of said: often no more than a silence.
    Silence,
    /// On to the next screen.
    Open,
    /// Back to the one before, or a line taken back.
    Back,
    /// A page is turned.
    Page,
}

/// Where the trainee is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Whereabouts {
    /// Counts conversations: another one begins with an arrival.
    pub conversation: u64,
    /// The scenario's id and that of the node or ending; both empty outside a conversation.
    pub scenario: String,
    pub node: String,
    /// The id of a place in `assets/places`, or the name of a screen that sounds.
    pub place: String,
    /// Talk has to stop.
    pub hazard: bool,
}

/// What they say, to be read out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// Which words: others have another number.
    pub turn: (u64, usize),
    pub text: String,
}

/// All that the sound has to know in a frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    pub settings: SoundSettings,
    /// None where nothing lasts: on paper, and while the conversation waits.
    pub whereabouts: Option<Whereabouts>,
    /// Words are coming.
    pub speaking: bool,
    /// None before anybody has spoken, and once the words are passed over.
    pub words: Option<Words>,
    /// Since the frame before.
    pub acts: Vec<Act>,
    /// What began in the picture since the frame before, by the names in `assets/places`.
    pub life: Vec<String>,
}

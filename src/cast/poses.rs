//! How arms and hands can be held: the file `assets/people/poses.ron`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use ron::extensions::Extensions;
use serde::Deserialize;

/// The pose of whoever does nothing with their hands.
pub const HANGING: &str = "hanging";

/// Every pose by its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Poses {
    hanging: Pose,
    others: BTreeMap<String, Pose>,
}

/// Both arms, and what they do to the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Pose {
    pub right: ArmPose,
    pub left: ArmPose,
    pub body: Carriage,
    /// What the hands rest on, drawn in front of the body.
    pub surface: Option<Surface>,
    /// The poses that somebody takes instead who sits with nothing before them, and at a table.
    pub lap: Option<String>,
    pub table: Option<String>,
}

/// One arm. Places are in half-heads on a body of plain shoulders: outwards from the middle, then down from the eyes.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArmPose {
    pub elbow: [f64; 2],
    pub wrist: [f64; 2],
    pub hand: HandShape,
    /// Degrees of the hand from fingers-up, towards the middle.
    pub rotation: f64,
    /// Factor of the hand's size.
    #[serde(default = "one")]
    pub size: f64,
    /// The wrist follows this instead of lying where `wrist` says.
    #[serde(default)]
    pub anchor: Option<Anchor>,
    #[serde(default)]
    pub level: Level,
    /// What the hand holds.
    #[serde(default)]
    pub prop: Option<Prop>,
    /// The forearm is drawn above the other.
    #[serde(default)]
    pub over: bool,
}

fn one() -> f64 {
    1.0
}

/// How a hand is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum HandShape {
    /// Hanging, the fingers slowly closing.
    Relaxed,
    /// Laid on something.
    Flat,
    /// Open towards the viewer.
    PalmFront,
    /// Offered.
    PalmUp,
    Fist,
    /// Forefinger out.
    Point,
    /// Round something that stands in it.
    Grip,
    /// Fingertips to a face.
    Tips,
    /// Weight on a surface.
    Lean,
    /// Round the other hand.
    Clasp,
    /// Round the edge of a door frame.
    Wrap,
    /// Under the other arm.
    Hidden,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Anchor {
    /// The side of the face.
    Cheek,
    Chin,
    /// The side of the neck.
    Neck,
}

/// What an arm is drawn in front of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Level {
    #[default]
    Body,
    Head,
}

/// What a hand can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Prop {
    Glass,
    Keys,
    Mop,
    Phone,
}

/// What hands can rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Surface {
    Counter,
    /// The person's own, sitting.
    Lap,
    /// Before somebody who sits.
    Table,
}

/// What a pose does to the body besides the arms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Carriage {
    /// Added to the posture's own.
    pub shoulders: f64,
    pub shrink: f64,
    /// Degrees about the hips, away from the light.
    pub lean: f64,
    /// Degrees about the body's own axis, away from the light.
    pub turn: f64,
    /// How far one shoulder sinks and the other rises, in figure units.
    pub tilt: f64,
    /// Degrees the head looks down, and how far it sinks, in figure units.
    pub nod: f64,
    pub drop: f64,
    /// How far the whole body sinks, as it bends over a table, in lengths of the arm.
    pub sink: f64,
}

impl Surface {
    /// The pose of hands that have nothing to do behind it; they hang where there is none.
    pub const fn at_rest(self) -> Option<&'static str> {
        match self {
            Self::Counter => None,
            Self::Lap => Some("seated"),
            Self::Table => Some("table"),
        }
    }
}

impl Poses {
    /// The poses that ship with the program.
    ///
    /// # Panics
    /// Never: a test reads the same embedded file.
    pub fn shipped() -> &'static Self {
        static POSES: OnceLock<Poses> = OnceLock::new();
        POSES.get_or_init(|| Self::parse(SHIPPED).expect("the embedded poses parse"))
    }

    /// Reads the text of a file of poses.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn parse(text: &str) -> Result<Self, String> {
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let mut written: BTreeMap<String, Written> = options.from_str(text).map_err(|error| error.to_string())?;
        let missing = || format!("the pose \"{HANGING}\" with both arms is missing");
        let hanging = written.remove(HANGING).and_then(Written::complete).ok_or_else(missing)?;
        let others = written.into_iter().map(|(name, pose)| (name, pose.over(&hanging))).collect();
        let poses = Self { hanging, others };
        poses.check_instead()?;
        Ok(poses)
    }

    /// Whether what is done instead of each pose can be done.
    fn check_instead(&self) -> Result<(), String> {
        let all = std::iter::once(&self.hanging).chain(self.others.values());
        all.flat_map(|pose| pose.lap.iter().chain(&pose.table)).try_for_each(|name| self.check(name))
    }

    /// The pose of that name. One that [`Poses::check`] would refuse hangs.
    pub fn get(&self, name: &str) -> &Pose {
        self.others.get(name).unwrap_or(&self.hanging)
    }

    /// What somebody does who means the pose of that name and sits or stands behind something: a door frame is out of reach
    /// of a chair.
    pub fn behind(&self, name: &str, surface: Option<Surface>) -> &Pose {
        let pose = self.get(name);
        let instead = match surface {
            Some(Surface::Lap) => pose.lap.as_deref(),
            Some(Surface::Table) => pose.table.as_deref(),
            Some(Surface::Counter) | None => None,
        };
        instead.map_or(pose, |name| self.get(name))
    }

    /// Whether there is a pose of that name; for whoever reads a file that names one.
    ///
    /// # Errors
    /// A sentence with the name that was most likely meant.
    pub fn check(&self, name: &str) -> Result<(), String> {
        if self.names().any(|known| known == name) {
            return Ok(());
        }
        let alike = |known: &&str| strsim::damerau_levenshtein(known, name);
        match self.names().min_by_key(alike).filter(|known| alike(known) <= 2) {
            Some(known) => Err(format!("there is no pose \"{name}\": did you mean \"{known}\"?")),
            None => Err(format!(
                "there is no pose \"{name}\": write one of {}",
                self.names().collect::<Vec<_>>().join(", ")
            )),
        }
    }

    /// The names of all poses.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(HANGING).chain(self.others.keys().map(String::as_str))
    }
}

/// A pose as it stands in the file: an arm that is not given hangs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    right: Option<ArmPose>,
    #[serde(default)]
    left: Option<ArmPose>,
    #[serde(default)]
    body: Carriage,
    #[serde(default)]
    surface: Option<Surface>,
    #[serde(default)]
    lap: Option<String>,
    #[serde(default)]
    table: Option<String>,
}

impl Written {
    fn complete(self) -> Option<Pose> {
        let Self { body, surface, lap, table, .. } = self;
        Some(Pose { right: self.right?, left: self.left?, body, surface, lap, table })
    }

    fn over(self, hanging: &Pose) -> Pose {
        let Self { body, surface, lap, table, .. } = self;
        Pose {
            right: self.right.unwrap_or_else(|| hanging.right.clone()),
            left: self.left.unwrap_or_else(|| hanging.left.clone()),
            body,
            surface,
            lap,
            table,
        }
    }
}

const SHIPPED: &str = include_str!("../../assets/people/poses.ron");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_poses_parse() {
        assert_eq!(Poses::parse(SHIPPED).map(|poses| poses.names().count()), Ok(24));
    }

    #[test]
    fn hands_at_rest_behind_a_surface_have_their_pose() {
        for surface in [Surface::Counter, Surface::Lap, Surface::Table] {
            let own = surface.at_rest().map(|name| Poses::shipped().get(name).surface);
            assert!(own.is_none_or(|own| own == Some(surface)));
        }
    }

    #[test]
    fn an_arm_that_is_not_given_hangs() {
        let poses = Poses::shipped();
        assert_eq!(poses.get("phone").left, poses.get(HANGING).left);
        assert_ne!(poses.get("phone").right, poses.get(HANGING).right);
    }

    #[test]
    fn an_unknown_pose_is_reported_and_hangs() {
        let poses = Poses::shipped();
        assert_eq!(poses.check("folded"), Ok(()));
        let refused = "there is no pose \"foldet\": did you mean \"folded\"?";
        assert_eq!(poses.check("foldet"), Err(refused.to_owned()));
        assert_eq!(poses.get("foldet"), poses.get(HANGING));
    }

    #[test]
    fn who_sits_takes_no_pose_that_wants_standing() {
        let poses = Poses::shipped();
        let surfaces = [None, Some(Surface::Counter), Some(Surface::Lap), Some(Surface::Table)];
        let names = surfaces.map(|surface| poses.behind("fists", surface));
        assert_eq!(names, ["fists", "fists", "seated_fists", "table_fists"].map(|name| poses.get(name)));
        for (name, surface) in poses.names().flat_map(|name| surfaces.map(|surface| (name, surface))) {
            let own = poses.behind(name, surface).surface;
            let sits = matches!(surface, Some(Surface::Lap | Surface::Table));
            assert!(!sits || own.is_none() || own == surface, "{name}, {surface:?}: {own:?}");
        }
    }

    #[test]
    fn a_pose_to_take_instead_that_there_is_not_is_refused() {
        let error = Poses::parse(&SHIPPED.replace("lap: \"seated_fists\"", "lap: \"seated_fist\""));
        let refused = "there is no pose \"seated_fist\": did you mean \"seated_fists\"?";
        assert_eq!(error, Err(refused.to_owned()));
    }

    #[test]
    fn a_file_without_the_pose_to_fall_back_to_is_refused() {
        let half = "{\"hanging\": (left: (elbow: (1, 3), wrist: (1, 5), hand: Fist, rotation: 180))}";
        for text in ["{}", half] {
            assert_eq!(Poses::parse(text), Err("the pose \"hanging\" with both arms is missing".to_owned()));
        }
    }

    #[test]
    fn a_hand_nobody_can_draw_is_refused() {
        let error = Poses::parse(&SHIPPED.replace("hand: Fist", "hand: Claw")).expect_err("no such hand");
        assert!(error.contains("Claw"), "{error}");
    }
}

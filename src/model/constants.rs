//! The numbers of the formulas, from `assets/model/constants.ron`, each with its words, source and status.

use std::collections::BTreeMap;

use serde::Deserialize;

/// One number with its reason.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Constant {
    pub value: f64,
    pub what: String,
    pub source: String,
    pub status: String,
}

/// A named group of techniques with its reason.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub techniques: Vec<String>,
    pub what: String,
    pub source: String,
}

/// The file as written.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConstantsFile {
    /// Changes when any number does, so that old records are never silently compared.
    pub version: String,
    pub numbers: BTreeMap<String, Constant>,
    pub groups: BTreeMap<String, Group>,
}

macro_rules! constants {
    ($($name:ident),* $(,)?) => {
        /// The numbers by name. What each is, its unit and where it comes from stands in the data file.
        #[derive(Clone, Copy, Debug, PartialEq)]
        #[allow(missing_docs)]
        pub struct Constants { $(pub $name: f64),* }

        impl Constants {
            /// # Errors
            /// Names a number that is missing, or one that nothing uses.
            pub(super) fn read(numbers: &BTreeMap<String, Constant>) -> Result<Self, String> {
                const NAMES: &[&str] = &[$(stringify!($name)),*];
                if let Some(extra) = numbers.keys().find(|k| !NAMES.contains(&k.as_str())) {
                    return Err(format!("nothing uses the number \"{extra}\""));
                }
                let get = |name: &str| {
                    numbers.get(name).map(|c| c.value).ok_or_else(|| format!("the number \"{name}\" is missing"))
                };
                Ok(Self { $($name: get(stringify!($name))?),* })
            }
        }
    };
}

constants! {
    stack, beside_harm, evidence_limit,
    open_floor, open_range, open_midpoint, open_slope, open_soothed, drink_dulls, trust_opens_from, trust_opens,
    gain_room_least, loss_room_least, room_most, loss_weight,
    heard_listening, heard_empathy, heard_loss,
    respect_regard, respect_boundaries, respect_listening,
    safety_boundaries, safety_empathy, safety_regard,
    control_acts, control_regard, control_loss,
    trust_empathy, trust_listening, trust_boundaries, trust_regard, trust_reach,
    arousal_empathy, arousal_listening, arousal_boundaries, arousal_regard,
    soothe_from, soothe_span, rise_top, rise_room_least, rise_weight,
    rest_safety, rest_respect, rest_control, rest_trust, rest_least, rest_most, recovery, stress_fades,
    readiness_threat, readiness_command, ready_heard, ready_arousal, readiness_trust, readiness_trust_from,
    readiness_trust_most, readiness_evoke, readiness_collab, readiness_autonomy, readiness_reach,
    repair_gain, overheard_side,
    stop_arousal, leaves_safety, leaves_arousal, shut_control, shut_heard, shut_after_turn,
    visit_trust_base, visit_trust_days, visit_distrust_days, visit_kept_trust, visit_broken_trust,
    visit_respect_rest, visit_kept_respect, visit_broken_respect, visit_safety_days, visit_control_days,
    visit_heard_rest, visit_heard_keeps, visit_readiness_fades, visit_kept_readiness, visit_good_gain,
    visit_harm_severity, visit_arousal_trust, visit_arousal_least, visit_arousal_most,
    rating_floor, rating_ceiling, rating_range, rating_recency, rating_chance, rating_prior_count, rating_prior,
    rating_variance_least, rating_band, harm_slight, harm_serious, harm_grave, harm_next, harm_most, harm_repaired,
    harm_grave_cap, cue_right, cue_wrong, cue_salience,
}

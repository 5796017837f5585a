//! A rating on its scale: five ticks, the band in which it may lie, what was seen, and what they said of themselves.

use crate::debrief::{Rated, Standing, half_step_word};
use crate::report::paper::{EDGE, QUIET, TEXT, color};
use crate::report::plot::{Canvas, Fill, drawing};

const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 34.0;
const MARGIN: f64 = 10.0;
const LINE: f64 = 21.0;
/// Where picking at random stands (scoring basis, 4.2).
const RANDOM: f64 = 1.0 + 35.0 / 25.0;

pub fn scale(rated: &Rated, own: Option<u8>) -> String {
    drawing((WIDTH, HEIGHT), "scale", [rated.dimension.name(), &words(rated, own)], |canvas| {
        ticks(canvas);
        if let Standing::At { value, low, high, .. } = rated.standing {
            canvas.band([at(low), at(high)], LINE, 6.0, color(rated.dimension));
            canvas.shape(rated.dimension, (at(value), LINE), 16.0, Fill::Full);
        }
        if let Some(own) = own {
            let x = at(f64::from(own));
            canvas.area(&[(x - 5.5, 1.0), (x + 5.5, 1.0), (x, 9.0)], TEXT, 1.0);
        }
    })
}

/// 1 to 5 as points from the left.
fn at(value: f64) -> f64 {
    MARGIN + (WIDTH - 2.0 * MARGIN) * ((value - 1.0) / 4.0).clamp(0.0, 1.0)
}

fn ticks(canvas: &Canvas) {
    canvas.line(&[(MARGIN, LINE), (WIDTH - MARGIN, LINE)], EDGE, 1.0);
    for tick in 1..=5 {
        let x = at(f64::from(tick));
        canvas.line(&[(x, LINE - 4.0), (x, LINE + 4.0)], EDGE, 1.0);
    }
    canvas.dashed(&[(at(RANDOM), LINE - 10.0), (at(RANDOM), LINE + 10.0)], QUIET, 1.2, [1.5, 2.5]);
}

/// As a screen reader says it on the screen.
fn words(rated: &Rated, own: Option<u8>) -> String {
    let seen = match rated.standing {
        Standing::NotEnoughChances => "Not enough chances to rate.".to_owned(),
        Standing::At { low, high, word, .. } => {
            format!("We saw {word}. It may lie between {} and {}.", half_step_word(low), half_step_word(high))
        }
    };
    match own {
        Some(own) => format!("{seen} You said {}.", half_step_word(f64::from(own))),
        None => seen,
    }
}

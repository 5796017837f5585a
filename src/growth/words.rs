//! Numbers, days and lists as words.

use crate::model::Dimension;

use super::cell::Context;

const SMALL: [&str; 20] = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/// From 1 January 1970 on, which was the first of these.
const WEEKDAYS: [&str; 7] = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

/// In letters up to ninety-nine, in digits from there on.
pub fn number(count: u64) -> String {
    let place = |i: u64| usize::try_from(i).unwrap_or(usize::MAX);
    match (SMALL.get(place(count)), TENS.get(place(count / 10)), SMALL.get(place(count % 10))) {
        (Some(word), _, _) => (*word).to_owned(),
        (None, Some(tens), _) if count.is_multiple_of(10) => (*tens).to_owned(),
        (None, Some(tens), Some(ones)) => format!("{tens}-{ones}"),
        _ => count.to_string(),
    }
}

/// "one turn", "two turns".
pub(super) fn many(count: u64, what: &str) -> String {
    format!("{} {what}{}", number(count), if count == 1 { "" } else { "s" })
}

/// "a", "a and b", "a, b and c".
pub(super) fn list(parts: &[&str]) -> String {
    match parts {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

/// With a capital letter at the front.
pub fn capitalized(text: &str) -> String {
    let first = text.chars().next().map_or(0, char::len_utf8);
    format!("{}{}", text[..first].to_uppercase(), &text[first..])
}

/// The day of the week of a day since 1 January 1970.
pub(super) fn weekday(day: i64) -> &'static str {
    let place = usize::try_from(day.rem_euclid(7)).unwrap_or(0);
    WEEKDAYS.get(place).copied().unwrap_or("Thursday")
}

/// A day to come as one says it: "tomorrow", "on Thursday", "in twelve days".
pub(super) fn ahead(day: i64, today: i64) -> String {
    match day.saturating_sub(today) {
        ..=0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        2..=6 => format!("on {}", weekday(day)),
        days => format!("in {}", many(days.unsigned_abs(), "day")),
    }
}

/// A day gone by as one says it: "yesterday", "on Thursday", "twelve days ago".
pub(super) fn ago(day: i64, today: i64) -> String {
    match today.saturating_sub(day) {
        ..=0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..=6 => format!("on {}", weekday(day)),
        days => format!("{} ago", many(days.unsigned_abs(), "day")),
    }
}

/// A dimension within a sentence.
pub(super) fn name(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Empathy => "empathy",
        Dimension::Listening => "listening",
        Dimension::Boundaries => "boundaries",
        Dimension::Regard => "positive regard",
    }
}

/// What one does on a dimension, as a title.
pub(super) fn doing(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Empathy => "Meeting a feeling",
        Dimension::Listening => "Listening",
        Dimension::Boundaries => "Holding a line",
        Dimension::Regard => "Showing respect",
    }
}

/// Whom one does it with, after the title.
pub(super) fn with_whom(context: Context) -> String {
    let who = match (context.upset, context.wary) {
        (true, true) => "upset and wary of you",
        (true, false) => "upset, who trusts you",
        (false, true) => "calm but wary of you",
        (false, false) => "calm, who trusts you",
    };
    let step = if context.before_preparation { "before they think of a next step" } else { "ready for a next step" };
    format!("With someone {who}, {step}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_one_says_them() {
        let said = [0, 1, 12, 19, 20, 21, 30, 99, 100].map(number);
        assert_eq!(
            said,
            ["no", "one", "twelve", "nineteen", "twenty", "twenty-one", "thirty", "ninety-nine", "100"]
                .map(String::from)
        );
    }

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        // 1 January 1970 was a Thursday, 31 December 1969 a Wednesday, 29 February 2024 (19782) a Thursday
        assert_eq!([0, -1, 19_782, 19_784].map(weekday), ["Thursday", "Wednesday", "Thursday", "Saturday"]);
    }

    #[test]
    fn days_ahead_are_told_by_name_within_the_week() {
        let told = [5, 6, 7, 11, 12, 17].map(|day| ahead(day, 5));
        assert_eq!(told, ["today", "tomorrow", "on Thursday", "on Monday", "in seven days", "in twelve days"]);
    }
}

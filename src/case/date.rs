//! The calendar of a case: which day of the week, which day of the month.

use jiff::civil::Date;

use super::Case;

/// The day as it is counted: days since 1970; none where that is no day.
pub(super) fn counted(date: &str) -> Option<i64> {
    let date: Date = date.parse().ok()?;
    let since = Date::constant(1970, 1, 1).until(date).ok()?;
    Some(i64::from(since.get_days()))
}

impl Case {
    /// `29 October`; days of the case count from 0.
    pub fn date(&self, day: u32) -> String {
        self.civil(day).strftime("%-d %B").to_string()
    }

    /// `Thursday`
    pub fn weekday(&self, day: u32) -> String {
        self.civil(day).strftime("%A").to_string()
    }

    /// `29 Thu`, as a strip of days has it.
    pub fn short(&self, day: u32) -> (String, String) {
        let date = self.civil(day);
        (date.strftime("%-d").to_string(), date.strftime("%a").to_string())
    }

    /// `October`
    pub fn month(&self, day: u32) -> String {
        self.civil(day).strftime("%B").to_string()
    }

    fn civil(&self, day: u32) -> Date {
        let days = self.begins.saturating_add(i64::from(day));
        Date::constant(1970, 1, 1).saturating_add(jiff::Span::new().days(days.clamp(0, 2_000_000)))
    }
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn days_count_from_1970() {
        assert_eq!(
            (counted("1970-01-02"), counted("2026-10-15"), counted("2026-13-01")),
            (Some(1), Some(20_741), None)
        );
    }
}

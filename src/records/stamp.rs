//! A moment, and what the clocks on the wall showed there.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};

/// When something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Milliseconds since 1970 began, UTC.
    pub ms: i64,
    /// Minutes that local time was ahead of UTC.
    pub zone: i32,
}

impl Stamp {
    /// The present, by the machine's clock and time zone.
    pub fn now() -> Self {
        let now = Zoned::now();
        Self { ms: now.timestamp().as_millisecond(), zone: now.offset().seconds() / 60 }
    }

    /// The first moment of a day as it is written, `2026-11-04`, by the machine's time zone; none where that is no day.
    pub fn beginning_of(date: &str) -> Option<Self> {
        let zoned = date.parse::<Date>().ok()?.to_zoned(TimeZone::system()).ok()?;
        Some(Self { ms: zoned.timestamp().as_millisecond(), zone: zoned.offset().seconds() / 60 })
    }

    /// A moment as RFC 3339 has it; the offset is not kept.
    pub fn read(text: &str) -> Option<Self> {
        let moment: Timestamp = text.parse().ok()?;
        Some(Self { ms: moment.as_millisecond(), zone: 0 })
    }

    /// Days since 1970 on the local calendar.
    pub fn day(self) -> i64 {
        self.ms.saturating_add(i64::from(self.zone) * 60_000).div_euclid(86_400_000)
    }

    /// As RFC 3339 in UTC, to the millisecond: `2026-11-04T09:12:03.250Z`.
    pub fn utc(self) -> String {
        self.zoned(TimeZone::UTC).strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
    }

    /// The local date: `2026-11-04`.
    pub fn date(self) -> String {
        self.local().strftime("%Y-%m-%d").to_string()
    }

    /// The local date in words: `4 November 2026`.
    pub fn date_in_words(self) -> String {
        self.local().strftime("%-d %B %Y").to_string()
    }

    /// The same clock that many days away.
    pub fn days_on(self, days: i64) -> Self {
        Self { ms: self.ms.saturating_add(days.saturating_mul(86_400_000)), ..self }
    }

    fn local(self) -> Zoned {
        let offset = Offset::from_seconds(self.zone.clamp(-1_500, 1_500) * 60).unwrap_or(Offset::UTC);
        self.zoned(offset.to_time_zone())
    }

    /// What lies beyond the calendar is shown as its end.
    fn zoned(self, zone: TimeZone) -> Zoned {
        let edge = if self.ms < 0 { Timestamp::MIN } else { Timestamp::MAX };
        Timestamp::from_millisecond(self.ms).unwrap_or(edge).to_zoned(zone)
    }
}

#[cfg(test)]
mod tests {
    use super::Stamp;

    #[test]
    fn a_day_is_that_of_the_clocks_on_the_wall() {
        let late = Stamp { ms: 86_400_000 - 1, zone: 60 };
        assert_eq!((late.day(), late.date()), (1, "1970-01-02".to_owned()));
        assert_eq!(late.utc(), "1970-01-01T23:59:59.999Z");
        assert_eq!(Stamp::read("1970-01-02T00:59:59.999+01:00"), Some(Stamp { zone: 0, ..late }));
        assert_eq!(Stamp { zone: 0, ..late }.date_in_words(), "1 January 1970");
    }

    #[test]
    fn a_written_day_begins_at_midnight() {
        assert_eq!(Stamp::beginning_of("2026-11-04").map(Stamp::date), Some("2026-11-04".to_owned()));
        assert_eq!(["4 November", "2026-02-30", ""].map(Stamp::beginning_of), [None; 3]);
    }

    #[test]
    fn no_number_is_too_large_to_be_shown() {
        for ms in [i64::MIN, i64::MAX] {
            assert!(!Stamp { ms, zone: i32::MAX }.date().is_empty());
        }
    }
}

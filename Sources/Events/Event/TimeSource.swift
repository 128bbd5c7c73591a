/// Where the time of day of an event comes from.
public enum TimeSource: String, CaseIterable, Sendable {
    /// The SGML header of the filing, New York time.
    case sgml
    /// EDGAR's submissions JSON, read as UTC.
    case jsonUTC = "json_utc"
    /// EDGAR's submissions JSON, read as New York wall-clock time.
    case jsonEastern = "json_eastern"
    /// EDGAR's submissions JSON whose zone could not be decided.
    case ambiguous
    /// A file that states the instant in UTC.
    case file
    /// An earnings calendar that states the hour.
    case calendarHour = "calendar_hour"
    /// The linked event of another source.
    case linked
    /// No time of day is known.
    case none
}

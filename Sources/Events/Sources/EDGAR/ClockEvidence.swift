import Market

/// How well a reading of an acceptance time agrees with EDGAR's rules.
///
/// Weights are logarithms of how often filings whose zone is certain break a rule, counted over 306,000 filings
/// and rounded up: a later date than the rule gives, once; acceptance outside 6:00-22:00, 1 in 9,000 and mostly
/// on single nights; the same date although accepted after 17:30, 1 in 1,300 and mostly on days of trouble at EDGAR.
enum ClockEvidence: Equatable {
    /// Time and date fit, or the date follows no rule.
    case fits
    /// Accepted before 17:30 of a business day, yet dated the next one.
    case datedLate
    /// Accepted after 17:30, yet dated the same day.
    case datedEarly
    /// Accepted while EDGAR takes nothing.
    case outsideHours
    /// Accepted after the present.
    case inTheFuture

    /// Judges a reading.
    ///
    /// - Parameters:
    ///   - day: New York day of the reading.
    ///   - secondOfDay: New York second of the day.
    ///   - filingDate: the date that EDGAR gave the filing.
    ///   - hours: the rule for its form.
    init(day: TradingDay, secondOfDay: Int, filingDate: TradingDay, hours: FilingHours) {
        guard Self.open.contains(secondOfDay) else {
            self = .outsideHours
            return
        }
        guard hours != .unknown, EdgarCalendar.isBusinessDay(day) else {
            self = .fits
            return
        }
        if secondOfDay < Self.cutoff, filingDate > day, filingDate == EdgarCalendar.businessDay(after: day) {
            self = .datedLate
        } else if secondOfDay >= Self.cutoff + Self.grace, filingDate == day, hours == .standard {
            self = .datedEarly
        } else {
            self = .fits
        }
    }

    /// Logarithm of the likelihood relative to a reading that fits.
    var weight: Double {
        switch self {
        case .fits: 0
        case .datedLate: -11.5
        case .datedEarly: -8.3
        case .outsideHours: -9.2
        case .inTheFuture: -14
        }
    }

    /// EDGAR accepts filings from 6:00 to 22:00 New York.
    private static let open = 6 * 3600..<22 * 3600
    /// The time after which a filing is dated the next business day.
    private static let cutoff = 17 * 3600 + 30 * 60
    /// A filing whose transmission began before the cutoff keeps the day although accepted minutes later.
    private static let grace = 5 * 60
}

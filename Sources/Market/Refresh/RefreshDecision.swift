/// What to do with a fresh tail of prices.
public enum RefreshDecision: Sendable, Equatable {
    /// Join these bars to the series with this vintage.
    case appendTail([Bar], ontoVintage: String)
    /// Fetch the whole history and replace the series.
    case rereadWholeHistory(RereadReason)
    /// Leave the series as it is.
    case nothingNew
    /// Leave the series as it is and tell people.
    case suspect(SuspectReason)
}

/// Why a tail cannot be joined to the stored series, and only the whole history can replace it.
public enum RereadReason: Sendable, Equatable {
    /// A split that the stored series does not have: every earlier price changes.
    case split(day: TradingDay, factor: Double)
    /// A dividend that the stored series does not have: every earlier adjusted close changes.
    case dividend(day: TradingDay, amount: Double)
    /// Closes of common days are no longer the same.
    case closesRevised(day: TradingDay, stored: Double, fresh: Double, days: Int)
    /// The tail begins after the last stored day, so that nothing shows whether it is of the same vintage.
    case noCommonDay(lastStored: TradingDay, firstFresh: TradingDay)
    /// Sessions between the stored bars and the new ones are missing from the tail.
    case missingSessions(Int, before: TradingDay)
}

extension RereadReason: CustomStringConvertible {
    /// What was seen.
    public var description: String {
        switch self {
        case .split(let day, let factor):
            "a split by \(factor) on \(day) that the stored series does not have"
        case .dividend(let day, let amount):
            "a dividend of \(amount) on \(day) that the stored series does not have"
        case .closesRevised(let day, let stored, let fresh, let days):
            "adjusted closes differ on \(days) common days (\(day): \(fresh), stored \(stored))"
        case .noCommonDay(let stored, let fresh):
            "the prices begin on \(fresh), after the last stored day \(stored)"
        case .missingSessions(let count, let day): "\(count) sessions before \(day) are missing"
        }
    }
}

/// Why fresh prices are not believed.
public enum SuspectReason: Sendable, Equatable {
    /// No bar at all although sessions have closed since the last stored day.
    case empty(sessionsDue: Int)
    /// The tail ends before the stored series does.
    case endsEarly(lastFresh: TradingDay, lastStored: TradingDay)
    /// No new bar for so many sessions: halted, delisted or a source that fell behind.
    case silent(sessions: Int, lastFresh: TradingDay)
    /// Common days are about a hundred times off: another unit of the currency.
    case otherUnit(day: TradingDay, stored: Double, fresh: Double)
    /// The rules of the quarantine find something in the new bars.
    case findings([PriceFinding])
}

extension SuspectReason: CustomStringConvertible {
    /// What was seen.
    public var description: String {
        switch self {
        case .empty(let due): "no prices although \(due) sessions have closed"
        case .endsEarly(let fresh, let stored):
            "the prices end on \(fresh), before the last stored day \(stored)"
        case .silent(let sessions, let last): "no prices for \(sessions) sessions, the last is of \(last)"
        case .otherUnit(let day, let stored, let fresh): "close of \(day) is \(fresh), stored \(stored)"
        case .findings(let findings): findings.map(\.description).joined(separator: "; ")
        }
    }
}

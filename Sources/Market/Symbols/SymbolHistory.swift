/// The symbols that one instrument had over time, and when it was delisted.
public struct SymbolHistory: Hashable, Sendable {
    /// The symbol under which the instrument is known now, or was known last.
    public let current: String
    /// The periods by day; no two have a day in common.
    public let periods: [SymbolPeriod]
    /// Last day on which the instrument was listed; nil while it is.
    public let delistedOn: TradingDay?

    /// Why periods make no history.
    public enum Fault: Error, Hashable, Sendable {
        /// There is no period.
        case empty
        /// A period ends before it begins.
        case backwards(SymbolPeriod)
        /// Two periods have a day in common.
        case overlap(SymbolPeriod, SymbolPeriod)
        /// A period goes on after the delisting.
        case afterDelisting(SymbolPeriod, delistedOn: TradingDay)
    }

    /// Creates a history from its periods in any order.
    ///
    /// - Throws: `Fault` for periods that contradict each other.
    public init(current: String, periods: [SymbolPeriod], delistedOn: TradingDay?) throws(Fault) {
        let sorted = periods.sorted { Self.isBefore($0.from, $1.from) }
        guard !sorted.isEmpty else { throw .empty }
        for (index, period) in sorted.enumerated() {
            if let from = period.from, let through = period.through, through < from {
                throw .backwards(period)
            }
            if index > 0, sorted[index - 1].overlaps(period) { throw .overlap(sorted[index - 1], period) }
            if let delistedOn, let through = period.through, delistedOn < through {
                throw .afterDelisting(period, delistedOn: delistedOn)
            }
        }
        self.current = current
        self.periods = sorted
        self.delistedOn = delistedOn
    }

    /// The symbol on a day; nil on days outside all periods and after the delisting.
    public func symbol(on day: TradingDay) -> String? {
        if let delistedOn, day > delistedOn { return nil }
        return periods.first { $0.contains(day) }?.symbol
    }

    /// No first day counts as the earliest.
    static func isBefore(_ one: TradingDay?, _ other: TradingDay?) -> Bool {
        guard let other else { return false }
        guard let one else { return true }
        return one < other
    }
}

extension SymbolHistory.Fault: CustomStringConvertible {
    /// What is wrong.
    public var description: String {
        switch self {
        case .empty: "no period"
        case .backwards(let period): "\(period) ends before it begins"
        case .overlap(let one, let other): "\(one) and \(other) have days in common"
        case .afterDelisting(let period, let day): "\(period) goes on after the delisting on \(day)"
        }
    }
}

/// What a map says about a symbol on a day.
public enum SymbolResolution: Hashable, Sendable {
    /// The symbol belonged to this instrument.
    case instrument(SymbolHistory)
    /// The map knows the symbol, but nobody had it on that day.
    case unused
    /// The map does not know the symbol; it stands for itself.
    case notInMap
}

/// Symbol histories of many instruments, for finding the prices of an event whose symbol has changed since.
public struct SymbolMap: Sendable, Equatable {
    /// The histories by current symbol, delisted ones of the same symbol first.
    public let histories: [SymbolHistory]

    private let holders: [String: [Holder]]

    /// One instrument that had a symbol.
    private struct Holder: Equatable {
        let period: SymbolPeriod
        let history: Int
    }

    /// Two instruments had one symbol on the same day.
    public struct Conflict: Error, Hashable, Sendable, CustomStringConvertible {
        /// The first instrument's period.
        public let first: SymbolPeriod
        /// The first instrument's current symbol.
        public let firstKnownAs: String
        /// The second instrument's period.
        public let second: SymbolPeriod
        /// The second instrument's current symbol.
        public let secondKnownAs: String

        /// Both claims.
        public var description: String {
            "\(first), now known as \(firstKnownAs), and \(second), now known as \(secondKnownAs), have days in common"
        }
    }

    /// Creates a map from histories in any order.
    ///
    /// - Throws: `Conflict` where two instruments claim one symbol for the same day.
    public init(_ histories: [SymbolHistory]) throws(Conflict) {
        let sorted = histories.sorted { Self.isBefore($0, $1) }
        var holders: [String: [Holder]] = [:]
        for (index, history) in sorted.enumerated() {
            for period in history.periods {
                for other in holders[period.symbol] ?? [] where other.period.overlaps(period) {
                    throw Conflict(
                        first: other.period,
                        firstKnownAs: sorted[other.history].current,
                        second: period,
                        secondKnownAs: history.current
                    )
                }
                holders[period.symbol, default: []].append(Holder(period: period, history: index))
            }
        }
        self.histories = sorted
        self.holders = holders
    }

    /// Whose symbol it was on a day.
    public func resolve(_ symbol: String, on day: TradingDay) -> SymbolResolution {
        guard let found = holders[symbol] else { return .notInMap }
        for holder in found where holder.period.contains(day) {
            let history = histories[holder.history]
            if let delistedOn = history.delistedOn, day > delistedOn { continue }
            return .instrument(history)
        }
        return .unused
    }

    /// The symbol under which the prices of a day's symbol stand now: itself where the map does not know it.
    ///
    /// - Returns: nil where nobody had the symbol on that day.
    public func currentSymbol(of symbol: String, on day: TradingDay) -> String? {
        switch resolve(symbol, on: day) {
        case .instrument(let history): history.current
        case .notInMap: symbol
        case .unused: nil
        }
    }

    private static func isBefore(_ one: SymbolHistory, _ other: SymbolHistory) -> Bool {
        if one.current != other.current { return one.current < other.current }
        switch (one.delistedOn, other.delistedOn) {
        case (let first?, let second?): return first < second
        case (_?, nil): return true
        case (nil, _): return false
        }
    }
}

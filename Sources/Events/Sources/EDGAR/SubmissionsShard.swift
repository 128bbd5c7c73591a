public import Market

/// A file of a company's older filings, as its main file lists it.
public struct SubmissionsShard: Hashable, Sendable {
    /// The file's name, beside the main file.
    public var name: String
    /// The first filing date in it; nil where the main file does not say.
    public var from: TradingDay?
    /// The last filing date in it.
    public var to: TradingDay?

    /// Creates an entry.
    public init(name: String, from: TradingDay?, to: TradingDay?) {
        self.name = name
        self.from = from
        self.to = to
    }

    /// Whether filings of a range of days may be in it; nil stands for no bound.
    public func overlaps(since: TradingDay?, until: TradingDay?) -> Bool {
        if let since, let to, to < since { return false }
        if let until, let from, from > until { return false }
        return true
    }

    /// Whether the name is that of a shard of a company, so that it may stand in an address.
    public func belongs(to cik: String) -> Bool {
        let start = "CIK\(cik)-submissions-"
        guard name.hasPrefix(start), name.hasSuffix(".json") else { return false }
        let digits = name.dropFirst(start.count).dropLast(5)
        return !digits.isEmpty && digits.count < 6 && digits.utf8.allSatisfy { $0 &- 48 < 10 }
    }
}

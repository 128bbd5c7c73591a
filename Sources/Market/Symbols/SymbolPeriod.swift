/// Days on which an instrument had a symbol.
public struct SymbolPeriod: Hashable, Sendable {
    /// The symbol, in capitals.
    public let symbol: String
    /// First day; nil where the symbol was there before all days that matter.
    public let from: TradingDay?
    /// Last day; nil where the symbol is still in use.
    public let through: TradingDay?

    /// Creates a period from its parts.
    public init(symbol: String, from: TradingDay?, through: TradingDay?) {
        self.symbol = symbol
        self.from = from
        self.through = through
    }

    /// Whether the period holds a day.
    public func contains(_ day: TradingDay) -> Bool {
        from.map { $0 <= day } ?? true && through.map { day <= $0 } ?? true
    }

    /// Whether two periods have a day in common.
    func overlaps(_ other: SymbolPeriod) -> Bool {
        func starts(_ one: SymbolPeriod, before two: SymbolPeriod) -> Bool {
            guard let from = one.from, let through = two.through else { return true }
            return from <= through
        }
        return starts(self, before: other) && starts(other, before: self)
    }
}

extension SymbolPeriod: CustomStringConvertible {
    /// Symbol and days.
    public var description: String {
        "\(symbol) from \(from.map { "\($0)" } ?? "the beginning") to \(through.map { "\($0)" } ?? "today")"
    }
}

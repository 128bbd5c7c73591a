import Market

/// A symbol whose prices are needed, and under which symbol and for which days a source is asked.
struct PriceSubject: Equatable {
    /// The symbol under which the series is stored: that of the events.
    let ticker: String
    /// The symbol under which its prices stand now.
    let symbol: String
    /// First day of the series; nil for all.
    var from: TradingDay?
    /// Last day of the listing; nil while it is listed.
    var through: TradingDay?

    /// Resolves a symbol by the days of its events; nil where nobody had it on any of them.
    ///
    /// Where several instruments had the symbol, the last one's prices are stored, and only from the day on which
    /// it took the symbol: earlier events then have no base close rather than another company's.
    init?(ticker: String, days: [TradingDay], map: SymbolMap?) {
        self.ticker = ticker
        guard let map, let last = days.max() else {
            symbol = ticker
            return
        }
        var holders: [SymbolHistory] = []
        for day in days.sorted() {
            if case .instrument(let history) = map.resolve(ticker, on: day), holders.last != history {
                holders.append(history)
            }
        }
        guard let holder = holders.last else {
            guard map.resolve(ticker, on: last) == .notInMap else { return nil }
            symbol = ticker
            return
        }
        symbol = holder.current
        through = holder.delistedOn
        if holders.count > 1 { from = holder.periods.first { $0.symbol == ticker }?.from }
    }

    /// The bars that belong to the subject, up to a day.
    func bars(_ bars: [Bar], through last: TradingDay) -> [Bar] {
        let end = through.map { min($0, last) } ?? last
        return bars.filter { bar in bar.day <= end && (from.map { bar.day >= $0 } ?? true) }
    }
}

/// One instrument of a chart answer: parallel arrays by timestamp.
struct YahooChartResult {
    /// The instrument's symbol.
    let ticker: String

    private let meta: JSONTree
    private let timestamps: [JSONTree]
    private let quote: JSONTree
    private let adjustedCloses: [JSONTree]?
    private let events: JSONTree?
    private let zone: Zone

    /// How a timestamp becomes a day of the exchange.
    private enum Zone {
        case newYork
        /// Seconds east of UTC when the answer was made; the clock may have changed since a bar.
        case offset(Int)
    }

    init(_ result: JSONTree) throws(PriceFileError) {
        guard let meta = result["meta"], let symbol = meta["symbol"]?.string,
            let ticker = Ticker.normalized(symbol)
        else { throw .unreadable(reason: "a chart without meta.symbol") }
        if let interval = meta["dataGranularity"]?.string, interval != "1d" {
            throw .notDaily(detail: "the chart of \(ticker) has the interval \(interval); 1d is accepted")
        }
        self.ticker = ticker
        self.meta = meta
        timestamps = result["timestamp"]?.array ?? []
        quote = result["indicators"]?["quote"]?.array?.first ?? .null
        adjustedCloses = result["indicators"]?["adjclose"]?.array?.first?["adjclose"]?.array
        events = result["events"]
        if meta["exchangeTimezoneName"]?.string == "America/New_York" {
            zone = .newYork
        } else {
            zone = .offset(Self.seconds(meta["gmtoffset"]).map { Int($0) } ?? 0)
        }
        let count = timestamps.count
        for name in ["open", "high", "low", "close", "volume"] {
            guard count == 0 || quote[name]?.array?.count == count else {
                throw .unreadable(
                    reason: "\(ticker): \(count) timestamps and another number of values in \(name)"
                )
            }
        }
        guard adjustedCloses == nil || adjustedCloses?.count == count else {
            throw .unreadable(
                reason: "\(ticker): \(count) timestamps and another number of values in adjclose"
            )
        }
    }

    /// The bars, the elements left out, and notes.
    func bars() -> (bars: [Bar], problems: [PriceRowProblem], notes: [String]) {
        var bars: [Bar] = []
        var problems: [PriceRowProblem] = []
        var notes: [String] = []
        var withoutClose = 0
        let dividends = amounts("dividends") { $0["amount"]?.number }
        let splits = amounts("splits") { event in
            guard let new = event["numerator"]?.number, let old = event["denominator"]?.number, new > 0,
                old > 0
            else { return nil }
            return new / old
        }
        if adjustedCloses == nil, !timestamps.isEmpty {
            notes.append(
                "\(ticker): no adjclose; the close stands in for it, so that a dividend counts as a fall of the price"
            )
        }
        let columns = ["open", "high", "low", "close", "volume"].map { quote[$0]?.array ?? [] }
        for (index, timestamp) in timestamps.enumerated() {
            guard let seconds = Self.seconds(timestamp) else {
                problems.append(
                    PriceRowProblem(line: index + 1, reason: "timestamp is no time in seconds since 1970")
                )
                continue
            }
            if isUnfinished(seconds) {
                notes.append("\(ticker): the bar of \(day(seconds)) is left out, its session had not closed")
                continue
            }
            let values = columns.map { $0[index].number ?? .nan }
            let close = values[3]
            let adjusted = adjustedCloses.map { $0[index].number ?? .nan } ?? close
            if close.isNaN, adjusted.isNaN {
                withoutClose += 1
                continue
            }
            let day = day(seconds)
            bars.append(
                Bar(
                    day: day,
                    open: values[0],
                    high: values[1],
                    low: values[2],
                    close: close,
                    adjustedClose: adjusted,
                    volume: values[4],
                    dividend: dividends[day] ?? 0,
                    splitFactor: splits[day] ?? 0
                )
            )
        }
        if withoutClose > 0 { notes.append("\(ticker): days without a close left out: \(withoutClose)") }
        return (bars, problems, notes)
    }

    // MARK: Parts

    /// Amounts of dividends or splits by day; several on one day are combined as their kind demands.
    private func amounts(_ kind: String, _ amount: (JSONTree) -> Double?) -> [TradingDay: Double] {
        let members = events?[kind]
        let all = members?.array ?? members?.object?.sorted { $0.key < $1.key }.map(\.value) ?? []
        var result: [TradingDay: Double] = [:]
        for event in all {
            guard let seconds = Self.seconds(event["date"]), let amount = amount(event) else { continue }
            let day = day(seconds)
            if let other = result[day] {
                result[day] = kind == "splits" ? other * amount : other + amount
            } else {
                result[day] = amount
            }
        }
        return result
    }

    /// Whether a bar belongs to a session that was still open when the answer was made.
    private func isUnfinished(_ seconds: Int64) -> Bool {
        let regular = meta["currentTradingPeriod"]?["regular"]
        guard let start = Self.seconds(regular?["start"]), let end = Self.seconds(regular?["end"]),
            start < end,
            let now = Self.seconds(meta["regularMarketTime"])
        else { return false }
        return seconds >= start && seconds < end && now < end
    }

    /// The exchange's day of a timestamp.
    ///
    /// A bar is stamped with its session's start. The offset may be off by an hour of daylight saving time, which
    /// matters only to exchanges whose bars start at midnight: the last hour of a day counts to the next.
    private func day(_ seconds: Int64) -> TradingDay {
        let instant = UTCInstant(secondsSinceEpoch: seconds)
        switch zone {
        case .newYork: return NewYork.wallClock(of: instant).day
        case .offset(let offset): return instant.advanced(bySeconds: Int64(offset) + 3600).utcDay
        }
    }

    /// A number as whole seconds; nil for anything that is no time between the years 1653 and 2286.
    private static func seconds(_ value: JSONTree?) -> Int64? {
        guard let number = value?.number, abs(number) < 10_000_000_000 else { return nil }
        return Int64(number)
    }
}

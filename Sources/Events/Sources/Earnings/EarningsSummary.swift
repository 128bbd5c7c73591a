import Market

/// The earnings modules of Yahoo's `quoteSummary`, as they were in 2021 and are in 2025.
public struct EarningsSummary: Sendable, Equatable {
    /// Quarters with a known actual figure, the oldest first.
    public var quarters: [EarningsQuarter] = []
    /// The days of announcements that the calendar is sure of: one date alone, not marked as an estimate.
    public var dates: [EarningsDate] = []
    /// Quarters that were left out because they have no end or no actual figure.
    public var incomplete = 0
    /// Why the service has nothing for the symbol; nil where it has something.
    public var missing: String?

    /// Parses an answer.
    ///
    /// Figures come as numbers or as `{raw, fmt}`; `{}` and `null` are no figures. The chart of module `earnings` names
    /// quarters by a label only (`3Q2024`) that does not say which day they end, so it adds nothing to `earningsHistory` and only
    /// its dates are read.
    ///
    /// - Parameter bytes: the JSON document.
    /// - Throws: `EventFileError` for a document of another shape. An error of the service with code `Not Found` is a value.
    public init(_ bytes: [UInt8]) throws(EventFileError) {
        let document: JSONTree
        do {
            document = try JSONTree(parsing: bytes)
        } catch {
            throw Self.malformed("\(error)")
        }
        guard let body = document.present("quoteSummary") ?? document.present("finance") else {
            throw Self.malformed("it has no quoteSummary")
        }
        if let error = body.present("error") {
            let code = error["code"]?.text ?? ""
            let words = error["description"]?.text ?? code
            guard code == "Not Found" else { throw Self.malformed("the service says '\(words)'") }
            missing = words
            return
        }
        guard let result = body["result"]?.elements.first else {
            missing = "the answer is empty"
            return
        }
        takeQuarters(result)
        takeDates(result)
    }

    private mutating func takeQuarters(_ result: JSONTree) {
        var byEnd: [TradingDay: EarningsQuarter] = [:]
        for entry in result["earningsHistory"]?["history"]?.elements ?? [] {
            guard let end = Self.number(entry["quarter"]), let actual = Self.number(entry["epsActual"]),
                let seconds = Int64(exactly: end)
            else {
                incomplete += 1
                continue
            }
            let day = UTCInstant(secondsSinceEpoch: seconds).utcDay
            byEnd[day] = EarningsQuarter(
                end: day,
                epsEstimate: Self.number(entry["epsEstimate"]),
                epsActual: actual,
                surprisePercent: Self.number(entry["surprisePercent"]).map(Self.percent)
            )
        }
        quarters = byEnd.values.sorted { $0.end < $1.end }
    }

    private mutating func takeDates(_ result: JSONTree) {
        var found: Set<EarningsDate> = []
        for place in [result["calendarEvents"]?["earnings"], result["earnings"]?["earningsChart"]] {
            guard let place, place["isEarningsDateEstimate"]?.bool != true else { continue }
            // Two dates are the ends of a range in which the announcement is expected.
            let stamps = (place["earningsDate"]?.elements ?? []).compactMap { Self.number($0) }
            guard stamps.count == 1, let seconds = stamps.first.flatMap({ Int64(exactly: $0) }) else {
                continue
            }
            found.insert(EarningsDate(stamp: UTCInstant(secondsSinceEpoch: seconds)))
        }
        dates = found.sorted { ($0.day, $0.instant == nil ? 1 : 0) < ($1.day, $1.instant == nil ? 1 : 0) }
    }

    /// A number, or the `raw` of a formatted one.
    private static func number(_ value: JSONTree?) -> Double? {
        value?.double ?? value?["raw"]?.double
    }

    /// A fraction in single precision as percent, without the digits that it never had.
    private static func percent(_ fraction: Double) -> Double { (fraction * 1e6).rounded() / 1e4 }

    private static func malformed(_ reason: String) -> EventFileError {
        .malformed(format: "answer of quoteSummary", reason: reason)
    }
}

import Events
import Market

/// A small seeded generator (xorshift64*), so that a failing case can be made again.
struct Draws: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed | 1 }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 2_685_821_657_736_338_717
    }
}

extension MarketEvent {
    /// An event with every field drawn, as a connector could make it.
    static func random(_ number: Int, using draws: inout Draws) -> MarketEvent {
        func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &draws) ? value : nil }
        func text(_ length: ClosedRange<Int>) -> String {
            let letters = Array("abc XYZ,;\"'é😀\n-=0")
            let count = Int.random(in: length, using: &draws)
            let middle = (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &draws)] }
            return "<" + String(middle) + ">"
        }
        let type = EventType.allCases[Int.random(in: 0..<EventType.allCases.count, using: &draws)]
        let occurredOn = TradingDay(daysSinceEpoch: Int32.random(in: 12_700...20_000, using: &draws))
        let isExact = Bool.random(using: &draws)
        let sections = FilingItem.allCases.filter { $0.scheme == .sections }
        let items = type == .sec8K ? sections.filter { _ in Int.random(in: 0..<6, using: &draws) == 0 } : []
        let secondOfDay = Int.random(in: 0..<86_400, using: &draws)
        return MarketEvent(
            eventID: "draw:\(number)",
            ticker: ["AAPL", "BRK.B", "NWI-PA", "X"][Int.random(in: 0..<4, using: &draws)],
            tickerIsValid: Bool.random(using: &draws),
            cik: maybe("0000320193"),
            companyName: maybe(text(0...8)),
            type: type,
            items: items.map(\.number),
            occurredOn: occurredOn,
            knownAt: NewYork.instant(day: occurredOn, secondOfDay: isExact ? secondOfDay : 0),
            timePrecision: isExact ? .exact : .day,
            timeSource: TimeSource.allCases[Int.random(in: 0..<TimeSource.allCases.count, using: &draws)],
            title: text(0...20),
            summary: maybe(text(0...40)) ?? "",
            source: "connector",
            sourceURL: maybe("https://www.sec.gov/x?a=1,2"),
            facts: EventFacts(
                epsEstimate: maybe(Double.random(in: -5...5, using: &draws)),
                epsActual: maybe(Double(Int.random(in: -500...500, using: &draws)) / 100),
                surprisePercent: maybe(Double.random(in: -1e-7...1e7, using: &draws)),
                decision: maybe("approved")
            ),
            amends: maybe("other"),
            isAmendment: Bool.random(using: &draws),
            relatedEventID: maybe("related")
        )
    }
}

import Events
import Foundation
import Market
import Scores
import Testing

/// Events, scores and predictions that tests start from.
enum Example {
    static let rules: ScoringRules = {
        do {
            return try ScoringRules.standard()
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    static let scorer = BaseScorer(rules: rules)

    /// A context in which every fact is known and adds nothing.
    static let plainContext = ScoringContext(
        sector: .utilities,
        sizeClass: .mid,
        earningsWithinFiveDays: false,
        earningsDueWithinFiveDays: false,
        isDuplicate: false,
        volatilityRegime: .normal,
        session: .afterClose
    )

    static func event(
        _ type: EventType,
        items: [String] = [],
        facts: EventFacts = EventFacts()
    ) -> MarketEvent {
        let day = TradingDay(daysSinceEpoch: 18_000)
        return MarketEvent(
            eventID: "example:1",
            ticker: "ABC",
            type: type,
            items: items,
            occurredOn: day,
            knownAt: UTCInstant(day: day, secondOfDay: 72_000),
            timePrecision: .exact,
            timeSource: .file,
            title: "Example",
            source: "example",
            facts: facts
        )
    }

    static func filing(_ items: String...) -> MarketEvent { event(.sec8K, items: items) }

    /// A file of the repository by its path from the root.
    static func repositoryURL(_ path: String) -> URL {
        URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent(path)
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on each run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func points(_ range: ClosedRange<Double> = 0...100) -> Double {
        .random(in: range, using: &self)
    }
}

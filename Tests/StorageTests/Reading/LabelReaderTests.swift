import EngineTestSupport
import Market
import Outcomes
import Storage
import Testing

/// Labels as they were known, rebuilt from what was replaced.
@Suite
struct LabelReaderTests {
    /// A label of day 10 at five days, revised on day 12, removed on day 14 with a reason, and labelled again on day 16; at one
    /// day a reason only; at twenty days nothing.
    private static func revised() throws -> Store {
        let store = try TemporaryDatabase().store(with: [Stored.event("a"), Stored.event("b")])
        let key = OutcomeKey(eventID: "a", horizon: .fiveDay)
        func step(_ day: Int, _ body: (OutcomeStore, UTCInstant) throws -> Void) throws {
            try store.write { try body(OutcomeStore($0, calendar: .xnys), Stored.at(day)) }
        }
        try step(10) { outcomes, now in
            try outcomes.write([Stored.outcome("a", stockReturn: 0.03)], now: now)
            try outcomes.write(
                skips: [(OutcomeKey(eventID: "a", horizon: .oneDay), .missingBaseClose)],
                ticker: "AAA",
                now: now
            )
        }
        try step(12) { outcomes, now in
            try outcomes.supersede([key], now: now)
            try outcomes.write([Stored.outcome("a", stockReturn: 0.05)], now: now)
        }
        try step(14) { outcomes, now in
            try outcomes.supersede([key], now: now)
            try outcomes.write(skips: [(key, .suspectPrice)], ticker: "AAA", now: now)
        }
        try step(16) { outcomes, now in
            try outcomes.removeSkips([key])
            try outcomes.write([Stored.outcome("a", stockReturn: 0.07)], now: now)
        }
        return store
    }

    private static func labels(_ store: Store, asOf: UTCInstant?) throws -> HorizonLabels {
        let history = try store.read { try LabelReader($0).history(eventID: "a", asOf: asOf) }
        let horizons = try #require(history).horizons
        return try #require(horizons.first { $0.horizon == .fiveDay })
    }

    struct Case: Sendable {
        let day: Int
        let hour: Int
        /// The stock return of the label; nil for none.
        let label: Double?
        let revisions: [Double]
    }

    static let cases = [
        Case(day: 9, hour: 12, label: nil, revisions: []),
        Case(day: 10, hour: 11, label: nil, revisions: []),
        Case(day: 10, hour: 12, label: 0.03, revisions: []),
        Case(day: 12, hour: 11, label: 0.03, revisions: []),
        Case(day: 12, hour: 12, label: 0.05, revisions: [0.03]),
        Case(day: 13, hour: 12, label: 0.05, revisions: [0.03]),
        Case(day: 15, hour: 12, label: nil, revisions: [0.03, 0.05]),
        Case(day: 16, hour: 12, label: 0.07, revisions: [0.03, 0.05]),
    ]

    @Test(arguments: cases)
    func `a label is what was stored at the instant asked about`(known: Case) throws {
        let store = try Self.revised()
        let labels = try Self.labels(store, asOf: Stored.at(known.day, hour: known.hour))
        #expect(labels.label?.stockReturn == known.label)
        #expect(labels.revisions.map(\.stockReturn) == known.revisions)
        // Then it had not been replaced.
        #expect(labels.label?.supersededAt == nil)
        if known.label == nil { #expect(labels.state == .nothingRecorded) }
    }

    @Test
    func `now it is the current label with every former one and its times`() throws {
        let labels = try Self.labels(try Self.revised(), asOf: nil)
        let label = try #require(labels.label)
        #expect(label.stockReturn == 0.07 && label.recordedAt == Stored.at(16))
        #expect(label.abnormalReturn == 0.07 - 0.01 && label.benchmark == "SPY")
        #expect(label.priceVintage == "fedcba9876543210" && label.labelVersion == OutcomeRules.version)
        #expect(label.baseSession == ExchangeCalendar.xnys.day(ofSession: 7555))
        #expect(label.outcomeSession == ExchangeCalendar.xnys.day(ofSession: 7560))
        #expect(labels.revisions.map(\.recordedAt) == [Stored.at(10), Stored.at(12)])
        #expect(labels.revisions.map(\.supersededAt) == [Stored.at(12), Stored.at(14)])
    }

    @Test
    func `a reason counts from when it was recorded`() throws {
        let store = try Self.revised()
        func oneDay(_ asOf: UTCInstant?) throws -> HorizonLabels.State? {
            try store.read { try LabelReader($0).history(eventID: "a", asOf: asOf) }?.horizons.first?.state
        }
        #expect(try oneDay(nil) == .skipped(.missingBaseClose, recordedAt: Stored.at(10)))
        #expect(try oneDay(Stored.at(10)) == .skipped(.missingBaseClose, recordedAt: Stored.at(10)))
        #expect(try oneDay(Stored.at(9)) == .nothingRecorded)
    }

    @Test
    func `every horizon is there, and an unknown event is none`() throws {
        let store = try Self.revised()
        let untouched = try #require(try store.read { try LabelReader($0).history(eventID: "b") })
        #expect(untouched.horizons.map(\.horizon) == Horizon.allCases)
        #expect(untouched.horizons.allSatisfy { $0.state == .nothingRecorded && $0.revisions.isEmpty })
        #expect(try store.read { try LabelReader($0).history(eventID: "c") } == nil)
    }
}

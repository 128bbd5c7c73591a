import Events
import Market
import Testing

@Suite
struct EventsCSVWriterTests {
    @Test(arguments: 1...20)
    func writesWhatItReadsBack(seed: Int) throws {
        var draws = Draws(seed: UInt64(seed))
        let events = (0..<100).map { MarketEvent.random($0, using: &draws) }
        let file = EventsCSVWriter.file(events) { _ in 61.5 }
        let parsed = try EventsCSV.parse(file, now: farFuture)
        #expect(parsed.problems.isEmpty, "\(parsed.problems.prefix(3))")
        #expect(parsed.notes.isEmpty)
        #expect(parsed.events == events)
        #expect(EventsCSVWriter.file(parsed.events) { _ in 61.5 } == file)
    }

    @Test
    func writesTheDocumentedColumns() throws {
        var draws = Draws(seed: 7)
        var event = MarketEvent.random(1, using: &draws)
        event.timePrecision = .day
        let lines = String(decoding: EventsCSVWriter.file([event]) { _ in 12.25 }, as: UTF8.self)
            .split(whereSeparator: \.isNewline)
        let heading = try #require(lines.first).split(separator: ",")
        for column in [
            "event_id", "ticker", "family", "event_type", "items", "cik", "known_at", "time_precision",
            "time_source",
            "title", "summary", "source_url", "eps_estimate", "eps_actual", "surprise_pct", "decision",
            "base_score",
        ] {
            #expect(heading.contains { $0 == column }, "\(column)")
        }
        #expect(heading.last == "base_score" && lines.last?.hasSuffix(",12.25") == true)
    }

    @Test
    func leavesTheInstantOutWhereOnlyTheDayIsKnown() throws {
        let day = try day("2024-05-02")
        let event = MarketEvent(
            eventID: "a",
            ticker: "X",
            type: .merger,
            occurredOn: day,
            knownAt: NewYork.instant(day: day, secondOfDay: 0),
            timePrecision: .day,
            timeSource: .none,
            title: "t",
            source: "s"
        )
        let text = String(decoding: EventsCSVWriter.file([event]), as: UTF8.self)
        #expect(text.contains(",2024-05-02,,day,none,t,"))
    }

    @Test
    func writesInPieces() {
        var draws = Draws(seed: 3)
        let events = (0..<10).map { MarketEvent.random($0, using: &draws) }
        var writer = EventsCSVWriter()
        var pieces: [UInt8] = writer.drain()
        for event in events {
            writer.write(event)
            pieces += writer.drain()
        }
        #expect(pieces == EventsCSVWriter.file(events))
        #expect(writer.bytes.isEmpty)
    }

    @Test
    func namesEveryColumnOnce() {
        #expect(Set(EventColumn.allCases.map(\.name)).count == EventColumn.allCases.count)
        for column in EventColumn.allCases { #expect(EventColumn(heading: column.name) == column) }
        #expect(EventColumn.knownAt.name == "known_at" && EventColumn.baseScore.name == "base_score")
        #expect(EventColumn(heading: "source") == nil)
    }
}

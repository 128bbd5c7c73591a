import Events
import Foundation
import Market
import TestSupport
import Testing

@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct RealEventsTests {
    @Test
    func readsTheWholeFile() throws {
        let file = [UInt8](try Data(contentsOf: SharedData.url("events.csv")))
        let parsed = try EventsCSV.parse(file, now: instant("2026-11-24T00:00:00Z"))
        #expect(parsed.problems.isEmpty, "\(parsed.problems.prefix(3))")
        #expect(parsed.events.count == 16_702)
        #expect(parsed.events.count { $0.timePrecision == .day } == 856)
        #expect(parsed.events.count { !$0.tickerIsValid } == 128)
        #expect(parsed.events.count { $0.isAmendment } == 381)
        #expect(Set(parsed.events.map(\.ticker)).count == 84)
        #expect(parsed.events.count { $0.items.contains("2.02") } == 4263)
        #expect(parsed.events.allSatisfy { $0.sourceURL?.hasPrefix("https://www.sec.gov/Archives/") == true })
        #expect(parsed.notes.count == 1)
        let again = try EventsCSV.parse(EventsCSVWriter.file(parsed.events), now: farFuture)
        #expect(again.events == parsed.events)
    }
}

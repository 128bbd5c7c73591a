import Events
import Foundation
import Market
import Models
import Testing

@Suite
struct CellTests {
    @Test(arguments: [
        (EventFamily?.some(.sec8K), Horizon.fiveDay, "sec_8k/5d", "market-echo-sec_8k-5d"),
        (nil, .twentyDay, "global/20d", "market-echo-global-20d"),
        (.earnings, .oneDay, "earnings/1d", "market-echo-earnings-1d"),
    ])
    func keyReadsBack(family: EventFamily?, horizon: Horizon, key: String, name: String) throws {
        let cell = Cell(family: family, horizon: horizon)
        #expect(cell.key == key)
        #expect(cell.modelName == name)
        #expect(Cell(key: key) == cell)
        let coded = try JSONEncoder().encode([cell])
        #expect(try JSONDecoder().decode([Cell].self, from: coded) == [cell])
    }

    @Test(arguments: [
        "", "sec_8k", "sec_8k/", "/5d", "sec_8k/2d", "sec_9k/5d", "sec_8k/5d/", "GLOBAL/5d", "global/5D",
    ])
    func otherTextIsNoKey(text: String) {
        #expect(Cell(key: text) == nil)
    }

    @Test
    func globalComesLast() {
        let cells = [
            Cell(family: nil, horizon: .oneDay), Cell(family: .sec8K, horizon: .twentyDay),
            Cell(family: .earnings, horizon: .fiveDay), Cell(family: .sec8K, horizon: .oneDay),
        ]
        #expect(cells.sorted().map(\.key) == ["earnings/5d", "sec_8k/1d", "sec_8k/20d", "global/1d"])
    }

    @Test(arguments: [
        (150, 20, Evidence.full), (149, 20, .experimental), (150, 19, .experimental), (50, 10, .experimental),
        (49, 10, .none), (50, 9, .none), (0, 0, .none), (10_000, 1, .none),
    ])
    func evidenceNeedsEventsAndCompanies(events: Int, companies: Int, expected: Evidence) {
        #expect(Evidence(events: events, companies: companies) == expected)
    }
}

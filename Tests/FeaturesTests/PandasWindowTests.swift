import Events
import Features
import Foundation
import Market
import Outcomes
import TestSupport
import Testing

/// Windows of prices against pandas and NumPy, through the whole builder.
///
/// `Tests/Fixtures/features/metadata.json` says which versions made the numbers. Tolerance: 2e-6 of the
/// value, since the matrix holds single precision (half a unit in the last place is 6e-8) and returns are
/// small differences.
@Suite
struct PandasWindowTests {
    /// Numbers by column name; an empty cell is NaN.
    private func columns(_ file: String) throws -> [String: [Double]] {
        let text = String(decoding: try Fixture.data("features/\(file)"), as: UTF8.self)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let header = try #require(lines.first).map(String.init)
        var columns: [String: [Double]] = [:]
        for (position, name) in header.enumerated() {
            columns[name] = lines.dropFirst().map { Double($0[position]) ?? .nan }
        }
        return columns
    }

    @Test
    func windowsAgree() throws {
        let first = 6000
        let prices = try columns("prices.csv")
        let expected = try columns("windows.csv")
        let closes = try #require(prices["close"])
        let stock = Make.series("AAA", first: first, closes, volume: prices["volume"])
        let benchmark = Make.series("SPY", first: first, try #require(prices["benchmark"]))
        let indices = try #require(expected["index"]).map { Int($0) }
        // One event per row, known in the evening after its base session.
        let events = try indices.map { index in
            let day = Make.calendar.day(ofSession: first + index)
            return try Make.event("\(index)", "\(day.iso8601) 20:00")
        }
        let builder = FeatureBuilder(
            calendar: Make.calendar,
            benchmark: benchmark,
            series: ["AAA": stock],
            history: EventHistory(events),
            baseScores: events.map { _ in nil },
            outcomes: []
        )
        let matrix = try builder.rows(
            for: indices.map { FeatureRequest(eventID: "\($0)", horizon: .oneDay) }
        ).matrix
        #expect(expected.count == 21)
        for (name, values) in expected where name != "index" {
            let column = try #require(FeatureSet.current.index(of: name), "no feature \(name)")
            for (row, value) in values.enumerated() {
                let cell = Double(matrix.values[row * matrix.columnCount + column])
                let agree =
                    cell.isNaN || value.isNaN
                    ? cell.isNaN && value.isNaN : abs(cell - value) <= 2e-6 * abs(value) + 1e-9
                #expect(agree, "\(name) at \(indices[row]) is \(cell), pandas has \(value)")
            }
        }
    }
}

import Foundation
import Testing

@testable import Charts

@Suite
struct ScaleTests {
    private static let ranges: [ClosedRange<Double>] = [
        0...1, 0...100, -0.37...0.42, 12.5...13.1, -5...20, 0...16_702, 1e-6...3e-6, -1e9...2e9,
        99.99...100.01,
        0...3,
    ]

    @Test(arguments: ranges, [3, 5, 7, 11])
    func `Ticks are round, evenly spaced, inside and not too many`(
        range: ClosedRange<Double>,
        count: Int
    ) throws {
        let ticks = Ticks(covering: range, atMost: count)
        #expect(!ticks.values.isEmpty && ticks.values.count <= count)
        let slack = ticks.step * 1e-6
        for value in ticks.values {
            #expect(range.lowerBound - slack <= value && value <= range.upperBound + slack)
            let multiple = value / ticks.step
            #expect((multiple - multiple.rounded()).magnitude < 1e-6)
        }
        let mantissa = ticks.step / pow(10, log10(ticks.step).rounded(.down))
        #expect([1, 2, 2.5, 5, 10].contains { ($0 - mantissa).magnitude < 1e-6 }, "\(ticks.step)")
        let texts = ticks.values.map(ticks.text)
        #expect(Set(texts).count == texts.count)
        for (value, text) in zip(ticks.values, texts) {
            let number = text.replacing(",", with: "").replacing("−", with: "-")
            let read = try #require(Double(number))
            #expect((read - value).magnitude <= ticks.step * 1e-6, "\(text) for \(value)")
        }
    }

    @Test
    func `Ticks of sessions are whole`() {
        for last in 1...60 {
            let ticks = Ticks(covering: -5...Double(last), atMost: 6, isWhole: true)
            #expect(ticks.decimals == 0)
            #expect(ticks.values.allSatisfy { $0 == $0.rounded() })
        }
    }

    @Test
    func `A range without width has one tick`() {
        #expect(Ticks(covering: 3...3, atMost: 5).values == [3])
        #expect(
            Ticks(covering: -.greatestFiniteMagnitude...(.greatestFiniteMagnitude), atMost: 5).values.count
                == 1
        )
    }

    @Test(
        arguments: [
            ([0.5], [], 0.0...1), ([-7, -7], [0], -8...0), ([20.0, 61], [0], 0...80),
            ([52, 54.5], [50], 49...55),
            ([], [], 0...1), ([.nan, 10], [], 9...11),
        ] as [([Double], [Double], ClosedRange<Double>)]
    )
    func `A domain holds its numbers between round ends`(
        values: [Double],
        including: [Double],
        expected: ClosedRange<Double>
    ) {
        let domain = LinearScale.roundDomain(of: values, including: including)
        for value in values + including where value.isFinite { #expect(domain.contains(value)) }
        #expect(domain == expected)
    }

    @Test
    func `A scale maps its ends to its ends, also reversed`() {
        let scale = LinearScale(-5...15, from: 200, to: 0)
        #expect(scale(-5) == 200 && scale(15) == 0 && scale(5) == 100)
        #expect(scale.clamped(99) == 0 && scale.clamped(-99) == 200)
        #expect(LinearScale(4...4, from: 0, to: 10)(4) == 5)
    }

    @Test(arguments: [(1.0, 1_000.0), (40, 1_600), (0.001, 5), (90, 110), (3, 4e9)])
    func `Logarithmic ticks are inside and at least two`(low: Double, high: Double) {
        let ticks = LogTicks(from: low, to: high)
        #expect(ticks.values.count >= 2 && ticks.values.count <= 12)
        #expect(ticks.values.allSatisfy { (low * 0.999_999...high * 1.000_001).contains($0) })
        #expect(Set(ticks.values.map(ticks.text)).count == ticks.values.count)
        #expect(ticks.values == ticks.values.sorted())
    }

    @Test
    func `Days read as dates and back`() {
        #expect(ChartDay(daysSinceEpoch: 0).text == "1970-01-01")
        #expect(ChartDay(daysSinceEpoch: 19_782).text == "2024-02-29")
        #expect(ChartDay(daysSinceEpoch: -1).text == "1969-12-31")
        for days in stride(from: Int32(-40_000), through: 40_000, by: 17) {
            let (year, month, day) = ChartDay(daysSinceEpoch: days).civil
            #expect(ChartDay(year: year, month: month).daysSinceEpoch + Int32(day) - 1 == days)
        }
        #expect(ChartDay(year: 2023, month: 14) == ChartDay(year: 2024, month: 2))
    }

    @Test(arguments: [(30, 1), (200, 1), (500, 2), (1_500, 6), (5_000, 24), (20_000, 120)])
    func `Day ticks are first days of months, labelled with the year where it begins`(span: Int, months: Int)
    {
        let from = ChartDay(daysSinceEpoch: 18_270)
        let ticks = DayTicks(from: from, to: ChartDay(daysSinceEpoch: 18_270 + Int32(span)), atMost: 8).values
        #expect(!ticks.isEmpty && ticks.count <= 10)
        #expect(ticks.allSatisfy { $0.day.civil.day == 1 || ticks.count == 1 })
        let places = ticks.map { $0.day.civil.year * 12 + $0.day.civil.month }
        #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= months })
        for tick in ticks where tick.day.civil.month == 1 {
            #expect(tick.label.contains("\(tick.day.civil.year)"))
        }
    }
}

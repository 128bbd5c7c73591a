import Market
import Testing

@testable import Events

@Suite
struct ZoneChainTests {
    private func probabilities(_ evidence: [Double], unsettled: Int = 0) -> [Double] {
        ZoneChain(
            days: evidence.enumerated().map { index, value in
                ZoneChain.Day(evidence: value, isUnsettled: index >= evidence.count - unsettled)
            }
        ).utcProbabilities()
    }

    @Test
    func knowsNothingWithoutEvidence() {
        #expect(probabilities([]).isEmpty)
        #expect(probabilities([0, 0]).allSatisfy { abs($0 - 0.5) < 1e-9 })
    }

    @Test
    func carriesEvidenceBothWays() {
        #expect(probabilities([0, 0, 8, 0, 0]).allSatisfy { $0 > 0.999 })
        #expect(probabilities([0, 0, -8, 0, 0]).allSatisfy { $0 < 0.001 })
    }

    @Test
    func findsAChange() {
        let found = probabilities([9, 9, 9, 0, -9, -9, -9])
        #expect(found[...2].allSatisfy { $0 > 0.99 } && found[4...].allSatisfy { $0 < 0.01 })
        #expect((0.2...0.8).contains(found[3]), "the day between may be either")
    }

    @Test
    func overrulesASingleDay() {
        #expect(probabilities([9, 9, 9, -100, 9, 9, 9])[3] > 0.99)
    }

    @Test
    func lendsLittleToUnsettledDays() {
        let found = probabilities([9, 9, 0, 0], unsettled: 2)
        #expect(found[1] > 0.99 && found[2] < 0.99 && found[3] < found[2])
        #expect(probabilities([9, 9, 0, 9], unsettled: 2)[2] > 0.99, "between two days of one zone")
        #expect(probabilities([9, 9, 0, -9], unsettled: 2)[3] < 0.01, "own evidence")
    }

    @Test
    func staysExactOverManyDays() {
        let found = probabilities(Array(repeating: 0, count: 50_000) + [9])
        #expect(found.allSatisfy { $0.isFinite && $0 >= 0.5 && $0 <= 1 })
    }

    @Test
    func sumsByDayInAnyOrder() throws {
        var sums = DaySums()
        for (text, value) in [("2024-05-03", 1.0), ("2024-05-02", 2), ("2024-05-03", 4), ("2024-05-03", 8)] {
            sums.add(value, on: try day(text))
        }
        let sorted = sums.sorted()
        #expect(sorted.map(\.day.iso8601) == ["2024-05-02", "2024-05-03"])
        #expect(sorted.map(\.sum) == [2, 13])
        #expect(sums.place(of: try day("2024-05-03")) == 1)
        #expect(sums.place(of: try day("2024-05-02")) == 0)
        #expect(sums.place(of: try day("2024-05-04")) == nil)
        #expect(sums.place(of: try day("2024-05-01")) == nil)
    }
}

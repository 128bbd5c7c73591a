import Evaluation
import Events
import Market
import Models
import Testing

@Suite
struct LiftTests {
    private func curve(_ count: Int, flat: Bool = false) throws -> LiftCurve? {
        // Event k predicts k / 2 and realizes k / 4 + 10; tenths hold twenty each of two hundred.
        let predictions = (0..<count).map { index in
            Graded.row(
                index,
                ticker: "T\(index % 7)",
                session: 7_500 + index % 40,
                impact: flat ? 50 : Double(index) / 2,
                realized: Double(index) / 4 + 10
            )
        }
        return try BacktestWorld.report(
            BacktestWorld.input(predictions.shuffledBySeed(), models: [try Records.record()])
        ).lift.first { $0.scope.family == .sec8K }
    }

    @Test
    func `tenths hold the means of their events`() throws {
        let curve = try #require(try curve(200))
        #expect(curve.deciles.map(\.number) == Array(1...10))
        #expect(abs((curve.overall.value ?? 0) - (199.0 / 8 + 10)) < 1e-9 && curve.overall.n == 200)
        for (position, decile) in curve.deciles.enumerated() {
            let first = 20 * position
            #expect(decile.lowest == Double(first) / 2 && decile.highest == Double(first + 19) / 2)
            #expect(abs((decile.predicted.value ?? 0) - (Double(first) + 9.5) / 2) < 1e-9)
            #expect(abs((decile.realized.value ?? 0) - ((Double(first) + 9.5) / 4 + 10)) < 1e-9)
            #expect(decile.realized.n == 20 && decile.realized.interval != nil)
            #expect(decile.realized.baseline(named: "overall")?.value == curve.overall.value)
        }
    }

    @Test
    func `equal predictions still make tenths of equal size`() throws {
        let curve = try #require(try curve(105, flat: true))
        #expect(curve.deciles.map(\.realized.n).reduce(0, +) == 105)
        #expect(curve.deciles.allSatisfy { $0.lowest == 50 && $0.highest == 50 })
    }

    @Test
    func `fewer than a hundred events have a mean and no tenths`() throws {
        let curve = try #require(try curve(99))
        #expect(curve.deciles.isEmpty && curve.overall.n == 99)
        #expect(try self.curve(0) == nil)
    }
}

extension Array {
    /// Another order, always the same one.
    fileprivate func shuffledBySeed() -> [Element] {
        guard !isEmpty else { return self }
        return indices.map { self[($0 * 37 + 11) % count] }
    }
}

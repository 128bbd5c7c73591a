import Market
import Models
import Statistics
import Testing

@Suite
struct WalkForwardPlanTests {
    /// Seeds, horizons and shapes of data for the properties.
    static let worlds: [SyntheticWorld] = (0..<24).map { index in
        SyntheticWorld(
            seed: UInt64(index),
            events: [80, 200, 500, 1_200][index % 4],
            companies: 12,
            sessions: [60, 300, 1_500][index % 3],
            horizon: Horizon.allCases[index % 3],
            amendments: index % 2 == 0 ? 0.15 : 0
        )
    }

    @Test(arguments: worlds.indices)
    func nothingLeaksIntoATestBlock(index: Int) throws {
        let rows = try Self.worlds[index].dataset().rows
        let policy = WalkForwardPolicy()
        let plan = WalkForwardPlan(rows: rows, policy: policy)
        for fold in plan.folds + (plan.lockBox.map { [$0] } ?? []) {
            #expect(Set(fold.training).isDisjoint(with: fold.test))
            let start = fold.testStartSession
            let groups = Set(fold.test.map { rows[$0].groupKey })
            for row in fold.training {
                #expect(rows[row].outcomeSession + policy.embargoSessions < start)
                #expect(!groups.contains(rows[row].groupKey))
            }
            for row in fold.test { #expect(rows[row].reactionSession >= start) }
            let dropped = rows.indices.filter { rows[$0].reactionSession < start }.count - fold.training.count
            #expect(fold.purged == dropped)
        }
    }

    @Test(arguments: worlds.indices)
    func everyLaterRowIsPredictedOnce(index: Int) throws {
        let rows = try Self.worlds[index].dataset().rows
        let plan = WalkForwardPlan(rows: rows)
        var times = [Int](repeating: 0, count: rows.count)
        for fold in plan.folds { for row in fold.test { times[row] += 1 } }
        guard let first = plan.folds.first?.testStartSession, let box = plan.lockBoxStartSession else {
            return
        }
        for row in rows.indices {
            let session = rows[row].reactionSession
            #expect(times[row] == (session >= first && session < box ? 1 : 0))
        }
        if let lockBox = plan.lockBox {
            #expect(lockBox.test == rows.indices.filter { rows[$0].reactionSession >= box })
        }
    }

    @Test(arguments: worlds.indices)
    func blocksFollowEachOtherAndShareNoSession(index: Int) throws {
        let rows = try Self.worlds[index].dataset().rows
        let plan = WalkForwardPlan(rows: rows)
        var last = Int.min
        for (number, fold) in plan.folds.enumerated() {
            #expect(fold.index == number)
            #expect(!fold.test.isEmpty)
            let sessions = fold.test.map { rows[$0].reactionSession }
            #expect((sessions.min() ?? 0) > last)
            last = sessions.max() ?? last
        }
        if let box = plan.lockBoxStartSession, !plan.folds.isEmpty { #expect(box > last) }
    }

    @Test
    func trainingPartsExpand() throws {
        let rows = try SyntheticWorld(events: 1_000).dataset().rows
        let plan = WalkForwardPlan(rows: rows)
        #expect(plan.folds.count == 6)
        for (earlier, later) in zip(plan.folds, plan.folds.dropFirst()) {
            #expect(Set(earlier.training).isSubset(of: later.training))
        }
        let lockBox = try #require(plan.lockBox)
        #expect((140...165).contains(lockBox.test.count))
        let open = 1_000 - lockBox.test.count
        let firstTraining = try #require(plan.folds.first).training.count
        #expect(Double(firstTraining) > 0.37 * Double(open) && Double(firstTraining) <= 0.41 * Double(open))
        #expect(plan.folds.allSatisfy { (60...110).contains($0.test.count) })
    }

    @Test
    func orderOfTimeNotOfRowsDecides() throws {
        // Knowledge at midnight of a day that reacts a session later than a row known after it.
        var rows = try SyntheticWorld(events: 400, sessions: 120).dataset().rows
        for index in rows.indices where index % 5 == 0 {
            rows[index].reactionSession += 1
            rows[index].outcomeSession += 1
        }
        let plan = WalkForwardPlan(rows: rows)
        for fold in plan.folds {
            let latest = fold.training.map { rows[$0].outcomeSession }.max() ?? 0
            #expect(latest + 5 < (fold.test.map { rows[$0].reactionSession }.min() ?? 0))
        }
    }

    @Test(arguments: [0, 1, 40, 59])
    func tooFewRowsGiveNoFold(count: Int) throws {
        let rows = try SyntheticWorld(events: max(count, 1)).dataset().rows.prefix(count)
        let plan = WalkForwardPlan(rows: Array(rows))
        #expect(plan.folds.isEmpty)
        if count < 50 { #expect(plan.lockBox == nil) }
    }

    @Test
    func oneSessionGivesNoFold() throws {
        var rows = try SyntheticWorld(events: 300).dataset().rows
        for index in rows.indices { rows[index].reactionSession = 3_000 }
        let plan = WalkForwardPlan(rows: rows)
        #expect(plan.folds.isEmpty && plan.lockBox == nil && plan.lockBoxStartSession == nil)
    }

    /// D7: a plan takes no seed and no order; the same rows have one plan.
    @Test
    func thereIsNoRandomDivision() throws {
        let rows = try SyntheticWorld(events: 500).dataset().rows
        #expect(WalkForwardPlan(rows: rows) == WalkForwardPlan(rows: rows))
    }
}

import Market
import Testing

@testable import Models

@Suite
struct TimeSplitTests {
    private let policy = WalkForwardPolicy()

    @Test(arguments: [
        (0.15, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 9), (0.5, [1, 1, 1, 2, 2, 2], 2),
        (0.3, [1, 2, 2, 2, 2, 2], 2),
    ])
    func theLastShareStartsAtASession(share: Double, sessions: [Int], start: Int) {
        #expect(TimeSplit.startOfLast(share: share, sessions: sessions) == start)
    }

    @Test(arguments: [(0.0, [1, 2, 3]), (0.5, []), (0.5, [4, 4, 4]), (1.0, [1, 2, 3])])
    func noStartWithoutAnEarlierSession(share: Double, sessions: [Int]) {
        #expect(TimeSplit.startOfLast(share: share, sessions: sessions) == nil)
    }

    @Test(arguments: [UInt64(1), 2, 3, 4, 5])
    func slicesFollowEachOtherBehindPurgedRows(seed: UInt64) throws {
        let rows = try SyntheticWorld(seed: seed, events: 700, amendments: 0.1).dataset().rows
        let candidates = Array(rows.indices.filter { $0 % 3 != 0 })
        let slices = TimeSplit.slices(
            rows: rows,
            candidates: candidates,
            share: 0.12,
            count: 3,
            minimumRows: 30,
            policy: policy
        )
        #expect(slices.count == 3)
        var last = Int.min
        for slice in slices {
            #expect(Set(slice.test).union(slice.training).isSubset(of: candidates))
            let sessions = slice.test.map { rows[$0].reactionSession }
            #expect((sessions.min() ?? 0) >= slice.testStartSession && (sessions.min() ?? 0) > last)
            last = sessions.max() ?? last
            let groups = Set(slice.test.map { rows[$0].groupKey })
            for row in slice.training {
                #expect(rows[row].outcomeSession + policy.embargoSessions < slice.testStartSession)
                #expect(!groups.contains(rows[row].groupKey))
            }
        }
        let tested = slices.map(\.test.count).reduce(0, +)
        #expect(abs(Double(tested) / Double(candidates.count) - 0.36) < 0.03)
    }

    @Test
    func smallSlicesAreLeftOut() throws {
        let rows = try SyntheticWorld(events: 100).dataset().rows
        let slices = TimeSplit.slices(
            rows: rows,
            candidates: Array(rows.indices),
            share: 0.12,
            count: 3,
            minimumRows: 30,
            policy: policy
        )
        #expect(slices.isEmpty)
    }

    @Test
    func amendmentsKeepTheirOriginalOut() throws {
        var rows = try SyntheticWorld(events: 200).dataset().rows
        let start = 3_450
        let original = try #require(rows.firstIndex { $0.reactionSession < 3_300 })
        let amendment = try #require(rows.lastIndex { $0.reactionSession > 3_700 })
        let before = TimeSplit(rows: rows, candidates: Array(rows.indices), start: start, policy: policy)
        #expect(before.training.contains(original))
        rows[amendment].groupKey = rows[original].groupKey
        let after = TimeSplit(rows: rows, candidates: Array(rows.indices), start: start, policy: policy)
        #expect(!after.training.contains(original))
        #expect(after.purged == before.purged + 1)
        let early = TimeSplit(
            rows: rows,
            candidates: Array(rows.indices),
            start: start,
            end: 3_500,
            policy: policy
        )
        #expect(early.training.contains(original))
    }

    @Test(arguments: [(9, 20, true), (14, 20, true), (15, 20, false), (25, 20, false)])
    func outcomesSettleAnEmbargoBefore(outcome: Int, start: Int, settled: Bool) {
        #expect(policy.isSettled(outcomeSession: outcome, before: start) == settled)
    }
}

/// Rows on both sides of one point in time, purged so that nothing of the later side can leak into the earlier.
struct TimeSplit: Hashable, Sendable {
    /// Rows to train on, ascending.
    var training: [Int]
    /// Rows to predict, ascending.
    var test: [Int]
    /// The first reaction session of the test side.
    var testStartSession: Int
    /// Earlier rows that were dropped: outcome not settled in time, or a sibling filing on the test side.
    var purged: Int

    /// Divides candidate rows at a session.
    ///
    /// Test rows react at or after `start` and before `end`. A training row reacts before `start`, its outcome is
    /// settled an embargo before it, and no row of its filing group is among the test rows.
    init(rows: [TrainingRow], candidates: [Int], start: Int, end: Int? = nil, policy: WalkForwardPolicy) {
        training = []
        test = []
        var earlier: [Int] = []
        var groups = Set<String>()
        for index in candidates {
            let session = rows[index].reactionSession
            if session < start {
                earlier.append(index)
            } else if end.map({ session < $0 }) ?? true {
                test.append(index)
                groups.insert(rows[index].groupKey)
            }
        }
        for index in earlier
        where policy.isSettled(outcomeSession: rows[index].outcomeSession, before: start)
            && !groups.contains(rows[index].groupKey)
        {
            training.append(index)
        }
        testStartSession = start
        purged = earlier.count - training.count
    }

    /// Divides candidate rows so that about the last `share` of them, whole sessions only, are the test side.
    ///
    /// Nil where all rows react in one session or none would be left on either side.
    init?(rows: [TrainingRow], candidates: [Int], lastShare share: Double, policy: WalkForwardPolicy) {
        let sessions = candidates.map { rows[$0].reactionSession }.sorted()
        guard let start = Self.startOfLast(share: share, sessions: sessions) else { return nil }
        self.init(rows: rows, candidates: candidates, start: start, policy: policy)
        guard !training.isEmpty, !test.isEmpty else { return nil }
    }

    /// The last rows as consecutive slices of about `share` each, every one behind its own purged training side.
    ///
    /// Slices with too few rows on either side are left out; so is what would be one of no earlier rows.
    static func slices(
        rows: [TrainingRow],
        candidates: [Int],
        share: Double,
        count: Int,
        minimumRows: Int,
        policy: WalkForwardPolicy
    ) -> [TimeSplit] {
        let sessions = candidates.map { rows[$0].reactionSession }.sorted()
        var starts: [Int] = []
        for number in stride(from: count, through: 1, by: -1) {
            guard let start = startOfLast(share: share * Double(number), sessions: sessions),
                start != starts.last
            else { continue }
            starts.append(start)
        }
        return starts.indices.map { index in
            TimeSplit(
                rows: rows,
                candidates: candidates,
                start: starts[index],
                end: index + 1 < starts.count ? starts[index + 1] : nil,
                policy: policy
            )
        }.filter { $0.test.count >= minimumRows && $0.training.count >= minimumRows }
    }

    /// The session at which about the last `share` of the sorted sessions begins; nil where nothing would precede it.
    static func startOfLast(share: Double, sessions: [Int]) -> Int? {
        guard share > 0, let first = sessions.first else { return nil }
        let position = Int((Double(sessions.count) * (1 - share)).rounded(.down))
        guard position > 0, position < sessions.count, sessions[position] > first else { return nil }
        return sessions[position]
    }
}

/// Which rows train and which are predicted, fold by fold: the only way rows are divided in this engine.
///
/// Training parts expand, test blocks follow each other in time and never share a session, and the last part, the
/// lock-box, is evaluated once. There is no random division anywhere.
public struct WalkForwardPlan: Hashable, Sendable {
    /// One training part with the test block that follows it.
    public struct Fold: Hashable, Sendable {
        /// Number of the fold, from 0; the lock-box carries the number behind the last block.
        public let index: Int
        /// Rows to train on, ascending.
        public let training: [Int]
        /// Rows to predict, ascending.
        public let test: [Int]
        /// The first reaction session of the test block.
        public let testStartSession: Int
        /// Earlier rows dropped by purge, embargo or filing group.
        public let purged: Int
    }

    /// Folds in order of time; empty where the data are too few.
    public let folds: [Fold]
    /// The lock-box with everything before it as training part; nil where the data are too few.
    public let lockBox: Fold?
    /// The first reaction session of the lock-box; rows from it on belong to no fold.
    public let lockBoxStartSession: Int?

    /// Plans the folds of rows that are sorted by time of knowledge.
    public init(rows: [TrainingRow], policy: WalkForwardPolicy = WalkForwardPolicy()) {
        let sessions = rows.map(\.reactionSession).sorted()
        let lockBoxStart = TimeSplit.startOfLast(share: policy.lockBoxShare, sessions: sessions)
        let open = rows.indices.filter { index in
            lockBoxStart.map { rows[index].reactionSession < $0 } ?? true
        }

        var folds: [Fold] = []
        for (start, end) in Self.blocks(rows: rows, open: open, policy: policy) {
            let split = TimeSplit(rows: rows, candidates: open, start: start, end: end, policy: policy)
            folds.append(Fold(split, index: folds.count))
        }
        self.folds = folds

        let box = lockBoxStart.map { start in
            Fold(
                TimeSplit(rows: rows, candidates: Array(rows.indices), start: start, policy: policy),
                index: folds.count
            )
        }
        lockBox = box.flatMap { $0.training.count >= policy.minimumTrainingRows ? $0 : nil }
        lockBoxStartSession = lockBoxStart
    }

    /// Session ranges of the test blocks: start, and the start of what follows (nil for the last).
    private static func blocks(
        rows: [TrainingRow],
        open: [Int],
        policy: WalkForwardPolicy
    ) -> [(start: Int, end: Int?)] {
        let sessions = open.map { rows[$0].reactionSession }.sorted()
        let wanted = Int((Double(sessions.count) * policy.firstTrainingShare).rounded(.up))
        let leading = max(wanted, policy.minimumTrainingRows, 1)
        guard leading < sessions.count else { return [] }
        let settled = open.map { rows[$0].outcomeSession }.sorted()[max(policy.minimumTrainingRows, 1) - 1]
        let first = sessions.first { session in
            session > sessions[leading - 1] && policy.isSettled(outcomeSession: settled, before: session)
        }
        guard let first else { return [] }

        let tested = sessions.filter { $0 >= first }
        var starts: [Int] = []
        for block in 0..<max(policy.blocks, 1) {
            let start = tested[block * tested.count / max(policy.blocks, 1)]
            if start != starts.last { starts.append(start) }
        }
        return starts.indices.map { (starts[$0], $0 + 1 < starts.count ? starts[$0 + 1] : nil) }
    }
}

extension WalkForwardPlan.Fold {
    init(_ split: TimeSplit, index: Int) {
        self.init(
            index: index,
            training: split.training,
            test: split.test,
            testStartSession: split.testStartSession,
            purged: split.purged
        )
    }
}

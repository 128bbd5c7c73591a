/// How labelled events are divided in time for an honest evaluation.
public struct WalkForwardPolicy: Codable, Hashable, Sendable {
    /// Share of the rows, the last by time, that no choice may look at; 0..<1.
    public var lockBoxShare: Double
    /// Share of the rows before the lock-box that only train: the first test block starts behind them.
    public var firstTrainingShare: Double
    /// Rows that a training part must keep after purging for its fold to count.
    public var minimumTrainingRows: Int
    /// Number of test blocks of about equal size.
    public var blocks: Int
    /// Sessions between the end of a training outcome and the start of a test block, beyond the purge.
    public var embargoSessions: Int

    /// Creates a policy; the defaults are the engine's.
    public init(
        lockBoxShare: Double = 0.15,
        firstTrainingShare: Double = 0.4,
        minimumTrainingRows: Int = 50,
        blocks: Int = 6,
        embargoSessions: Int = 5
    ) {
        self.lockBoxShare = lockBoxShare
        self.firstTrainingShare = firstTrainingShare
        self.minimumTrainingRows = minimumTrainingRows
        self.blocks = blocks
        self.embargoSessions = embargoSessions
    }

    /// Whether an outcome that ends at a session is known, embargo included, before a block starts.
    func isSettled(outcomeSession: Int, before testStartSession: Int) -> Bool {
        outcomeSession + embargoSessions < testStartSession
    }
}

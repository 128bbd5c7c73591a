/// How far a job has come.
public struct ProgressUpdate: Sendable, Equatable {
    /// What is being done, for example `labels`.
    public var stage: String
    /// Units done.
    public var done: Int
    /// Units in all; 0 where unknown.
    public var total: Int
    /// What stands out right now, for example the symbol at work.
    public var detail: String

    /// Creates an update.
    public init(stage: String, done: Int, total: Int, detail: String = "") {
        self.stage = stage
        self.done = done
        self.total = total
        self.detail = detail
    }
}

/// Receives progress; the command line draws a bar, tests ignore it.
public typealias ProgressSink = @Sendable (ProgressUpdate) -> Void

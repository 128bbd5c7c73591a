public import Market

/// How a run of a job ended, or that it goes on.
public enum RunStatus: String, CaseIterable, Sendable {
    /// The process is at work, or died without a word.
    case running
    /// It did what it was asked.
    case succeeded
    /// There was nothing to do.
    case nothingToDo = "nothing_to_do"
    /// It ended with an error.
    case failed
    /// Its process ended before it did.
    case interrupted
}

/// One line of the run ledger.
public struct RunRecord: Sendable, Equatable {
    /// Number of the run.
    public var id: Int
    /// The job's name.
    public var job: String
    /// What it was asked to do, as command-line text.
    public var arguments: String
    /// The operating system's process number.
    public var process: Int
    /// How it ended.
    public var status: RunStatus
    /// When it began.
    public var startedAt: UTCInstant
    /// When it ended; nil while running or where nobody knows.
    public var finishedAt: UTCInstant?
    /// The error, or a summary.
    public var message: String
}

/// A count of the run ledger: what happened to how many, by family and horizon.
public struct RunCount: Sendable, Hashable, Comparable {
    /// Family name, or empty.
    public var family: String
    /// Horizon code, or empty.
    public var horizon: String
    /// What happened: `labelled`, `revised`, `unchanged` or a skip reason.
    public var outcome: String
    /// How often.
    public var n: Int

    /// Creates a count.
    public init(family: String, horizon: String, outcome: String, n: Int) {
        self.family = family
        self.horizon = horizon
        self.outcome = outcome
        self.n = n
    }

    /// Counts are ordered by family, horizon and outcome.
    public static func < (lhs: RunCount, rhs: RunCount) -> Bool {
        (lhs.family, lhs.horizon, lhs.outcome, lhs.n) < (rhs.family, rhs.horizon, rhs.outcome, rhs.n)
    }
}

/// The run ledger.
public struct RunStore {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// Opens a run and returns its number.
    public func begin(job: String, arguments: String, process: Int, now: UTCInstant) throws -> Int {
        try connection.execute(
            """
            INSERT INTO runs (job, arguments, process, status, started_at)
            VALUES ($1, $2, $3, 'running', $4)
            """,
            [.text(job), .text(arguments), .integer(process), .instant(now)]
        )
        return connection.lastInsertedKey
    }

    /// Closes a run with its counts.
    public func finish(
        _ run: Int,
        status: RunStatus,
        message: String,
        counts: [RunCount],
        now: UTCInstant
    ) throws {
        try connection.execute(
            "UPDATE runs SET status = $1, message = $2, finished_at = $3 WHERE run_id = $4",
            [.text(status.rawValue), .text(message), .instant(now), .integer(run)]
        )
        let counts = counts.sorted()
        try connection.bulk(
            "INSERT INTO run_counts (run_id, family, horizon, outcome, n) VALUES ($1, $2, $3, $4, $5)",
            count: counts.count
        ) { index, binder in
            binder.integer(run)
            binder.text(counts[index].family)
            binder.text(counts[index].horizon)
            binder.text(counts[index].outcome)
            binder.integer(counts[index].n)
        }
    }

    /// Marks the runs of a job whose process is gone as interrupted.
    public func markInterrupted(job: String, isAlive: (Int) -> Bool) throws {
        let open = try connection.map(
            "SELECT run_id, process FROM runs WHERE job = $1 AND status = 'running'",
            [.text(job)]
        ) { ($0.integer(0), $0.integer(1)) }
        for (run, process) in open where !isAlive(process) {
            try connection.execute(
                "UPDATE runs SET status = 'interrupted' WHERE run_id = $1",
                [.integer(run)]
            )
        }
    }

    /// The newest runs first.
    public func recent(limit: Int) throws -> [RunRecord] {
        try records("ORDER BY run_id DESC LIMIT $1", [.integer(limit)])
    }

    /// One run; nil where there is none with that number.
    public func run(_ run: Int) throws -> RunRecord? {
        try records("WHERE run_id = $1", [.integer(run)]).first
    }

    private func records(_ filter: String, _ values: [SQLValue]) throws -> [RunRecord] {
        let sql = """
            SELECT run_id, job, arguments, process, status, started_at, finished_at, message
            FROM runs \(filter)
            """
        return try connection.map(sql, values) { row in
            RunRecord(
                id: row.integer(0),
                job: row.text(1),
                arguments: row.text(2),
                process: row.integer(3),
                status: try row.value(4, as: RunStatus.self),
                startedAt: try row.instant(5),
                finishedAt: row.isNull(6) ? nil : try row.instant(6),
                message: row.text(7)
            )
        }
    }

    /// The counts of a run.
    public func counts(ofRun run: Int) throws -> [RunCount] {
        try connection.map(
            "SELECT family, horizon, outcome, n FROM run_counts WHERE run_id = $1 ORDER BY 1, 2, 3",
            [.integer(run)]
        ) { RunCount(family: $0.text(0), horizon: $0.text(1), outcome: $0.text(2), n: $0.integer(3)) }
    }
}

extension RunStore {
    /// The counts of many runs by their number, each list sorted.
    public func counts(ofRuns runs: [Int]) throws -> [Int: [RunCount]] {
        var result: [Int: [RunCount]] = [:]
        try connection.forEach(
            """
            SELECT run_id, family, horizon, outcome, n FROM run_counts
            WHERE run_id IN (SELECT cast(value AS INTEGER) FROM json_each($1)) ORDER BY 1, 2, 3, 4
            """,
            [.list(runs.map(String.init))]
        ) { row in
            result[row.integer(0), default: []].append(
                RunCount(family: row.text(1), horizon: row.text(2), outcome: row.text(3), n: row.integer(4))
            )
        }
        return result
    }

    /// The newest runs of a job first.
    public func recent(ofJob job: String, limit: Int) throws -> [RunRecord] {
        try records("WHERE job = $1 ORDER BY run_id DESC LIMIT $2", [.text(job), .integer(limit)])
    }
}

extension RunStore {
    /// One page of the ledger, newest first.
    ///
    /// - Parameters:
    ///   - job: runs of this job; nil for all.
    ///   - status: runs that ended so; nil for all.
    ///   - number: runs with a smaller number than this; nil for the newest.
    ///   - limit: how many.
    /// - Returns: the runs.
    /// - Throws: `StorageError` for a stored value that cannot be read.
    public func page(
        ofJob job: String? = nil,
        status: RunStatus? = nil,
        before number: Int? = nil,
        limit: Int
    ) throws -> [RunRecord] {
        var filter = SQLText("WHERE run_id < ")
        let newest = filter.parameter(.integer(number ?? .max))
        filter += newest
        if let job {
            let name = filter.parameter(.text(job))
            filter += " AND job = \(name)"
        }
        if let status {
            let code = filter.parameter(.text(status.rawValue))
            filter += " AND status = \(code)"
        }
        let rows = filter.parameter(.integer(limit))
        filter += " ORDER BY run_id DESC LIMIT \(rows)"
        return try records(filter.text, filter.values)
    }
}

public import Market

/// A simulated world as the database keeps it.
public struct WorldRow: Sendable, Equatable {
    /// Code of its kind.
    public var kind: String
    /// Number within its run.
    public var number: Int
    /// Effect of the surprise.
    public var effect: Double
    /// Labelled outcomes.
    public var outcomes: Int
    /// Heads that passed, sorted.
    public var promoted: [String]
    /// Heads that were judged.
    public var judged: Int
    /// Predictions with a range.
    public var ranges: Int
    /// Those whose range holds the outcome.
    public var covered: Int
    /// Intervals stated where the truth is known.
    public var intervals: Int
    /// Those that hold it.
    public var intervalsWithTruth: Int

    /// Creates a row.
    public init(
        kind: String,
        number: Int,
        effect: Double,
        outcomes: Int,
        promoted: [String],
        judged: Int,
        ranges: Int,
        covered: Int,
        intervals: Int,
        intervalsWithTruth: Int
    ) {
        self.kind = kind
        self.number = number
        self.effect = effect
        self.outcomes = outcomes
        self.promoted = promoted
        self.judged = judged
        self.ranges = ranges
        self.covered = covered
        self.intervals = intervals
        self.intervalsWithTruth = intervalsWithTruth
    }
}

/// A report of the validation lab as the database keeps it.
public struct CertificateRow: Sendable, Equatable {
    /// When it was issued.
    public var issuedAt: UTCInstant
    /// The engine that was validated.
    public var engineVersion: String
    /// Seed of the simulated worlds.
    public var seed: Int
    /// Whether it may stand as a certificate.
    public var isCertificate: Bool
    /// Its standing in one line.
    public var text: String
    /// The whole report as JSON.
    public var report: String

    /// Creates a row.
    public init(
        issuedAt: UTCInstant,
        engineVersion: String,
        seed: Int,
        isCertificate: Bool,
        text: String,
        report: String
    ) {
        self.issuedAt = issuedAt
        self.engineVersion = engineVersion
        self.seed = seed
        self.isCertificate = isCertificate
        self.text = text
        self.report = report
    }
}

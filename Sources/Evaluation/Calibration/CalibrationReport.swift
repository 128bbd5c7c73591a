public import Statistics

/// Whether stated probabilities come true as often as they say.
public struct CalibrationReport: Sendable, Equatable {
    /// What can be said about the calibration.
    public enum Verdict: String, Sendable, CaseIterable {
        /// The test finds nothing against it.
        case notRejected = "not_rejected"
        /// Probabilities differ from frequencies beyond chance.
        case rejected
        /// Too few events to say anything.
        case tooFew = "too_few"
    }

    /// Events with a side and a probability.
    public let n: Int
    /// Frequencies of up in ten bins of the probability, with intervals; empty bins are left out.
    public let bins: [ReliabilityBin]
    /// Expected calibration error with what a perfectly calibrated head would show at this size.
    public let error: CalibrationErrorTest?
    /// Slope and intercept of the recalibrating logistic curve; 1 and 0 are perfect.
    public let recalibration: LogisticRecalibration?
    /// Test of slope 1 and intercept 0, robust to event days; the larger p-value speaks for calibration.
    public let test: TestResult?
    /// What follows.
    public let verdict: Verdict
    /// The verdict in a sentence that says how often a stated confidence was right.
    public let text: String

    /// Events below which nothing is said.
    public static let minimumEvents = 50
    /// Level of the test.
    public static let level = 0.05
}

extension CalibrationReport {
    /// The calibration of a population; nil where no event has both a side and a probability.
    init?(
        _ rows: [GradedPrediction],
        bands: [ConfidenceBand],
        settings: MonitoringSettings
    ) throws(StatisticsError) {
        let graded = rows.filter { $0.hasSide && $0.probabilityUp != nil }
        guard !graded.isEmpty else { return nil }
        let probabilities = graded.map { $0.probabilityUp ?? 0.5 }
        let outcomes = graded.map(\.wentUp)
        n = graded.count
        bins = try Reliability.bins(probabilities, outcomes: outcomes, count: 10, strategy: .equalWidth)
        error = try CalibrationErrorTest.run(
            probabilities,
            outcomes: outcomes,
            count: 10,
            strategy: .equalWidth,
            simulations: settings.calibrationSimulations,
            seed: settings.seed
        )
        recalibration = try LogisticRecalibration.fit(probabilities, outcomes: outcomes)
        test = try CalibrationTest.clustered(
            probabilities,
            outcomes: outcomes,
            clusters: graded.map(\.reactionSession)
        )
        verdict =
            if graded.count < Self.minimumEvents {
                .tooFew
            } else if let test, test.pValue < Self.level {
                .rejected
            } else {
                .notRejected
            }
        text = Self.sentence(verdict, n: graded.count, bands: bands)
    }

    /// One band tells it in plain words: the fullest one at 60 % or more, else the fullest.
    private static func sentence(_ verdict: Verdict, n: Int, bands: [ConfidenceBand]) -> String {
        guard verdict != .tooFew else {
            return "\(n) graded events are too few to judge calibration; \(minimumEvents) are needed."
        }
        let start =
            verdict == .rejected
            ? "Stated probabilities differ from frequencies beyond chance."
            : "Nothing speaks against the stated probabilities."
        let sure = bands.filter { $0.lower >= 0.6 && $0.accuracy.n >= 20 }
        let told = (sure.isEmpty ? bands : sure).max { $0.accuracy.n < $1.accuracy.n }
        guard let told, let stated = told.meanConfidence, let right = told.accuracy.value else {
            return start
        }
        let interval = told.accuracy.interval.map { " (\(percent($0.lower)) to \(percent($0.upper)))" } ?? ""
        return
            "\(start) Events stated at \(percent(stated)) on average were right in \(percent(right))\(interval) "
            + "of \(told.accuracy.n)."
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

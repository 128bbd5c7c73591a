import Statistics

/// Out-of-fold answers collected so far, from which probabilities are calibrated and ranges are sized.
///
/// Every answer came from trees that had not seen its row. A fit as of a session takes only answers whose outcome was
/// settled, embargo included, before it.
struct CalibrationPool: Sendable {
    private struct Answer {
        let outcomeSession: Int
        let direction: DirectionCalibrator.Answer?
        let moveScore: Double?
    }

    private let policy: WalkForwardPolicy
    private let horizonSessions: Int
    private var answers: [Answer] = []

    init(policy: WalkForwardPolicy, horizonSessions: Int) {
        self.policy = policy
        self.horizonSessions = horizonSessions
    }

    /// Adds one row's answers.
    ///
    /// The impact is nil where only the direction is known, the raw probability where the head is constant;
    /// the spread is that of the head which gave the probability.
    mutating func add(_ row: TrainingRow, impact: Double?, probabilityUp: Double?, spread: Double?) {
        let move = impact.flatMap {
            MoveScale.typicalMove(impact: $0, volatility: row.volatility, sessions: horizonSessions)
        }
        let direction =
            row.direction == 0
            ? nil
            : probabilityUp.map {
                DirectionCalibrator.Answer(probability: $0, spread: spread, isUp: row.abnormalReturn > 0)
            }
        answers.append(
            Answer(
                outcomeSession: row.outcomeSession,
                direction: direction,
                moveScore: move.map { row.abnormalReturn.magnitude / $0 }
            )
        )
    }

    /// The calibration that answers settled before a session support; all answers where no session is given.
    func directionCalibrator(before session: Int? = nil) throws(StatisticsError) -> DirectionCalibrator {
        try DirectionCalibrator.fit(settled(before: session).compactMap(\.direction))
    }

    /// The conformal factor that answers settled before a session support; nil where they are too few.
    func conformalFactor(before session: Int? = nil) throws(StatisticsError) -> ConformalFactor? {
        try ConformalFactor.fit(settled(before: session).compactMap(\.moveScore))
    }

    private func settled(before session: Int?) -> [Answer] {
        guard let session else { return answers }
        return answers.filter { policy.isSettled(outcomeSession: $0.outcomeSession, before: session) }
    }
}

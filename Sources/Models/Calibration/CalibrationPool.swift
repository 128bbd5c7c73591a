import Statistics

/// Out-of-fold answers collected so far, from which probabilities are calibrated and ranges are sized.
///
/// Every answer came from trees that had not seen its row. A fit as of a session takes only answers whose outcome was
/// settled, embargo included, before it.
struct CalibrationPool: Sendable {
    private struct Answer {
        let outcomeSession: Int
        let isUp: Bool?
        let probabilityUp: Double?
        let moveScore: Double?
    }

    /// Trained answers with a direction that a probability calibration needs; below it raw probabilities stay.
    static let minimumDirectionAnswers = 50
    /// Answers from which the calibration is isotonic; below it is Platt's.
    static let isotonicFrom = 1_000

    private let policy: WalkForwardPolicy
    private let horizonSessions: Int
    private var answers: [Answer] = []

    init(policy: WalkForwardPolicy, horizonSessions: Int) {
        self.policy = policy
        self.horizonSessions = horizonSessions
    }

    /// Adds one row's answers.
    ///
    /// The impact is nil where only the direction is known, the raw probability where the head is constant.
    mutating func add(_ row: TrainingRow, impact: Double?, probabilityUp: Double?) {
        let move = impact.flatMap {
            MoveScale.typicalMove(impact: $0, volatility: row.volatility, sessions: horizonSessions)
        }
        let isUp = row.direction == 0 ? nil : row.abnormalReturn > 0
        answers.append(
            Answer(
                outcomeSession: row.outcomeSession,
                isUp: isUp,
                probabilityUp: isUp == nil ? nil : probabilityUp,
                moveScore: move.map { row.abnormalReturn.magnitude / $0 }
            )
        )
    }

    /// The calibration that answers settled before a session support; all answers where no session is given.
    func directionCalibrator(before session: Int? = nil) throws(StatisticsError) -> DirectionCalibrator {
        let known = settled(before: session).compactMap { answer in
            answer.probabilityUp.flatMap { p in answer.isUp.map { (p: p, isUp: $0) } }
        }
        return try DirectionCalibrator.fit(known.map(\.p), outcomes: known.map(\.isUp))
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

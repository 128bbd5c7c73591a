import Foundation
public import Statistics

/// Maps the raw probability of a direction head to a calibrated one.
///
/// Heads with many trees spread their probabilities wider than heads with few, so a map learnt from one says little about
/// the other. A head that spreads wider than the heads behind the map is drawn together to their spread first.
public struct DirectionCalibrator: Codable, Equatable, Sendable {
    /// The map; it never falls.
    public let map: ProbabilityCalibrator
    /// Number of out-of-fold answers that it rests on.
    public let count: Int
    /// Spread of the heads that gave those answers: the median over answers, in log odds; nil where unknown.
    public let referenceSpread: Double?

    /// One out-of-fold answer.
    struct Answer: Sendable {
        let probability: Double
        /// Spread of the head that gave it.
        let spread: Double?
        let isUp: Bool
    }

    /// No side of a move is more certain than this.
    public static let surest = 0.95
    /// Answers that a map needs; below it raw probabilities stay.
    static let minimumAnswers = 50
    /// Answers from which the map is isotonic; below it is Platt's.
    static let isotonicFrom = 1_000

    /// The calibrated probability of up for a raw one from a head of the given spread.
    func callAsFunction(_ raw: Double, spread: Double?) -> Double {
        let mapped = map(Self.drawn(raw, spread: spread, reference: referenceSpread))
        return min(max(mapped, 1 - Self.surest), Self.surest)
    }

    /// Fits isotonic regression from 1,000 answers, Platt's sigmoid below; raw probabilities stay where answers are few.
    ///
    /// Where the trees' answers run the wrong way round the map is flat: every event gets the share of up.
    static func fit(_ answers: [Answer]) throws(StatisticsError) -> DirectionCalibrator {
        let reference = HeadData.median(answers.compactMap(\.spread))
        let outcomes = answers.map(\.isUp)
        guard answers.count >= minimumAnswers, outcomes.contains(true), outcomes.contains(false) else {
            return DirectionCalibrator(map: .identity, count: answers.count, referenceSpread: reference)
        }
        let map = try ProbabilityCalibrator.fit(
            answers.map { drawn($0.probability, spread: $0.spread, reference: reference) },
            outcomes: outcomes,
            isotonicFrom: isotonicFrom
        )
        return DirectionCalibrator(map: map, count: answers.count, referenceSpread: reference)
    }

    /// A probability with its log odds shrunk by how much wider its head spreads than the reference.
    private static func drawn(_ probability: Double, spread: Double?, reference: Double?) -> Double {
        guard let spread, let reference, spread > reference, reference > 0 else { return probability }
        return 1 / (1 + exp(-logOdds(probability) * reference / spread))
    }

    /// Standard deviation of the log odds of some probabilities; nil below two.
    static func spread(of probabilities: [Float]) -> Double? {
        guard probabilities.count > 1 else { return nil }
        let values = probabilities.map { logOdds(Double($0)) }
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
    }

    private static func logOdds(_ probability: Double) -> Double {
        let inside = min(max(probability, 1e-6), 1 - 1e-6)
        return log(inside / (1 - inside))
    }
}

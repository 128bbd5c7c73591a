public import Statistics

/// Maps the raw probability of a direction head to a calibrated one.
public struct DirectionCalibrator: Codable, Equatable, Sendable {
    /// The map; it never falls.
    public let map: ProbabilityCalibrator
    /// Number of out-of-fold answers that it rests on.
    public let count: Int

    /// The calibrated probability of up.
    func callAsFunction(_ raw: Double) -> Double { min(max(map(raw), 0), 1) }

    /// Fits isotonic regression from 1,000 answers, Platt's sigmoid below; raw probabilities stay where answers are few.
    ///
    /// Where the trees' answers run the wrong way round the map is flat: every event gets the share of up.
    static func fit(_ raw: [Double], outcomes: [Bool]) throws(StatisticsError) -> DirectionCalibrator {
        guard raw.count >= CalibrationPool.minimumDirectionAnswers, outcomes.contains(true),
            outcomes.contains(false)
        else { return DirectionCalibrator(map: .identity, count: raw.count) }
        let map = try ProbabilityCalibrator.fit(
            raw,
            outcomes: outcomes,
            isotonicFrom: CalibrationPool.isotonicFrom
        )
        return DirectionCalibrator(map: map, count: raw.count)
    }
}

import Models

extension TrainingConfiguration {
    /// The engine's defaults with fewer and faster trees.
    static let quick = TrainingConfiguration(
        policy: WalkForwardPolicy(blocks: 5),
        magnitude: [HeadParameters(learningRate: 0.1, maximumRounds: 50, buckets: 32)],
        direction: [HeadParameters(learningRate: 0.1, maximumRounds: 50, buckets: 32)],
        canaryRounds: 15
    )
}

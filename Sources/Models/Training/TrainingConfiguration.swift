import Foundation

/// Everything that a training run depends on besides the data.
public struct TrainingConfiguration: Codable, Hashable, Sendable {
    /// Seed of every random choice.
    public var seed: Int
    /// How rows are divided in time.
    public var policy: WalkForwardPolicy
    /// Trees of the magnitude head; several candidates are compared inside each training part.
    public var magnitude: [HeadParameters]
    /// Trees of the direction head; several candidates are compared inside each training part.
    public var direction: [HeadParameters]
    /// Slices at the end of a training part on which the number of trees is chosen.
    public var slices: Int
    /// Share of the training part that each slice holds.
    public var sliceShare: Double
    /// Rows that a slice needs; below it one double slice is tried, and then the number of trees is fixed.
    public var minimumSliceRows: Int
    /// What a model must show to be used.
    public var gate: GatePolicy
    /// Trees of each canary.
    public var canaryRounds: Int

    /// Creates a configuration; the defaults are the engine's.
    public init(
        seed: Int = 20_240_213,
        policy: WalkForwardPolicy = WalkForwardPolicy(),
        magnitude: [HeadParameters] = [HeadParameters()],
        direction: [HeadParameters] = [HeadParameters()],
        slices: Int = 3,
        sliceShare: Double = 0.12,
        minimumSliceRows: Int = 30,
        gate: GatePolicy = GatePolicy(),
        canaryRounds: Int = 30
    ) {
        self.seed = seed
        self.policy = policy
        self.magnitude = magnitude
        self.direction = direction
        self.slices = slices
        self.sliceShare = sliceShare
        self.minimumSliceRows = minimumSliceRows
        self.gate = gate
        self.canaryRounds = canaryRounds
    }

    /// The engine's defaults.
    public static let standard = TrainingConfiguration()

    /// Candidates of a head.
    func candidates(for head: Head) -> [HeadParameters] {
        switch head {
        case .magnitude: magnitude
        case .direction: direction
        }
    }

    /// 32 hexadecimal digits that differ whenever any setting does.
    public var fingerprint: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        var hash = DataDigest()
        hash.combine("training-1")
        if let data = try? encoder.encode(self) {
            for byte in data { hash.combine(UInt64(byte)) }
        }
        return hash.hexadecimal
    }
}

/// Everything that an artefact carries besides its trees.
public struct ArtefactMetadata: Codable, Equatable, Sendable {
    /// The slot that the model was trained for; it answers for no other.
    public let cell: Cell
    /// Version of the features that it reads.
    public let featureSetVersion: String
    /// Columns that it reads, in order.
    public let featureNames: [String]
    /// Version of the labels that it learnt.
    public let labelVersion: String
    /// Hash of the data that it learnt from.
    public let dataHash: String
    /// Everything that the training depended on besides.
    public let configuration: TrainingConfiguration
    /// Labelled events that it learnt from.
    public let sampleCount: Int
    /// Companies among them.
    public let companyCount: Int
    /// The magnitude head.
    public let magnitude: HeadMetadata
    /// The direction head.
    public let direction: HeadMetadata
    /// Calibration of the direction head's probability.
    public let calibrator: DirectionCalibrator
    /// Size of the 80 % range; nil where earlier predictions were too few.
    public let conformal: ConformalFactor?
    /// Range of each column in the training rows.
    public let columnRanges: [ColumnRange]
}

/// How one head of an artefact was trained.
public struct HeadMetadata: Codable, Hashable, Sendable {
    /// What came of the training.
    public let status: HeadStatus
    /// Trees grown.
    public let rounds: Int
    /// Rows trained on.
    public let rowCount: Int
    /// The answer without trees: median impact 0...1, or share of up.
    public let constant: Double
    /// Spread of a direction head's log odds on rows that its trees had not seen; nil where unknown.
    public let spread: Double?
    /// Shape of the trees.
    public let parameters: HeadParameters
}

/// What values a column had in the training rows.
public struct ColumnRange: Codable, Hashable, Sendable {
    /// Smallest value; nil where the column was always missing.
    public let lowest: Float?
    /// Largest value; nil where the column was always missing.
    public let highest: Float?
    /// Whether it was missing in any row.
    public let wasMissing: Bool

    /// Whether a value is one that training could have prepared for.
    func covers(_ value: Float) -> Bool {
        if value.isNaN { return wasMissing }
        guard let lowest, let highest else { return false }
        return value >= lowest && value <= highest
    }
}

public import JSONText

/// What one feature contributes to a predicted impact (TreeSHAP), in points.
public struct FeatureContribution: Equatable, Sendable {
    /// The feature's declared name.
    public let feature: String
    /// The name of the group under which the feature is shown.
    public let group: String
    /// Points of impact, may be negative.
    public let points: Double

    /// Creates a contribution.
    public init(feature: String, group: String, points: Double) {
        self.feature = feature
        self.group = group
        self.points = points
    }
}

/// How the magnitude head came to its predicted impact: bias plus contributions of features, in points.
///
/// The head predicts 0...1; TreeSHAP values are multiplied by 100 to be points.
public struct ImpactAttribution: Equatable, Sendable {
    /// What the head predicts before any feature speaks, in points.
    public let bias: Double
    /// What each feature adds.
    public let features: [FeatureContribution]

    /// Creates an attribution, or throws where a number is not finite.
    public init(bias: Double, features: [FeatureContribution]) throws(ScoreError) {
        guard bias.isFinite else {
            throw .range("bias of the attribution", bias, accepted: "a finite number")
        }
        for feature in features where !feature.points.isFinite {
            throw .range("contribution of \(feature.feature)", feature.points, accepted: "a finite number")
        }
        self.bias = bias
        self.features = features
    }

    /// The head's raw output in points; may lie outside 0...100.
    public var total: Double { features.reduce(bias) { $0 + $1.points } }
}

/// One term of an applied adjustment.
public struct Contribution: Equatable, Sendable, JSONWritable {
    /// The feature's declared name, or `model_average` or `score_range` for the two terms that are no features.
    public let feature: String
    /// The name of the group under which it is shown.
    public let group: String
    /// Points of the adjustment, may be negative.
    public let points: Double

    /// Creates a term, for example from a stored prediction.
    public init(feature: String, group: String, points: Double) {
        self.feature = feature
        self.group = group
        self.points = points
    }

    /// Writes the term as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("feature", feature)
            json.member("group", group)
            json.member("points", number: points, digits: ScoreDigits.points)
        }
    }
}

/// The accepted ranges of booster parameters, as checks that name what they refuse.
enum ParameterRange {
    static func whole(_ name: String, _ value: Int, _ range: ClosedRange<Int>) throws(BoostingError) {
        guard range.contains(value) else {
            throw .parameter(
                name: name,
                value: "\(value)",
                accepted: "\(range.lowerBound)...\(range.upperBound)"
            )
        }
    }

    static func share(_ name: String, _ value: Double) throws(BoostingError) {
        guard value > 0, value <= 1, Float(value) > 0 else {
            throw .parameter(name: name, value: "\(value)", accepted: "above 0, at most 1")
        }
    }

    static func notNegative(_ name: String, _ value: Double) throws(BoostingError) {
        guard value >= 0, Float(value).isFinite else {
            throw .parameter(name: name, value: "\(value)", accepted: "0 or more, finite")
        }
    }

    /// XGBoost stores the base score in single precision, and takes the log odds of it for `.logistic`.
    static func baseScore(
        _ value: Double,
        _ objective: BoosterParameters.Objective
    ) throws(BoostingError) {
        let stored = Float(value)
        switch objective {
        case .logistic:
            guard stored > 0, stored < 1 else {
                throw .parameter(name: "baseScore", value: "\(value)", accepted: "between 0 and 1, exclusive")
            }
        case .absoluteError, .squaredError:
            guard stored.isFinite else {
                throw .parameter(name: "baseScore", value: "\(value)", accepted: "finite")
            }
        }
    }
}

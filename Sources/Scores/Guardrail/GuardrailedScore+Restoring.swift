extension GuardrailedScore {
    /// Makes the score anew from stored numbers and refuses it where they disagree with the formula.
    ///
    /// - Parameters:
    ///   - base: stored base score, points.
    ///   - predictedImpact: stored prediction, points; nil where there was none.
    ///   - weight: stored weight; nil where the model was not applied.
    ///   - reason: stored reason code; nil where the model was applied.
    ///   - adjustment: stored adjustment, points.
    ///   - adjusted: stored adjusted score, points.
    /// - Throws: `ScoreError` where a number is out of range, a code is unknown, weight and reason are both
    ///   given or both absent, or adjustment or adjusted score differ from the formula by more than 1e-9.
    public init(
        restoringBase base: Double,
        predictedImpact: Double?,
        weight: Double?,
        reason: String?,
        adjustment: Double,
        adjusted: Double
    ) throws(ScoreError) {
        let base = try ImpactScore(base)
        var predicted: ImpactScore?
        if let predictedImpact { predicted = try ImpactScore(predictedImpact) }
        switch (weight, reason) {
        case (let weight?, nil):
            guard let predicted else {
                throw .inconsistent(
                    name: "guardrailed score",
                    detail: "a weight is given without a predicted impact"
                )
            }
            self = .applied(base: base, predictedImpact: predicted, weight: try BlendWeight(weight))
        case (nil, let code?):
            guard let reason = NotAppliedReason(rawValue: code) else {
                throw .unknownCode(
                    name: "ml_not_applied_reason",
                    value: code,
                    accepted: NotAppliedReason.allCases.map(\.rawValue)
                )
            }
            self = .notApplied(base: base, reason: reason, predictedImpact: predicted)
        case (.some, .some), (nil, nil):
            throw .inconsistent(
                name: "guardrailed score",
                detail: "exactly one of weight and not-applied reason must be given"
            )
        }
        let storedAdjustment = try ScoreAdjustment(adjustment)
        let storedAdjusted = try ImpactScore(adjusted)
        guard abs(storedAdjustment.value - self.adjustment.value) <= 1e-9,
            abs(storedAdjusted.value - self.adjusted.value) <= 1e-9
        else {
            throw .inconsistent(
                name: "guardrailed score",
                detail: "stored adjustment \(adjustment) and adjusted score \(adjusted), the formula gives "
                    + "\(self.adjustment) and \(self.adjusted)"
            )
        }
    }
}

extension GuardrailedScore: Codable {
    private enum CodingKeys: String, CodingKey {
        case base = "base_score"
        case adjustment
        case adjusted = "ml_score_adjusted"
        case predictedImpact = "predicted_impact"
        case weight
        case reason = "ml_not_applied_reason"
    }

    /// Reads a score and refuses one that the formula would not give.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let base = try values.decode(Double.self, forKey: .base)
        let predicted = try values.decodeIfPresent(Double.self, forKey: .predictedImpact)
        let weight = try values.decodeIfPresent(Double.self, forKey: .weight)
        let reason = try values.decodeIfPresent(String.self, forKey: .reason)
        let adjustment = try values.decode(Double.self, forKey: .adjustment)
        let adjusted = try values.decode(Double.self, forKey: .adjusted)
        do {
            try self.init(
                restoringBase: base,
                predictedImpact: predicted,
                weight: weight,
                reason: reason,
                adjustment: adjustment,
                adjusted: adjusted
            )
        } catch {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "\(error)")
            )
        }
    }

    /// Writes every part, so that a reader can check the formula.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(base, forKey: .base)
        try values.encode(adjustment, forKey: .adjustment)
        try values.encode(adjusted, forKey: .adjusted)
        try values.encodeIfPresent(predictedImpact, forKey: .predictedImpact)
        try values.encodeIfPresent(weight, forKey: .weight)
        try values.encodeIfPresent(reason, forKey: .reason)
    }
}

public import Events
public import Features
public import Market

/// Labelled events of one horizon with their features, in the one order that training knows.
///
/// Rows are sorted by `knownAt`, ties by event key, and row `i` belongs to row `i` of the matrix, so that the order in
/// which a database returned them cannot matter.
public struct Dataset: Sendable {
    /// How many sessions the outcomes span.
    public let horizon: Horizon
    /// Labelled events, sorted.
    public let rows: [TrainingRow]
    /// Features, one row per event in the same order.
    public let features: FeatureMatrix
    /// Version of the feature set that made the matrix.
    public let featureSetVersion: String
    /// Version of the rules that made the labels.
    public let labelVersion: String
    /// 32 hexadecimal digits over everything that influences training.
    public let dataHash: String

    /// Creates a data set from rows in any order.
    ///
    /// - Throws: `DatasetError` for an event that comes twice, a feature row out of range, an infinite feature, a base
    ///   score or impact outside 0...100, a direction other than -1, 0, +1, an abnormal return that is not finite, a
    ///   negative or infinite volatility, or an outcome before the reaction.
    public init(
        horizon: Horizon,
        rows: [TrainingRow],
        features: FeatureMatrix,
        featureSetVersion: String,
        labelVersion: String
    ) throws(DatasetError) {
        var sorted = rows.sorted(by: TrainingRow.precedes)
        var seen = Set<String>(minimumCapacity: sorted.count)
        for row in sorted {
            guard seen.insert(row.eventID).inserted else { throw .duplicateEvent(eventID: row.eventID) }
            try Self.check(row, features: features)
        }
        let ordered = features.selecting(rows: sorted.map(\.featureRow))
        for index in sorted.indices { sorted[index].featureRow = index }
        self.init(
            horizon: horizon,
            sorted: sorted,
            features: ordered,
            featureSetVersion: featureSetVersion,
            labelVersion: labelVersion
        )
    }

    /// The events of one family, or all events where the family is nil.
    public func selecting(family: EventFamily?) -> Dataset {
        guard let family else { return self }
        let kept = rows.indices.filter { rows[$0].family == family }
        if kept.count == rows.count { return self }
        var selected = kept.map { rows[$0] }
        for index in selected.indices { selected[index].featureRow = index }
        return Dataset(
            horizon: horizon,
            sorted: selected,
            features: features.selecting(rows: kept),
            featureSetVersion: featureSetVersion,
            labelVersion: labelVersion
        )
    }

    /// Number of labelled events.
    public var count: Int { rows.count }

    /// Number of different symbols.
    public var companyCount: Int { Set(rows.lazy.map(\.ticker)).count }

    /// How much the data amount to.
    public var evidence: Evidence { Evidence(events: count, companies: companyCount) }

    private init(
        horizon: Horizon,
        sorted: [TrainingRow],
        features: FeatureMatrix,
        featureSetVersion: String,
        labelVersion: String
    ) {
        self.horizon = horizon
        rows = sorted
        self.features = features
        self.featureSetVersion = featureSetVersion
        self.labelVersion = labelVersion
        dataHash = Self.hash(
            horizon: horizon,
            rows: sorted,
            features: features,
            featureSetVersion: featureSetVersion,
            labelVersion: labelVersion
        )
    }
}

// MARK: - Checks and hash

extension Dataset {
    private static func check(_ row: TrainingRow, features: FeatureMatrix) throws(DatasetError) {
        func invalid(_ field: String, _ value: some Any, _ accepted: String) -> DatasetError {
            .invalidField(eventID: row.eventID, field: field, value: "\(value)", accepted: accepted)
        }
        guard features.rowCount > row.featureRow, row.featureRow >= 0 else {
            throw .featureRowOutOfRange(
                eventID: row.eventID,
                row: row.featureRow,
                rowCount: features.rowCount
            )
        }
        if let column = features.row(row.featureRow).firstIndex(where: \.isInfinite) {
            throw .infiniteFeature(
                eventID: row.eventID,
                column: features.names[column % features.columnCount]
            )
        }
        guard (0...100).contains(row.baseScore) else {
            throw invalid("base score", row.baseScore, "0...100")
        }
        if let impact = row.realizedImpact, !(0...100).contains(impact) {
            throw invalid("realized impact", impact, "0...100")
        }
        guard (-1...1).contains(row.direction) else { throw invalid("direction", row.direction, "-1, 0, 1") }
        if let direction = row.ruleDirection, !(-1...1).contains(direction) {
            throw invalid("rule direction", direction, "-1, 0, 1 or none")
        }
        guard row.abnormalReturn.isFinite else {
            throw invalid("abnormal return", row.abnormalReturn, "a finite fraction")
        }
        guard row.volatility.isNaN || (row.volatility >= 0 && row.volatility.isFinite) else {
            throw invalid("volatility", row.volatility, "0 or more, NaN where unknown")
        }
        guard row.outcomeSession >= row.reactionSession else {
            throw invalid("outcome session", row.outcomeSession, "\(row.reactionSession) or later")
        }
    }

    private static func hash(
        horizon: Horizon,
        rows: [TrainingRow],
        features: FeatureMatrix,
        featureSetVersion: String,
        labelVersion: String
    ) -> String {
        var hash = DataDigest()
        hash.combine(horizon.sessions)
        hash.combine(featureSetVersion)
        hash.combine(labelVersion)
        for name in features.names { hash.combine(name) }
        hash.combine(rows.count)
        for row in rows {
            for text in [row.eventID, row.ticker, row.type.rawValue, row.itemGroup, row.groupKey] {
                hash.combine(text)
            }
            hash.combine(Int(row.knownAt.secondsSinceEpoch))
            hash.combine(row.reactionSession)
            hash.combine(row.outcomeSession)
            hash.combine(row.baseScore)
            hash.combine(row.ruleDirection ?? Int.min)
            hash.combine(row.abnormalReturn)
            hash.combine(row.direction)
            hash.combine(row.realizedImpact ?? -1)
            hash.combine(row.volatility)
        }
        for value in features.values { hash.combine(value) }
        return hash.hexadecimal
    }
}

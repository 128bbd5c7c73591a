import Boosting
import Market

/// A loaded model that answers for events of its own slot and features.
public struct ModelPredictor: Sendable {
    /// Everything that the artefact carries besides its trees.
    public let metadata: ArtefactMetadata
    private let magnitude: TrainedBooster?
    private let direction: TrainedBooster?

    /// Loads an artefact for a slot and a feature set.
    ///
    /// - Throws: `ModelError` where the artefact belongs to another slot (D14), reads another feature set or other
    ///   columns, or its trees are damaged.
    public init(
        artefact: ModelArtefact,
        cell: Cell,
        featureSetVersion: String,
        featureNames: [String]
    ) throws(ModelError) {
        let metadata = artefact.metadata
        guard metadata.cell == cell else { throw .wrongCell(expected: cell, found: metadata.cell) }
        guard metadata.featureSetVersion == featureSetVersion else {
            throw .wrongFeatureSet(expected: featureSetVersion, found: metadata.featureSetVersion)
        }
        try Self.check(expected: featureNames, found: metadata.featureNames)
        self.metadata = metadata
        magnitude = try Self.load(artefact.magnitudeModel, metadata.magnitude, featureNames)
        direction = try Self.load(artefact.directionModel, metadata.direction, featureNames)
    }

    /// The columns that a row holds, in order.
    public var featureNames: [String] { metadata.featureNames }

    /// Predicts one event.
    ///
    /// The row holds one value per column, NaN where missing; the volatility is the stock's idiosyncratic one, a
    /// fraction per session, NaN where unknown.
    ///
    /// - Throws: `ModelError.wrongRowWidth` for a row of another length.
    public func predict(_ row: [Float], volatility: Double) throws(ModelError) -> ModelPrediction {
        guard row.count == featureNames.count else {
            throw .wrongRowWidth(expected: featureNames.count, found: row.count)
        }
        let impact =
            magnitude.map { CellWork.impact($0.forest.value(row)) } ?? metadata.magnitude.constant * 100
        let move = MoveScale.typicalMove(
            impact: impact,
            volatility: volatility,
            sessions: metadata.cell.horizon.sessions
        )
        var unfamiliar = 0
        for (value, range) in zip(row, metadata.columnRanges) where !range.covers(value) { unfamiliar += 1 }
        return ModelPrediction(
            predictedImpact: impact,
            probabilityUp: direction.map {
                metadata.calibrator(Double($0.forest.value(row)), spread: metadata.direction.spread)
            },
            predictedMove: move,
            interval80: move.flatMap { move in metadata.conformal.map { $0.range(typicalMove: move) } },
            unfamiliarShare: Double(unfamiliar) / Double(max(row.count, 1))
        )
    }

    /// Splits the predicted impact of one event into what each column adds.
    ///
    /// - Throws: `ModelError` for a row of another length.
    public func contributions(_ row: [Float]) throws(ModelError) -> ImpactContributions {
        guard row.count == featureNames.count else {
            throw .wrongRowWidth(expected: featureNames.count, found: row.count)
        }
        guard let magnitude else {
            return ImpactContributions(
                columns: featureNames,
                bias: metadata.magnitude.constant * 100,
                byColumn: row.map { _ in 0 }
            )
        }
        do {
            let points = try magnitude.contributions(DenseRows(columns: featureNames, values: row))
                .row(0).map { Double($0) * 100 }
            return ImpactContributions(
                columns: featureNames,
                bias: points.last ?? 0,
                byColumn: Array(points.dropLast())
            )
        } catch {
            throw .booster("\(error)")
        }
    }

    private static func check(expected: [String], found: [String]) throws(ModelError) {
        guard expected.count == found.count else {
            throw .wrongColumns("\(found.count) columns in the model, \(expected.count) features")
        }
        if let index = expected.indices.first(where: { expected[$0] != found[$0] }) {
            throw .wrongColumns(
                "column \(index) is \(found[index]) in the model, \(expected[index]) in the features"
            )
        }
    }

    private static func load(
        _ model: [UInt8]?,
        _ head: HeadMetadata,
        _ columns: [String]
    ) throws(ModelError) -> TrainedBooster? {
        guard let model else {
            guard head.status != .trained else { throw .booster("trees of a trained head are missing") }
            return nil
        }
        do { return try TrainedBooster(model: model, columns: columns) } catch { throw .booster("\(error)") }
    }
}

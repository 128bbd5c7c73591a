import Events
import Features
import Market
import Testing

@testable import Models

@Suite
struct ModelArtefactTests {
    private static let world = SyntheticWorld(seed: 31, events: 400, magnitudeEffect: 25, directionEffect: 1)
    private static let cell = Cell(family: .sec8K, horizon: .fiveDay)

    private static let trained: (artefact: ModelArtefact, data: Dataset)? = {
        guard let data = try? world.dataset(),
            let artefact = TrainingRun.train(datasets: [data], cells: [cell], configuration: .quick).first?
                .artefact
        else { return nil }
        return (artefact, data)
    }()

    private func predictor(
        cell: Cell = cell,
        version: String = "fs-test",
        names: [String]? = nil
    ) throws -> ModelPredictor {
        let (artefact, data) = try #require(Self.trained)
        return try ModelPredictor(
            artefact: artefact,
            cell: cell,
            featureSetVersion: version,
            featureNames: names ?? data.features.names
        )
    }

    @Test
    func bytesReadBack() throws {
        let artefact = try #require(Self.trained).artefact
        let bytes = try artefact.encoded()
        let again = try ModelArtefact(decoding: bytes)
        #expect(again == artefact)
        #expect(try again.encoded() == bytes)
        #expect(artefact.metadata.magnitude.status == .trained)
        #expect(artefact.metadata.direction.status == .trained)
    }

    @Test
    func damagedBytesAreRefused() throws {
        let bytes = try #require(Self.trained).artefact.encoded()
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97)) {
            #expect(throws: ModelError.self) { try ModelArtefact(decoding: Array(bytes.prefix(length))) }
        }
        #expect(throws: ModelError.self) { try ModelArtefact(decoding: bytes + [0]) }
        #expect(throws: ModelError.self) { try ModelArtefact(decoding: [1, 2, 3] + bytes) }
        var huge = bytes
        for index in 8..<16 { huge[index] = 0xff }
        #expect(throws: ModelError.notAnArtefact("cut off inside the metadata")) {
            try ModelArtefact(decoding: huge)
        }
    }

    @Test
    func damagedTreesAreRefused() throws {
        let (artefact, data) = try #require(Self.trained)
        let broken = ModelArtefact(
            metadata: artefact.metadata,
            magnitudeModel: [1, 2, 3],
            directionModel: artefact.directionModel
        )
        #expect(throws: ModelError.self) {
            try ModelPredictor(
                artefact: broken,
                cell: Self.cell,
                featureSetVersion: "fs-test",
                featureNames: data.features.names
            )
        }
        let empty = ModelArtefact(metadata: artefact.metadata, magnitudeModel: nil, directionModel: nil)
        #expect(throws: ModelError.booster("trees of a trained head are missing")) {
            try ModelPredictor(
                artefact: empty,
                cell: Self.cell,
                featureSetVersion: "fs-test",
                featureNames: data.features.names
            )
        }
    }

    /// D14: a model of one slot cannot answer for another, nor for other features.
    @Test
    func anotherSlotIsRefused() throws {
        let other = Cell(family: .earnings, horizon: .fiveDay)
        #expect(throws: ModelError.wrongCell(expected: other, found: Self.cell)) {
            try predictor(cell: other)
        }
        let longer = Cell(family: .sec8K, horizon: .twentyDay)
        #expect(throws: ModelError.wrongCell(expected: longer, found: Self.cell)) {
            try predictor(cell: longer)
        }
        #expect(throws: ModelError.wrongFeatureSet(expected: "fs-2", found: "fs-test")) {
            try predictor(version: "fs-2")
        }
        #expect(throws: ModelError.self) { try predictor(names: ["f1", "f0", "f2", "f3", "f4"]) }
        #expect(throws: ModelError.self) { try predictor(names: ["f0"]) }
    }

    @Test
    func predictionsStayOnTheirScales() throws {
        let data = try #require(Self.trained).data
        let predictor = try predictor()
        for (index, row) in data.rows.enumerated() {
            let features = Array(data.features.row(index))
            let prediction = try predictor.predict(features, volatility: row.volatility)
            #expect((0...100).contains(prediction.predictedImpact))
            #expect((0...1).contains(try #require(prediction.probabilityUp)))
            #expect(prediction.unfamiliarShare == 0)
            let range = try #require(prediction.interval80)
            #expect(range.lower == -range.upper && range.upper > 0)
            let contributions = try predictor.contributions(features)
            #expect(contributions.byColumn.count == data.features.columnCount)
            #expect(abs(min(max(contributions.total, 0), 100) - prediction.predictedImpact) < 1e-3)
        }
        #expect(throws: ModelError.wrongRowWidth(expected: 5, found: 4)) {
            try predictor.predict([0, 0, 0, 0], volatility: 0.02)
        }
        #expect(throws: ModelError.wrongRowWidth(expected: 5, found: 6)) {
            try predictor.contributions([0, 0, 0, 0, 0, 0])
        }
        #expect(try predictor.predict([0, 0, 0, 0, 0], volatility: .nan).interval80 == nil)
    }

    @Test
    func strangeRowsAreCounted() throws {
        let predictor = try predictor()
        #expect(try predictor.predict([1e6, 0, 0, 0, 0], volatility: 0.02).unfamiliarShare == 0.2)
        #expect(try predictor.predict([.nan, 0, 0, .nan, 0], volatility: 0.02).unfamiliarShare == 0.2)
    }

    @Test
    func rangesOfColumnsKnowWhatWasMissing() {
        let matrix = FeatureMatrix(names: ["a", "b"], values: [1, .nan, 3, .nan])
        let ranges = ColumnRange.ranges(of: matrix)
        #expect(
            ranges == [
                ColumnRange(lowest: 1, highest: 3, wasMissing: false),
                ColumnRange(lowest: nil, highest: nil, wasMissing: true),
            ]
        )
        #expect(ranges[0].covers(2) && !ranges[0].covers(3.5) && !ranges[0].covers(.nan))
        #expect(ranges[1].covers(.nan) && !ranges[1].covers(0))
    }
}

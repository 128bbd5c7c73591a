import Events
import Features
import Market
import Models
import Testing

/// Slots with the same data share their trees and nothing else.
@Suite
struct SharedTreesTests {
    @Test
    func theOnlyFamilyAndTheGlobalSlotAgree() throws {
        let data = try SyntheticWorld(seed: 4, events: 400, magnitudeEffect: 20).dataset()
        let both = TrainingRun.train(datasets: [data], configuration: .quick)
        #expect(both.map(\.cell.key) == ["sec_8k/5d", "global/5d"])
        let family = both[0]
        let global = both[1]
        #expect(family.dataHash == global.dataHash)
        #expect(family.predictions.map(\.predictedImpact) == global.predictions.map(\.predictedImpact))
        #expect(family.predictions.allSatisfy { $0.cell == family.cell })
        #expect(global.predictions.allSatisfy { $0.cell == global.cell })
        let artefact = try #require(global.artefact)
        #expect(artefact.metadata.cell == global.cell)
        #expect(artefact.magnitudeModel == family.artefact?.magnitudeModel)
        #expect(throws: ModelError.wrongCell(expected: family.cell, found: global.cell)) {
            try ModelPredictor(
                artefact: artefact,
                cell: family.cell,
                featureSetVersion: "fs-test",
                featureNames: data.features.names
            )
        }
        let alone = try #require(
            TrainingRun.train(datasets: [data], cells: [global.cell], configuration: .quick).first
        )
        #expect(try alone.artefact?.encoded() == artefact.encoded())
    }

    @Test
    func twoFamiliesDoNotShare() throws {
        let data = try SyntheticWorld(
            seed: 4,
            events: 600,
            families: [.sec8K, .earningsRelease],
            magnitudeEffect: 20
        )
        .dataset()
        let results = TrainingRun.train(datasets: [data], configuration: .quick)
        #expect(results.map(\.cell.key) == ["earnings/5d", "sec_8k/5d", "global/5d"])
        #expect(Set(results.map(\.dataHash)).count == 3)
        #expect(results.map(\.sampleCount) == [300, 300, 600])
    }

    @Test
    func onlyWantedSlotsAreTrained() throws {
        let data = try SyntheticWorld(seed: 4, events: 200).dataset()
        let cells = [Cell(family: nil, horizon: .fiveDay), Cell(family: nil, horizon: .oneDay)]
        let results = TrainingRun.train(datasets: [data], cells: cells, configuration: .quick)
        #expect(results.map(\.cell.key) == ["global/5d"])
        let absent = TrainingRun.train(
            datasets: [data],
            cells: [Cell(family: .fda, horizon: .fiveDay)],
            configuration: .quick
        )
        #expect(absent.first?.decision.refusals.map(\.code) == [.insufficientData])
        #expect(TrainingRun.train(datasets: [], configuration: .quick).isEmpty)
    }
}

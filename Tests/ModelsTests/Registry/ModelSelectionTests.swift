import Events
import Market
import Models
import Testing

@Suite
struct ModelSelectionTests {
    private func champion(_ family: EventFamily?, _ heads: Set<Head>) throws -> ModelRecord {
        try Records.record(
            0,
            cell: Cell(family: family, horizon: .fiveDay),
            heads: heads,
            history: [StatusChange(status: .champion, reason: "r", at: Records.at(1))]
        )
    }

    @Test
    func familyComesBeforeGlobalAndGlobalBeforeRules() throws {
        let both: Set<Head> = [.magnitude, .direction]
        let family = try champion(.sec8K, both)
        let global = try champion(nil, both)
        func names(_ records: [ModelRecord], _ family: EventFamily = .sec8K) -> [String] {
            let choice = ModelSelection.choose(family: family, horizon: .fiveDay, champions: records)
            return Head.allCases.map { choice.model(for: $0)?.cell.key ?? "rules" }
        }
        #expect(names([global, family]) == ["sec_8k/5d", "sec_8k/5d"])
        #expect(names([global, family], .earnings) == ["global/5d", "global/5d"])
        #expect(names([family], .earnings) == ["rules", "rules"])
        #expect(names([]) == ["rules", "rules"])
    }

    @Test
    func aRefusedHeadFallsBackAlone() throws {
        let family = try champion(.sec8K, [.direction])
        let global = try champion(nil, [.magnitude])
        let choice = ModelSelection.choose(family: .sec8K, horizon: .fiveDay, champions: [family, global])
        #expect(choice.magnitude?.cell.key == "global/5d")
        #expect(choice.direction?.cell.key == "sec_8k/5d")
    }

    @Test
    func stagingAndOtherHorizonsDoNotAnswer() throws {
        let staged = try Records.record(0)
        #expect(
            ModelSelection.choose(family: .sec8K, horizon: .fiveDay, champions: [staged]).magnitude == nil
        )
        let family = try champion(.sec8K, [.magnitude])
        #expect(ModelSelection.choose(family: .sec8K, horizon: .oneDay, champions: [family]).magnitude == nil)
    }
}

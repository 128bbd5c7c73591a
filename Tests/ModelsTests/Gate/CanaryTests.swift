import Testing

@testable import Models

@Suite
struct CanaryTests {
    private func results(_ world: SyntheticWorld, _ head: Head) throws -> [CanaryResult] {
        let work = try CellWork(
            cell: Cell(family: nil, horizon: world.horizon),
            data: try world.dataset(),
            configuration: .standard
        )
        return try CanaryRun(work: work, head: head).results()
    }

    @Test(arguments: Head.allCases, [UInt64(1), 2, 3])
    func honestDataSetOffNoCanary(head: Head, seed: UInt64) throws {
        let world = SyntheticWorld(seed: seed, magnitudeEffect: 15, directionEffect: 0.5)
        let results = try results(world, head)
        #expect(Set(results.map(\.canary)) == Set(Canary.allCases))
        for result in results { #expect(result.passed, "\(result.canary) \(result.text) \(result.skill)") }
    }

    @Test(arguments: Head.allCases)
    func theOutcomeItselfIsNoticedAsAFeature(head: Head) throws {
        let leak = try #require(
            try results(SyntheticWorld(seed: 9), head).first { $0.canary == .plantedLeak }
        )
        #expect(leak.passed)
        #expect(leak.skill > 0)
    }

    @Test
    func recognisedCompaniesSetOffTheHash() throws {
        let world = SyntheticWorld(seed: 4, events: 4_000, companies: 60, companyEffect: 2)
        let hash = try #require(try results(world, .direction).first { $0.canary == .tickerHash })
        #expect(!hash.passed)
        #expect(hash.skill > 0)
    }

    @Test
    func tooFewRowsRunNoCanary() throws {
        #expect(try results(SyntheticWorld(events: 60), .magnitude).isEmpty)
    }
}

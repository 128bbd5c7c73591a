import Evaluation
import Market
import Testing

@Suite
struct ValidationReportTests {
    private func world(
        _ kind: WorldKind,
        _ number: Int,
        effect: Double = 0,
        promoted: [String] = [],
        covered: Int = 80,
        truths: Int? = nil
    ) -> WorldResult {
        let stated = effect == 0 ? 20 : 0
        return WorldResult(
            kind: kind,
            number: number,
            effect: effect,
            outcomes: 1_000,
            promoted: promoted,
            judged: 12,
            ranges: 100,
            covered: covered,
            intervals: stated,
            intervalsWithTruth: truths ?? (stated == 0 ? 0 : 18 + number % 3)
        )
    }

    /// Worlds in which everything is as it should be.
    private var good: [WorldResult] {
        let found = ["earnings/1d direction"]
        return (0..<60).map { world(.null, $0) } + (0..<40).map { world(.clustered, $0) }
            + ValidationPlan.effects.flatMap { effect in
                (0..<10).map { world(.planted, $0, effect: effect, promoted: found) }
            } + (0..<10).map { world(.regimeShift, $0, effect: 1) }
    }

    private func report(_ worlds: [WorldResult]) throws -> ValidationReport {
        try ValidationReport(
            worlds,
            seed: 1,
            issuedAt: try #require(UTCInstant(iso8601: "2024-01-02T03:04:05Z"))
        )
    }

    @Test
    func `worlds as they should be make a certificate`() throws {
        let report = try report(good)
        #expect(report.isCertificate && report.meetsGoals)
        #expect(report.worlds == 140)
    }

    @Test
    func `too few null worlds certify nothing`() throws {
        let report = try report(good.filter { $0.kind != .null || $0.number < 20 })
        #expect(report.meetsGoals && !report.isCertificate)
        #expect(report.text.contains("too few worlds"))
    }

    @Test
    func `each missed goal is named`() throws {
        let spoilers: [(String, (inout WorldResult) -> Void)] = [
            (
                "false_promotion.null",
                { if $0.kind == .null, $0.number < 4 { $0.promoted = ["global/1d magnitude"] } }
            ),
            (
                "false_promotion.clustered",
                { if $0.kind == .clustered, $0.number < 3 { $0.promoted = ["x magnitude"] } }
            ),
            ("coverage.interval_95.null", { if $0.kind == .null { $0.intervalsWithTruth = 17 } }),
            ("coverage.interval_95.clustered", { if $0.kind == .clustered { $0.intervalsWithTruth = 17 } }),
            ("coverage.range_80", { $0.covered = 76 }),
            (
                "power.largest_effect",
                { if $0.kind == .planted, $0.effect == 1, $0.number < 3 { $0.promoted = [] } }
            ),
        ]
        for (key, spoil) in spoilers {
            var worlds = good
            for index in worlds.indices { spoil(&worlds[index]) }
            let report = try report(worlds)
            #expect(report.figures.filter { $0.isMet == false }.map(\.key) == [key])
            #expect(!report.isCertificate)
        }
    }

    @Test
    func `equal designs give equal worlds, and kinds differ`() {
        let design = WorldDesign(kind: .null, seed: 3, number: 1, companies: 4, sessions: 200)
        let world = SimulatedWorld(design)
        #expect(world.events == SimulatedWorld(design).events)
        #expect(world.bars == SimulatedWorld(design).bars)
        var other = design
        other.number = 2
        #expect(SimulatedWorld(other).bars != world.bars)
        #expect(world.bars.count == 5 && world.events.count > 8)
    }
}

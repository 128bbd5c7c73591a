import JSONText
import Market
import Testing

@testable import MarketEchoCLI
@testable import Models

@Suite
struct ModelPresentationTests {
    private func record(_ key: String, version: Int, status: ModelStatus) throws -> ModelRecord {
        func head(_ head: Head, passes: Bool) -> HeadDecision {
            HeadDecision(
                head: head,
                passed: passes,
                refusals: passes ? [] : [Refusal(.noSkill, "no skill")],
                againstBaseline: nil,
                againstChampion: nil,
                againstItemGroupMedian: nil,
                beatsChampion: nil
            )
        }
        let decision = GateDecision(
            passed: true,
            reason: "better than its baselines",
            refusals: [],
            magnitude: head(.magnitude, passes: true),
            direction: head(.direction, passes: false)
        )
        let evaluation = ModelEvaluation(
            decision: decision,
            magnitudeStatus: .trained,
            directionStatus: .trained,
            walkForward: nil,
            lockBox: nil,
            folds: [],
            canaries: [],
            comparisons: 1
        )
        let day = try #require(TradingDay(iso8601: "2024-01-31"))
        return try ModelRecord(
            cell: try #require(Cell(key: key)),
            version: SemanticVersion(major: 1, minor: version),
            sha256: String(repeating: "a", count: 64),
            featureSetVersion: "fs1",
            labelVersion: "labels-1",
            trainingCutOff: day,
            dataHash: "d",
            configurationFingerprint: "c",
            seed: 7,
            sampleCount: 1594,
            companyCount: 18,
            evaluation: evaluation,
            weight: 0.5,
            usableHeads: [.magnitude],
            history: [
                StatusChange(status: status, reason: "new data", at: UTCInstant(day: day, secondOfDay: 0))
            ]
        )
    }

    private func text(_ presentation: some Presentation) throws -> String {
        let sink = MemorySink()
        try presentation.print(to: ResultPrinter(sink: sink, width: 80, style: .plain))
        return sink.text
    }

    @Test
    func theRegistryIsSortedBySlotAndAge() throws {
        let models = [
            try record("earnings/20d", version: 0, status: .champion),
            try record("earnings/5d", version: 1, status: .champion),
            try record("earnings/5d", version: 0, status: .archived),
        ]
        #expect(
            try text(ModelListPresentation(models: models, day: nil)) == """
                model                           status    events  trained to  weight  heads
                ───────────────────────────────────────────────────────────────────────────────
                market-echo-earnings-5d@1.0.0   archived   1,594  2024-01-31    0.50  magnitude
                market-echo-earnings-5d@1.1.0   champion   1,594  2024-01-31    0.50  magnitude
                market-echo-earnings-20d@1.0.0  champion   1,594  2024-01-31    0.50  magnitude

                """
        )
    }

    @Test
    func oneModelShowsItsFactsAndHistory() throws {
        let text = try text(ModelPresentation(model: try record("sec_8k/1d", version: 2, status: .staging)))
        #expect(text.hasPrefix("market-echo-sec_8k-1d@1.2.0\nstatus        staging\n"))
        #expect(text.contains("evidence      experimental: 1,594 labelled events, 18 companies\n"))
        #expect(text.hasSuffix("2024-01-31 00:00  staging  new data\n"))
    }

    @Test
    func aStatusChangeIsOneSentence() throws {
        let text = try text(
            StatusChangePresentation(changed: [try record("sec_8k/1d", version: 2, status: .champion)])
        )
        #expect(text == "market-echo-sec_8k-1d@1.2.0 is champion now: new data\n")
    }

    @Test
    func jsonHoldsTheRow() throws {
        let json = JSONWriter.text(
            ModelListPresentation(models: [try record("global/1d", version: 0, status: .champion)], day: nil)
        )
        #expect(
            json.hasPrefix(
                "{\"day\":null,\"models\":[{\"id\":\"market-echo-global-1d@1.0.0\",\"family\":\"global\","
            )
        )
        #expect(json.contains("\"usable_heads\":[\"magnitude\"],\"training_cutoff\":\"2024-01-31\""))
    }
}

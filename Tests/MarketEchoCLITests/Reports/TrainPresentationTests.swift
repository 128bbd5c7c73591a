import Events
import JSONText
import Testing

@testable import MarketEchoCLI
@testable import Models
@testable import Pipeline

@Suite
struct TrainPresentationTests {
    private func test(_ skill: Double, p: Double, scale: Double) -> SkillTest {
        SkillTest(
            meanSkill: skill,
            lowerBound: skill / 2,
            pValue: p / 2,
            adjustedP: p,
            n: 1811,
            companies: 42,
            days: 545,
            clustering: "day",
            baselineLoss: 25 * scale,
            modelLoss: 25 * scale - skill,
            eventsNeeded: nil,
            minimumDetectable: 1
        )
    }

    private func head(_ head: Head, passes: Bool, skill: Double, p: Double, scale: Double) -> HeadDecision {
        HeadDecision(
            head: head,
            passed: passes,
            refusals: passes ? [] : [Refusal(.noSkill, "no skill")],
            againstBaseline: test(skill, p: p, scale: scale),
            againstChampion: nil,
            againstItemGroupMedian: head == .magnitude ? test(0.5, p: 0.02, scale: 0.8) : nil,
            beatsChampion: nil
        )
    }

    private func cell(_ key: String, promoted: Bool) throws -> TrainedCell {
        let decision = GateDecision(
            passed: promoted,
            reason: promoted ? "better than the base score" : "no skill",
            refusals: [],
            magnitude: head(.magnitude, passes: promoted, skill: promoted ? 5.3 : -0.25, p: 0.0004, scale: 1),
            direction: head(.direction, passes: false, skill: 0.0087, p: 0.61, scale: 0.01)
        )
        return TrainedCell(
            cell: try #require(Cell(key: key)),
            samples: 1811,
            companies: 42,
            evidence: .full,
            modelID: "m",
            promoted: promoted,
            weight: 0.3,
            reason: decision.reason,
            decision: decision
        )
    }

    @Test
    func tablesShowWhatTheGateMeasured() throws {
        let report = TrainReport(
            cells: [try cell("earnings/1d", promoted: true), try cell("global/20d", promoted: false)])
        let sink = MemorySink()
        try TrainPresentation(report: report)
            .print(to: ResultPrinter(sink: sink, width: 80, style: .plain))
        #expect(
            sink.text == """
                Training
                             labelled
                slot           events  companies  evidence  result    why
                ────────────────────────────────────────────────────────────────────────────────
                earnings/1d     1,811         42  full      promoted  better than the base score
                global/20d      1,811         42  full      refused   no skill

                Magnitude, out of sample: mean absolute error in impact points
                                     com-             base  item       at least       p
                slot        events panies days model score group saved   (95 %)  (Holm) gate
                ───────────────────────────────────────────────────────────────────────────────
                earnings/1d  1,811     42  545 19.70 25.00 20.00 +0.50    +0.25 < 0.001 passed
                global/20d   1,811     42  545 25.25 25.00 20.00 -0.25    -0.12 < 0.001 refused

                Direction, out of sample: Brier score of the probability of a positive return
                                     com-               base         at least      p
                slot        events panies days  model   rate   saved   (95 %) (Holm) gate
                ────────────────────────────────────────────────────────────────────────────
                earnings/1d  1,811     42  545 0.2413 0.2500 +0.0087  +0.0043   0.61 refused
                global/20d   1,811     42  545 0.2413 0.2500 +0.0087  +0.0043   0.61 refused

                2 new versions, 1 promoted.

                """
        )
    }

    @Test
    func jsonHoldsGateAndFigures() throws {
        let report = TrainReport(cells: [try cell("earnings/1d", promoted: true)])
        let json = JSONWriter.text(TrainPresentation(report: report))
        #expect(
            json.hasPrefix("{\"dry_run\":false,\"nothing_to_do\":false,\"cells\":[{\"family\":\"earnings\",")
        )
        #expect(json.contains("\"magnitude\":{\"passed\":true,\"refusals\":[],"))
        #expect(json.contains("\"direction\":{\"passed\":false,\"refusals\":[\"no_skill\"],"))
    }

    @Test
    func withoutLabelsThereIsNothingToTrain() throws {
        let sink = MemorySink()
        try TrainPresentation(report: TrainReport())
            .print(to: ResultPrinter(sink: sink, width: nil, style: .plain))
        #expect(sink.text.contains("market-echo label-events"))
    }
}

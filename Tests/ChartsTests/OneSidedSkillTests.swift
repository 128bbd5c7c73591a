import Charts
import Markup
import Testing

@Suite
struct OneSidedSkillTests {
    private func map(_ skill: ChartEstimate, judgement: SkillHeatMap.Judgement) -> String {
        SkillHeatMap(
            heading: ChartHeading(id: "m", title: "Skill"),
            horizons: ["1-Day"],
            rows: [
                SkillHeatMap.Row(
                    name: "Earnings",
                    cells: [SkillHeatMap.Cell(skill: skill, n: 811, judgement: judgement)]
                )
            ],
            unit: .points
        ).figure().string
    }

    @Test
    func `A bound to one side stands in the cell and in the table`() {
        let figure = map(ChartEstimate(1.26, atLeast: 0.44), judgement: .tested(passed: true))
        #expect(figure.contains("+1.3"))
        #expect(figure.contains("≥ 0.4"))
        #expect(figure.contains("1 of 1 cell"))
        #expect(figure.contains("at least, points"))
    }

    @Test(arguments: [
        (ChartEstimate(1.26, atLeast: 0.44), SkillHeatMap.Judgement.tested(passed: false)),
        (ChartEstimate(1.26, atLeast: -0.2), .tested(passed: true)),
        (ChartEstimate(1.26, atLeast: nil), .tested(passed: true)),
        (ChartEstimate(1.26, atLeast: 2), .tested(passed: true)),
    ])
    func `A bound at or below zero, or none, is not beyond chance`(
        skill: ChartEstimate,
        judgement: SkillHeatMap.Judgement
    ) {
        #expect(map(skill, judgement: judgement).contains("0 of 1 cell"))
    }

    @Test(arguments: [
        (SkillHeatMap.Judgement.untested, "not tested by the gate"), (.refused, "refused by the gate"),
    ])
    func `A cell that no test passed is not coloured, however high its bound`(
        judgement: SkillHeatMap.Judgement,
        reading: String
    ) {
        let figure = map(ChartEstimate(1.26, atLeast: 0.44), judgement: judgement)
        #expect(figure.contains("0 of 1 cell"))
        #expect(figure.contains(reading))
        #expect(!figure.contains("shade"))
    }
}

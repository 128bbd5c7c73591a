import Events
import Market
import Scores
import Testing

@testable import Web

/// Words of the event's page.
struct EventSectionsTests {
    @Test(
        arguments: [
            (RuleDirection.positive, 1, "Was up, up stated: right"),
            (.positive, -1, "Was down, up stated: wrong"),
            (.negative, -1, "Was down, down stated: right"),
            (.positive, 0, "Was within the neutral band, up stated: not graded"),
            (.neutral, -1, "Was down, no move stated: not graded"),
            (.uncertain, 1, "Was up, uncertain stated: not graded"),
        ]
    )
    func `A side is graded only where one was stated`(rules: RuleDirection, label: Int, words: String) {
        #expect(EventOutcomesSection.verdict(DirectionForecast(rules: rules), label: label) == words)
    }

    @Test
    func `Nothing is graded without a forecast`() {
        #expect(EventOutcomesSection.verdict(nil, label: -1) == "Was down")
    }

    @Test(
        arguments: [
            ("event_type:sec_8k", "8-K current report"), ("item:2.02", "Item 2.02"),
            ("context:volatility_high", "Volatility high"), ("clamp", "Limits of the scale"), ("odd", "Odd"),
        ]
    )
    func `Factors have names for people`(id: String, name: String) {
        #expect(FactorName.text(ScoreFactor(id: id, group: .context, points: 1, why: "")) == name)
    }

    @Test
    func `Features have groups and sentences for people`() {
        #expect(FactorName.group(ofFeature: "abnormal_return_5d") == "Returns before the event")
        #expect(FactorName.definition(ofFeature: "abnormal_return_5d").contains("5 sessions"))
        let average = FactorName.group(ofFeature: Explanation.modelAverage)
        #expect(average == "Average of the model against the base score")
        #expect(FactorName.group(ofFeature: "not_a_feature") == "Other features")
        #expect(FactorName.definition(ofFeature: "not_a_feature") == "not_a_feature")
    }

    @Test(
        arguments: [
            (ItemGroup.results, "8-K with item 2.02"),
            (ItemGroup(type: .sec8K, items: ["7.01"]), "8-K with item 7.01 and no other"),
            (ItemGroup(type: .sec8K, items: ["9.01"]), "8-K with exhibits only (item 9.01)"),
            (ItemGroup(type: .sec8K, items: ["3.01", "4.01"]), "8-K with other items"),
            (ItemGroup(type: .fdaApproval, items: []), "FDA approval"),
        ]
    )
    func `Groups of like events have names for people`(group: ItemGroup, name: String) {
        #expect(EventKindSection.name(of: group) == name)
    }
}

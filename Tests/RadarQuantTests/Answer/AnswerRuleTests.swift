import JSONText
import RadarQuant
import Scores
import Testing

@Suite
struct `Every answer` {
    @Test(arguments: Questions.all)
    func `accounts for every digit and has no forbidden word`(_ question: Questions.Case) async throws {
        for source in [try Sources.full(), try Sources.empty()] {
            let answer = try await QuestionAnswerer(source: source).answer(try Question(question.text))
            AnswerRules.check(answer, "\(question.text)")
        }
    }

    @Test
    func `of an explanation does too`() throws {
        for example in try Explained.cases() {
            AnswerRules.check(Explainer.explain(example.facts), "\(example.name)")
        }
    }

    @Test
    func `about small samples does too`() async throws {
        var source = try Sources.full()
        let report = try Worlds.report(small: true)
        source.monitoring = { report }
        for text in ["accuracy", "error", "high confidence", "is it calibrated", "model status"] {
            let answer = try await QuestionAnswerer(source: source).answer(try Question(text))
            AnswerRules.check(answer, "\(text)")
        }
    }

    @Test
    func `that states an accuracy gives n, interval and baseline`() async throws {
        let answer = try await QuestionAnswerer(source: try Sources.full()).answer(
            try Question("accuracy for 8-K at 5 days")
        )
        let text = answer.sentencesText
        #expect(text.contains("on 240 events (23 companies, 120 event days)"))
        #expect(text.contains("95 % interval"))
        #expect(text.contains("the majority class gives"))
        #expect(text.contains("live, predicted before the outcome"))
        let accuracy = try #require(answer.facts.first { $0.name == "direction_accuracy" })
        #expect(accuracy.n == 240 && accuracy.unit == .percent)
        #expect(!accuracy.text.contains("."), "240 events deserve whole percents")
    }

    @Test
    func `on fewer than five events says so`() async throws {
        var source = try Sources.full()
        let report = try Worlds.report(small: true)
        source.monitoring = { report }
        let answer = try await QuestionAnswerer(source: source).answer(try Question("accuracy for 8-K"))
        #expect(answer.sentencesText.contains("only 3 graded events, too few to conclude from"))
        #expect(!answer.sentencesText.contains(" %"), "no accuracy of so few")
    }
}

@Suite
struct `The JSON of an answer` {
    @Test
    func `has the members that clients rely on`() throws {
        let few = try #require(try Explained.cases().last)
        let text = JSONWriter.text(Explainer.explain(few.facts))
        for member in [
            "\"topic\":\"explain_event\"", "\"answered\":true", "\"decline_reason\":null", "\"text\":",
            "\"paragraphs\":[{\"heading\":\"What happened\"", "\"runs\":[", "\"kind\":\"event\"",
            "\"event_id\":\"0000320193-24-000068\"", "\"facts\":[", "\"cited_event_ids\":[",
            "\"disclaimer\":",
        ] {
            #expect(text.contains(member), "\(member)")
        }
    }
}

@Suite
struct `Numbers in sentences` {
    @Test(arguments: [
        (16_702.0, 0, false, "16,702"), (999, 0, false, "999"), (1_000_000, 0, false, "1,000,000"),
        (5.94, 1, true, "+5.9"), (-0.04, 1, true, "0.0"), (-1_234.56, 1, false, "-1,234.6"),
        (55, 1, false, "55.0"),
        (0.5, 0, false, "1"), (-0.5, 0, true, "-1"),
    ])
    func `are rounded and grouped`(_ value: Double, _ decimals: Int, _ isSigned: Bool, _ text: String) {
        #expect(NumberText.fixed(value, decimals: decimals, isSigned: isSigned) == text)
    }

    @Test
    func `that are not finite are unknown`() {
        let fact = NumberFact.measured("x", .nan, .percent, decimals: 1)
        #expect(fact.text == "unknown" && fact.value == nil)
    }
}

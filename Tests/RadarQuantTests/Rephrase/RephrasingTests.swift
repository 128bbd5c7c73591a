import RadarQuant
import Scores
import Testing

@Suite
struct `A rephrased text` {
    /// Accuracy 55.3 % of 1,234 events, interval 52.1 % to 58.5 %, error -3.2 points, three earlier events.
    static let answer: RadarQuantAnswer = {
        let sentences: [Sentence] = [
            "\(label: "5-Day"): accuracy \(NumberFact.measured("accuracy", 55.3, .percent, decimals: 1)) on "
                + "\(NumberFact.count("n", 1_234)) events, interval \(NumberFact.measured("lower", 52.1, .percent, decimals: 1)) "
                + "to \(NumberFact.measured("upper", 58.5, .percent, decimals: 1)), the base score was off by "
                + "\(NumberFact.measured("error", -3.2, .points, decimals: 1)) points.",
            "Only \(NumberFact.count("history", 3)) earlier \(label: "8-K") filings since \(label: "2023-05-04"): "
                + "\(.event(id: "0000320193-24-000067", label: "AAPL 8-K of 2024-05-02")).",
            "A coin gives \(NumberFact.measured("coin", 70, .percent, decimals: 0)) here.",
        ]
        return RadarQuantAnswer(topic: .accuracy, paragraphs: [Paragraph(nil, sentences)].compactMap { $0 })
    }()

    @Test(arguments: [
        "At 5-Day the side was right in 55.3 % of 1,234 events, somewhere between 52.1 % and 58.5 %.",
        "The accuracy was 55.3% on 1234 events, with an interval of 52.1 to 58.5 %.",
        "The interval reaches 52.1\u{2013}58.5 percent, and the error was \u{2212}3.2 points.",
        "The error was minus 3.2 points for these filings of form 8-K.",
        "There are only three earlier filings since 2023-05-04, the last being 0000320193-24-000067.",
        "A coin gives about 70 % here, so phase III or part IV of the study do not matter much.",
        "Only 3 earlier filings exist; see AAPL 8-K of 2024-05-02 for the latest of them.",
    ])
    func `that keeps the numbers is accepted`(_ text: String) {
        #expect(Rephrasing.check(text, against: Self.answer) == .accepted(text))
    }

    @Test(arguments: [
        "The accuracy was about 56 % on these events.", "The accuracy was about 55 % on these events.",
        "The accuracy was 0.553 on these events.", "The accuracy was 55.3 on these events, it says.",
        "The accuracy was 70 on these events, it says.",
        "The side was right in seven out of ten events.", "The side was right in 7 of 10 of the events.",
        "It was right 3x as often as the others.", "It was right 3 times as often as the others.",
        "The error fell ten-fold over the years.", "The error fell tenfold over the years.",
        "There were 1,235 events in this sample.", "There were 1.234 events in this sample.",
        "There were 12,34 events in this sample.", "There were 1234k events in this sample.",
        "The accuracy was \u{0665}\u{0665} % on these events.",
        "The accuracy was \u{FF15}\u{FF15} % on these.",
        "The accuracy rose by \u{00BD} of a point.", "The accuracy was \u{4E03} of all events.",
        "About half of all events went that way.", "A quarter of all events went that way.",
        "The error was 3.2 points on these events.", "The accuracy was -55.3 % on these events.",
        "The accuracy was 55.30 % on these events.", "It is about events of2023 and of others.",
        "It is about the 2023-05-05 filing and no other.", "It is about Q3 filings and no other.",
        "The numbers are twice as good as before.", "There are four earlier filings of this kind.",
        "The interval is 52.1 to 58.6 % at this horizon.", "The accuracy was ~55.3e1 % on these events.",
        "The horizon was 20-Day for all of these.", "The accuracy was 55.3 \u{2030} on 55.4 events.",
        "One in three of the earlier filings moved.", "The accuracy was fifty-five percent in all.",
        "The accuracy was >55.3 % on these events.",
        "It was right in 3 of 3 of the earlier filings.", "It was right in three out of three filings.",
        "There are tens of earlier filings of this kind.", "The accuracy was 55\u{200B}.3 % on these events.",
    ])
    func `that adds or changes a number is refused`(_ text: String) {
        guard case .refused(let faults) = Rephrasing.check(text, against: Self.answer) else {
            Issue.record("accepted: \(text)")
            return
        }
        #expect(!faults.isEmpty)
    }

    @Test(arguments: [
        ("It would be wise to buy after such an event.", Rephrasing.Fault.forbiddenWord("buy")),
        ("You should look at this company more closely.", .advice("should")),
        ("Details are at https://example.com/page for all.", .address("https://example.com/page")),
        ("Details are at example.com for everyone here.", .address("example.com")),
        ("Write to someone@example.org for the details.", .address("someone@example.org")),
        ("The latest is fda:approval-letter, as it says.", .unknownKey("fda:approval-letter")),
        ("It is <b>very</b> likely to move a lot.", .markup("<")),
        ("It is **very** likely to move a lot here.", .markup("**")),
        ("It is likely to move\u{202E} a lot over time.", .markup("U+202E")),
        ("Too short", .tooShort(characters: 9, minimum: 20)),
        ("The latest is 0000320193-24-000068, as it says.", .unknownNumber("0000320193-24-000068")),
    ])
    func `that adds anything else is refused with the reason`(_ text: String, _ fault: Rephrasing.Fault) {
        guard case .refused(let faults) = Rephrasing.check(text, against: Self.answer) else {
            Issue.record("accepted: \(text)")
            return
        }
        #expect(faults.contains(fault), "\(faults)")
    }

    @Test
    func `of any length is judged at once`() {
        let huge = String(repeating: "word ", count: 200_000)
        guard case .refused(let faults) = Rephrasing.check(huge, against: Self.answer) else {
            Issue.record("accepted a huge text")
            return
        }
        #expect(faults.count == 1)
    }

    @Test
    func `may be the answer itself`() throws {
        for example in try Explained.cases() {
            let answer = Explainer.explain(example.facts)
            let verdict = Rephrasing.check(answer.paragraphs[0].plainText, against: answer)
            #expect(verdict == .accepted(answer.paragraphs[0].plainText), "\(example.name): \(verdict)")
        }
    }

    @Test
    func `is asked for with the facts as data`() {
        let prompt = Rephrasing.prompt(for: Self.answer)
        #expect(prompt.user.contains("55.3 %"))
        #expect(prompt.system.contains("Add no number"))
        #expect(WordingCheck.violations(in: prompt.system).isEmpty)
        #expect(!prompt.system.contains("55.3"))
    }
}

import Events
import Foundation
import Market
import Scores
import Testing

@Suite("Wording")
struct WordingTests {
    @Test("The fixed texts are as agreed")
    func fixedTexts() {
        #expect(Wording.baseScoreLabel == "Base score (deterministic rules)")
        #expect(Wording.adjustedScoreLabel == "AI-adjusted score (Market Echo)")
        #expect(Wording.monitoringTitle == "ML Monitoring")
        #expect(Wording.internalDiagnostic == "Internal diagnostic")
        #expect(
            HealthBadge.allCases.map(\.rawValue) == ["Insufficient Data", "Prototype", "Production Ready"]
        )
        #expect(Horizon.allCases.map(Wording.badge) == ["1-Day", "5-Day", "20-Day"])
        #expect(Wording.modelFamily(.family(.earnings)) == "Model family: Earnings")
        #expect(Wording.modelFamily(.global) == "Model family: all families")
        #expect(Wording.modelFamily(nil) == "Model family: none")
        #expect(Wording.modelVersion("1.0.0") == "Model version: 1.0.0")
        #expect(Wording.modelVersion(nil) == "Model version: none")
        #expect(Wording.disclaimer.contains("impact estimates of an experimental prototype"))
        #expect(Wording.disclaimer.contains("research tools, not guarantees"))
        #expect(Wording.disclaimer.contains("not investment advice"))
    }

    @Test("Every type and family has a name of its own")
    func names() {
        #expect(Set(EventType.allCases.map(Wording.name(of:))).count == EventType.allCases.count)
        #expect(Set(EventFamily.allCases.map(Wording.name(of:))).count == EventFamily.allCases.count)
        for type in EventType.allCases { #expect(Wording.name(of: type) != type.rawValue || type == .merger) }
    }

    @Test(
        "Forbidden words are found in any case and inflection",
        arguments: [
            ("Buy now", ["Buy"]), ("a strong SELL", ["SELL"]), ("we hold", ["hold"]),
            ("Trading signals", ["signals"]),
            ("profitable", ["profitable"]), ("buy-and-hold return", ["buy", "hold"]),
            ("sell_price", ["sell"]),
            ("buyers, sellers", ["buyers", "sellers"]), ("bought/sold", ["bought", "sold"]),
            ("Hold.", ["Hold"]),
            ("(signal)", ["signal"]), ("signalling", ["signalling"]), ("PROFITS!", ["PROFITS"]),
        ]
    )
    func forbidden(_ text: String, _ words: [String]) {
        #expect(WordingCheck.violations(in: text).map(\.word) == words)
    }

    @Test(
        "Words that only look alike pass",
        arguments: [
            "held-out events", "a row holds one event", "the holding company", "household", "threshold",
            "buyback",
            "share repurchase", "fda_clinical_hold", "nonprofit", "signage", "sellable", "upheld", "unsold",
            "Unregistered sales of equity securities", "rights of security holders",
        ]
    )
    func allowed(_ text: String) {
        #expect(WordingCheck.violations(in: text).isEmpty)
    }

    @Test("Violations name their line, and a marked line is exempt")
    func linesAndMarker() {
        let text = "one\r\nsell\n\nhold \(WordingCheck.exemptionMarker)\nbuy"
        #expect(
            WordingCheck.violations(in: text).map(\.description) == ["line 2: \"sell\"", "line 5: \"buy\""]
        )
    }

    // MARK: D13: trading words in anything that a user reads

    @Test("D13: the texts of scores are free of trading words")
    func ownTexts() {
        var texts = [
            Wording.baseScoreLabel, Wording.adjustedScoreLabel, Wording.monitoringTitle,
            Wording.internalDiagnostic, Wording.disclaimer, Wording.modelFamily(nil),
            Wording.modelVersion(nil),
        ]
        texts += NotAppliedReason.allCases.flatMap { [$0.rawValue, $0.text] }
        texts += EventType.allCases.flatMap { [$0.rawValue, Wording.name(of: $0)] }
        texts += EventFamily.allCases.flatMap { [$0.rawValue, Wording.name(of: $0)] }
        texts += HealthBadge.allCases.map(\.rawValue)
        texts += EventType.allCases.flatMap { type in
            let score = Example.scorer.score(Example.event(type, items: ["2.02", "4.09"]))
            return score.breakdown.map(\.why) + score.notes + [score.opinion.why]
        }
        for text in texts { #expect(WordingCheck.violations(in: text).isEmpty, "\(text)") }
    }

    @Test("D13: the rules file is free of trading words")
    func rulesFile() {
        #expect(WordingCheck.violations(in: ScoringRules.standardYAML).isEmpty)
    }

    @Test("D13: documents are free of trading words")
    func documents() throws {
        var files = RepositoryTexts.files(in: "docs", withExtension: "md")
        for name in ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"] {
            let url = Example.repositoryURL(name)
            if FileManager.default.fileExists(atPath: url.path) { files.append(url) }
        }
        for file in files {
            let violations = WordingCheck.violations(in: try String(contentsOf: file, encoding: .utf8))
            #expect(violations.isEmpty, "\(file.lastPathComponent): \(violations)")
        }
    }

    @Test("D13: string literals of the program are free of trading words")
    func stringLiterals() throws {
        let files = RepositoryTexts.files(in: "Sources", withExtension: "swift")
            .filter { $0.lastPathComponent != "WordingCheck.swift" }
        #expect(files.count > 20)
        for file in files {
            let source = try String(contentsOf: file, encoding: .utf8)
            for literal in RepositoryTexts.stringLiterals(in: source) {
                let violations = WordingCheck.violations(in: literal)
                #expect(violations.isEmpty, "\(file.lastPathComponent): \"\(literal)\"")
            }
        }
    }

    @Test("String literals are found without comments and interpolated code")
    func literalScanner() {
        let source = """
            // "comment"
            let a = "one \\(signal("x")) two" + #"raw"#  // "after"
            /// It's "documented".
            let b = \"\"\"
                three "quoted" lines
                \"\"\"
            let c = "esc\\"aped"
            """
        #expect(
            RepositoryTexts.stringLiterals(in: source) == [
                "one  two", "raw", "\n    three \"quoted\" lines\n    ", "escaped",
            ]
        )
    }
}

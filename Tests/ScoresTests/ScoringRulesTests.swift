import Events
import Foundation
import Scores
import Testing

@Suite("Rules file")
struct ScoringRulesTests {
    @Test("The embedded rules are the file in the repository and are valid")
    func embeddedRules() throws {
        let url = Example.repositoryURL("Sources/Scores/Rules/default-rules.yaml")
        #expect(try String(contentsOf: url, encoding: .utf8) == ScoringRules.standardYAML)
        #expect(try ScoringRules.standard() == ScoringRules(yaml: ScoringRules.standardYAML))
    }

    @Test("The version is the declared one and a hash that any edit changes")
    func version() throws {
        let rules = try ScoringRules.standard()
        let edited = try ScoringRules(yaml: ScoringRules.standardYAML + "# one comment more\n")
        #expect(rules.version.declared == "2026.1")
        #expect(rules.version.contentHash.count == 16)
        #expect(rules.version.description == "2026.1+\(rules.version.contentHash)")
        #expect(edited.version.declared == rules.version.declared)
        #expect(edited.version != rules.version)
    }

    @Test("A stored version reads back, other text does not")
    func storedVersion() throws {
        let version = try ScoringRules.standard().version
        #expect(RulesVersion(version.description) == version)
        for text in ["", "2026.1", "+0123456789abcdef", "2026.1+0123", "2026.1+0123456789ABCDEF"] {
            #expect(RulesVersion(text) == nil, "\(text)")
        }
    }

    struct Edit: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let path: String
        let message: String

        init(_ old: String, _ new: String, _ path: String, _ message: String) {
            self.old = old
            self.new = new
            self.path = path
            self.message = message
        }

        var testDescription: String { path }
    }

    static let edits: [Edit] = [
        Edit(
            "rules_version:",
            "rule_version:",
            "rule_version",
            "is not a known key; accepted are rules_version, event_types"
        ),
        Edit(
            "  fda_approval: {points: 85,",
            "  fda_aproval: {points: 85,",
            "event_types.fda_aproval",
            "is not a known key; accepted are sec_8k, sec_10q"
        ),
        Edit(
            "  fda_approval: {points: 85,",
            "  fda_approval: {points: 850,",
            "event_types.fda_approval.points",
            "is 850; accepted is a number from 0.0 to 100.0"
        ),
        Edit(
            "  fda_approval: {points: 85,",
            "  fda_approval: {points: .nan,",
            "event_types.fda_approval.points",
            "is .nan; accepted is a number"
        ),
        Edit(
            "  fda_approval: {points: 85,",
            "  fda_approval: {points: \"85\",",
            "event_types.fda_approval.points",
            "is the text \"85\"; accepted is a number"
        ),
        Edit(
            "  fda_approval: {points: 85,",
            "  fda_approval: {points: [85],",
            "event_types.fda_approval.points",
            "is a list; accepted is a number"
        ),
        Edit(
            "  fda_approval: {points: 85,",
            "  fda_approval: {",
            "event_types.fda_approval.points",
            "is missing"
        ),
        Edit(
            "points: 85, direction: positive,",
            "points: 85, direction: up,",
            "event_types.fda_approval.direction",
            "is up; accepted is one of positive, negative, neutral, uncertain"
        ),
        Edit(
            "  fda_approval: {points: 85, direction: positive, confidence: 0.6",
            "  fda_approval: {points: 85, direction: positive, confidence: 60",
            "event_types.fda_approval.confidence",
            "is 60; accepted is a number from 0.5 to 1.0"
        ),
        Edit(
            "  fda_approval: {points: 85, direction: positive, confidence: 0.6",
            "  fda_approval: {points: 85, direction: positive",
            "event_types.fda_approval.confidence",
            "is missing; a positive direction needs its probability"
        ),
        Edit(
            "  merger: {points: 85, direction: uncertain,",
            "  merger: {points: 85, direction: uncertain, confidence: 0.9,",
            "event_types.merger.confidence",
            "stands beside uncertain, which favours no side"
        ),
        Edit(
            "  \"2.02\":",
            "  \"2.20\":",
            "sec_8k_items.2.20",
            "2.20 is no 8-K item; accepted are items like 2.02"
        ),
        Edit(
            "items: [\"2.02\"",
            "items: [\"13\"",
            "context.earnings.items[0]",
            "13 is no 8-K item"
        ),
        Edit(
            "results of operations\n    {points: +15",
            "results of operations\n    {points: +36",
            "sec_8k_items.2.02.points",
            "is +36; accepted is a number from -65.0 to 35.0"
        ),
        Edit(
            "why: \"Prior: targets rise, acquirers often fall.\"",
            "why: \" \"",
            "event_types.merger.why",
            "is empty; accepted is text"
        ),
        Edit(
            "only_alone: true",
            "only_alone: yes",
            "sec_8k_items.9.01.only_alone",
            "is yes; accepted is true or false"
        ),
        Edit(
            "sectors: [pharma_biotech]",
            "sectors: [pharma]",
            "sectors[0].sectors[0]",
            "is pharma; accepted is one of pharma_biotech, health_care"
        ),
        Edit(
            "families: [fda]",
            "families: []",
            "sectors[0].families",
            "is an empty list; accepted is a list"
        ),
        Edit("    families: [fda]\n", "", "sectors[0]", "names no events"),
        Edit(
            "multiplier: 1.2",
            "multiplier: 0",
            "sectors[0].multiplier",
            "is 0; accepted is a number from 0.1"
        ),
        Edit("  small: {", "  tiny: {", "sizes.tiny", "is not a known key; accepted are small, mid, large"),
        Edit("  duplicate:\n", "  duplicates:\n", "context.duplicates", "is not a known key"),
        Edit(
            "    points: -5\n",
            "    points: much\n",
            "context.duplicate.points",
            "is much; accepted is a number"
        ),
        Edit(
            "    regular: {",
            "    lunch: {",
            "context.session.lunch",
            "is not a known key; accepted are before_open"
        ),
        Edit(
            "in_line_band_percent: 1\n",
            "in_line_band_percent: -1\n",
            "directions.eps_surprise.in_line_band_percent",
            "is -1; accepted is a number from 0.0 to 100.0"
        ),
    ]

    @Test("A wrong value is refused with its place and what is accepted", arguments: edits)
    func wrongValues(_ edit: Edit) throws {
        let yaml = ScoringRules.standardYAML.replacingOccurrences(of: edit.old, with: edit.new)
        #expect(yaml != ScoringRules.standardYAML)
        let error = #expect(throws: RulesError.self) { try ScoringRules(yaml: yaml) }
        let problems = try #require(error).problems
        let found = problems.contains { $0.path == edit.path && $0.message.hasPrefix(edit.message) }
        #expect(found, "\(problems.map(\.description))")
        #expect(problems.allSatisfy { $0.line != nil })
    }

    @Test("A file without one event type is refused and names it", arguments: EventType.allCases)
    func missingType(_ type: EventType) throws {
        let lines = ScoringRules.standardYAML.split(separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.filter { !$0.hasPrefix("  \(type.rawValue): {") }
        #expect(kept.count == lines.count - 1)
        let error = #expect(throws: RulesError.self) { try ScoringRules(yaml: kept.joined(separator: "\n")) }
        #expect("\(try #require(error))".contains("event_types.\(type.rawValue): is missing"))
    }

    @Test(
        "What is no rules file is refused whole",
        arguments: [
            ("", "is empty"), ("# only a comment\n", "is empty"), ("just text", "accepted is a mapping"),
            ("- a\n- b\n", "is a list"), ("a: [1,\n", "is no valid YAML"),
            ("a: 1\na: 2\n", "is no valid YAML"),
        ]
    )
    func notRules(_ yaml: String, _ message: String) throws {
        let error = #expect(throws: RulesError.self) { try ScoringRules(yaml: yaml) }
        #expect("\(try #require(error))".contains(message))
    }

    @Test("All problems are reported at once")
    func allProblems() throws {
        let yaml = ScoringRules.standardYAML
            .replacingOccurrences(of: "fda_approval: {points: 85", with: "fda_approval: {points: 101")
            .replacingOccurrences(of: "sizes:\n", with: "size:\n")
        let error = #expect(throws: RulesError.self) { try ScoringRules(yaml: yaml) }
        let problems = try #require(error).problems
        let paths = Set(problems.map(\.path))
        #expect(paths == ["event_types.fda_approval.points", "size", "sizes"])
    }
}

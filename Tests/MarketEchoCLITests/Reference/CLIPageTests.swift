import ArgumentParser
import Testing

@testable import MarketEchoCLI

@Suite
struct CLIPageTests {
    /// The sections of a verb and of those below it.
    private func sections(_ verb: any ParsableCommand.Type, name: String) -> String {
        let help = MarketEcho.helpMessage(for: verb, columns: 80)
        let own = "\n## \(name)\n\n```text\n\(help.hasSuffix("\n") ? help : help + "\n")```\n"
        return own + Self.verbs(below: verb).map { sections($0, name: "\(name) \($0._commandName)") }.joined()
    }

    static func verbs(below verb: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        verb.configuration.ungroupedSubcommands + verb.configuration.groupedSubcommands.flatMap(\.subcommands)
    }

    @Test
    func thePageEqualsTheHelp() throws {
        let page = ReferencePage("cli.md")
        let current = sections(MarketEcho.self, name: "market-echo")
        #expect(
            try page.generatedPart(recording: current) == current,
            "docs/reference/cli.md differs from the help; run scripts/docs/make_cli.sh"
        )
    }

    @Test
    func everyVerbHasAnExampleAndNoVerbMisleads() {
        func check(_ verb: any ParsableCommand.Type) {
            let configuration = verb.configuration
            #expect(!configuration.abstract.isEmpty)
            let children = Self.verbs(below: verb)
            if children.isEmpty {
                #expect(configuration.discussion.contains("market-echo "), "\(verb) shows no example")
                #expect(verb is any Verb.Type, "\(verb) does nothing")
            }
            let words = MarketEcho.helpMessage(for: verb, columns: 80).lowercased().split { !$0.isLetter }
            for word in ["buy", "sell", "hold", "signal", "profit"] {
                #expect(!words.contains(Substring(word)), "\(verb) says '\(word)'")
            }
            for child in children { check(child) }
        }
        for verb in Self.verbs(below: MarketEcho.self) { check(verb) }
    }
}

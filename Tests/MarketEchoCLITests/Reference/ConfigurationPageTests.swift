import Testing

@testable import MarketEchoCLI

@Suite
struct ConfigurationPageTests {
    private var table: String {
        var lines = ["| key | standard value | accepted | meaning |", "|---|---|---|---|"]
        for key in ConfigurationKey.all {
            let standard = key.standardText.isEmpty ? "empty" : "`\(key.standardText)`"
            let secret = key.isSecret ? " Secret: it is never printed." : ""
            let option = key.option.map { " Option: `\($0.replacing(", ", with: "`, `"))`." } ?? ""
            lines.append(
                "| `\(key.name)` | \(standard) | \(key.accepted) | \(key.meaning)\(option)\(secret) |"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test
    func thePageListsEveryKeyAndNoOther() throws {
        let page = ReferencePage("configuration.md")
        #expect(
            try page.generatedPart(recording: table) == table,
            "docs/reference/configuration.md differs from the keys; run the tests with RECORD_GOLDEN=1"
        )
    }

    @Test
    func theExampleOfThePageIsAccepted() throws {
        let parts = try ReferencePage("configuration.md").text().split(separator: "```")
        let example = try #require(parts.first { $0.hasPrefix("yaml\n") }).dropFirst(5)
        let file = try ConfigurationFile(yaml: String(example), path: "example")
        let loaded = try ConfigurationLoader(file: file).load()
        #expect(loaded.origins.count >= 4)
    }
}

import Models
import Testing

@testable import MarketEchoCLI

@Suite
struct ExitStatusTests {
    @Test
    func codesAreThoseOfTheDocumentation() throws {
        let page = try ReferencePage("cli.md").text()
        let codes: [(MarketEchoCLI.ExitStatus, String)] = [
            (.done, "| 0 | done |"), (.failed, "| 1 | failed;"), (.usage, "| 2 | usage:"),
            (.nothingToDo, "| 3 | nothing to do |"), (.refused, "| 4 | a gate refused"),
        ]
        for (status, line) in codes {
            #expect(page.contains("\n\(line)"))
            #expect(line.hasPrefix("| \(status.rawValue) |"))
        }
        #expect(codes.count == MarketEchoCLI.ExitStatus.allCases.count)
    }

    @Test
    func onlyTheGateRefuses() {
        #expect(
            MarketEchoCLI.ExitStatus(of: RegistryError.gateRefused(id: "m", reason: "no skill")) == .refused
        )
        #expect(MarketEchoCLI.ExitStatus(of: RegistryError.unknownModel(id: "m")) == .failed)
        #expect(MarketEchoCLI.ExitStatus(of: OptionError(description: "x")) == .failed)
    }
}

import Foundation
import JSONText
import Scores
import TestSupport
import Testing

@testable import Web

/// Holds `docs/reference/http-api.md` to the OpenAPI document and to real answers.
struct ReferencePageTests {
    private static let url = SharedData.packageRoot.appending(path: "docs/reference/http-api.md")
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
    private static let begin = "<!-- begin generated -->\n"
    private static let end = "<!-- end generated -->"

    @Test
    func `the page has each operation with its parameters, an example and its statuses`() async throws {
        let current = try await ReferenceText(
            document: OpenAPIDocument.shared.get(),
            world: APIWorld.shared.get()
        ).text()
        let page = try String(contentsOf: Self.url, encoding: .utf8)
        let start = try #require(page.range(of: Self.begin)).upperBound
        let stop = try #require(page.range(of: Self.end)).lowerBound
        if Self.isRecording {
            try (page[..<start] + current + page[stop...]).write(
                to: Self.url,
                atomically: true,
                encoding: .utf8
            )
            return
        }
        // Numbers of the examples come from a trained model and are not held to the last digit.
        func lines(_ text: some StringProtocol) -> [String] {
            text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                String(line).replacing(/-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?/, with: "0")
            }
        }
        let stored = lines(page[start..<stop])
        for (number, line) in lines(current).enumerated()
        where number >= stored.count || stored[number] != line {
            Issue.record(
                "docs/reference/http-api.md differs at line \(number) of the generated part: '\(line)'; run the tests with RECORD_GOLDEN=1"
            )
            return
        }
        #expect(stored.count == lines(current).count)
    }

    @Test
    func `the page says what nothing here is, in words that may stand there`() throws {
        let page = try String(contentsOf: Self.url, encoding: .utf8)
        #expect(page.replacing("\n", with: " ").contains(Wording.disclaimer))
        #expect(WordingCheck.violations(in: page) == [])
    }
}

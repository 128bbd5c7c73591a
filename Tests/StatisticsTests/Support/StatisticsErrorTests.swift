import Foundation
import Statistics
import TestSupport
import Testing

@Suite("Refusals")
struct StatisticsErrorTests {
    @Test(
        "A refusal names the argument, its value and what is accepted",
        arguments: [
            (
                StatisticsError.lengthMismatch(argument: "days", count: 3, other: "values", otherCount: 4),
                "days has 3 values, values has 4; they must have the same number"
            ),
            (.notFinite(argument: "values", index: 7), "values[7] is not a finite number"),
            (.outOfRange(argument: "alpha", value: 2, accepted: "0...1"), "alpha is 2.0; accepted is 0...1"),
            (.tooFew(argument: "x", count: 0, needed: 1), "x has 0 values; at least 1 are needed"),
        ]
    )
    func description(error: StatisticsError, text: String) {
        #expect("\(error)" == text)
    }

    @Test("Fixtures carry the versions of their oracles, and every set is listed")
    func metadata() throws {
        struct Metadata: Decodable {
            var versions: [String: String]
            var sha256: [String: String]
        }
        let metadata = try JSONDecoder().decode(Metadata.self, from: Fixture.data("statistics/metadata.json"))
        #expect(Set(metadata.versions.keys) == ["python", "numpy", "scipy", "scikit-learn", "statsmodels"])
        let files = try FileManager.default.contentsOfDirectory(atPath: Fixture.url("statistics").path)
        #expect(Set(files.filter { $0 != "metadata.json" }) == Set(metadata.sha256.keys))
    }
}

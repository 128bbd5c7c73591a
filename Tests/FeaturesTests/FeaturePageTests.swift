import Features
import Foundation
import TestSupport
import Testing

/// The features page holds the table of the declared set; `RECORD_GOLDEN=1` writes it anew.
@Suite
struct FeaturePageTests {
    @Test
    func pageShowsTheDeclaredSet() throws {
        let url = SharedData.packageRoot.appending(path: "docs/concepts/features.md")
        let marker = "<!-- the declared set -->\n"
        let page = try String(contentsOf: url, encoding: .utf8)
        let head = try #require(page.range(of: marker), "\(url.lastPathComponent) has no marker")
        let expected =
            page[..<head.upperBound] + "\nVersion `\(FeatureSet.current.version)`, "
            + "\(FeatureSet.current.count) features.\n\n" + FeatureSet.current.markdownTable + "\n"
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(expected.utf8).write(to: url)
        }
        #expect(
            page == expected,
            "write the page with RECORD_GOLDEN=1 make test TEST_FLAGS=\"--filter FeaturePageTests\""
        )
    }
}

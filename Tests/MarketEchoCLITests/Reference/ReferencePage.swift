import Foundation
import TestSupport

/// A page of `docs/reference` of which a part is made from the program.
struct ReferencePage {
    let url: URL

    init(_ name: String) {
        url = SharedData.packageRoot.appending(path: "docs/reference").appending(path: name)
    }

    /// Whether the pages are to be written instead of compared.
    static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

    /// The whole page.
    func text() throws -> String { try String(contentsOf: url, encoding: .utf8) }

    /// The part between the two markers; with `RECORD_GOLDEN=1` it is first replaced by `current`.
    func generatedPart(recording current: String) throws -> String? {
        let begin = "<!-- begin generated -->\n"
        let end = "<!-- end generated -->"
        let page = try text()
        guard let start = page.range(of: begin)?.upperBound, let stop = page.range(of: end)?.lowerBound else {
            return nil
        }
        if Self.isRecording {
            try (page[..<start] + current + page[stop...]).write(to: url, atomically: true, encoding: .utf8)
            return current
        }
        return String(page[start..<stop])
    }
}

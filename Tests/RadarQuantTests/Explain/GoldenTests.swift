import Foundation
import RadarQuant
import TestSupport
import Testing

/// Recorded with `RECORD_GOLDEN=1 swift test --filter RadarQuantTests`.
@Suite
struct `Golden explanations` {
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

    @Test
    func `read as they were recorded`() throws {
        for example in try Explained.cases() {
            let text = Explainer.explain(example.facts).plainText + "\n"
            let path = "radarquant/\(example.name).txt"
            if Self.isRecording {
                try Data(text.utf8).write(to: Fixture.url(path))
            } else {
                let recorded = String(decoding: try Fixture.data(path), as: UTF8.self)
                #expect(text == recorded, "\(example.name)")
            }
        }
    }
}

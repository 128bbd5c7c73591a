import Foundation

/// Files of the repository's Tests/Fixtures folder.
enum Fixture {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    static func lines(_ path: String) throws -> [Substring] {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8).split(separator: "\n")
    }
}

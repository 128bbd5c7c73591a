public import Foundation

/// The real data that lies beside a developer's checkout; users do not have it.
///
/// A test that needs it is enabled only where it is present, and CI counts the tests that were skipped.
public enum SharedData {
    /// Folder of the package, found from this file.
    public static let packageRoot = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Whether the data is there.
    public static var isPresent: Bool {
        FileManager.default.fileExists(atPath: url("README.md").path)
    }

    /// The comment of a test that was skipped for want of it.
    public static let absence = "../shared/data is not there"

    /// The address of a file or folder of the data.
    public static func url(_ path: String) -> URL {
        packageRoot.deletingLastPathComponent().appending(path: "shared/data").appending(path: path)
    }
}

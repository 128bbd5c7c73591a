import Foundation

/// Questions about files.
enum FileStatus {
    /// Whether there is a file or folder.
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}

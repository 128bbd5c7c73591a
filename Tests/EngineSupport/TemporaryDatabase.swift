import Foundation
public import Storage
import Synchronization

/// A folder of one test with the path of a database in it; all such folders are removed when the process ends.
///
/// Not sooner: a store reads its file long after the last mention of this value.
public final class TemporaryDatabase: Sendable {
    /// The folder.
    public let folder: String

    private static let folders = Mutex<[String]>([])

    /// Makes the folder.
    public init() throws {
        folder =
            FileManager.default.temporaryDirectory
            .appending(path: "market-echo-test-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let isFirst = Self.folders.withLock { folders in
            folders.append(folder)
            return folders.count == 1
        }
        guard isFirst else { return }
        atexit {
            for folder in TemporaryDatabase.folders.withLock({ $0 }) {
                try? FileManager.default.removeItem(atPath: folder)
            }
        }
    }

    /// Removes the folder now.
    public func remove() throws { try FileManager.default.removeItem(atPath: folder) }

    /// Path of the database file, which is there once a store was opened on it.
    public var path: String { file("engine.sqlite") }

    /// The path of a file in the folder.
    public func file(_ name: String) -> String { "\(folder)/\(name)" }

    /// Opens the database.
    public func store() throws -> Store { try Store(path: path) }

    /// Writes a text file into the folder, with the folders above it.
    ///
    /// - Returns: its path.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    /// Writes bytes into the folder, with the folders above them.
    ///
    /// - Returns: the path.
    @discardableResult
    public func write(_ bytes: [UInt8], to name: String) throws -> String {
        let url = URL(filePath: file(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
        return url.path
    }

    /// A new folder with a copy of this database; nobody may be writing it.
    public func copy() throws -> TemporaryDatabase {
        let copy = try TemporaryDatabase()
        for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: path + ending) {
            try FileManager.default.copyItem(atPath: path + ending, toPath: copy.path + ending)
        }
        return copy
    }
}

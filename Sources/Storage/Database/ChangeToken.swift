import Foundation
import GRDB
import Synchronization

/// Stands for a state of the database: two equal tokens of one opened store mean that nothing was written between them.
public struct ChangeToken: Sendable, Hashable, CustomStringConvertible {
    /// Random for each opened store, so that tokens of different processes differ.
    let opening: UInt64
    /// SQLite's number of the state.
    let version: Int

    /// Letters and digits that may stand in an ETag.
    public var description: String { "\(String(opening, radix: 36))-\(String(version, radix: 36))" }
}

/// A connection of its own that only looks whether another one has written.
///
/// `PRAGMA data_version` changes on a connection when any other connection commits, of this process or another. A
/// connection that writes does not see its own commits there, and each reader of a pool counts for itself; hence one
/// that does nothing else.
final class ChangeWatcher: Sendable {
    private let path: String
    private let opening = UInt64.random(in: .min ... .max)
    private let queue = Mutex<DatabaseQueue?>(nil)

    init(path: String) { self.path = path }

    func token() throws -> ChangeToken {
        let queue = try queue.withLock { queue in
            if let queue { return queue }
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(60)
            configuration.label = "market-echo-changes"
            let opened = try DatabaseQueue(path: path, configuration: configuration)
            queue = opened
            return opened
        }
        let version = try queue.inDatabase { database in
            try SQLConnection(database).count("PRAGMA data_version")
        }
        return ChangeToken(opening: opening, version: version)
    }

    func close() throws {
        let queue = queue.withLock { queue in
            defer { queue = nil }
            return queue
        }
        try queue?.close()
    }
}

import Features
import Foundation
import Market
import Models
import Storage

/// Writes what the Python side needs and no file of the database holds: the calendar, the features and the trees.
struct Dump {
    let folder: String

    /// Writes `sessions.csv`, `features.f32` (rows by horizon, then event), `features.csv` (their keys and column names) and the
    /// champions' trees as `HORIZON.HEAD.ubj`.
    func write(_ world: BenchWorld) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let sessions = (0..<world.calendar.sessionCount).map { session in
            let calendar = world.calendar
            return "\(session),\(calendar.day(ofSession: session).iso8601),"
                + "\(calendar.opensAt(session: session).secondsSinceEpoch),"
                + "\(calendar.closesAt(session: session).secondsSinceEpoch)"
        }
        try text(["session,day,opens,closes"] + sessions, "sessions.csv")
        let requests = world.requests
        let matrix = try world.builder().rows(for: requests).matrix
        try matrix.values.withUnsafeBytes { try Data($0).write(to: url("features.f32")) }
        try text(matrix.names, "features.columns")
        try text(requests.map { "\($0.eventID),\($0.horizon.code)" }, "features.rows")
    }

    /// Writes the trees of the champions, the family's before the global ones.
    func writeTrees(database: String) throws {
        let store = try Store(path: database, create: false)
        let champions = try store.read { connection in
            let models = ModelStore(connection)
            return try models.records().filter { $0.status == .champion }.map { record in
                (record.cell, try models.artefact(of: record.id))
            }
        }
        for (cell, bytes) in champions {
            guard let bytes else { continue }
            let artefact = try ModelArtefact(decoding: bytes)
            for (head, trees) in [
                ("magnitude", artefact.magnitudeModel), ("direction", artefact.directionModel),
            ] {
                guard let trees else { continue }
                try Data(trees).write(to: url("\(cell.key.replacing("/", with: "-")).\(head).ubj"))
            }
        }
    }

    private func text(_ lines: [String], _ name: String) throws {
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: url(name))
    }

    private func url(_ name: String) -> URL { URL(fileURLWithPath: folder).appendingPathComponent(name) }
}

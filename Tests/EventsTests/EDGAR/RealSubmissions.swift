import Archives
import Events
import Foundation
import Market
import Synchronization
import TestSupport

/// Submissions files of ../shared/data.
enum RealSubmissions {
    static let folder = "recorded/edgar_submissions"

    /// Addresses of all files of one set, sorted; error bodies are left out.
    static func urls(_ set: String) throws -> [URL] {
        let folder = SharedData.url("\(folder)/\(set)")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { !$0.lastPathComponent.hasPrefix("CIK-") }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    static func bytes(_ url: URL) throws -> [UInt8] {
        let bytes = [UInt8](try Data(contentsOf: url))
        return Gzip.recognises(bytes) ? try Gzip.unpack(bytes, name: url.lastPathComponent) : bytes
    }

    /// File names and events of one set; each file is read once for all tests.
    static func results(_ set: String) throws -> [(name: String, result: EdgarEvents)] {
        try cache.withLock { cache in
            if let known = cache[set] { return known }
            let results = try urls(set).map { (name: $0.lastPathComponent, result: try events($0)) }
            cache[set] = results
            return results
        }
    }

    private static let cache = Mutex<[String: [(name: String, result: EdgarEvents)]]>([:])

    /// The events of one file, under a made-up symbol where it has none.
    private static func events(_ url: URL) throws -> EdgarEvents {
        let file = try SubmissionsFile(bytes(url))
        let name = url.lastPathComponent
        let cik = name.drop { !$0.isNumber }.prefix { $0.isNumber }
        return try EdgarImport(
            now: farFuture,
            ticker: file.company?.tickers.first ?? "NONE",
            cik: file.isShard ? String(cik) : nil
        ).events(in: [file])
    }

    static let sets = ["byte_exact", "eastern_2025-11", "full_history_2026-06", "utc_2026-08"]
}

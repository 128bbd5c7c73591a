import Archives
import Foundation
import Market
import TestSupport

/// The measured part of docs/reference/price-repair.md.
enum PriceRepairPage {
    /// One broken file: its score, or why it is refused as a whole.
    struct Row {
        var name: String
        var isClean: Bool
        var score: RepairScore?
        var refusal: PriceFileError?
    }

    /// Scores every recorded broken file.
    static func recorded() throws -> [Row] {
        let folder = SharedData.url("recorded/nasty_prices")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.contains(".csv") && !$0.contains("-fixed") }.sorted()
        return try files.map { file in
            let name = file.replacing(".csv.gz", with: "").replacing(".csv", with: "")
            let twin = try bytes(name + "-fixed")
            do {
                let broken = try bars(try bytes(name) ?? [])
                let reference = try twin.map { try bars($0) } ?? broken
                let score = RepairScore(broken: broken, twin: reference)
                return Row(name: name, isClean: twin == nil, score: score, refusal: nil)
            } catch let error as PriceFileError {
                return Row(name: name, isClean: twin == nil, score: nil, refusal: error)
            }
        }
    }

    /// Scores errors put into the clean files.
    static func injected() throws -> [InjectedError: InjectionScore] {
        var scores: [InjectedError: InjectionScore] = [:]
        for ticker in try CleanPrices.tickers() {
            let clean = try CleanPrices.bars(ticker)
            for kind in InjectedError.allCases {
                for index in kind.places(in: clean) {
                    let broken = kind.inject(into: clean, at: index)
                    scores[kind, default: InjectionScore()].add(
                        clean: clean,
                        broken: broken,
                        at: index,
                        kind: kind
                    )
                }
            }
        }
        return scores
    }

    private static func bytes(_ name: String) throws -> [UInt8]? {
        for ending in [".csv", ".csv.gz"] {
            let url = SharedData.url("recorded/nasty_prices/\(name)\(ending)")
            guard FileManager.default.fileExists(atPath: url.path) else { continue }
            let data = [UInt8](try Data(contentsOf: url))
            return ending == ".csv" ? data : try Gzip.unpack(data)
        }
        return nil
    }

    private static func bars(_ bytes: [UInt8]) throws -> [Bar] {
        try PriceFile.parse(bytes, ticker: "X").bars["X"] ?? []
    }

    // MARK: Markdown

    /// The table of the recorded files.
    static func markdown(_ rows: [Row]) -> String {
        var lines = [
            "| file | errors | repaired | set aside | missed | beyond the twin | wrongly changed | repairs |",
            "|---|---|---|---|---|---|---|---|",
        ]
        for row in rows {
            let name = row.isClean ? "`\(row.name)` (clean)" : "`\(row.name)`"
            guard let score = row.score else {
                let reason = row.refusal.map { "\($0)" } ?? ""
                lines.append("| \(name) | | | whole file | 0 | | 0 | refused: \(reason) |")
                continue
            }
            let reasons = score.reasons.sorted { $0.key.rawValue < $1.key.rawValue }
                .map { "`\($0.key.rawValue)` \($0.value)" }.joined(separator: ", ")
            lines.append(
                "| \(name) | \(score.errors) | \(score.right) | \(score.quarantined) | \(score.missed) | \(score.beyond) "
                    + "| \(score.touched) | \(reasons) |"
            )
        }
        let scores = rows.compactMap(\.score)
        func sum(_ field: KeyPath<RepairScore, Int>) -> Int { scores.reduce(0) { $0 + $1[keyPath: field] } }
        lines.append(
            "| all | \(sum(\.errors)) | \(sum(\.right)) | \(sum(\.quarantined)) | \(sum(\.missed)) | \(sum(\.beyond)) "
                + "| \(sum(\.touched)) | |"
        )
        return lines.joined(separator: "\n") + "\n"
    }

    /// The table of errors put into clean files.
    static func markdown(_ scores: [InjectedError: InjectionScore]) -> String {
        var lines = [
            "| error put in | n | repaired | set aside | missed | wrong value |", "|---|---|---|---|---|---|",
        ]
        for kind in InjectedError.allCases {
            let score = scores[kind] ?? InjectionScore()
            lines.append(
                "| \(kind.rawValue) | \(score.made) | \(score.right) | \(score.quarantined) | \(score.missed) "
                    + "| \(score.wrong) |"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

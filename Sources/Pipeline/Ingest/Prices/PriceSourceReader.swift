import Archives
import Fetching
import Foundation
import Market

/// Asks one source for the bars of one symbol.
struct PriceSourceReader {
    let settings: PriceRefreshSettings
    let fetcher: Fetcher

    /// Whether the source can be asked for a part of a history.
    static func givesTails(_ source: PriceSource) -> Bool { source == .yahoo }

    /// Reads bars.
    ///
    /// - Parameters:
    ///   - source: whom to ask.
    ///   - symbol: the symbol.
    ///   - first: first day; sources that give whole histories ignore it.
    ///   - last: last day.
    /// - Returns: the bars of exactly that symbol, at least one.
    /// - Throws: `PriceSourceError`, `CancellationError`.
    func bars(
        from source: PriceSource,
        symbol: String,
        first: TradingDay,
        last: TradingDay
    ) async throws -> [Bar] {
        do {
            switch source {
            case .yahoo: return try await yahoo(symbol, first: first, last: last)
            case .stooq: return try await stooq(symbol)
            case .folder: return try folder(symbol)
            }
        } catch let error as FetchError {
            if error.reason == .cancelled { throw CancellationError() }
            let text = "\(source.rawValue): \(error)"
            throw error.isMissing ? PriceSourceError.missing(text) : .unreachable(text)
        } catch let error as PriceFileError {
            throw Self.sorted(error, source: source)
        }
    }

    // MARK: Sources

    private func yahoo(_ symbol: String, first: TradingDay, last: TradingDay) async throws -> [Bar] {
        let asked = symbol.replacing(".", with: "-")
        let start = Int64(first.daysSinceEpoch) * 86_400
        let end = (Int64(last.daysSinceEpoch) + 1) * 86_400
        let url =
            "\(settings.yahooURL)/v8/finance/chart/\(Self.escaped(asked))?period1=\(start)&period2=\(end)"
            + "&interval=1d&events=div%2Csplit"
        let bytes = try await fetcher.fetch(FetchRequest(url)).body
        let parsed = try PriceFile.parse(bytes, ticker: nil)
        let currencies = try YahooChart.currencies(in: bytes)
        guard currencies.isSubset(of: ["USD"]) else {
            throw PriceSourceError.refused(
                "yahoo: \(symbol) is quoted in \(currencies.sorted().joined(separator: ", ")); USD is accepted"
            )
        }
        return try Self.only(asked, of: parsed, source: .yahoo)
    }

    private func stooq(_ symbol: String) async throws -> [Bar] {
        let asked = symbol.replacing(".", with: "-")
        let url = "\(settings.stooqURL)/q/d/l/?s=\(Self.escaped(asked.lowercased())).us&i=d"
        let bytes = try await fetcher.fetch(FetchRequest(url)).body
        return try Self.only(asked, of: try PriceFile.parse(bytes, ticker: "\(asked).US"), source: .stooq)
    }

    private func folder(_ symbol: String) throws -> [Bar] {
        for ending in ["csv", "csv.gz", "json", "jsonl"] {
            let path = (settings.folder as NSString).appendingPathComponent("\(symbol).\(ending)")
            guard FileManager.default.fileExists(atPath: path) else { continue }
            let bytes: [UInt8]
            do {
                bytes = try ImportFiles.content(of: path)
            } catch let error as ImportError {
                throw PriceSourceError.unreachable("folder: \(error)")
            } catch let error as ArchiveError {
                throw PriceSourceError.refused("folder: \(path): \(error)")
            }
            return try Self.only(symbol, of: try PriceFile.parse(bytes, ticker: symbol), source: .folder)
        }
        throw PriceSourceError.missing("folder: no file \(symbol).csv in \(settings.folder)")
    }

    // MARK: Judging answers

    private static func only(_ symbol: String, of parsed: ParsedPrices, source: PriceSource) throws -> [Bar] {
        let others = parsed.bars.keys.filter { $0 != symbol }.sorted()
        guard others.isEmpty else {
            throw PriceSourceError.refused(
                "\(source.rawValue): asked for \(symbol), the answer is of \(others.joined(separator: ", "))"
            )
        }
        guard let bars = parsed.bars[symbol], !bars.isEmpty else {
            let detail = parsed.problems.first.map { ", \($0)" } ?? ""
            throw PriceSourceError.refused(
                "\(source.rawValue): the answer for \(symbol) has no bars\(detail)"
            )
        }
        return bars
    }

    private static func sorted(_ error: PriceFileError, source: PriceSource) -> PriceSourceError {
        let text = "\(source.rawValue): \(error)"
        guard case .refusedBySource(let message) = error else { return .refused(text) }
        let lower = message.lowercased()
        let unknown = ["not found", "no data", "brak danych", "delisted"].contains { lower.contains($0) }
        return unknown ? .missing(text) : .unreachable(text)
    }

    private static func escaped(_ symbol: String) -> String {
        symbol.utf8.map { byte in
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95: String(UnicodeScalar(byte))
            default: "%" + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}

import Archives
import Events
import Foundation
import Market
import Storage

/// Reads the sample's archives into events and bars.
struct SampleReader {
    let download: SampleDownload
    let now: UTCInstant

    /// The closes of the sample's stocks and of the index that stands in for the benchmark.
    func closes() throws -> [String: [Bar]] {
        let archive = try archive(of: SampleDownload.packages[1])
        var bars: [String: [Bar]] = [:]
        for path in [PriceSample.stocksPath, PriceSample.indexPath] {
            let text = try Gzip.unpack(try archive.bytes(named: path), name: path)
            bars.merge(try PriceSample.closes(text).bars) { first, _ in first }
        }
        return bars
    }

    /// The filings and announcements of the stocks, joined with one another.
    func events(tickers: Set<String>) throws -> [MarketEvent] {
        let announcements = try HistoricalEarningsSample.events(
            try archive(of: SampleDownload.packages[2]).bytes(named: HistoricalEarningsSample.path),
            now: now
        )
        let filings = EarningsDatesSample.events(rows: try filingDates(), now: now)
        return (announcements.events + filings.events).filter { tickers.contains($0.ticker) }
    }

    /// The rows of the SQLite file of filing dates, by way of a temporary copy.
    private func filingDates() throws -> [(ticker: String, date: String)] {
        let bytes = try archive(of: SampleDownload.packages[0]).bytes(named: EarningsDatesSample.path)
        let copy = FileManager.default.temporaryDirectory
            .appending(path: "market-echo-sample-\(ProcessInfo.processInfo.processIdentifier).db")
        defer { try? FileManager.default.removeItem(at: copy) }
        try Data(bytes).write(to: copy)
        return try ForeignDatabase(path: copy.path).map(EarningsDatesSample.query) {
            ($0.text(0), $0.text(1))
        }
    }

    private func archive(of package: SampleDownload.Package) throws -> ZipArchive {
        let path = try download.wheel(of: package)
        return try ZipArchive(ByteSource(try ImportFiles.bytes(of: path)))
    }
}

import Archives
import Foundation
import Market
import Storage

/// The job that imports a file or a folder of prices.
///
/// Each file is one transaction: a file that cannot be read leaves the database as it was and is reported, the others go on.
public struct PriceImportJob: Sendable {
    private let context: JobContext

    /// Creates the job.
    public init(_ context: JobContext) {
        self.context = context
    }

    /// Imports a file, or every file of a folder in the order of their names.
    ///
    /// - Throws: `ImportError` where the path is missing or nothing in it could be read.
    public func run(path: String, arguments: String = "") throws -> PriceImportReport {
        let endings = ["csv", "json", "jsonl", "ndjson", "txt", "gz"]
        let files = try ImportFiles(path: path, accepting: endings).paths
        return try context.recorded(job: "import prices", arguments: arguments) {
            let report = try importFiles(files, path: path)
            try refreshBaseScores(after: report)
            return JobResult(
                report: report,
                status: report.written.isEmpty ? .nothingToDo : .succeeded,
                message: "\(report.written.count) series written, \(report.unchanged.count) unchanged"
            )
        }.report
    }

    private func importFiles(_ files: [String], path: String) throws -> PriceImportReport {
        var report = PriceImportReport()
        var refused: [String] = []
        for (position, file) in files.enumerated() {
            let name = (file as NSString).lastPathComponent
            do {
                let bytes = try ImportFiles.content(of: file)
                let parsed = try PriceFile.parse(bytes, ticker: Self.ticker(fromName: name))
                report += try store(parsed.bars, source: name)
                report.problems += parsed.problems.map { "\(name): \($0)" }
                report.notes += parsed.notes.map { "\(name): \($0)" }
                report.files += 1
            } catch let error as PriceFileError {
                refused.append("\(name): \(error)")
            } catch let error as ImportError {
                refused.append("\(name): \(error)")
            } catch let error as ArchiveError {
                refused.append("\(name): \(error)")
            }
            context.progress(
                ProgressUpdate(stage: "prices", done: position + 1, total: files.count, detail: name)
            )
        }
        guard report.files > 0 else {
            throw ImportError.nothingReadable(path: path, reasons: refused)
        }
        report.problems += refused
        return report
    }

    /// Brings the base scores up to date where the benchmark changed, since they know the market's volatility.
    private func refreshBaseScores(after report: PriceImportReport) throws {
        guard report.written.contains(context.settings.benchmark) else { return }
        let now = context.now()
        _ = try context.store.write { try BaseScoring(context).refresh($0, now: now) }
    }

    /// Stores the bars of one source by symbol, in one transaction.
    func store(_ bars: [String: [Bar]], source: String) throws -> PriceImportReport {
        let now = context.now()
        let builder = PriceSeriesBuilder(calendar: context.calendar)
        return try context.store.write { connection in
            var report = PriceImportReport()
            let known = try PriceStore(connection).allSeries()
            let importer = PriceImport(connection: connection, builder: builder, source: source, now: now)
            for (ticker, bars) in bars.sorted(by: { $0.key < $1.key }) {
                try importer.store(bars, ticker: ticker, known: known, report: &report)
            }
            return report
        }
    }

    /// The symbol that a file name such as `AAPL.csv` or `AAPL.csv.gz` states; nil where it states none.
    static func ticker(fromName name: String) -> String? {
        let isPacked = (name as NSString).pathExtension.lowercased() == "gz"
        let unpacked = isPacked ? (name as NSString).deletingPathExtension : name
        return Ticker.normalized((unpacked as NSString).deletingPathExtension)
    }
}

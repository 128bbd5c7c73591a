import Archives
import Events
import Foundation
import Market
import Storage

/// The job that imports a file or a folder of events; the kind of each file is told from its content.
///
/// Main files and shards of EDGAR submissions in a folder are read together by company. Everything is stored in one transaction.
public struct EventImportJob: Sendable {
    private let context: JobContext

    /// Creates the job.
    public init(_ context: JobContext) {
        self.context = context
    }

    /// Imports a file, or every file of a folder in the order of their names.
    ///
    /// - Parameters:
    ///   - path: the file or folder.
    ///   - ticker: the symbol for files that name none.
    ///   - arguments: the command line for the run ledger.
    /// - Returns: what was stored, and what could not be read.
    /// - Throws: `ImportError` where the path is missing or nothing in it could be read.
    public func run(path: String, ticker: String? = nil, arguments: String = "") throws -> EventImportReport {
        let endings = ["csv", "json", "jsonl", "ndjson", "txt", "gz", "hdr", "sgml"]
        let files = try ImportFiles(path: path, accepting: endings).paths
        return try context.recorded(job: "import events", arguments: arguments) {
            let report = try importFiles(files, path: path, ticker: ticker)
            return JobResult(
                report: report,
                status: report.events.written + report.linked == 0 ? .nothingToDo : .succeeded,
                message: "\(report.events.inserted) new, \(report.events.updated) updated, "
                    + "\(report.events.unchanged) unchanged"
            )
        }.report
    }

    private func importFiles(_ files: [String], path: String, ticker: String?) throws -> EventImportReport {
        var reading = EventReading(now: context.now(), ticker: ticker)
        for (position, file) in files.enumerated() {
            reading.read(file)
            context.progress(
                ProgressUpdate(
                    stage: "events",
                    done: position + 1,
                    total: files.count,
                    detail: (file as NSString).lastPathComponent
                )
            )
        }
        reading.finish()
        guard reading.files > 0 else {
            throw ImportError.nothingReadable(path: path, reasons: reading.refused)
        }
        var report = try EventSaving(context).save(reading.events, instruments: reading.instruments)
        report.files = reading.files
        report.problems = reading.problems + reading.refused
        report.notes = reading.notes
        return report
    }
}

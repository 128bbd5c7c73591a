import Foundation
import Logging
import Market
import Pipeline
import Storage

/// What a verb works with: configuration, results, progress, log and the way to the database.
struct Session {
    /// The configuration.
    let configuration: LoadedConfiguration
    /// Standard output.
    let results: ResultPrinter
    /// The log.
    let logger: Logger
    /// The world around the program.
    let surroundings: Surroundings
    private let meter: ProgressMeter?

    init(
        configuration: LoadedConfiguration,
        results: ResultPrinter,
        logger: Logger,
        meter: ProgressMeter?,
        surroundings: Surroundings
    ) {
        self.configuration = configuration
        self.results = results
        self.logger = logger
        self.meter = meter
        self.surroundings = surroundings
    }

    /// The values of the configuration.
    var settings: MarketEchoConfiguration { configuration.values }

    /// Receives the progress of jobs.
    var progress: ProgressSink {
        guard let meter else { return { _ in } }
        return { meter.report($0) }
    }

    /// Ends the progress display; results follow.
    func finishProgress() { meter?.finish() }

    /// Prints a result as tables, or as JSON.
    func print(_ result: some Presentation, json: Bool) throws {
        if json { try results.print(json: result) } else { try result.print(to: results) }
    }

    /// Says something that belongs to no result, on standard error; nothing where it was asked to be quiet.
    func note(_ text: String) {
        guard meter != nil else { return }
        surroundings.screen.print(text)
    }

    /// Opens the database.
    ///
    /// - Parameters:
    ///   - create: whether to make it, with its folder, where there is none.
    ///   - cacheKilobytes: what each connection may keep in memory.
    ///   - mappedMegabytes: how much of the file is read through a mapping.
    /// - Returns: the open database.
    /// - Throws: `StorageError`, or `SessionError` where the folder cannot be made.
    func openStore(
        create: Bool = false,
        cacheKilobytes: Int = 32_000,
        mappedMegabytes: Int = 0
    ) throws -> Store {
        let path = settings.database.path
        if create, !path.contains("://") {
            let folder = URL(filePath: path).deletingLastPathComponent().path
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            } catch {
                throw SessionError.folder(path: folder)
            }
        }
        return try Store(
            path: path,
            create: create,
            cacheKilobytes: cacheKilobytes,
            mappedMegabytes: mappedMegabytes
        )
    }

    /// What jobs are given.
    func jobContext(_ store: Store) throws -> JobContext {
        var engine = settings.engine
        engine.benchmark = try benchmark(of: store)
        if !settings.rules.path.isEmpty { engine.rulesYAML = try rulesText(at: settings.rules.path) }
        return JobContext(
            store: store,
            settings: engine,
            now: surroundings.now,
            logger: logger,
            progress: progress
        )
    }

    /// The benchmark that somebody set, else the one that the database was made with, else the standard one.
    func benchmark(of store: Store) throws -> String {
        guard configuration.origins["benchmark"] == nil else { return settings.engine.benchmark }
        return try store.read { try DatabaseSettings($0).benchmark() } ?? settings.engine.benchmark
    }

    private func rulesText(at path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path),
            let text = String(validating: data, as: UTF8.self)
        else { throw SessionError.rules(path: path) }
        return text
    }
}

/// What a verb needs and does not find.
enum SessionError: Error, Equatable, CustomStringConvertible {
    /// The folder of the database cannot be made.
    case folder(path: String)
    /// The rules file cannot be read.
    case rules(path: String)

    var description: String {
        switch self {
        case .folder(let path):
            "cannot make the folder \(path) for the database; name another place with --database"
        case .rules(let path): "rules.path is '\(path)'; accepted is the path of a readable UTF-8 file"
        }
    }
}

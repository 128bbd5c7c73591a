import ArgumentParser
import Foundation
import Pipeline
import Storage

/// `demo`: the whole pipeline on a small public sample.
struct Demo: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Fetch a small public sample and run the whole pipeline on it.",
        discussion: """
            Downloads three small packages of data with pip (no code of theirs runs), imports events and closes, \
            labels, trains, scores, prints the result and serves the dashboard until it is interrupted. A second \
            run reuses what is there. The other verbs work on the database that it leaves.

            Examples:
              market-echo demo
              market-echo demo --no-serve --json
            """
    )

    @Flag(help: "Stop after the report.")
    var noServe = false

    @OptionGroup
    var server: ServerOptions
    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    var configurationValues: [String: String] { server.configurationValues }

    func run(in session: Session) throws -> ExitStatus {
        let store = try session.openStore(create: true)
        try refuseOtherData(store)
        let context = try session.jobContext(store)
        let folder = URL(filePath: store.path).deletingLastPathComponent().appending(path: "sample").path
        let report = try DemoJob(context, folder: folder).run { step in
            session.finishProgress()
            session.note(step)
        }
        session.finishProgress()
        let models = try RegistryJob(context).models()
        try session.print(DemoPresentation(report: report, models: models), json: output.json)
        try session.results.sink.finish()
        guard !noServe else { return .done }
        try store.close()
        try ServerRun.serve(session, try session.openStore(cacheKilobytes: ServerRun.cacheKilobytes))
        return .done
    }

    /// The sample must not be mixed with data of another benchmark.
    private func refuseOtherData(_ store: Store) throws {
        let (events, benchmark) = try store.read { connection in
            (try EventStore(connection).count(), try DatabaseSettings(connection).benchmark())
        }
        guard events == 0 || benchmark == DemoJob.benchmark else { throw DemoError.otherData(store.path) }
    }
}

/// Why the demo does not begin.
enum DemoError: Error, Equatable, CustomStringConvertible {
    /// The database holds something else than the sample.
    case otherData(String)

    var description: String {
        switch self {
        case .otherData(let path):
            "\(path) has other data than the sample; name a new file, for example --database demo.sqlite"
        }
    }
}

import Market

@testable import MarketEchoCLI

/// The program run in this process, in a folder of its own, at a fixed time.
struct Program {
    let folder: TemporaryFolder
    var environment: [String: String] = [:]
    var now = UTCInstant(iso8601: "2024-03-01T22:00:00Z") ?? UTCInstant(secondsSinceEpoch: 0)

    init() throws { folder = try TemporaryFolder() }

    /// What a run printed and how it ended.
    struct Run: Sendable {
        let status: ExitStatus
        let output: String
        let errors: String
    }

    /// Path of the database.
    var database: String { folder.file("test.sqlite") }

    /// Runs a command line; `--database` is added where `onDatabase` says so.
    func run(_ arguments: String..., onDatabase: Bool = false) -> Run {
        run(arguments, onDatabase: onDatabase)
    }

    /// Runs a command line; `--database` is added where `onDatabase` says so.
    func run(_ arguments: [String], onDatabase: Bool) -> Run {
        let sink = MemorySink()
        let errors = ScreenBuffer()
        let status = Launcher(surroundings: surroundings(output: sink, errors: errors))
            .run(arguments + (onDatabase ? ["--database", database] : []))
        return Run(status: status, output: sink.text, errors: errors.text)
    }

    func surroundings(output: any ByteSink, errors: ScreenBuffer) -> Surroundings {
        let now = now
        return Surroundings(
            environment: environment,
            workingDirectory: folder.path,
            now: { now },
            ticks: { 0 },
            output: output,
            outputIsTerminal: false,
            outputWidth: nil,
            screen: errors.screen()
        )
    }
}

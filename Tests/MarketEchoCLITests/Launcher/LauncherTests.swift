import JSONText
import Testing

@testable import MarketEchoCLI

@Suite
struct LauncherTests {
    @Test
    func helpAndVersionGoToStandardOutput() throws {
        let program = try Program()
        for arguments in [["--help"], ["help", "jobs"], ["jobs", "-h"], [], ["--version"]] {
            let sink = MemorySink()
            let errors = ScreenBuffer()
            let status = Launcher(surroundings: program.surroundings(output: sink, errors: errors))
                .run(arguments)
            #expect(status == .done)
            #expect(sink.text.hasSuffix("\n"))
            #expect(errors.text.isEmpty)
        }
        #expect(program.run("--version").output == "\(MarketEcho.version)\n")
    }

    @Test(arguments: [
        (
            ["label-events", "--horizons", "7d"],
            "error: the value '7d' is invalid for '--horizons <horizons>': '7d' is not known (did you mean '1d'?)"
        ),
        (
            ["label-events", "--famlies", "x"],
            "error: unknown option '--famlies'. Did you mean '--families'?"
        ),
        (
            ["label-events", "--since", "2024-02-01", "--until", "2024-01-01"],
            "error: --since 2024-02-01 lies after --until 2024-01-01; accepted is a day up to 2024-01-01"
        ),
        (["lable-events"], "error: 'lable-events' is no verb of market-echo; did you mean 'label-events'?"),
        (["zzz"], "error: 'zzz' is no verb of market-echo; accepted are "),
        (["doctor", "--benchmark", "a b"], "error: --benchmark: benchmark is 'a b'; accepted is a symbol"),
        (["doctor", "--config", "/nowhere.yaml"], "error: cannot read the configuration file /nowhere.yaml"),
        (["jobs", "-q", "-v"], "error: --quiet and --verbose exclude each other"),
    ])
    func usageErrorsEndWithTwo(arguments: [String], message: String) throws {
        let program = try Program()
        let sink = MemorySink()
        let errors = ScreenBuffer()
        let status = Launcher(surroundings: program.surroundings(output: sink, errors: errors))
            .run(arguments)
        #expect(status == .usage)
        #expect(sink.text.isEmpty)
        #expect(errors.text.hasPrefix(message), "\(errors.text)")
    }

    @Test
    func aMissingDatabaseFailsWithOneLineAndMakesNone() throws {
        let program = try Program()
        let run = program.run("label-events", onDatabase: true)
        #expect(run.status == .failed)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("error: there is no database at \(program.database)"))
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(!FileStatus.exists(program.database))
    }

    @Test
    func theFileOfTheWorkingDirectoryIsRead() throws {
        let program = try Program()
        try program.folder.write("labels:\n  neutral_band: 1\n", to: "market-echo.yaml")
        let run = program.run("doctor")
        #expect(run.status == .usage)
        #expect(
            run.errors
                == "error: market-echo.yaml:2: labels.neutral_band is '1'; accepted is a number from 0 to 0.1\n"
        )
        let other = try program.folder.write("benchmark: QQQ\n", to: "other.yaml")
        #expect(program.run("doctor", "--config", other).output.contains("1 key from \(other)"))
    }

    @Test
    func aReaderThatGoesAwayIsNoError() throws {
        let errors = ScreenBuffer()
        let launcher = Launcher(
            surroundings: try Program().surroundings(
                output: FailingSink(error: OutputClosed()),
                errors: errors
            )
        )
        #expect(launcher.run(["--help"]) == .done)
        #expect(errors.text.isEmpty)
    }

    @Test
    func outputThatFindsNoPlaceIsAnError() throws {
        let errors = ScreenBuffer()
        let full = WriteError(destination: "standard output", code: 28)
        let launcher = Launcher(
            surroundings: try Program().surroundings(output: FailingSink(error: full), errors: errors)
        )
        #expect(launcher.run(["--help"]) == .failed)
        #expect(errors.text == "error: cannot write to standard output: No space left on device\n")
    }

    private final class FailingSink: ByteSink {
        let error: any Error

        init(error: any Error) { self.error = error }

        func write(_ bytes: some Sequence<UInt8>) {}

        func finish() throws { throw error }
    }
}

import Foundation
import Market

/// The world around the program: what tests replace.
struct Surroundings {
    /// The environment.
    var environment: [String: String]
    /// The folder in which the configuration file is looked for.
    var workingDirectory: String
    /// The clock.
    var now: @Sendable () -> UTCInstant
    /// Seconds that only ever grow.
    var ticks: @Sendable () -> Double
    /// Standard output.
    var output: any ByteSink
    /// Whether standard output is a terminal.
    var outputIsTerminal: Bool
    /// Width of standard output; nil where it is no terminal.
    var outputWidth: Int?
    /// Standard error.
    var screen: Screen

    /// The real world.
    static func process() -> Surroundings {
        let environment = ProcessInfo.processInfo.environment
        let errorsAreTerminal = TerminalSize.isTerminal(STDERR_FILENO)
        let canRedraw = errorsAreTerminal && environment["TERM"] != "dumb"
        let outputIsTerminal = TerminalSize.isTerminal(STDOUT_FILENO)
        let screen = Screen(
            isTerminal: canRedraw,
            style: TextStyle(isTerminal: errorsAreTerminal, environment: environment),
            columns: { TerminalSize.columns(of: STDERR_FILENO) ?? 80 },
            write: { text in
                // Nothing can be done about a closed standard error.
                let sink = DescriptorSink(descriptor: STDERR_FILENO, name: "standard error")
                try? sink.write(text)
                try? sink.finish()
            }
        )
        return Surroundings(
            environment: environment,
            workingDirectory: FileManager.default.currentDirectoryPath,
            now: { UTCInstant(secondsSinceEpoch: Int64(Date().timeIntervalSince1970.rounded(.down))) },
            ticks: { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 },
            output: DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output"),
            outputIsTerminal: outputIsTerminal,
            outputWidth: outputIsTerminal ? TerminalSize.columns(of: STDOUT_FILENO) ?? 80 : nil,
            screen: screen
        )
    }
}

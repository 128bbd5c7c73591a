import ArgumentParser
import Evaluation
import Foundation
import Web

/// The root of the command line.
struct MarketEcho: ParsableCommand {
    /// Name of the program.
    static let name = "market-echo"
    /// Version of the program.
    static let version = EngineVersion.current

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Impact estimates for market events, learned from what prices then really did.",
        discussion: """
            An experimental prototype and research tool; not investment advice.

            Results go to standard output (a table, or JSON with --json), progress and logs to standard error.
            Exit codes: 0 done, 1 failed, 2 usage, 3 nothing to do, 4 a gate refused.
            """,
        version: version,
        groupedSubcommands: [
            CommandGroup(name: "Data", subcommands: [Demo.self, Import.self, Export.self]),
            CommandGroup(name: "Engine", subcommands: [LabelEvents.self, Train.self, Score.self]),
            CommandGroup(name: "Registry", subcommands: [ListModels.self, Promote.self, Rollback.self]),
            CommandGroup(name: "Server", subcommands: [Serve.self, Tokens.self]),
            CommandGroup(
                name: "Operation",
                subcommands: [
                    Monitor.self, Backtest.self, EventStudy.self, Validate.self, Jobs.self, Doctor.self,
                ]
            ),
        ]
    )

    /// Names of all verbs, in the order of the help.
    static var verbNames: [String] {
        let grouped = configuration.groupedSubcommands.flatMap(\.subcommands)
        return (configuration.ungroupedSubcommands + grouped).map { $0._commandName }
    }
}

/// Entry point of the process.
@main
enum Program {
    static func main() {
        // A reader that goes away must give an error at the write, not end the process.
        signal(SIGPIPE, SIG_IGN)
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == Serve._commandName { WebServer.prepareProcess() }
        let launcher = Launcher(surroundings: .process(), ownsLogging: true)
        exit(launcher.run(arguments).rawValue)
    }
}

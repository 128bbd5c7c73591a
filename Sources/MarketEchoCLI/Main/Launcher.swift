import ArgumentParser
import Logging

/// Parses a command line, runs its verb and turns every end into an exit status.
struct Launcher {
    let surroundings: Surroundings
    /// Whether loggers that libraries make for themselves write to the screen too; a process can decide it once.
    var ownsLogging = false

    /// Runs a command line without the program's name.
    func run(_ arguments: [String]) -> ExitStatus {
        do {
            let status = try parseAndRun(arguments)
            try surroundings.output.finish()
            return status
        } catch is OutputClosed {
            return .done
        } catch {
            surroundings.screen.removeStatus()
            printError(ErrorText.line(error))
            // What was printed before stays readable where it can be written.
            try? surroundings.output.finish()
            return ExitStatus(of: error)
        }
    }

    private func parseAndRun(_ arguments: [String]) throws -> ExitStatus {
        var command: any ParsableCommand
        do {
            command = try MarketEcho.parseAsRoot(arguments)
        } catch {
            return try answer(error, arguments: arguments)
        }
        if let verb = command as? any Verb { return try start(verb) }
        do {
            try command.run()
            return .done
        } catch {
            return try answer(error, arguments: arguments)
        }
    }

    // MARK: Starting a verb

    private func start(_ verb: any Verb) throws -> ExitStatus {
        let loaded: LoadedConfiguration
        do {
            loaded = try configuration(of: verb)
        } catch let error as ConfigurationError {
            printError(error.description)
            return .usage
        }
        let session = session(loaded, common: verb.common)
        defer { session.finishProgress() }
        return try verb.run(in: session)
    }

    private func configuration(of verb: any Verb) throws -> LoadedConfiguration {
        let named = verb.common.config
        let standard = "\(surroundings.workingDirectory)/\(ConfigurationFile.standardName)"
        var file: ConfigurationFile?
        if let named {
            file = try ConfigurationFile(path: named)
        } else if FileStatus.exists(standard) {
            file = try ConfigurationFile(path: standard, calling: ConfigurationFile.standardName)
        }
        let options = verb.common.configurationValues.merging(verb.configurationValues) { $1 }
        return try ConfigurationLoader(options: options, environment: surroundings.environment, file: file)
            .load()
    }

    private func session(_ loaded: LoadedConfiguration, common: CommonOptions) -> Session {
        let log = loaded.values.log
        let screen = surroundings.screen
        let now = surroundings.now
        let handler: @Sendable (String) -> any LogHandler = { label in
            ScreenLogHandler(label: label, screen: screen, level: log.level, format: log.format, now: now)
        }
        if ownsLogging { LoggingSystem.bootstrap(handler) }
        let logger = Logger(label: MarketEcho.name, factory: handler)
        return Session(
            configuration: loaded,
            results: ResultPrinter(
                sink: surroundings.output,
                width: surroundings.outputWidth,
                style: TextStyle(
                    isTerminal: surroundings.outputIsTerminal,
                    environment: surroundings.environment
                )
            ),
            logger: logger,
            meter: common.quiet ? nil : ProgressMeter(screen: screen, clock: surroundings.ticks),
            surroundings: surroundings
        )
    }

    // MARK: Help and usage errors

    /// Prints what ArgumentParser throws: help on standard output, usage errors on standard error.
    private func answer(_ error: any Error, arguments: [String]) throws -> ExitStatus {
        guard MarketEcho.exitCode(for: error) != .success else {
            let text = MarketEcho.fullMessage(for: error, columns: helpWidth)
            try surroundings.output.write(text.hasSuffix("\n") ? text : text + "\n")
            return .done
        }
        if let name = arguments.first, let text = unknownVerb(name) {
            printError(text)
            return .usage
        }
        printError(ErrorText.usage(MarketEcho.message(for: error)))
        let hint = MarketEcho.fullMessage(for: error).split(separator: "\n").last { $0.contains("See '") }
        if let hint { surroundings.screen.print(hint.trimmingPrefix { $0 == " " }.description) }
        return .usage
    }

    /// What to say of a verb that does not exist; nil for one that does, and for options.
    private func unknownVerb(_ name: String) -> String? {
        let verbs = MarketEcho.verbNames
        guard !name.hasPrefix("-"), name != "help", !verbs.contains(name) else { return nil }
        let closest = ClosestName.find(name, among: verbs).map { "did you mean '\($0)'?" }
        return "'\(name)' is no verb of \(MarketEcho.name); \(closest ?? "accepted are \(Words.list(verbs))")"
    }

    private var helpWidth: Int { min(surroundings.outputWidth ?? 80, 100) }

    private func printError(_ text: String) {
        let style = surroundings.screen.style
        surroundings.screen.print("\(style.bold("error:")) \(text)")
    }
}

import ArgumentParser

/// The options of every verb.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Database file (default: \(MarketEchoConfiguration().database.path)).",
            valueName: "path"
        )
    )
    var database: String?

    @Option(
        help: ArgumentHelp(
            "Configuration file (default: \(ConfigurationFile.standardName), if present).",
            valueName: "path"
        )
    )
    var config: String?

    @Flag(name: [.short, .long], help: "No progress; only errors are logged.")
    var quiet = false

    @Flag(name: [.short, .long], help: "Log details.")
    var verbose = false

    func validate() throws {
        guard !(quiet && verbose) else {
            throw ValidationError("--quiet and --verbose exclude each other; accepted is one of them")
        }
    }

    /// Values of the options that are keys of the configuration.
    var configurationValues: [String: String] {
        var values: [String: String] = [:]
        values["database.path"] = database
        if quiet { values["log.level"] = "error" }
        if verbose { values["log.level"] = "debug" }
        return values
    }
}

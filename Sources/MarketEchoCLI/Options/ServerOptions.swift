import ArgumentParser
import Web

/// Where the server listens.
struct ServerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Address to listen on (default: \(MarketEchoConfiguration().server.web.host)).",
            valueName: "host"
        )
    )
    var host: String?

    @Option(
        help: ArgumentHelp(
            "Port, 0 for any free one (default: \(MarketEchoConfiguration().server.web.port)).",
            valueName: "port"
        )
    )
    var port: String?

    /// Values of the options that are keys of the configuration.
    var configurationValues: [String: String] {
        var values: [String: String] = [:]
        values["server.host"] = host
        values["server.port"] = port
        return values
    }
}

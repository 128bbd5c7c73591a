import ArgumentParser
import Storage

/// `serve`: the HTTP API and the dashboard.
struct Serve: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Serve the dashboard and the HTTP API.",
        discussion: """
            Prints the address once it can be opened and runs until it is interrupted; requests in flight are \
            answered first. Anything but a loopback address needs an access token, which 'market-echo tokens \
            create' makes. Further settings are keys of the configuration that begin with 'server.'.

            Examples:
              market-echo serve
              market-echo serve --port 0 --open
            """
    )

    @OptionGroup
    var server: ServerOptions
    @Flag(help: "Show the dashboard in the browser.")
    var open = false
    @OptionGroup
    var common: CommonOptions

    var configurationValues: [String: String] { server.configurationValues }

    func run(in session: Session) throws -> ExitStatus {
        try ServerRun.serve(
            session,
            try session.openStore(cacheKilobytes: ServerRun.cacheKilobytes),
            opensBrowser: open
        )
        return .done
    }
}

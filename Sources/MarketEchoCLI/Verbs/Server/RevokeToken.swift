import ArgumentParser
import Storage

/// `tokens revoke`: a token opens nothing any more.
struct RevokeToken: Verb {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Make an access token open nothing any more.",
        discussion: """
            A running server refuses it within a second, and the sessions that were started with it.

            Example:
              market-echo tokens revoke laptop
            """
    )

    @Argument(help: ArgumentHelp("The token, as 'market-echo tokens list' shows it.", valueName: "name"))
    var name: String

    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let now = session.surroundings.now()
        let tokens = try session.openStore().write { connection in
            let store = AccessTokenStore(connection)
            guard try store.revoke(name: name, now: now) else {
                throw TokenChoiceError(
                    name: name,
                    live: try store.all().filter { $0.revokedAt == nil }.map(\.name)
                )
            }
            return try store.all().filter { $0.name == name }
        }
        try session.print(TokenListPresentation(tokens: tokens), json: output.json)
        return .done
    }
}

/// A token that is not there or is revoked already.
struct TokenChoiceError: Error, Equatable, CustomStringConvertible {
    let name: String
    let live: [String]

    var description: String {
        let accepted = live.isEmpty ? "there is none" : "accepted are \(Words.list(live))"
        return "no live access token is named '\(name)'; \(accepted)"
    }
}

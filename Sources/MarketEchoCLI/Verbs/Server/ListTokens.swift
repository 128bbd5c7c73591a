import ArgumentParser
import Storage

/// `tokens list`: all access tokens.
struct ListTokens: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show the access tokens, live and revoked.",
        discussion: """
            Example:
              market-echo tokens list
            """
    )

    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let tokens = try session.openStore().read { try AccessTokenStore($0).all() }
        try session.print(TokenListPresentation(tokens: tokens), json: output.json)
        return .done
    }
}

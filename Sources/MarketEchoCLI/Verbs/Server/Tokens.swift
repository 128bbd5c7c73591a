import ArgumentParser

/// `tokens`: who may see internal diagnostics.
struct Tokens: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make, list and revoke the access tokens of the server.",
        subcommands: [CreateToken.self, ListTokens.self, RevokeToken.self]
    )
}

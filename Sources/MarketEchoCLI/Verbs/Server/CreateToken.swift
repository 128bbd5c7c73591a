import ArgumentParser
import Storage
import Web

/// `tokens create`: a new access token.
struct CreateToken: Verb {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make an access token and show it, once.",
        discussion: """
            Only a digest of it is stored: a token that is lost cannot be shown again. A running server accepts it \
            within a second, as 'Authorization: Bearer TOKEN' or on its sign-in page.

            Example:
              market-echo tokens create laptop
            """
    )

    @Argument(help: ArgumentHelp("Who or what it is for; a name that was never used.", valueName: "name"))
    var name: String

    @OptionGroup
    var output: OutputOptions
    @OptionGroup
    var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        let store = try session.openStore()
        let secret = AccessSecret.token()
        let token = try store.write {
            try AccessTokenStore($0)
                .create(
                    name: name,
                    sha256: AccessSecret.digest(of: secret),
                    now: session.surroundings.now()
                )
        }
        try session.print(NewTokenPresentation(token: token, secret: secret), json: output.json)
        return .done
    }
}

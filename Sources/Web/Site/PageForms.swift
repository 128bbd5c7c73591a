/// Pages that the server itself needs: for errors and for signing in.
struct PageForms: Sendable {
    /// What an error page is made of.
    struct ErrorFacts: Sendable {
        /// What went wrong.
        let problem: Problem
        /// The path that was asked for.
        let path: String
        /// Under which name the log has the request.
        let requestID: String
        /// Whether the visitor has a session to end.
        let canSignOut: Bool
        /// Version of the program.
        let version: String
    }

    /// What the sign-in page is made of.
    struct SignInFacts: Sendable {
        /// Where to go afterwards, a path of this server.
        let next: String
        /// Why the latest try failed; nil at the first visit.
        let failure: String?
        /// Version of the program.
        let version: String
    }

    /// Makes the whole page of an error, UTF-8.
    var errorPage: @Sendable (ErrorFacts) -> [UInt8]
    /// Makes the whole page with the field for the token, UTF-8.
    var signInPage: @Sendable (SignInFacts) -> [UInt8]
}

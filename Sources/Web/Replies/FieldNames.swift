import HTTPTypes

extension HTTPField.Name {
    /// `X-Request-ID`.
    static let requestID = named("X-Request-ID")
    /// `Retry-After`.
    static let retryLater = named("Retry-After")
    /// `Referrer-Policy`.
    static let referrerPolicy = named("Referrer-Policy")
    /// `Cross-Origin-Opener-Policy`.
    static let openerPolicy = named("Cross-Origin-Opener-Policy")
    /// `Cross-Origin-Resource-Policy`.
    static let resourcePolicy = named("Cross-Origin-Resource-Policy")
    /// `Permissions-Policy`.
    static let permissionsPolicy = named("Permissions-Policy")

    private static func named(_ name: String) -> HTTPField.Name {
        guard let made = HTTPField.Name(name) else {
            preconditionFailure("\(name) cannot be the name of a header field")
        }
        return made
    }
}

public import Market

/// A token that opens the server's internal pages; only its digest is stored.
public struct AccessToken: Sendable, Equatable {
    /// Its number.
    public var id: Int
    /// Who or what it is for.
    public var name: String
    /// When it was made.
    public var createdAt: UTCInstant
    /// When it ceased to open anything; nil while it does.
    public var revokedAt: UTCInstant?

    /// Creates a value from its fields.
    public init(id: Int, name: String, createdAt: UTCInstant, revokedAt: UTCInstant? = nil) {
        self.id = id
        self.name = name
        self.createdAt = createdAt
        self.revokedAt = revokedAt
    }
}

/// A token that cannot be made.
public enum AccessTokenError: Error, Equatable, CustomStringConvertible {
    /// There is a token of that name, perhaps a revoked one.
    case nameTaken(String)
    /// A name that is empty or too long.
    case name(String)
    /// Not a SHA-256 digest.
    case digest

    /// Characters that a name may have.
    public static let longestName = 100

    /// The error with what is accepted; never a digest.
    public var description: String {
        switch self {
        case .nameTaken(let name):
            "there is an access token named '\(name)' already; accepted is a name that was never used"
        case .name(let name):
            "'\(name.prefix(80))' cannot name an access token; accepted are 1 to \(Self.longestName) characters"
        case .digest:
            "the digest of the access token is not accepted; accepted are 64 lower-case hexadecimal digits"
        }
    }
}

/// The access tokens table.
///
/// Revoked tokens stay, so that their names tell who had access when.
public struct AccessTokenStore {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// Adds a token.
    ///
    /// - Parameters:
    ///   - name: who or what it is for.
    ///   - sha256: digest of the token, 64 lower-case hexadecimal digits.
    ///   - now: the time.
    /// - Returns: the token as stored.
    /// - Throws: `AccessTokenError` for a name or digest that is not accepted.
    public func create(name: String, sha256: String, now: UTCInstant) throws -> AccessToken {
        let isDigest =
            sha256.utf8.count == 64
            && sha256.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard isDigest else { throw AccessTokenError.digest }
        guard !name.isEmpty, name.count <= AccessTokenError.longestName else {
            throw AccessTokenError.name(name)
        }
        guard try connection.count("SELECT count(*) FROM access_tokens WHERE name = $1", [.text(name)]) == 0
        else { throw AccessTokenError.nameTaken(name) }
        try connection.execute(
            "INSERT INTO access_tokens (name, sha256, created_at) VALUES ($1, $2, $3)",
            [.text(name), .text(sha256), .instant(now)]
        )
        return AccessToken(id: connection.lastInsertedKey, name: name, createdAt: now, revokedAt: nil)
    }

    /// All tokens, oldest first.
    public func all() throws -> [AccessToken] {
        try connection.map(
            "SELECT token_id, name, created_at, revoked_at FROM access_tokens ORDER BY token_id"
        ) { row in
            AccessToken(
                id: row.integer(0),
                name: row.text(1),
                createdAt: try row.instant(2),
                revokedAt: row.isNull(3) ? nil : try row.instant(3)
            )
        }
    }

    /// Makes a token open nothing any more.
    ///
    /// - Returns: whether there was a live token of that name.
    @discardableResult
    public func revoke(name: String, now: UTCInstant) throws -> Bool {
        try connection.execute(
            "UPDATE access_tokens SET revoked_at = $1 WHERE name = $2 AND revoked_at IS NULL",
            [.instant(now), .text(name)]
        ) > 0
    }

    /// The digests of all tokens that are not revoked, by name.
    public func liveDigests() throws -> [String: String] {
        var result: [String: String] = [:]
        try connection.forEach("SELECT name, sha256 FROM access_tokens WHERE revoked_at IS NULL") { row in
            result[row.text(0)] = row.text(1)
        }
        return result
    }
}

import HTTPTypes
import Market
import Storage
import Synchronization

/// Who a visitor is, as far as it matters.
struct Visitor: Sendable, Hashable {
    /// Whether internal diagnostics are shown.
    var isInsider: Bool
    /// Whether that is so because of a token or a session, and not because the server is private anyway.
    var isPersonal = false
    /// Whether there is a session to end.
    var canSignOut = false
}

/// Tells insiders from everyone else by token or session.
final class AccessControl: Sendable {
    /// Tries with wrong tokens that a client has a minute.
    static let wrongTriesPerMinute = 10

    /// Whether a token is needed for internal diagnostics.
    let needsToken: Bool
    /// Sessions of visitors who signed in.
    let sessions = SessionBook()
    private let digests = Mutex<[(name: String, digest: String)]>([])
    private let wrongTries = RateLimiter(perMinute: wrongTriesPerMinute, burst: wrongTriesPerMinute)
    private let now: @Sendable () -> UTCInstant

    /// Creates the control; it knows no token before `reload`.
    init(settings: WebSettings, now: @escaping @Sendable () -> UTCInstant) {
        needsToken = !settings.isLoopback || settings.alwaysRequiresToken
        self.now = now
    }

    /// Reads the live tokens.
    ///
    /// - Returns: how many there are.
    @discardableResult
    func reload(_ store: Store) throws -> Int {
        let live = try store.read { try AccessTokenStore($0).liveDigests() }
        let sorted = live.sorted { $0.key < $1.key }.map { (name: $0.key, digest: $0.value) }
        digests.withLock { $0 = sorted }
        return sorted.count
    }

    /// Who sends a request.
    ///
    /// - Throws: `Problem` 401 for a bearer token that opens nothing, 429 after too many of them.
    func visitor(_ head: RequestHead, client: @autoclosure () -> ClientAddress) throws(Problem) -> Visitor {
        guard needsToken else { return Visitor(isInsider: true) }
        if let authorization = head.authorization {
            guard let token = Self.bearer(authorization) else {
                throw .unauthorised("the Authorization header is not 'Bearer' and a token")
            }
            guard try name(of: token, client: client()) != nil else {
                throw .unauthorised("the token in the Authorization header opens nothing")
            }
            return Visitor(isInsider: true, isPersonal: true)
        }
        guard !head.cookies.isEmpty, let secret = SessionCookie.value(in: head.cookies),
            let name = sessions.tokenName(secret, now: now()), isLive(name)
        else { return Visitor(isInsider: false) }
        return Visitor(isInsider: true, isPersonal: true, canSignOut: true)
    }

    /// The name of a live token; nil for any other text, which counts as a wrong try of the client.
    ///
    /// - Throws: `Problem` 429 after too many wrong tries.
    func name(of token: String, client: ClientAddress) throws(Problem) -> String? {
        let digest = AccessSecret.digest(of: token)
        var found: String?
        // All are compared, so that the time does not tell which one was close.
        digests.withLock { digests in
            for entry in digests where AccessSecret.equal(entry.digest, digest) { found = entry.name }
        }
        // A live token always opens: else wrong ones from behind the same proxy could keep its owner out.
        if found == nil, let wait = wrongTries.take(client, now: Self.seconds) {
            throw .tooMany("too many wrong tokens came from this address", retryAfterSeconds: wait)
        }
        return found
    }

    private func isLive(_ name: String) -> Bool {
        digests.withLock { $0.contains { $0.name == name } }
    }

    private static func bearer(_ header: String) -> String? {
        let parts = header.split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].utf8.count <= 200 else {
            return nil
        }
        return String(parts[1])
    }

    private static let start = ContinuousClock.now

    /// Seconds that only ever grow.
    static var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }
}

extension Problem {
    /// 401: a token is needed.
    static func unauthorised(_ detail: String) -> Problem {
        Problem(
            .unauthorized,
            kind: "token-needed",
            title: "An access token is needed.",
            detail: detail,
            headers: [.wwwAuthenticate: "Bearer realm=\"Market Echo\""]
        )
    }
}

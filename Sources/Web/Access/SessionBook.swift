import Market
import Synchronization

/// The sessions of visitors who signed in with a token; kept in memory, under digests, so that nothing here opens anything.
final class SessionBook: Sendable {
    /// Hours after which a session ends.
    static let hours: Int64 = 12

    private struct Session {
        let tokenName: String
        let expires: UTCInstant
        let number: Int
    }

    private struct State {
        var sessions: [String: Session] = [:]
        var next = 0
    }

    private let state = Mutex(State())
    private let most: Int

    /// Creates an empty book for so many sessions at the same time.
    init(most: Int = 1_000) {
        self.most = most
    }

    /// Starts a session.
    ///
    /// - Returns: its secret, which goes into the visitor's cookie.
    func start(tokenName: String, now: UTCInstant) -> String {
        let secret = AccessSecret.random()
        let key = AccessSecret.digest(of: secret)
        state.withLock { state in
            if state.sessions.count >= most {
                state.sessions = state.sessions.filter { $0.value.expires > now }
            }
            if state.sessions.count >= most,
                let oldest = state.sessions.min(by: { $0.value.number < $1.value.number })
            {
                state.sessions[oldest.key] = nil
            }
            state.sessions[key] = Session(
                tokenName: tokenName,
                expires: now.advanced(bySeconds: Self.hours * 3_600),
                number: state.next
            )
            state.next += 1
        }
        return secret
    }

    /// The name of the token with which a live session was started; nil for any other secret.
    func tokenName(_ secret: String, now: UTCInstant) -> String? {
        let key = AccessSecret.digest(of: secret)
        return state.withLock { state in
            guard let session = state.sessions[key] else { return nil }
            guard session.expires > now else {
                state.sessions[key] = nil
                return nil
            }
            return session.tokenName
        }
    }

    /// Ends a session.
    func end(_ secret: String) {
        let key = AccessSecret.digest(of: secret)
        state.withLock { $0.sessions[key] = nil }
    }

    /// Sessions that are kept.
    var count: Int { state.withLock { $0.sessions.count } }
}

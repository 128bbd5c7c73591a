/// What an outcome's session and its event's availability are compared with, the session first.
struct AsOf: Sendable, Comparable {
    /// A calendar session.
    let session: Int32
    /// Seconds since the epoch.
    let seconds: Int64

    /// Sessions come first, instants within a session second.
    static func < (lhs: AsOf, rhs: AsOf) -> Bool {
        lhs.session == rhs.session ? lhs.seconds < rhs.seconds : lhs.session < rhs.session
    }
}

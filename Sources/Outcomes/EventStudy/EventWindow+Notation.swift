extension EventWindow {
    /// The windows that are reported by default: the days around, the day itself, a week, a month, and with run-up.
    public static let named: [EventWindow] = [(-1, 1), (0, 0), (0, 4), (0, 19), (-10, 20)].map {
        EventWindow(first: $0.0, last: $0.1)
    }

    /// The window as the literature writes it, for example `[-1,+1]`.
    public var notation: String { "[\(Self.signed(first)),\(Self.signed(last))]" }

    /// Sessions on which a fitted model rests: as ``estimation(reactionSession:)``, and never a session of the
    /// window itself.
    ///
    /// A window that begins before the end of the estimation moves the whole estimation back, so that it keeps its
    /// length.
    public func separateEstimation(reactionSession: Int) -> Range<Int> {
        let usual = estimation(reactionSession: reactionSession)
        let end = min(usual.upperBound, reactionSession + first)
        return (end - estimationSessions)..<end
    }

    private static func signed(_ session: Int) -> String { session > 0 ? "+\(session)" : "\(session)" }
}

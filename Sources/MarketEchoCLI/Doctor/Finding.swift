/// One observation of a health check.
struct Finding: Equatable {
    /// How much it matters.
    enum Level: String {
        /// As it should be.
        case fine = "ok"
        /// Works, but there is something to know.
        case advice
        /// Does not work.
        case broken
    }

    let level: Level
    /// What was looked at.
    let subject: String
    /// What was found and, unless it is fine, what to do.
    let text: String

    static func fine(_ subject: String, _ text: String) -> Finding {
        Finding(level: .fine, subject: subject, text: text)
    }

    static func advice(_ subject: String, _ text: String) -> Finding {
        Finding(level: .advice, subject: subject, text: text)
    }

    static func broken(_ subject: String, _ text: String) -> Finding {
        Finding(level: .broken, subject: subject, text: text)
    }
}

public import Market

/// When a job runs.
public enum Trigger: Sendable, Hashable {
    /// At the times of a cron expression; with `sessionsOnly` not on days without a session.
    case cron(CronExpression, sessionsOnly: Bool)
    /// On each session.
    case session(SessionTrigger)
    /// After a run of one of these jobs that changed something.
    case after([String])
    /// Never by itself.
    case off

    /// Reads a schedule as the configuration states it.
    ///
    /// - Parameter text: a cron expression, with `sessions_only` behind it or not, `after_close+90m`,
    ///   `before_open-30m`, `after: ingest, train` or `off`.
    /// - Throws: `ScheduleError` for any other text.
    public init(_ text: String) throws(ScheduleError) {
        let words = text.split { $0 == " " || $0 == "\t" || $0 == "," }.map(String.init)
        guard let first = words.first else { throw .form(text: text) }
        switch first {
        case "off", "false":
            // YAML writes off as false.
            guard words.count == 1 else { throw .form(text: text) }
            self = .off
        case "after:", "after":
            let jobs = words.dropFirst()
            guard !jobs.isEmpty, jobs.allSatisfy(Self.isName) else { throw .form(text: text) }
            self = .after(Array(jobs))
        case _ where first.hasPrefix("after_") || first.hasPrefix("before_"):
            guard words.count == 1, let session = SessionTrigger(first) else { throw .form(text: text) }
            self = .session(session)
        default:
            guard text.contains(where: { $0 == " " || $0 == "\t" }) else { throw .form(text: text) }
            let fields = text.split { $0 == " " || $0 == "\t" }
            let sessionsOnly = fields.count == 6 && fields[5] == "sessions_only"
            let expression = sessionsOnly ? fields.dropLast().joined(separator: " ") : text
            self = .cron(try CronExpression(expression), sessionsOnly: sessionsOnly)
        }
    }

    /// The schedule as the configuration states it.
    public var text: String {
        switch self {
        case .cron(let expression, let sessionsOnly):
            sessionsOnly ? "\(expression.text) sessions_only" : expression.text
        case .session(let trigger): trigger.text
        case .after(let jobs): "after: \(jobs.joined(separator: ", "))"
        case .off: "off"
        }
    }

    /// The first firing after an instant; nil for a job that waits for another one, that is off, or beyond the calendar.
    public func next(after instant: UTCInstant, calendar: ExchangeCalendar) -> UTCInstant? {
        switch self {
        case .cron(let expression, sessionsOnly: false): expression.next(after: instant)
        case .cron(let expression, sessionsOnly: true):
            expression.next(after: instant) { day in (try? calendar.session(on: day)) ?? nil != nil }
        case .session(let trigger): trigger.next(after: instant, calendar: calendar)
        case .after, .off: nil
        }
    }

    /// The firings after one instant and up to another, as the last of them and their number; nil for none.
    ///
    /// After a downtime a job runs once for all of them.
    public func missed(
        after start: UTCInstant,
        through end: UTCInstant,
        calendar: ExchangeCalendar
    )
        -> (last: UTCInstant, count: Int)?
    {
        var result: (last: UTCInstant, count: Int)?
        var position = start
        while let next = next(after: position, calendar: calendar), next <= end {
            result = (next, (result?.count ?? 0) + 1)
            position = next
        }
        return result
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0) || $0 == 95 || $0 == 45 }
    }
}

/// A schedule that cannot be read.
public enum ScheduleError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The expression has not five fields.
    case fieldCount(text: String, fields: Int)
    /// A field has a value that it does not accept.
    case field(name: String, value: String, accepted: String)
    /// No day ever matches, as the 30th of February.
    case never(text: String)
    /// The text is neither a cron expression nor one of the other forms.
    case form(text: String)
    /// A job follows one that there is not, or itself.
    case unknownPredecessor(job: String, predecessor: String, accepted: [String])
    /// Jobs that wait for one another.
    case circle([String])

    /// What is accepted, in words.
    public static let accepted =
        "five cron fields (minute hour day month weekday, with sessions_only behind them or not), "
        + "after_close+90m, before_open-30m, 'after: JOB' or off"

    /// The thing, the value and what is accepted.
    public var description: String {
        switch self {
        case .fieldCount(let text, let fields):
            "the schedule '\(text)' has \(fields) fields; accepted are \(Self.accepted)"
        case .field(let name, let value, let accepted):
            "the field \(name) of the schedule is '\(value)'; accepted are \(accepted)"
        case .never(let text):
            "the schedule '\(text)' names a day that no year has; accepted are days that exist"
        case .form(let text): "the schedule is '\(text)'; accepted are \(Self.accepted)"
        case .unknownPredecessor(let job, let predecessor, let accepted):
            "the job \(job) is scheduled after '\(predecessor)'; accepted are "
                + accepted.joined(separator: ", ")
        case .circle(let jobs):
            "the jobs \(jobs.joined(separator: ", ")) wait for one another; one of them needs times of its own"
        }
    }
}

import JSONText
import Market
import Storage

extension RunRecord {
    /// Seconds that the run took; nil while nobody knows.
    var seconds: Double? {
        finishedAt.map { Double($0.secondsSinceEpoch - startedAt.secondsSinceEpoch) }
    }

    /// The seconds as text; the ledger keeps whole seconds.
    var durationText: String {
        guard let seconds else { return Format.missing }
        return seconds < 1 ? "< 1 s" : Format.wholeSeconds(Int(seconds))
    }

    /// Writes the members of the record.
    func writeMembers(to json: inout JSONWriter) {
        json.member("run", id)
        json.member("job", job)
        json.member("arguments", arguments)
        json.member("status", status.rawValue)
        json.member("started_at", startedAt.iso8601)
        json.member("finished_at", finishedAt?.iso8601)
        json.member("process", process)
        json.member("message", message)
    }
}

extension RunStatus {
    /// The status in words.
    var text: String { rawValue.replacing("_", with: " ") }
}

extension UTCInstant {
    /// The instant without seconds: `2024-01-31 21:05`.
    var minuteText: String { "\(utcDay) \(iso8601.dropFirst(11).prefix(5))" }
}

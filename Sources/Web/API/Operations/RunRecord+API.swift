import JSONText
import Market
import Storage

extension RunRecord {
    /// Writes a line of the run ledger.
    func writeMembers(to json: inout JSONWriter) {
        json.member("run_id", id)
        json.member("job", job)
        json.member("arguments", arguments)
        json.member("process", process)
        json.member("run_status", status.rawValue)
        json.member("started_at", startedAt.iso8601)
        json.member("finished_at", finishedAt?.iso8601)
        json.member("message", message)
    }
}

extension RunCount {
    /// Writes the count as an object.
    func writeMembers(to json: inout JSONWriter) {
        json.member("family", family.isEmpty ? nil : family)
        json.member("horizon", horizon.isEmpty ? nil : horizon)
        json.member("outcome", outcome)
        json.member("n", n)
    }
}

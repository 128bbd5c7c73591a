import JSONText
import Market
import Outcomes
import Storage

extension LabelHistory {
    /// Writes the labels of each horizon.
    func writeMembers(to json: inout JSONWriter) {
        json.member("event_id", eventID)
        json.member("as_of", asOf?.iso8601)
        json.member("horizons", objects: horizons) { $0.writeMembers(to: &$1) }
    }
}

extension HorizonLabels {
    /// Writes what was known at one horizon.
    func writeMembers(to json: inout JSONWriter) {
        json.member("horizon", horizon.code)
        switch state {
        case .labelled(let label):
            json.member("status", "labelled")
            json.member("recorded_at", label.recordedAt.iso8601)
            json.member("label", object: label.writeMembers)
        case .skipped(let reason, let recordedAt):
            json.member("status", reason.rawValue)
            json.member("recorded_at", recordedAt.iso8601)
            json.member("label", String?.none)
        case .nothingRecorded:
            json.member("status", "nothing_recorded")
            json.member("recorded_at", String?.none)
            json.member("label", String?.none)
        }
        json.member("revisions", objects: revisions) { $0.writeMembers(to: &$1) }
    }
}

extension LabelRecord {
    /// Writes a label with its provenance.
    func writeMembers(to json: inout JSONWriter) {
        json.member("abnormal_return", number: abnormalReturn)
        json.member("stock_return", number: stockReturn)
        json.member("benchmark_return", number: benchmarkReturn)
        json.member("label_direction", direction)
        json.member("label_magnitude", number: magnitude)
        json.member("realized_impact", number: realizedImpact)
        json.member("base_session", baseSession.iso8601)
        json.member("outcome_session", outcomeSession.iso8601)
        json.member("benchmark", benchmark)
        json.member("price_vintage", priceVintage)
        json.member("label_version", labelVersion)
        json.member("trained_version", trainedVersion)
        json.member("recorded_at", recordedAt.iso8601)
        json.member("superseded_at", supersededAt?.iso8601)
    }
}

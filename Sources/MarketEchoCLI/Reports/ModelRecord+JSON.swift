import JSONText
import Market
import Models

extension ModelRecord {
    /// The heads that passed the gate, in words.
    var headText: String {
        usableHeads.isEmpty ? "none" : usableHeads.sorted().map(\.rawValue).joined(separator: ", ")
    }

    /// Writes the members of the registry's row.
    func writeMembers(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("family", cell.familyName)
        json.member("horizon", cell.horizon.code)
        json.member("version", version.text)
        json.member("status", status.rawValue)
        json.member("samples", sampleCount)
        json.member("companies", companyCount)
        json.member("evidence", evidence.rawValue)
        json.member("weight", number: weight)
        json.member("usable_heads", usableHeads.sorted().map(\.rawValue))
        json.member("training_cutoff", trainingCutOff.iso8601)
        json.member("feature_set_version", featureSetVersion)
        json.member("label_version", labelVersion)
        json.member("data_hash", dataHash)
        json.member("configuration_fingerprint", configurationFingerprint)
        json.member("seed", seed)
        json.member("sha256", sha256)
    }
}

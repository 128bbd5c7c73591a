import JSONText
import Market
import Models

extension ModelRecord {
    /// Writes the members of the registry's line.
    func writeLine(to json: inout JSONWriter) {
        json.member("model_id", id)
        json.member("name", cell.modelName)
        json.member("family", cell.familyName)
        json.member("horizon", cell.horizon.code)
        json.member("version", version.text)
        json.member("model_status", status.rawValue)
        json.member("evidence", evidence.rawValue)
        json.member("samples", sampleCount)
        json.member("companies", companyCount)
        json.member("weight", number: weight, digits: 6)
        json.member("usable_heads", usableHeads.sorted().map(\.rawValue))
        json.member("gate_passed", evaluation.decision.passed)
        json.member("gate_reason", evaluation.decision.reason)
        json.member("training_cutoff", trainingCutOff.iso8601)
        json.member("feature_set_version", featureSetVersion)
        json.member("label_version", labelVersion)
        json.member("status_since", history.last?.at.iso8601)
        json.member("status_reason", history.last?.reason)
    }

    /// Writes the members of the model card behind those of the line.
    func writeCard(to json: inout JSONWriter) {
        json.member("sha256", sha256)
        json.member("data_hash", dataHash)
        json.member("configuration_fingerprint", configurationFingerprint)
        json.member("seed", seed)
        json.member("magnitude_status", evaluation.magnitudeStatus.rawValue)
        json.member("direction_status", evaluation.directionStatus.rawValue)
        json.member("comparisons", evaluation.comparisons)
        json.member(
            "gate",
            object: { json in
                json.member("passed", evaluation.decision.passed)
                json.member("reason", evaluation.decision.reason)
                for head in [evaluation.decision.magnitude, evaluation.decision.direction] {
                    json.member(head.head.rawValue, object: head.writeMembers)
                }
            }
        )
        json.member("walk_forward", evaluation.walkForward.map(SampleFiguresDocument.init))
        json.member("lock_box", evaluation.lockBox.map(SampleFiguresDocument.init))
        json.member("folds", evaluation.folds.map(FoldDocument.init))
        json.member("canaries", evaluation.canaries.map(CanaryDocument.init))
        json.member("history", history.map(StatusChangeDocument.init))
    }
}

/// One step in a model's life as JSON.
private struct StatusChangeDocument: JSONWritable {
    let change: StatusChange

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("model_status", change.status.rawValue)
            json.member("reason", change.reason)
            json.member("at", change.at.iso8601)
        }
    }
}

/// Sizes of one fold as JSON.
private struct FoldDocument: JSONWritable {
    let fold: FoldFigures

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("kind", fold.kind.rawValue)
            json.member("fold", fold.index)
            json.member("training_rows", fold.trainingRows)
            json.member("test_rows", fold.testRows)
            json.member("purged_rows", fold.purged)
            json.member(
                "test_start",
                ExchangeCalendar.xnys.day(ofSession: fold.testStartSession).iso8601
            )
            json.member("magnitude_trees", fold.magnitudeRounds)
            json.member("direction_trees", fold.directionRounds)
        }
    }
}

/// What a canary did, as JSON.
private struct CanaryDocument: JSONWritable {
    let result: CanaryResult

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("canary", result.canary.rawValue)
            json.member("head", result.head.rawValue)
            json.member("passed", result.passed)
            json.member("skill", number: result.skill, digits: 6)
            json.member("p_value", number: result.pValue, digits: 6)
            json.member("text", result.text)
        }
    }
}

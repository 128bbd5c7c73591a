import Events
public import JSONText
import Market
import Models
import Scores

extension MonitoringReport: JSONWritable {
    /// Writes the report as an object; shares are fractions unless a name says `percent`, each figure has its unit.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            writeMembers(to: &json)
            json.member("disclaimer", Wording.disclaimer)
        }
    }

    /// Writes the report's members, without the disclaimer, into an object that adds it.
    public func writeMembers(to json: inout JSONWriter) {
        json.member("section", Wording.monitoringTitle)
        json.member("mark", Wording.internalDiagnostic)
        json.member("generated_at", generatedAt.iso8601)
        json.member("data_as_of", dataAsOf?.iso8601)
        json.member("benchmark", benchmark)
        json.member("labelled_events", labelled.events)
        json.member("labelled_outcomes", totalOutcomes)
        json.member("companies", labelled.companies)
        json.member("event_days", labelled.days)
        json.member("high_confidence_adjustment_points", number: highConfidenceAdjustment, digits: 6)
        json.member("validation_certificate", certificate)
        json.member("families", families)
        json.member("cells", cells)
        json.member("notice", Wording.metricsNotice)
    }
}

extension FamilyReport: JSONWritable {
    /// Writes the family as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("family", family.rawValue)
            json.member("labelled_events", labelled.events)
            json.member("companies", labelled.companies)
            json.member("event_days", labelled.days)
            json.member("status", health.badge.rawValue)
            json.member("status_reason", health.reason)
            json.member("by_horizon", byHorizon)
        }
    }
}

extension LabelledCount: JSONWritable {
    /// Writes the count as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("horizon", horizon?.code)
            json.member("labelled_events", events)
            json.member("companies", companies)
            json.member("event_days", days)
        }
    }
}

extension ValidationStanding: JSONWritable {
    /// Writes the standing as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("issued_at", issuedAt.iso8601)
            json.member("engine_version", engineVersion)
            json.member("seed", seed)
            json.member("is_valid", isValid)
            json.member("text", text)
        }
    }
}

extension CellReport: JSONWritable {
    /// Writes the slot as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("cell", cell.key)
            json.member("family", cell.familyName)
            json.member("horizon", cell.horizon.code)
            json.member("labelled_events", labelled.events)
            json.member("companies", labelled.companies)
            json.member("event_days", labelled.days)
            json.member("status", health.badge.rawValue)
            json.member("status_reasons", health.reasons)
            if let model {
                json.member("model", object: { json in Self.write(model, to: &json) })
            } else {
                json.member("model", String?.none)
            }
            json.member("samples", samples)
        }
    }

    private static func write(_ model: ModelRecord, to json: inout JSONWriter) {
        json.member("id", model.id)
        json.member("version", model.version.text)
        json.member("status", model.status.rawValue)
        json.member("evidence", model.evidence.rawValue)
        json.member("training_cut_off", model.trainingCutOff.iso8601)
        json.member("weight", number: model.weight, digits: 6)
        json.member("usable_heads", model.usableHeads.sorted().map(\.rawValue))
        json.member("gate_passed", model.evaluation.decision.passed)
        json.member("gate_reason", model.evaluation.decision.reason)
        json.member("magnitude_status", model.evaluation.magnitudeStatus.rawValue)
        json.member("direction_status", model.evaluation.directionStatus.rawValue)
    }
}

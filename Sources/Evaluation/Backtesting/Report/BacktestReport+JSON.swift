import Events
public import JSONText
import Market
import Models
import Outcomes
import Scores

extension BacktestReport: JSONWritable {
    /// Writes the report as an object; shares are fractions, impacts points, each figure has its unit.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            writeHead(to: &json)
            json.member("summary", summary)
            json.member("coverage", coverage)
            json.member("accuracy", accuracyTables)
            json.member("accuracy_over_time", overTime)
            json.member("skill_map", skillMap)
            json.member("lift", lift)
            json.member("funnel", funnel)
            json.member("model_timeline", timeline)
            json.member("return_curves", returnCurves)
            json.member("notice", Wording.metricsNotice)
            json.member("disclaimer", Wording.disclaimer)
        }
    }

    /// Writes what stands at the head of every part of the report, as members of an object.
    public func writeHead(to json: inout JSONWriter) {
        json.member("generated_at", generatedAt.iso8601)
        json.member("data_as_of", dataAsOf?.iso8601)
        json.member("benchmark", benchmark)
        json.member("labelled_events", labelled.events)
        json.member("labelled_outcomes", totalOutcomes)
        json.member("companies", labelled.companies)
        json.member("event_days", labelled.days)
        json.member("high_confidence_adjustment_points", number: highConfidenceAdjustment, digits: 6)
        json.member("resamples", resamples)
        json.member("seed", Int64(truncatingIfNeeded: seed))
    }
}

extension BacktestSummaryRow: JSONWritable {
    /// Writes the row as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("cell", cell.key)
            json.member("family", cell.familyName)
            json.member("horizon", cell.horizon.code)
            json.member("kind", kind.rawValue)
            json.member("model_id", modelID)
            json.member("model_version", modelVersion)
            json.member("model_status", modelStatus?.rawValue)
            json.member("n", n)
            json.member("companies", companies)
            json.member("event_days", days)
            json.member("accuracy", accuracy)
            json.member("high_confidence_accuracy", highConfidenceAccuracy)
            json.member("mean_absolute_error", impactError)
            json.member("base_score_error", number: baseScoreError, digits: 6)
            json.member("item_group_median_error", number: itemGroupError, digits: 6)
            json.member("rank_correlation", rankCorrelation)
            json.member("interval_80_coverage", rangeCoverage)
            json.member("gate_passed", gatePassed)
            json.member("gate_reason", gateReason)
            json.member("status", health.badge.rawValue)
            json.member("status_reason", health.reason)
        }
    }
}

extension SlotTimeline: JSONWritable {
    /// Writes the slot as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("cell", cell.key)
            json.member("models", models)
        }
    }
}

extension ModelLife: JSONWritable {
    /// Writes the model as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("model_id", modelID)
            json.member("version", version)
            json.member(
                "changes",
                array: { json in
                    for change in changes {
                        json.object { json in
                            json.member("status", change.status.rawValue)
                            json.member("at", change.at.iso8601)
                            json.member("reason", change.reason)
                        }
                    }
                }
            )
            json.member(
                "champion",
                array: { json in
                    for reign in reigns {
                        json.object { json in
                            json.member("from", reign.from.iso8601)
                            json.member("until", reign.until?.iso8601)
                        }
                    }
                }
            )
        }
    }
}

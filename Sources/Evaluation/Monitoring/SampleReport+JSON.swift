public import JSONText
import Models
import Statistics

extension SampleReport: JSONWritable {
    /// Writes the sample as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("kind", kind.rawValue)
            json.member("n", n)
            json.member("companies", companies)
            json.member("event_days", days)
            json.member("direction", direction)
            json.member("impact", impact)
            json.member("interval_80", range)
            json.member("calibration", calibration)
        }
    }
}

extension DirectionReport: JSONWritable {
    /// Writes the report as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("accuracy", accuracy)
            json.member("balanced_accuracy", balancedAccuracy)
            json.member("brier", brier)
            json.member("log_score", logScore)
            json.member("area_under_curve", areaUnderCurve)
            json.member("high_confidence_accuracy", highConfidenceAccuracy)
            json.member("confidence_bands", bands)
        }
    }
}

extension ConfidenceBand: JSONWritable {
    /// Writes the band as an object; its name is in percent, its numbers are fractions.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("band_percent", name)
            json.member("mean_confidence", number: meanConfidence, digits: 6)
            json.member("accuracy", accuracy)
        }
    }
}

extension ImpactReport: JSONWritable {
    /// Writes the report as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("mean_absolute_error", errorPoints)
            json.member("mean_absolute_move_error", errorPercentagePoints)
            json.member("adjusted_score_error", adjustedScoreErrorPoints)
            json.member("bias", biasPoints)
            json.member("rank_correlation", rankCorrelation)
            json.member("buckets", buckets)
        }
    }
}

extension ImpactBucket: JSONWritable {
    /// Writes the bucket as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("bucket", name)
            json.member("n", n)
            json.member("predicted_impact", predictedImpact)
            json.member("realized_impact", realizedImpact)
            json.member("absolute_move", absoluteMove)
        }
    }
}

extension RangeReport: JSONWritable {
    /// Writes the report as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("coverage", coverage)
            json.member("width", widthPercentagePoints)
        }
    }
}

extension CalibrationReport: JSONWritable {
    /// Writes the report as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("n", n)
            json.member("verdict", verdict.rawValue)
            json.member("text", text)
            json.member("expected_calibration_error", number: error?.error, digits: 6)
            json.member("expected_calibration_error_when_perfect", number: error?.nullMean, digits: 6)
            json.member("expected_calibration_error_95_when_perfect", number: error?.nullUpper, digits: 6)
            json.member("slope", number: recalibration?.slope, digits: 6)
            json.member("intercept", number: recalibration?.intercept, digits: 6)
            json.member("test_p_value", number: test?.pValue, digits: 6)
            json.member(
                "bins",
                array: { json in
                    for bin in bins {
                        json.object { json in
                            json.member("lower_edge", number: bin.lowerEdge, digits: 6)
                            json.member("upper_edge", number: bin.upperEdge, digits: 6)
                            json.member("n", bin.n)
                            json.member("mean_probability", number: bin.meanPredicted, digits: 6)
                            json.member("observed_frequency", number: bin.observedFrequency, digits: 6)
                            json.member("interval_lower", number: bin.interval.lower, digits: 6)
                            json.member("interval_upper", number: bin.interval.upper, digits: 6)
                        }
                    }
                }
            )
        }
    }
}

public import JSONText
public import Outcomes
import Scores
import Statistics

extension EventStudyReport: JSONWritable {
    /// Writes the report as an object; returns are fractions.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("window", window.notation)
            json.member("model", model.rawValue)
            json.member("confidence", number: confidence, digits: 6)
            json.member("groups", rows)
            json.member("disclaimer", Wording.disclaimer)
        }
    }
}

extension EventStudyReport.Row: JSONWritable {
    /// Writes the group as an object; a test that the data do not define is null.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("group", group)
            json.member("n", n)
            json.member("companies", companies)
            json.member("event_days", days)
            json.member("without_prices", exclusions.noSeries)
            json.member("without_estimation", exclusions.noEstimation)
            json.member("with_missing_return", exclusions.missingReturn)
            json.member("mean_cumulative_abnormal_return", number: mean, digits: 8)
            json.member("lower", number: band?.lower, digits: 8)
            json.member("upper", number: band?.upper, digits: 8)
            json.member("mean_residual_correlation", number: tests.meanCorrelation, digits: 8)
            json.member("tests", object: writeTests)
            json.member("adjusted_p_holm", number: holm, digits: 8)
        }
    }

    private func writeTests(to json: inout JSONWriter) {
        let results = [
            ("cross_sectional_t", tests.crossSectional), ("patell_z", tests.patell),
            ("boehmer_musumeci_poulsen", tests.standardized), ("kolari_pynnonen", tests.adjusted),
            ("corrado_rank", tests.rank), ("generalized_sign", tests.sign),
        ]
        for (name, result) in results {
            json.member(
                name,
                object: { json in
                    json.member("statistic", number: result?.statistic, digits: 8)
                    json.member("p", number: result?.pValue, digits: 8)
                }
            )
        }
    }
}

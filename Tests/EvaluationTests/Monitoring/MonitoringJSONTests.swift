import Evaluation
import Foundation
import JSONText
import Models
import Testing

/// The shape of the JSON, member by member: pages and programs rely on it.
@Suite
struct MonitoringJSONTests {
    private func object(_ value: some JSONWritable) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(JSONWriter.text(value).utf8)) as? [String: Any]
        )
    }

    private func sample() throws -> SampleReport { try #require(try Graded.sample(Graded.world())) }

    @Test
    func aFigureWritesAllItsEvidence() throws {
        let figure = try #require(try sample().direction).accuracy
        let written = try object(figure)
        #expect(
            written.keys.sorted() == [
                "baselines", "companies", "confidence", "days", "interval", "interval_clustered_by", "key",
                "kind",
                "minimum_detectable_effect", "n", "unit", "value",
            ]
        )
        let baselines = try #require(written["baselines"] as? [[String: Any]])
        #expect(baselines.map { $0["name"] as? String } == ["majority_class", "rule_direction"])
        #expect(baselines.allSatisfy { $0.keys.sorted() == ["n", "name", "value"] })
    }

    @Test
    func whatDoesNotExistIsNull() throws {
        let bucket = try #require(try Graded.sample([Graded.row(0, impact: 50)])?.impact?.buckets.first)
        let written = try object(bucket.predictedImpact)
        #expect(written["value"] is NSNull && written["interval"] is NSNull)
        #expect(written["interval_clustered_by"] is NSNull && written["n"] as? Int == 0)
    }

    @Test
    func aSampleHasItsSections() throws {
        let written = try object(try sample())
        #expect(
            written.keys.sorted() == [
                "calibration", "companies", "direction", "event_days", "impact", "interval_80", "kind", "n",
            ]
        )
        let impact = try #require(written["impact"] as? [String: Any])
        #expect(
            impact.keys.sorted() == [
                "adjusted_score_error", "bias", "buckets", "mean_absolute_error", "mean_absolute_move_error",
                "rank_correlation",
            ]
        )
        let buckets = try #require(impact["buckets"] as? [[String: Any]])
        #expect(
            buckets.map { $0["bucket"] as? String } == ["0-40", "40-50", "50-60", "60-70", "70-80", "80-100"]
        )
        let direction = try #require(written["direction"] as? [String: Any])
        let bands = try #require(direction["confidence_bands"] as? [[String: Any]])
        #expect(bands.map { $0["band_percent"] as? String } == ["50-55", "55-60", "60-70", "70-80", "80+"])
        let calibration = try #require(written["calibration"] as? [String: Any])
        #expect(calibration["verdict"] as? String == "not_rejected")
        let bins = try #require(calibration["bins"] as? [[String: Any]])
        #expect(bins.allSatisfy { $0.keys.count == 7 })
    }

    @Test
    func absentHeadsAreNull() throws {
        let rows = (0..<20).map { Graded.row($0, ticker: "T\($0 % 4)", impact: nil, up: nil, range: nil) }
        let written = try object(try #require(try Graded.sample(rows)))
        for section in ["direction", "impact", "interval_80", "calibration"] {
            #expect(written[section] is NSNull, "\(section)")
        }
        #expect(written["n"] as? Int == 20)
    }

    @Test
    func aCertificateIsWritten() throws {
        let report = try MonitoringReport(
            Graded.input(Graded.world(events: 60), certificate: Records.certificate()),
            settings: Graded.quick
        )
        let written = try object(report)
        let certificate = try #require(written["validation_certificate"] as? [String: Any])
        #expect(certificate["is_valid"] as? Bool == true)
        #expect(certificate["issued_at"] as? String == "2023-07-22T04:26:40Z")
        #expect(written["disclaimer"] as? String != nil)
        let without = try object(
            try MonitoringReport(Graded.input(Graded.world(events: 60)), settings: Graded.quick)
        )
        #expect(without["validation_certificate"] is NSNull)
    }
}

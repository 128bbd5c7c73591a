import JSONText
import Models

/// Plain figures of a sample as JSON.
struct FiguresJSON: JSONWritable {
    let figures: SampleFigures

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("events", figures.events)
            json.member("companies", figures.companies)
            json.member("days", figures.days)
            json.member("impact_events", figures.impactEvents)
            json.member("impact_error", number: figures.impactError)
            json.member("base_score_error", number: figures.baseScoreError)
            json.member("item_group_error", number: figures.itemGroupError)
            json.member("direction_events", figures.directionEvents)
            json.member("direction_accuracy", number: figures.directionAccuracy)
            json.member("majority_accuracy", number: figures.majorityAccuracy)
            json.member("brier", number: figures.brier)
            json.member("base_rate_brier", number: figures.baseRateBrier)
            json.member("interval_events", figures.intervalEvents)
            json.member("interval_coverage", number: figures.intervalCoverage)
            json.member("interval_width", number: figures.intervalWidth)
        }
    }
}

import JSONText
import Pipeline
import Scores

/// What a scoring run did.
struct ScorePresentation: Presentation {
    let report: ScoreReport

    func print(to results: ResultPrinter) throws {
        var table = TextTable([.text("scores by event and horizon"), .number("count")])
        table.add([Wording.adjustedScoreLabel, Format.count(report.adjusted)])
        for reason in NotAppliedReason.allCases {
            guard let count = report.notApplied[reason] else { continue }
            table.add([reason.text, Format.count(count)])
        }
        try results.print(table)
        try results.print()
        let isNothing = report.changes == 0
        try results.print(
            sentence: (isNothing ? "Nothing to do: " : "")
                + "\(Words.count(report.events, "event")) looked at, "
                + "\(Words.count(report.written, "prediction")) and "
                + "\(Words.count(report.baseScoresWritten, "base score")) written."
        )
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("events", report.events)
            json.member("predictions_written", report.written)
            json.member("base_scores_written", report.baseScoresWritten)
            json.member("adjusted", report.adjusted)
            json.member(
                "not_applied",
                object: { json in
                    for reason in NotAppliedReason.allCases {
                        if let count = report.notApplied[reason] { json.member(reason.rawValue, count) }
                    }
                }
            )
        }
    }
}

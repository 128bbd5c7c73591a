import JSONText
import Market
import Models

/// One model in full.
struct ModelPresentation: Presentation {
    let model: ModelRecord

    func print(to results: ResultPrinter) throws {
        try results.print(title: model.id)
        try results.print(facts: facts)
        try GateTables([(model.cell, model.evaluation.decision)]).print(to: results)
        try results.print()
        try results.print(title: "Out of sample")
        try results.print(figureTable)
        try results.print()
        try results.print(title: "History")
        var table = TextTable([.text("time (UTC)"), .text("status"), .prose("reason")])
        for change in model.history {
            table.add([change.at.minuteText, change.status.rawValue, change.reason])
        }
        try results.print(table)
    }

    private var facts: [(name: String, value: String)] {
        [
            ("status", model.status.rawValue), ("gate", model.evaluation.decision.reason),
            ("heads in use", model.headText), ("weight", Format.decimal(model.weight, digits: 2)),
            (
                "evidence",
                "\(model.evidence.rawValue): \(Words.count(model.sampleCount, "labelled event")), "
                    + Words.count(model.companyCount, "company", "companies")
            ),
            ("trained to", model.trainingCutOff.iso8601), ("features", model.featureSetVersion),
            ("labels", model.labelVersion), ("seed", "\(model.seed)"), ("data", model.dataHash),
            ("SHA-256", model.sha256),
        ]
    }

    private var figureTable: TextTable {
        let samples = [
            ("walk-forward", model.evaluation.walkForward), ("lock-box", model.evaluation.lockBox),
        ]
        var table = TextTable([.text("figure")] + samples.map { .number($0.0) })
        func add(_ name: String, _ value: (SampleFigures) -> String) {
            table.add([name] + samples.map { $0.1.map(value) ?? Format.missing })
        }
        add("events") { Format.count($0.events) }
        add("companies") { Format.count($0.companies) }
        add("days") { Format.count($0.days) }
        add("impact error, points") { Format.decimal($0.impactError, digits: 2) }
        add("  of the base score") { Format.decimal($0.baseScoreError, digits: 2) }
        add("  of the item group's median") { Format.decimal($0.itemGroupError, digits: 2) }
        add("direction right, %") { Format.percentage($0.directionAccuracy, n: $0.directionEvents) }
        add("  of the majority, %") { Format.percentage($0.majorityAccuracy, n: $0.directionEvents) }
        add("Brier score") { Format.decimal($0.brier, digits: 4) }
        add("  of the base rate") { Format.decimal($0.baseRateBrier, digits: 4) }
        add("inside the 80 % range, %") { Format.percentage($0.intervalCoverage, n: $0.intervalEvents) }
        return table
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            model.writeMembers(to: &json)
            json.member("gate", DecisionJSON(decision: model.evaluation.decision))
            json.member("walk_forward", model.evaluation.walkForward.map(FiguresJSON.init))
            json.member("lock_box", model.evaluation.lockBox.map(FiguresJSON.init))
            json.member(
                "history",
                array: { json in
                    for change in model.history {
                        json.object { json in
                            json.member("at", change.at.iso8601)
                            json.member("status", change.status.rawValue)
                            json.member("reason", change.reason)
                        }
                    }
                }
            )
        }
    }
}

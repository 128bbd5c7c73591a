import JSONText
import Market
import Models

/// The registry, or the champions of a day.
struct ModelListPresentation: Presentation {
    let models: [ModelRecord]
    /// The day of which the champions are shown; nil for the whole registry.
    let day: TradingDay?

    func print(to results: ResultPrinter) throws {
        if let day { try results.print(title: "Champions at the end of \(day) (UTC)") }
        guard !models.isEmpty else {
            try results.print(
                day == nil ? "The registry is empty; see 'market-echo train'." : "There was none."
            )
            return
        }
        var table = TextTable([
            .text("model"), .text("status"), .number("events"), .text("trained to"), .number("weight"),
            .text("heads"),
        ])
        for model in models.sorted(by: { ($0.cell, $0.version) < ($1.cell, $1.version) }) {
            table.add([
                model.id, day == nil ? model.status.rawValue : ModelStatus.champion.rawValue,
                Format.count(model.sampleCount), model.trainingCutOff.iso8601,
                Format.decimal(model.weight, digits: 2), model.headText,
            ])
        }
        try results.print(table)
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("day", day?.iso8601)
            json.member(
                "models",
                array: { json in for model in models { json.object { model.writeMembers(to: &$0) } } }
            )
        }
    }
}

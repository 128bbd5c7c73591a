import JSONText
import Models

/// Models whose status changed.
struct StatusChangePresentation: Presentation {
    let changed: [ModelRecord]

    func print(to results: ResultPrinter) throws {
        for model in changed {
            let reason = model.history.last.map { ": \($0.reason)" } ?? ""
            try results.print(sentence: "\(model.id) is \(model.status.rawValue) now\(reason)")
        }
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member(
                "changed",
                array: { json in for model in changed { json.object { model.writeMembers(to: &$0) } } }
            )
        }
    }
}

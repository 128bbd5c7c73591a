import JSONText

/// The findings of a health check, as a table and as JSON.
struct DoctorPresentation: Presentation {
    let findings: [Finding]

    /// Findings that need repair.
    var broken: Int { findings.count { $0.level == .broken } }

    func print(to results: ResultPrinter) throws {
        var table = TextTable([.text("state"), .text("check"), .prose("finding")])
        for finding in findings { table.add([finding.level.rawValue, finding.subject, finding.text]) }
        try results.print(title: "\(MarketEcho.name) \(MarketEcho.version)")
        try results.print(table)
        try results.print()
        let advice = findings.count { $0.level == .advice }
        switch (broken, advice) {
        case (0, 0): try results.print("Everything works.")
        case (0, _):
            try results.print("Everything works; \(Words.count(advice, "advice", "pieces of advice")).")
        default:
            try results.print(
                "\(Words.count(broken, "check")) failed; each says above what to do."
            )
        }
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("version", MarketEcho.version)
            json.member("broken", broken)
            json.member(
                "findings",
                array: { json in
                    for finding in findings {
                        json.object { json in
                            json.member("state", finding.level.rawValue)
                            json.member("check", finding.subject)
                            json.member("finding", finding.text)
                        }
                    }
                }
            )
        }
    }
}

import Market
import Storage

/// Looks at the database: whether it is there, whole, and holds what labels need.
enum DatabaseCheck {
    /// The findings, and what was found in a readable database.
    static func findings(
        _ session: Session,
        calendar: ExchangeCalendar
    ) -> (findings: [Finding], facts: DatabaseFacts?) {
        do {
            let store = try session.openStore()
            let facts = try store.facts()
            let benchmark = try session.benchmark(of: store)
            let series = try store.read {
                try PriceStore($0).priceSeries(ofTicker: benchmark, calendar: calendar)
            }
            let latest = try? calendar.lastSession(closedBy: session.surroundings.now())
            let findings = [
                file(facts, path: store.path), contents(facts),
                prices(series, benchmark: benchmark, facts: facts, latest: latest, calendar: calendar),
            ]
            return (findings, facts)
        } catch StorageError.missing(let path) {
            return ([.advice("database", "\(StorageError.missing(path: path)).")], nil)
        } catch {
            return (
                [
                    .broken(
                        "database",
                        "\(ErrorText.line(error)). Name another file with --database, or move this one away."
                    )
                ], nil
            )
        }
    }

    static func file(_ facts: DatabaseFacts, path: String) -> Finding {
        if let problem = facts.problem {
            return .broken(
                "database",
                "\(path) is damaged: \(problem). Restore a copy, or import the data into a new file."
            )
        }
        return .fine("database", "\(path), schema \(facts.schema), SQLite \(facts.sqliteVersion)")
    }

    static func contents(_ facts: DatabaseFacts) -> Finding {
        let text = [
            Words.count(facts.events, "event"),
            Words.count(facts.priceSeries, "price series", "price series"),
            Words.count(facts.labels, "label"), Words.count(facts.models, "model"),
            Words.count(facts.predictions, "prediction"),
        ].joined(separator: ", ")
        if facts.events == 0 {
            return .advice("contents", "\(text). Read events with 'market-echo import events PATH'.")
        }
        if facts.labels == 0 {
            return .advice("contents", "\(text). Make labels with 'market-echo label-events'.")
        }
        return .fine("contents", text)
    }

    static func prices(
        _ series: PriceSeries?,
        benchmark: String,
        facts: DatabaseFacts,
        latest: Int?,
        calendar: ExchangeCalendar
    ) -> Finding {
        let remedy =
            "Read them with 'market-echo import prices PATH', or name another benchmark with --benchmark."
        guard let series else {
            let text = "No prices of \(benchmark) are stored. \(remedy)"
            return facts.events == 0 ? .advice("benchmark", text) : .broken("benchmark", text)
        }
        let last = series.endSession - 1
        let range = "\(calendar.day(ofSession: series.firstSession)) to \(calendar.day(ofSession: last))"
        let gaps = series.adjusted.count { $0.isNaN }
        let text = "\(benchmark), \(Words.count(series.adjusted.count - gaps, "close")) from \(range)"
        if gaps > 0 {
            return .advice(
                "benchmark",
                "\(text), \(Words.count(gaps, "session")) without a close. Labels that need one are skipped."
            )
        }
        if let latest, latest - last > 5 {
            let behind = Words.count(latest - last, "session")
            return .advice("benchmark", "\(text), \(behind) behind. Newer events have no label yet.")
        }
        return .fine("benchmark", text)
    }
}

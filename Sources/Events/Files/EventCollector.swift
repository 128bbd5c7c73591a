/// Gathers the events and problems of a file and tells repeated keys apart from conflicting ones.
struct EventCollector {
    private var result = ParsedEvents()
    private var places: [String: (index: Int, line: Int)] = [:]
    private var repeated = 0

    /// Takes an event; one that repeats an earlier row is dropped, one that contradicts it is a problem.
    mutating func take(_ event: MarketEvent, line: Int) {
        guard let earlier = places[event.eventID] else {
            places[event.eventID] = (result.events.count, line)
            result.events.append(event)
            return
        }
        if result.events[earlier.index] == event {
            repeated += 1
        } else {
            take(
                RowProblem(
                    line: line,
                    column: EventColumn.eventID.name,
                    value: event.eventID,
                    reason: "is already on line \(earlier.line) with other content"
                )
            )
        }
    }

    /// Takes a problem.
    mutating func take(_ problem: RowProblem) {
        result.problems.append(problem)
    }

    /// Takes the headings that are not read.
    mutating func takeUnread(_ headings: [String]) {
        guard !headings.isEmpty else { return }
        let names = headings.sorted().prefix(40).map { $0.isEmpty ? "(unnamed)" : $0 }
        let more = headings.count > names.count ? " and \(headings.count - names.count) more" : ""
        result.notes.append("columns that are not read: \(names.joined(separator: ", "))\(more)")
    }

    /// Takes the number of rows that lie after the present.
    mutating func takeLater(_ count: Int) {
        if count > 0 { takeNote("\(count) rows lie in the future and were left out") }
    }

    /// Takes a remark about the file as a whole.
    mutating func takeNote(_ note: String) {
        result.notes.append(note)
    }

    /// What was gathered.
    consuming func finish() -> ParsedEvents {
        if repeated > 0 {
            result.notes.append("\(repeated) rows repeat an earlier row word for word and were dropped")
        }
        return result
    }
}

/// One field of a cron expression: its range, its names and how its text is read.
struct CronField: Sendable {
    let name: String
    let range: ClosedRange<Int>
    /// Names for values, lower case, the first for the range's first value; empty for none.
    let names: [String]

    static let minute = CronField(name: "minute", range: 0...59, names: [])
    static let hour = CronField(name: "hour", range: 0...23, names: [])
    static let dayOfMonth = CronField(name: "day of month", range: 1...31, names: [])
    static let month = CronField(
        name: "month",
        range: 1...12,
        names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    )
    /// 0 and 7 are both Sunday.
    static let dayOfWeek = CronField(
        name: "day of week",
        range: 0...7,
        names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    )

    /// The accepted values in words.
    var accepted: String {
        let names = names.isEmpty ? "" : " or \(names.first ?? "")-\(names.last ?? "")"
        return
            "* or \(range.lowerBound)-\(range.upperBound)\(names), as lists (1,2), ranges (1-5) and steps (*/5)"
    }

    /// The set of values that a text means, one bit each.
    func values(of text: Substring) throws(ScheduleError) -> UInt64 {
        var bits: UInt64 = 0
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            bits |= try values(ofPart: part, in: text)
        }
        return bits
    }

    private func values(ofPart part: Substring, in text: Substring) throws(ScheduleError) -> UInt64 {
        let pieces = part.split(separator: "/", omittingEmptySubsequences: false)
        var step = 1
        if pieces.count == 2 {
            guard let value = number(pieces[1]), value >= 1, value <= range.upperBound else {
                throw error(text)
            }
            step = value
        }
        guard pieces.count <= 2, let base = pieces.first else { throw error(text) }
        var first = range.lowerBound
        var last = range.upperBound
        if base != "*" {
            let ends = base.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count <= 2, let start = ends.first.flatMap(value) else { throw error(text) }
            first = start
            if ends.count == 2 {
                guard let end = value(ends[1]), end >= start else { throw error(text) }
                last = end
            } else if pieces.count == 1 {
                last = start
            }
        }
        var bits: UInt64 = 0
        for value in stride(from: first, through: last, by: step) { bits |= 1 << UInt64(value) }
        return bits
    }

    private func value(_ text: Substring) -> Int? {
        if let position = names.firstIndex(of: text.lowercased()) { return range.lowerBound + position }
        guard let value = number(text), range.contains(value) else { return nil }
        return value
    }

    private func number(_ text: Substring) -> Int? {
        guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    private func error(_ text: Substring) -> ScheduleError {
        .field(name: name, value: String(text), accepted: accepted)
    }
}

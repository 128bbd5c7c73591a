/// First days of years or months along a time axis.
struct DayTicks: Sendable {
    /// A day with its label.
    struct Tick: Sendable, Hashable {
        let day: ChartDay
        let label: String
    }

    /// The ticks within the range, ascending; at most about `count`.
    let values: [Tick]

    init(from: ChartDay, to: ChartDay, atMost count: Int) {
        let months = Double(to.daysSinceEpoch - from.daysSinceEpoch) / 30.44
        let steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600]
        let step = steps.first { months / Double($0) <= Double(max(count, 1)) } ?? 1_200
        let start = from.civil.year * 12 + from.civil.month - 1
        var month = start - start % step
        var ticks: [Tick] = []
        while true {
            let day = ChartDay(year: 0, month: month + 1)
            if day > to { break }
            if day >= from { ticks.append(Tick(day: day, label: Self.label(month: month, step: step))) }
            month += step
        }
        values = ticks.isEmpty ? [Tick(day: from, label: from.text)] : ticks
    }

    private static func label(month: Int, step: Int) -> String {
        let year = "\(month / 12)"
        guard step < 12 else { return year }
        let name = names[month % 12]
        return month % 12 == 0 || step == 6 ? "\(name) \(year)" : name
    }

    private static let names = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

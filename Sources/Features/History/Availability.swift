import Events
import Market

/// When other events may count an event as known.
enum Availability {
    /// Seconds since the epoch from which the event counts as known to others: its own instant, or the last
    /// second of its New York day where only the day is known.
    static func seconds(of event: MarketEvent) -> Int64 {
        switch event.timePrecision {
        case .exact:
            return event.knownAt.secondsSinceEpoch
        case .day:
            let nextDay = NewYork.wallClock(of: event.knownAt).day.advanced(byDays: 1)
            return NewYork.instant(day: nextDay, secondOfDay: 0).secondsSinceEpoch - 1
        }
    }
}

/// Binary search in ascending numbers.
enum SortedSearch {
    /// How many elements lie below a value.
    static func countBelow<Value: Comparable>(_ value: Value, in sorted: [Value], range: Range<Int>) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low - range.lowerBound
    }

    /// How many elements lie below a value.
    static func countBelow<Value: Comparable>(_ value: Value, in sorted: [Value]) -> Int {
        countBelow(value, in: sorted, range: 0..<sorted.count)
    }
}

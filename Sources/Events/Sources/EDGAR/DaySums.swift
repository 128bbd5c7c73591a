import Market

/// Sums by day, for rows that mostly come in order of time.
struct DaySums {
    private var runs: [(day: TradingDay, sum: Double)] = []
    private var isSorted = true

    /// Adds to a day's sum.
    mutating func add(_ value: Double, on day: TradingDay) {
        if let last = runs.last, last.day == day {
            runs[runs.count - 1].sum += value
        } else {
            runs.append((day, value))
            isSorted = false
        }
    }

    /// The sums in order of the days.
    mutating func sorted() -> [(day: TradingDay, sum: Double)] {
        guard !isSorted else { return runs }
        runs.reverse()
        runs.sort { $0.day < $1.day }
        var merged: [(day: TradingDay, sum: Double)] = []
        merged.reserveCapacity(runs.count)
        for run in runs {
            if let last = merged.last, last.day == run.day {
                merged[merged.count - 1].sum += run.sum
            } else {
                merged.append(run)
            }
        }
        runs = merged
        isSorted = true
        return merged
    }

    /// The place of a day in `sorted()`; nil for one without a sum.
    func place(of day: TradingDay) -> Int? {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].day < day { low = middle + 1 } else { high = middle }
        }
        return low < runs.count && runs[low].day == day ? low : nil
    }
}

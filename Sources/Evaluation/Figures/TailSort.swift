import Statistics

/// Finds the two ends of a percentile interval without sorting all draws.
enum TailSort {
    /// The quantiles at `tail` and `1 - tail`, the same as of the sorted draws; nil without draws.
    ///
    /// The draws are reordered: those up to the lower end and those from the upper end on stand sorted afterwards.
    static func interval(_ draws: inout [Double], tail: Double) -> Interval? {
        let count = draws.count
        guard count > 0, tail >= 0, tail <= 0.5 else { return nil }
        let below = min(Int(Double(count - 1) * tail) + 2, count)
        let above = max(Int(Double(count - 1) * (1 - tail)), 0)
        if below < above {
            select(&draws, below, in: 0..<count)
            select(&draws, above, in: below..<count)
            draws[..<below].sort()
            draws[above...].sort()
        } else {
            draws.sort()
        }
        guard let lower = Quantile.ofSorted(draws, tail), let upper = Quantile.ofSorted(draws, 1 - tail)
        else {
            return nil
        }
        return Interval(lower: lower, upper: max(lower, upper))
    }

    /// Reorders a range so that no element before `position` is larger than any from it on (Hoare, "Find", 1961).
    private static func select(_ values: inout [Double], _ position: Int, in range: Range<Int>) {
        var low = range.lowerBound
        var high = range.upperBound - 1
        while low < high {
            let pivot = middle(values[low], values[low + (high - low) / 2], values[high])
            var left = low
            var right = high
            while left <= right {
                while values[left] < pivot { left += 1 }
                while pivot < values[right] { right -= 1 }
                guard left <= right else { break }
                values.swapAt(left, right)
                left += 1
                right -= 1
            }
            if right < position { low = left }
            if position < left { high = right }
        }
    }

    private static func middle(_ a: Double, _ b: Double, _ c: Double) -> Double {
        max(min(a, b), min(max(a, b), c))
    }
}

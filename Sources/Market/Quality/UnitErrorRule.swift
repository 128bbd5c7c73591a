import Foundation

/// Finds bars in another unit of the currency: about a hundred times the bars before and after them.
enum UnitErrorRule {
    /// How far the logarithm of a jump may lie from that of 100.
    static let tolerance = 0.25
    /// The same for the way back, which may fall together with news.
    static let toleranceBack = 0.7
    /// How many bars a run in the wrong unit may last; a longer one is a change of level.
    static let longestRun = 60

    /// Bars in the wrong unit, with the last bar before them and the first after them in the right one.
    struct Run {
        /// Indices of the bars.
        let bars: [Int]
        /// Index of the bar before.
        let before: Int
        /// Index of the bar after.
        let after: Int
        /// Whether the prices are a hundred times too large, not too small.
        let isTooLarge: Bool
    }

    /// Sets aside runs of bars that jump to a hundred times or a hundredth of the price and back.
    static func screen(_ screened: inout ScreenedBars) {
        for run in runs(in: screened) {
            let before = screened.bars[run.before]
            let after = screened.bars[run.after]
            for index in run.bars {
                screened.setAside(
                    index,
                    .unitError,
                    "close \(screened.bars[index].close) between \(before.close) on \(before.day) and "
                        + "\(after.close) on \(after.day)"
                )
            }
        }
    }

    /// The runs of usable bars that jump to a hundred times or a hundredth of the price and back.
    static func runs(in screened: ScreenedBars) -> [Run] {
        let usable = screened.bars.indices.filter { screened.isUsable($0) }
        var runs: [Run] = []
        var position = 1
        while position < usable.count {
            let before = screened.bars[usable[position - 1]]
            guard let direction = jump(before, screened.bars[usable[position]]),
                let back = wayBack(screened.bars, usable, from: position, direction: direction)
            else {
                position += 1
                continue
            }
            runs.append(
                Run(
                    bars: Array(usable[position..<back]),
                    before: usable[position - 1],
                    after: usable[back],
                    isTooLarge: direction > 0
                )
            )
            position = back + 1
        }
        return runs
    }

    /// +1 for a jump to about a hundred times, -1 to about a hundredth, nil for anything else.
    private static func jump(_ before: Bar, _ after: Bar, within tolerance: Double = tolerance) -> Int? {
        direction(after.close / before.close, within: tolerance)
            ?? direction(after.adjustedClose / before.adjustedClose, within: tolerance)
    }

    /// +1 for about a hundred, -1 for about a hundredth, nil for anything else.
    static func direction(_ ratio: Double, within tolerance: Double = tolerance) -> Int? {
        guard ratio > 40 || ratio < 0.025 else { return nil }
        let logarithm = log(ratio)
        guard abs(abs(logarithm) - log(100)) <= tolerance else { return nil }
        return logarithm > 0 ? 1 : -1
    }

    private static func wayBack(_ bars: [Bar], _ usable: [Int], from start: Int, direction: Int) -> Int? {
        let last = min(start + longestRun, usable.count - 1)
        guard start < last else { return nil }
        for position in (start + 1)...last
        where jump(bars[usable[position - 1]], bars[usable[position]], within: toleranceBack) == -direction {
            return position
        }
        return nil
    }
}

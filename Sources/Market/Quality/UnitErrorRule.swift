import Foundation

/// Finds bars in another unit of the currency: about a hundred times the bars before and after them.
enum UnitErrorRule {
    /// How far the logarithm of a jump may lie from that of 100.
    static let tolerance = 0.25
    /// How many bars a run in the wrong unit may last; a longer one is a change of level.
    static let longestRun = 60

    /// Sets aside runs of bars that jump to a hundred times or a hundredth of the price and back.
    static func screen(_ screened: inout ScreenedBars) {
        let usable = screened.bars.indices.filter { screened.isUsable($0) }
        var position = 1
        while position < usable.count {
            let before = screened.bars[usable[position - 1]]
            guard let direction = jump(before, screened.bars[usable[position]]),
                let back = wayBack(screened.bars, usable, from: position, direction: direction)
            else {
                position += 1
                continue
            }
            for index in usable[position..<back] {
                let close = screened.bars[index].close
                screened.setAside(
                    index,
                    .unitError,
                    "close \(close) between \(before.close) on \(before.day) and "
                        + "\(screened.bars[usable[back]].close) on \(screened.bars[usable[back]].day)"
                )
            }
            position = back + 1
        }
    }

    /// +1 for a jump to about a hundred times, -1 to about a hundredth, nil for anything else.
    private static func jump(_ before: Bar, _ after: Bar) -> Int? {
        direction(after.close / before.close) ?? direction(after.adjustedClose / before.adjustedClose)
    }

    private static func direction(_ ratio: Double) -> Int? {
        guard ratio > 50 || ratio < 0.02 else { return nil }
        let logarithm = log(ratio)
        guard abs(abs(logarithm) - log(100)) <= tolerance else { return nil }
        return logarithm > 0 ? 1 : -1
    }

    private static func wayBack(_ bars: [Bar], _ usable: [Int], from start: Int, direction: Int) -> Int? {
        let last = min(start + longestRun, usable.count - 1)
        guard start < last else { return nil }
        for position in (start + 1)...last
        where jump(bars[usable[position - 1]], bars[usable[position]]) == -direction {
            return position
        }
        return nil
    }
}

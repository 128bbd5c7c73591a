import Events

/// The earnings surprises of one ticker in the order in which they became known.
struct SurpriseRecord: Sendable {
    /// How many of the latest surprises the standard deviation is taken over.
    static let window = 12
    /// How many surprises with both figures a standard deviation needs.
    static let minimum = 4

    /// When each counts as known, seconds since the epoch, ascending.
    let times: [Int64]
    /// Position in the history of each.
    let events: [Int]
    /// Length of the run of equal signs that ends at each: positive for beats, negative for misses, 0 for a
    /// match.
    let runs: [Int]
    /// Actual minus estimate of each, per share; NaN where the source gives only a percentage.
    let differences: [Double]

    init(order: [Int], events: [EventInput], availableAt: [Int64]) {
        var times: [Int64] = []
        var positions: [Int] = []
        var runs: [Int] = []
        var differences: [Double] = []
        for position in order where events[position].event.family == .earnings {
            let figures = SurpriseFigures(events[position].event.facts)
            guard let sign = figures.sign else { continue }
            let previous = runs.last ?? 0
            runs.append(sign == 0 ? 0 : previous.signum() == sign ? previous + sign : sign)
            times.append(availableAt[position])
            positions.append(position)
            differences.append(figures.difference)
        }
        self.times = times
        self.events = positions
        self.runs = runs
        self.differences = differences
    }

    /// Standard deviation (n - 1) of the differences of the latest `window` surprises among the first
    /// `count`; NaN where fewer than `minimum` of them state both figures.
    func deviation(ofFirst count: Int) -> Double {
        var number = 0.0
        var sum = 0.0
        let range = max(0, count - Self.window)..<count
        for index in range where !differences[index].isNaN {
            number += 1
            sum += differences[index]
        }
        guard number >= Double(Self.minimum) else { return .nan }
        let mean = sum / number
        var squares = 0.0
        for index in range where !differences[index].isNaN {
            squares += (differences[index] - mean) * (differences[index] - mean)
        }
        return (squares / (number - 1)).squareRoot()
    }
}

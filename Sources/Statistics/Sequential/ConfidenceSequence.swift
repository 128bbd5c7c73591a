import Foundation

/// An interval for the mean of bounded values that may be looked at after every value.
///
/// With probability 1 - alpha the true mean lies in all the intervals together, so a nightly look costs
/// nothing, unlike a fresh test each night. Values may depend on the past as long as their expectation given
/// it stays the same; values that depend on each other, such as events of one day, should go in as one value,
/// the mean of the day.
///
/// The method is the hedged capital process: for each candidate mean a gambler bets against it, and a mean is
/// refuted for good once the capital reaches 2 / alpha. Source: Waudby-Smith and Ramdas, "Estimating Means of
/// Bounded Random Variables by Betting" (2024), theorem 3 with the bets of their equation 26 truncated at
/// 1/2.
public struct ConfidenceSequence: Sendable, Equatable, Codable {
    /// Probability that some interval misses the mean.
    public let alpha: Double
    /// Smallest possible value.
    public let lowest: Double
    /// Largest possible value.
    public let highest: Double
    /// Number of values seen.
    public private(set) var count = 0

    /// Candidate means are the grid points firstKept...lastKept of 0...resolution; all others are refuted.
    private let resolution: Int
    private var firstKept = 0
    private var lastKept: Int
    /// Log of the capital that bets on a larger, and on a smaller mean, at each grid point.
    private var logAbove: [Double]
    private var logBelow: [Double]
    private var sum = 0.0
    private var squares = 0.0

    /// Creates a sequence for values in a range, with candidate means at `resolution` + 1 places.
    ///
    /// Throws unless alpha lies between 0 and 1, the range has a finite width above zero and the resolution
    /// is at least 10.
    public init(
        alpha: Double = 0.05,
        range: ClosedRange<Double> = 0...1,
        resolution: Int = 1_000
    ) throws(StatisticsError) {
        try Check.level(alpha, "alpha")
        try Check.positive(range.upperBound - range.lowerBound, "width of range")
        try Check.atLeast(10, resolution, "resolution")
        self.alpha = alpha
        lowest = range.lowerBound
        highest = range.upperBound
        self.resolution = resolution
        lastKept = resolution
        logAbove = [Double](repeating: 0, count: resolution + 1)
        logBelow = logAbove
    }

    /// Takes note of one value; throws for a value outside the range.
    public mutating func add(_ value: Double) throws(StatisticsError) {
        guard value >= lowest, value <= highest else {
            throw .outOfRange(argument: "value", value: value, accepted: "\(lowest)...\(highest)")
        }
        let x = (value - lowest) / (highest - lowest)
        count += 1
        // The bet knows only earlier values: their variance, shrunk towards 1/4.
        let t = Double(count)
        let variance = (0.25 + squares) / t
        let bet = (2 * log(2 / alpha) / (variance * t * log(t + 1))).squareRoot()
        refute(x, bet)
        sum += x
        let centre = (0.5 + sum) / (t + 1)
        squares += (x - centre) * (x - centre)
    }

    /// The means not refuted so far, rounded outwards to the grid.
    ///
    /// Nil once every mean is refuted: the values then had no constant mean.
    public var interval: Interval? {
        guard firstKept <= lastKept else { return nil }
        let step = (highest - lowest) / Double(resolution)
        let lower = firstKept == 0 ? lowest : lowest + Double(firstKept - 1) * step
        let upper = lastKept == resolution ? highest : lowest + Double(lastKept + 1) * step
        return Interval(lower: lower, upper: upper)
    }

    /// The mean of the values seen; nil before the first.
    public var mean: Double? {
        count > 0 ? lowest + (highest - lowest) * sum / Double(count) : nil
    }

    private mutating func refute(_ x: Double, _ bet: Double) {
        guard firstKept <= lastKept else { return }
        let threshold = log(2 / alpha)
        var first = Int.max
        var last = Int.min
        for point in firstKept...lastKept {
            let m = Double(point) / Double(resolution)
            logAbove[point] += log1p(min(bet, 0.5 / m) * (x - m))
            logBelow[point] += log1p(-min(bet, 0.5 / (1 - m)) * (x - m))
            guard max(logAbove[point], logBelow[point]) < threshold else { continue }
            first = min(first, point)
            last = max(last, point)
        }
        firstKept = first == Int.max ? 1 : first
        lastKept = last == Int.min ? 0 : last
    }
}

import Market

/// What the benchmark did up to one session.
struct BenchmarkFacts: Sendable {
    /// Returns over 1, 5, 20 and 60 sessions, fractions.
    var returns = PeriodReturns.missing
    /// Standard deviation of log returns over 5 sessions, a fraction per session.
    var volatility5 = Double.nan
    /// Standard deviation of log returns over 20 sessions, a fraction per session.
    var volatility20 = Double.nan
    /// Mid-rank of the 20-session volatility among those of the last 1,000 sessions, 0...1.
    var volatilityQuantile = Double.nan

    /// Nothing is known.
    static let missing = BenchmarkFacts()
}

/// Returns over the four standard periods, fractions; NaN where one is missing.
struct PeriodReturns: Sendable {
    /// Over the session itself.
    var one = Double.nan
    /// Over 5 sessions.
    var five = Double.nan
    /// Over 20 sessions.
    var twenty = Double.nan
    /// Over 60 sessions.
    var sixty = Double.nan

    /// Nothing is known.
    static let missing = PeriodReturns()

    /// Returns minus another's, period by period.
    static func - (lhs: PeriodReturns, rhs: PeriodReturns) -> PeriodReturns {
        PeriodReturns(
            one: lhs.one - rhs.one,
            five: lhs.five - rhs.five,
            twenty: lhs.twenty - rhs.twenty,
            sixty: lhs.sixty - rhs.sixty
        )
    }
}

extension PeriodReturns {
    init(_ returns: SeriesReturns, closes: [Double], endingWith index: Int) {
        one = returns.total(of: closes, endingWith: index, sessions: 1)
        five = returns.total(of: closes, endingWith: index, sessions: 5)
        twenty = returns.total(of: closes, endingWith: index, sessions: 20)
        sixty = returns.total(of: closes, endingWith: index, sessions: 60)
    }
}

/// The benchmark's facts for every session, computed once.
struct BenchmarkStatistics: Sendable {
    /// How many sessions the volatility's quantile looks back on, the session itself included.
    static let quantileSessions = 1000
    /// How many volatilities a quantile needs.
    static let quantileMinimum = 250

    /// Calendar session index of element 0.
    let firstSession: Int
    /// One-session returns.
    let returns: SeriesReturns
    private let closes: [Double]
    private let volatility5: [Double]
    private let volatility20: [Double]
    private let quantiles: [Double]

    init(_ series: PriceSeries) {
        firstSession = series.firstSession
        closes = series.adjusted
        let returns = SeriesReturns(series)
        let moments = RollingMoments(returns.logarithmic)
        func volatilities(_ length: Int) -> [Double] {
            series.adjusted.indices.map {
                moments.deviation(over: Window.range(endingWith: $0, length: length), length: length)
            }
        }
        self.returns = returns
        volatility5 = volatilities(5)
        volatility20 = volatilities(20)
        quantiles = Self.quantiles(of: volatility20)
    }

    /// The one-session simple return of a calendar session; NaN where there is none.
    func simpleReturn(at session: Int) -> Double {
        let index = session - firstSession
        return returns.simple.indices.contains(index) ? returns.simple[index] : .nan
    }

    /// What is known at the close of a calendar session; all missing outside the series.
    func facts(at session: Int) -> BenchmarkFacts {
        let index = session - firstSession
        guard closes.indices.contains(index) else { return .missing }
        return BenchmarkFacts(
            returns: PeriodReturns(returns, closes: closes, endingWith: index),
            volatility5: volatility5[index],
            volatility20: volatility20[index],
            volatilityQuantile: quantiles[index]
        )
    }

    /// The mid-rank quantile of each value among the last `quantileSessions` values up to it.
    private static func quantiles(of values: [Double]) -> [Double] {
        var quantiles = [Double](repeating: .nan, count: values.count)
        values.withUnsafeBufferPointer { values in
            for (index, value) in values.enumerated() where !value.isNaN {
                var below = 0
                var above = 0
                let range = Window.range(endingWith: index, length: quantileSessions)
                for other in values[range] {
                    below += other < value ? 1 : 0
                    above += other > value ? 1 : 0
                }
                let present = values[range].reduce(0) { $0 + ($1.isNaN ? 0 : 1) }
                guard present >= quantileMinimum else { continue }
                let equal = present - below - above
                quantiles[index] = (Double(below) + Double(equal) / 2) / Double(present)
            }
        }
        return quantiles
    }
}

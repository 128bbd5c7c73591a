import Market

/// A stock's prefix sums, from which the facts of any base session follow in constant time.
///
/// Building costs one pass over the closes; nothing at an element depends on later elements.
struct PriceWindows {
    private let series: PriceSeries
    private let benchmark: BenchmarkStatistics
    private let returns: SeriesReturns
    private let volatility: RollingMoments
    private let volumes: RollingMoments
    private let model: MarketModel
    private let highs: [Double]

    init(_ series: PriceSeries, benchmark: BenchmarkStatistics) {
        let returns = SeriesReturns(series)
        var model = MarketModel(capacity: returns.simple.count)
        for (index, value) in returns.simple.enumerated() {
            model.append(stock: value, market: benchmark.simpleReturn(at: series.firstSession + index))
        }
        self.series = series
        self.benchmark = benchmark
        self.returns = returns
        self.model = model
        volatility = RollingMoments(returns.logarithmic)
        volumes = RollingMoments(series.volume)
        highs = RollingMaximum.over(series.close, length: 252, segmentStarts: returns.segmentStarts)
    }

    /// What is known at the close of a calendar session; all missing outside the series.
    func facts(at session: Int) -> PriceFacts {
        let index = session - series.firstSession
        guard series.adjusted.indices.contains(index) else { return .missing }
        let own = PeriodReturns(returns, closes: series.adjusted, endingWith: index)
        func deviation(_ length: Int) -> Double {
            volatility.deviation(over: Window.range(endingWith: index, length: length), length: length)
        }
        func volume(_ length: Int) -> Double {
            let first = Int(returns.segmentStarts[index])
            return volumes.mean(
                over: Window.range(endingWith: index, length: length, from: first),
                length: length
            )
        }
        return PriceFacts(
            close: series.close[index],
            returns: own,
            abnormalReturns: own - benchmark.facts(at: session).returns,
            volatility20: deviation(20),
            volatility60: deviation(60),
            idiosyncraticVolatility: model.residualDeviation(
                over: Window.range(endingWith: index, length: 60),
                length: 60
            ),
            beta: model.beta(over: Window.range(endingWith: index, length: 120), length: 120),
            distanceToHigh: series.close[index] / highs[index] - 1,
            volumeRatio: Window.ratio(volume(20), volume(250)),
            baseVolumeRatio: Window.ratio(series.volume[index], volume(20))
        )
    }
}

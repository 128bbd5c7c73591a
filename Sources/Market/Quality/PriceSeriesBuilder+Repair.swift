extension PriceSeriesBuilder {
    /// Repairs the bars of one instrument and builds its series from what they then are.
    ///
    /// - Returns: the bars with every value that was replaced, and the series with what is still wrong.
    public func repairAndBuild(ticker: String, bars: [Bar]) -> (repaired: RepairedBars, result: Result) {
        let repaired = PriceRepairer.repair(bars)
        return (repaired, build(ticker: ticker, bars: repaired.bars))
    }
}

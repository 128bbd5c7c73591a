/// The regression of a stock's one-session returns on the benchmark's, over any window in constant time.
///
/// Ordinary least squares with an intercept; sessions on which one of the two is missing are left out.
struct MarketModel: Sendable {
    private var stock: PrefixSums
    private var market: PrefixSums
    private var stockSquares: PrefixSums
    private var marketSquares: PrefixSums
    private var products: PrefixSums
    private var counts: PrefixCounts

    /// Sums of centred squares and products over a window.
    private struct Moments {
        let count: Double
        let stock: Double
        let market: Double
        let product: Double
    }

    init(capacity: Int) {
        stock = PrefixSums(capacity: capacity)
        market = PrefixSums(capacity: capacity)
        stockSquares = PrefixSums(capacity: capacity)
        marketSquares = PrefixSums(capacity: capacity)
        products = PrefixSums(capacity: capacity)
        counts = PrefixCounts(capacity: capacity)
    }

    /// Adds one session.
    mutating func append(stock stockReturn: Double, market marketReturn: Double) {
        let present = !stockReturn.isNaN && !marketReturn.isNaN
        let own = present ? stockReturn : 0
        let reference = present ? marketReturn : 0
        stock.append(own)
        market.append(reference)
        stockSquares.append(own * own)
        marketSquares.append(reference * reference)
        products.append(own * reference)
        counts.append(present)
    }

    /// The slope over a window; NaN where too few sessions are present or the market did not move.
    func beta(over range: Range<Int>, length: Int) -> Double {
        guard let moments = moments(over: range, length: length) else { return .nan }
        return moments.market > 0 ? moments.product / moments.market : .nan
    }

    /// The standard deviation of the residuals (n - 2) over a window; NaN as for the slope.
    func residualDeviation(over range: Range<Int>, length: Int) -> Double {
        guard let moments = moments(over: range, length: length), moments.market > 0, moments.count > 2 else {
            return .nan
        }
        let residual = moments.stock - moments.product * moments.product / moments.market
        let spread = Spread.withoutRounding(residual, of: moments.stock)
        return (spread / (moments.count - 2)).squareRoot()
    }

    private func moments(over range: Range<Int>, length: Int) -> Moments? {
        let present = counts.count(in: range)
        guard present >= Window.minimum(of: length) else { return nil }
        let count = Double(present)
        let stockSum = stock.sum(over: range)
        let marketSum = market.sum(over: range)
        let stockSquareSum = stockSquares.sum(over: range)
        let marketSquareSum = marketSquares.sum(over: range)
        return Moments(
            count: count,
            stock: Spread.withoutRounding(stockSquareSum - stockSum * stockSum / count, of: stockSquareSum),
            market: Spread.withoutRounding(
                marketSquareSum - marketSum * marketSum / count,
                of: marketSquareSum
            ),
            product: products.sum(over: range) - stockSum * marketSum / count
        )
    }
}

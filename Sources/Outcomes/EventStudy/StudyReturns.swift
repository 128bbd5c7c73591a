/// A stock's daily returns beside the benchmark's, with running sums that fit a model to any stretch of sessions in
/// constant time.
///
/// Element `i` belongs to session `firstSession + i`. Both returns are NaN where one of the four closes is missing or a
/// level breaks in that session: a return over a gap would be one of several sessions, so it is left out of the
/// estimation, and an event whose window holds such a session is left out of the study (Brown and Warner 1985,
/// complete-data rule).
public struct StudyReturns: Sendable {
    /// Calendar session of element 0.
    public let firstSession: Int
    /// The stock's returns, fractions.
    public let stock: [Double]
    /// The benchmark's returns of the same sessions, fractions.
    public let market: [Double]
    /// Means over everything that is there; the sums are of distances to these, so that differences keep their digits.
    private let centre: (stock: Double, market: Double)
    /// Sums over the first `i` elements: count, r, m, rr, mm, rm.
    private let sums: [SIMD8<Double>]

    /// Computes the returns of a stock and its benchmark.
    public init(stock: AdjustedCloses, benchmark: AdjustedCloses) {
        let count = stock.values.count
        var own = [Double](repeating: .nan, count: count)
        var reference = own
        let offset = stock.firstSession - benchmark.firstSession
        let first = max(1, 1 - offset)
        let end = min(count, benchmark.values.count - offset)
        if first < end {
            for index in first..<end {
                let stockReturn = stock.values[index] / stock.values[index - 1] - 1
                let position = index + offset
                let marketReturn = benchmark.values[position] / benchmark.values[position - 1] - 1
                guard (stockReturn + marketReturn).isFinite else { continue }
                own[index] = stockReturn
                reference[index] = marketReturn
            }
        }
        for session in stock.breaks + benchmark.breaks {
            let index = session - stock.firstSession
            if index >= 0, index < count {
                own[index] = .nan
                reference[index] = .nan
            }
        }
        self.init(firstSession: stock.firstSession, stock: own, market: reference)
    }

    /// Takes returns that pair up: both NaN or both there.
    private init(firstSession: Int, stock: [Double], market: [Double]) {
        var total = (stock: 0.0, market: 0.0, count: 0.0)
        for index in stock.indices where !stock[index].isNaN {
            total.stock += stock[index]
            total.market += market[index]
            total.count += 1
        }
        let scale = total.count > 0 ? 1 / total.count : 0
        let centre = (stock: total.stock * scale, market: total.market * scale)
        var sums = [SIMD8<Double>](repeating: .zero, count: stock.count + 1)
        var running = SIMD8<Double>.zero
        for index in stock.indices {
            if !stock[index].isNaN {
                let own = stock[index] - centre.stock
                let reference = market[index] - centre.market
                running += SIMD8(1, own, reference, own * own, reference * reference, own * reference, 0, 0)
            }
            sums[index + 1] = running
        }
        self.firstSession = firstSession
        self.stock = stock
        self.market = market
        self.centre = centre
        self.sums = sums
    }

    /// Positions of sessions, cut to what the series covers.
    func positions(_ sessions: Range<Int>) -> Range<Int> {
        let start = min(max(sessions.lowerBound - firstSession, 0), stock.count)
        return start..<min(max(sessions.upperBound - firstSession, start), stock.count)
    }

    /// Fits a model to the returns of some sessions.
    ///
    /// - Returns: the model; nil where fewer than `minimum` returns are there, or fewer than 5, below which Patell's
    ///   correction does not exist, or where the residuals do not vary (a standard deviation up to 1e-8).
    public func fit(_ model: AbnormalReturnModel, sessions: Range<Int>, minimum: Int) -> FittedReturnModel? {
        let range = positions(sessions)
        let sum = sums[range.upperBound] - sums[range.lowerBound]
        let count = sum[0]
        guard count >= Double(max(minimum, 5)) else { return nil }
        let meanStock = sum[1] / count
        let meanMarket = sum[2] / count
        let squaresStock = sum[3] - count * meanStock * meanStock
        let squaresMarket = sum[4] - count * meanMarket * meanMarket
        let products = sum[5] - count * meanStock * meanMarket
        let levelStock = meanStock + centre.stock
        let levelMarket = meanMarket + centre.market
        var alpha = 0.0
        var beta = 0.0
        var squares = squaresStock
        var freedom = count - 1
        switch model {
        case .market:
            guard squaresMarket > count * Self.leastVariance else { return nil }
            beta = products / squaresMarket
            alpha = levelStock - beta * levelMarket
            squares = squaresStock - beta * products
            freedom = count - 2
        case .marketAdjusted:
            beta = 1
            squares = squaresStock + squaresMarket - 2 * products
        case .meanAdjusted:
            alpha = levelStock
        }
        guard squares > freedom * Self.leastVariance else { return nil }
        return FittedReturnModel(
            alpha: alpha,
            beta: beta,
            n: Int(count),
            degreesOfFreedom: Int(freedom),
            residualVariance: squares / freedom,
            residualMean: model == .marketAdjusted ? levelStock - levelMarket : 0,
            meanMarket: levelMarket,
            levelTerm: model == .marketAdjusted ? 0 : 1 / count,
            slopeTerm: model == .market ? 1 / squaresMarket : 0
        )
    }

    /// The smallest variance that is told from rounding.
    private static let leastVariance = 1e-16

    /// Sums of the stock's and the benchmark's returns over sessions; nil unless every one is there.
    public func completeSums(_ sessions: Range<Int>) -> (stock: Double, market: Double)? {
        let range = positions(sessions)
        let sum = sums[range.upperBound] - sums[range.lowerBound]
        let length = Double(sessions.count)
        guard sum[0] == length else { return nil }
        return (sum[1] + length * centre.stock, sum[2] + length * centre.market)
    }
}

import Foundation
public import Market
import Statistics

/// The returns that all companies share, and the benchmark's bars.
struct MarketPath {
    /// Log returns by session, counted from the first; the first is 0.
    let returns: [Double]
    /// The benchmark's bars.
    let benchmarkBars: [Bar]

    init(_ design: SyntheticWorld.Design) {
        var random = RandomStream(seed: design.seed, stream: 0)
        var volatility = ClusteredVolatility(usual: 0.009)
        let returns =
            [0] + (1..<design.sessions).map { _ in volatility.next(using: &random) * random.normal() }
        self.returns = returns
        let maker = BarMaker(price: 200, usualVolume: 60_000_000, dividend: 0.004)
        benchmarkBars = maker.bars(returns: returns, firstSession: design.firstSession, using: &random)
    }
}

/// A volatility per session that wanders about its usual level, so that large moves come in clusters.
struct ClusteredVolatility {
    let usual: Double
    private var logarithm = 0.0

    init(usual: Double) { self.usual = usual }

    mutating func next(using random: inout RandomStream) -> Double {
        logarithm = 0.97 * logarithm + 0.1 * random.normal()
        return usual * exp(logarithm)
    }
}

/// Turns log returns into daily bars with ranges, volumes and dividends.
struct BarMaker {
    /// The first close.
    let price: Double
    /// Shares traded on an ordinary day.
    let usualVolume: Double
    /// Dividend each 63 sessions as a share of the close.
    let dividend: Double

    func bars(returns: [Double], firstSession: Int, using random: inout RandomStream) -> [Bar] {
        var close = price
        var bars: [Bar] = []
        for (index, move) in returns.enumerated() {
            let before = close
            close = Self.rounded(close * exp(move))
            let open = Self.rounded(before * exp(0.6 * move + 0.002 * random.normal()))
            let spread = exp(0.006 * abs(random.normal()) + 0.003)
            let crowd = exp(0.25 * random.normal() + 12 * abs(move))
            bars.append(
                Bar(
                    day: ExchangeCalendar.xnys.day(ofSession: firstSession + index),
                    open: open,
                    high: Self.rounded(max(open, close) * spread),
                    low: Self.rounded(min(open, close) / spread),
                    close: close,
                    adjustedClose: close,
                    volume: (usualVolume * crowd).rounded(),
                    dividend: index > 0 && index % 63 == 0 ? Self.rounded(dividend * close) : 0
                )
            )
        }
        bars.adjustForDividends()
        return bars
    }

    private static func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
}

extension [Bar] {
    /// Computes the adjusted closes from closes and dividends, as sources do.
    public mutating func adjustForDividends() {
        var factor = 1.0
        for index in indices.reversed() {
            self[index].adjustedClose = self[index].close * factor
            guard self[index].dividend > 0, index > 0 else { continue }
            factor *= 1 - self[index].dividend / self[index - 1].close
        }
    }
}

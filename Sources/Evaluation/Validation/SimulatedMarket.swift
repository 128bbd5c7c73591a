import Foundation
import Statistics

/// The daily log returns of a simulated market before any event: a benchmark and companies.
///
/// Every company has a share in the market's move and a move of its own with a standard deviation of 1.5 %. In a clustered world own moves
/// also hold a shock that all companies share on a day (a fifth of the variance) and one of the company's sector (a fifth); they have the tails of
/// Student's t with four degrees of freedom. A shock of the day is not the benchmark's move, so that it stays in abnormal returns: events of one day are
/// then dependent, as they are in reality.
struct SimulatedMarket {
    /// The benchmark's log returns by session; the first is 0.
    let benchmark: [Double]
    /// The companies' log returns by company and session; the first of each is 0.
    let companies: [[Double]]

    /// Standard deviation of a company's own daily log return.
    static let ownVolatility = 0.015
    private static let marketVolatility = 0.008
    private static let sectors = 4
    private static let degreesOfFreedom = 4.0

    init(_ design: WorldDesign, using random: inout RandomStream) {
        let isClustered = design.kind == .clustered
        func shock(_ random: inout RandomStream) -> Double {
            guard isClustered else { return random.normal() }
            let freedom = Self.degreesOfFreedom
            return random.studentT(degreesOfFreedom: freedom) * ((freedom - 2) / freedom).squareRoot()
        }
        var benchmark = [0.0]
        var companies = [[Double]](repeating: [0], count: design.companies)
        for _ in 1..<design.sessions {
            let market = Self.marketVolatility * shock(&random)
            benchmark.append(market)
            let day = shock(&random)
            let sectors = (0..<Self.sectors).map { _ in shock(&random) }
            for company in companies.indices {
                let own = shock(&random)
                let mixed =
                    isClustered
                    ? 0.2.squareRoot() * day + 0.2.squareRoot() * sectors[company % Self.sectors]
                        + 0.6.squareRoot() * own
                    : own
                companies[company].append(market + Self.ownVolatility * mixed)
            }
        }
        self.benchmark = benchmark
        self.companies = companies
    }
}

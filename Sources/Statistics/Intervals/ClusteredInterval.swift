/// A figure with the interval that is reported beside it: by event day or by company, the wider of the two.
public struct ClusteredInterval: Sendable, Equatable, Codable {
    /// Which clusters gave the wider interval.
    public enum Basis: String, Sendable, Codable {
        /// Event days.
        case day
        /// Companies.
        case company
    }

    /// The figure on the data themselves.
    public let estimate: Double
    /// The wider interval, in the figure's unit.
    public let interval: Interval
    /// Number of events.
    public let n: Int
    /// Number of different event days.
    public let dayCount: Int
    /// Number of different companies.
    public let companyCount: Int
    /// Which clusters the interval comes from.
    public let basis: Basis

    /// Creates a result from its parts.
    public init(
        estimate: Double,
        interval: Interval,
        n: Int,
        dayCount: Int,
        companyCount: Int,
        basis: Basis
    ) {
        self.estimate = estimate
        self.interval = interval
        self.n = n
        self.dayCount = dayCount
        self.companyCount = companyCount
        self.basis = basis
    }

    /// The wider of two intervals for the same figure; the day's when they are equally wide.
    public static func wider(day: BootstrapInterval, company: BootstrapInterval) -> ClusteredInterval {
        let basis: Basis = company.interval.width > day.interval.width ? .company : .day
        return ClusteredInterval(
            estimate: day.estimate,
            interval: basis == .day ? day.interval : company.interval,
            n: day.n,
            dayCount: day.clusterCount,
            companyCount: company.clusterCount,
            basis: basis
        )
    }
}

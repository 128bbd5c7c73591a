/// A figure with its bootstrap interval over one kind of cluster.
public struct BootstrapInterval: Sendable, Equatable, Codable {
    /// The figure on the data themselves.
    public let estimate: Double
    /// The interval, in the figure's unit.
    public let interval: Interval
    /// Number of rows.
    public let n: Int
    /// Number of clusters that were resampled.
    public let clusterCount: Int

    /// Creates a result from its parts.
    public init(estimate: Double, interval: Interval, n: Int, clusterCount: Int) {
        self.estimate = estimate
        self.interval = interval
        self.n = n
        self.clusterCount = clusterCount
    }
}

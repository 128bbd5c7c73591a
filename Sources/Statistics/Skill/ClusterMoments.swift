/// What the clusters of one kind say about the mean of a column.
struct ClusterMoments {
    /// Mean over all rows.
    let mean: Double
    /// Jackknife variance of the mean, leaving out one cluster at a time.
    let variance: Double
    /// Third central moment of the mean.
    let thirdMoment: Double
    /// Number of clusters.
    let count: Int
    /// Number of clusters of equal size that would carry as much information about the variance.
    let effectiveCount: Double

    /// Nil below two clusters.
    init?(_ values: [Double], _ clusters: Clusters) {
        guard clusters.count > 1 else { return nil }
        let n = Double(values.count)
        let mean = Descriptive.sum(values) / n
        let sums = clusters.sums(values.map { $0 - mean })
        let sizes = clusters.sizes
        var squares = 0.0
        var cubes = 0.0
        var weight = 0.0
        var squaredWeight = 0.0
        for (sum, size) in zip(sums, sizes) {
            let size = Double(size)
            // The mean without this cluster differs from the mean by this much.
            let shift = sum / (n - size)
            squares += shift * shift
            cubes += sum * sum * sum
            weight += size * size
            squaredWeight += size * size * size * size
        }
        let g = Double(clusters.count)
        self.mean = mean
        variance = (g - 1) / g * squares
        thirdMoment = cubes / (n * n * n)
        count = clusters.count
        effectiveCount = weight * weight / squaredWeight
    }
}

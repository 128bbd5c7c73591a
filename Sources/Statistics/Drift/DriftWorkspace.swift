import Foundation

/// Rows of two samples in one ascending order, each with its cluster.
struct PooledSample {
    let values: [Double]
    let clusters: [Int32]
    /// Distance to the next value.
    let gaps: [Double]

    init(values: [Double], clusters: [Int]) {
        let order = Ranks.order(values)
        let sorted = order.map { values[$0] }
        self.values = sorted
        self.clusters = order.map { Int32(clusters[$0]) }
        gaps = sorted.indices.map { $0 + 1 < sorted.count ? sorted[$0 + 1] - sorted[$0] : 0 }
    }
}

/// The three distances between the two sides of a pooled sample.
struct DriftDistances {
    var populationStability: Double
    var kolmogorovSmirnov: Double
    var wasserstein: Double

    subscript(_ measure: DriftMeasure) -> Double {
        switch measure {
        case .populationStability: populationStability
        case .kolmogorovSmirnov: kolmogorovSmirnov
        case .wasserstein: wasserstein
        }
    }
}

/// Buffers with which distances are computed many times for different splits of the same clusters.
struct DriftWorkspace {
    private let pool: PooledSample
    private var reference: [Double]
    private var current: [Double]

    init(_ pool: PooledSample) {
        self.pool = pool
        // One place more than rows, since the split below always writes to both.
        reference = [Double](repeating: 0, count: pool.values.count + 1)
        current = reference
    }

    /// Distances when the marked clusters are the current side; both sides must have rows.
    mutating func distances(isCurrent: [Bool]) -> DriftDistances {
        var referenceCount = 0
        var currentCount = 0
        for row in pool.values.indices {
            let side = isCurrent[Int(pool.clusters[row])] ? 1 : 0
            current[currentCount] = pool.values[row]
            reference[referenceCount] = pool.values[row]
            currentCount += side
            referenceCount += 1 - side
        }
        let (largest, area) = functions(isCurrent, 1 / Double(referenceCount), 1 / Double(currentCount))
        return DriftDistances(
            populationStability: Self.stability(reference[..<referenceCount], current[..<currentCount]),
            kolmogorovSmirnov: largest,
            wasserstein: area
        )
    }

    /// The largest distance and the area between the two distribution functions.
    private func functions(_ isCurrent: [Bool], _ down: Double, _ up: Double) -> (Double, Double) {
        var difference = 0.0
        var largest = 0.0
        var area = 0.0
        for row in pool.values.indices {
            difference += isCurrent[Int(pool.clusters[row])] ? up : -down
            // Between equal values the functions have not yet made their whole step.
            guard pool.gaps[row] > 0 else { continue }
            let size = abs(difference)
            largest = max(largest, size)
            area += size * pool.gaps[row]
        }
        return (largest, area)
    }

    private static func stability(_ reference: ArraySlice<Double>, _ current: ArraySlice<Double>) -> Double {
        var total = 0.0
        var lastEdge = -Double.infinity
        var referenceBelow = 0
        var currentBelow = 0
        for decile in 1...10 {
            let edge = decile == 10 ? Double.infinity : Self.quantile(reference, Double(decile) / 10)
            guard edge > lastEdge else { continue }
            lastEdge = edge
            let referenceUpTo = count(reference, upTo: edge)
            let currentUpTo = count(current, upTo: edge)
            let r = max(0.5, Double(referenceUpTo - referenceBelow)) / Double(reference.count)
            let c = max(0.5, Double(currentUpTo - currentBelow)) / Double(current.count)
            // A bin that neither side reaches says nothing.
            if referenceUpTo > referenceBelow || currentUpTo > currentBelow { total += (c - r) * log(c / r) }
            referenceBelow = referenceUpTo
            currentBelow = currentUpTo
        }
        return total
    }

    private static func quantile(_ ascending: ArraySlice<Double>, _ p: Double) -> Double {
        let position = Double(ascending.count - 1) * p
        let below = Int(position)
        guard below + 1 < ascending.count else { return ascending[ascending.count - 1] }
        return ascending[below] + (position - Double(below)) * (ascending[below + 1] - ascending[below])
    }

    private static func count(_ ascending: ArraySlice<Double>, upTo edge: Double) -> Int {
        var low = 0
        var high = ascending.count
        while low < high {
            let middle = (low + high) / 2
            if ascending[middle] <= edge { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

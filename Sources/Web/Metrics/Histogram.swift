/// How often something took how long, in fixed classes.
struct Histogram: Sendable, Equatable {
    /// Upper bounds of the classes in seconds; a last one has none.
    static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    /// Observations by class, one more than there are bounds.
    private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
    /// Seconds of all observations together.
    private(set) var sum = 0.0

    /// Adds an observation.
    mutating func add(_ seconds: Double) {
        counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
        sum += seconds
    }

    /// All observations.
    var total: Int { counts.reduce(0, +) }
}

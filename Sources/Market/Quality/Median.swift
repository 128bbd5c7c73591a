/// The middle of a sample.
enum Median {
    /// The middle value, or the mean of the two middle ones; nil where no value is finite.
    static func of(_ values: some Sequence<Double>) -> Double? {
        let known = values.filter { $0.isFinite }.sorted()
        guard !known.isEmpty else { return nil }
        let middle = known.count / 2
        return known.count % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2
    }
}

/// Sums over any range of a sequence in constant time.
///
/// The running sum is compensated (Neumaier 1974), so that a difference of two prefixes is off by at most
/// about one rounding of the larger. A prefix depends on nothing behind it.
struct PrefixSums: Sendable {
    private var prefixes: [Double]
    private var sum = 0.0
    private var compensation = 0.0

    init(capacity: Int) {
        prefixes = [0]
        prefixes.reserveCapacity(capacity + 1)
    }

    mutating func append(_ value: Double) {
        let next = sum + value
        compensation += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
        sum = next
        prefixes.append(next + compensation)
    }

    /// The sum of the elements in a range.
    func sum(over range: Range<Int>) -> Double {
        prefixes[range.upperBound] - prefixes[range.lowerBound]
    }
}

/// How many elements of any range are present, in constant time.
struct PrefixCounts: Sendable {
    private var prefixes: [Int32]

    init(capacity: Int) {
        prefixes = [0]
        prefixes.reserveCapacity(capacity + 1)
    }

    mutating func append(_ isPresent: Bool) {
        prefixes.append(prefixes[prefixes.count - 1] + (isPresent ? 1 : 0))
    }

    /// The number of present elements in a range.
    func count(in range: Range<Int>) -> Int {
        Int(prefixes[range.upperBound] - prefixes[range.lowerBound])
    }
}

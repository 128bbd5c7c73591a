import Market

/// Order-aware digests of any range of a series' adjusted closes in constant time.
///
/// Each close is mixed with its session number by the finaliser of SplitMix64 (Steele, Lea and Flood 2014);
/// the digest of a range is the wrapping sum over it, taken from prefix sums.
struct CloseDigest {
    private let firstSession: Int
    private let prefix: [UInt64]

    init(_ series: PriceSeries) {
        var sums = [UInt64](repeating: 0, count: series.adjusted.count + 1)
        for index in series.adjusted.indices {
            let close = series.adjusted[index]
            let session = UInt64(truncatingIfNeeded: series.firstSession + index)
            let term = close.isNaN ? 0 : Self.mix(close.bitPattern &+ Self.mix(session &+ 1))
            sums[index + 1] = sums[index] &+ term
        }
        firstSession = series.firstSession
        prefix = sums
    }

    /// The digest of the closes of the sessions in a range; sessions outside the series count as absent.
    func digest(of sessions: ClosedRange<Int>) -> UInt64 {
        let last = prefix.count - 1
        let start = min(max(sessions.lowerBound - firstSession, 0), last)
        let end = min(max(sessions.upperBound + 1 - firstSession, 0), last)
        return end > start ? prefix[end] &- prefix[start] : 0
    }

    /// SplitMix64's finaliser.
    static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9e37_79b9_7f4a_7c15
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

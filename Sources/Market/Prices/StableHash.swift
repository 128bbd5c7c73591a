/// A 64-bit hash that gives the same value in every process, on every machine and in every version.
///
/// For noticing changes, not against forgery. Each word goes through one round of multiply and xor-shift; the end is
/// the finaliser of SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014). The order of the words matters.
public struct StableHash: Sendable {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Creates a hash of nothing.
    public init() {}

    /// Adds a word.
    public mutating func combine(_ word: UInt64) {
        state = (state ^ word) &* 0xBF58_476D_1CE4_E5B9
        state ^= state >> 29
    }

    /// Adds a whole number.
    public mutating func combine(_ number: Int) { combine(UInt64(bitPattern: Int64(number))) }

    /// Adds a number by its bits; every NaN counts as the same.
    public mutating func combine(_ number: Double) {
        combine(number.isNaN ? 0x7FF8_0000_0000_0000 : number.bitPattern)
    }

    /// The hash of everything added so far.
    public var value: UInt64 {
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

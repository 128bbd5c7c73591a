/// A counter-based generator: every (seed, stream) pair is its own independent sequence.
///
/// Work split over cells, simulations or threads gives each piece its own stream number, so that results do
/// not depend on the order in which the pieces run. The generator is Philox4x64 with ten rounds: Salmon,
/// Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3" (2011). The key is (seed, stream) and
/// the first block has counter 1, as in NumPy's `Philox(key=[seed, stream])`.
public struct RandomStream: RandomNumberGenerator, Sendable {
    @usableFromInline
    let key: SIMD2<UInt64>
    @usableFromInline
    var counter: UInt64 = 0
    @usableFromInline
    var block = SIMD4<UInt64>.zero
    @usableFromInline
    var used = 4

    /// Creates the stream of a seed with the given number.
    @inlinable
    public init(seed: UInt64, stream: UInt64 = 0) {
        key = SIMD2(seed, stream)
    }

    /// The next 64 random bits.
    @inlinable
    public mutating func next() -> UInt64 {
        if used == 4 {
            counter &+= 1
            block = Self.philox(counter: SIMD4(counter, 0, 0, 0), key: key)
            used = 0
        }
        defer { used += 1 }
        return block[used]
    }

    @inlinable
    static func philox(counter: SIMD4<UInt64>, key: SIMD2<UInt64>) -> SIMD4<UInt64> {
        var word = counter
        var roundKey = key
        for _ in 0..<10 {
            let first = (0xD2E7_470E_E14C_6C93 as UInt64).multipliedFullWidth(by: word[0])
            let second = (0xCA5A_8263_9512_1157 as UInt64).multipliedFullWidth(by: word[2])
            word = SIMD4(
                second.high ^ word[1] ^ roundKey[0],
                second.low,
                first.high ^ word[3] ^ roundKey[1],
                first.low
            )
            roundKey[0] &+= 0x9E37_79B9_7F4A_7C15
            roundKey[1] &+= 0xBB67_AE85_84CA_A73B
        }
        return word
    }
}

import Statistics
import Testing

@Suite("Generators")
struct GeneratorTests {
    private struct File: Decodable {
        struct Case: Decodable {
            var seed: String
            var stream: String
            var words: [String]
        }
        var philox: [Case]
    }

    @Test("SplitMix64 gives the words of its reference implementation for seed 1234567")
    func splitMix() {
        var random = SplitMix64(seed: 1_234_567)
        let words: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(words.map { _ in random.next() } == words)
    }

    @Test("A stream gives the words of NumPy's Philox with the same key")
    func philox() throws {
        for expected in try Oracle.load("random", as: File.self).philox {
            let seed = try #require(UInt64(expected.seed))
            let stream = try #require(UInt64(expected.stream))
            var random = RandomStream(seed: seed, stream: stream)
            #expect(expected.words.map { _ in String(random.next()) } == expected.words)
        }
    }

    @Test("Streams of one seed are independent: their bits agree half of the time")
    func streams() {
        var first = RandomStream(seed: 9, stream: 0)
        var second = RandomStream(seed: 9, stream: 1)
        var differing = 0
        for _ in 0..<4000 { differing += (first.next() ^ second.next()).nonzeroBitCount }
        #expect(abs(Double(differing) / 256_000 - 0.5) < 0.005)
    }
}

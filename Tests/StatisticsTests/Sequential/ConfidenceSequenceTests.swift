import Foundation
import Statistics
import Testing

@Suite("Confidence sequences")
struct ConfidenceSequenceTests {
    @Test(
        "The truth is never excluded in 95 % of histories, however often one looks",
        arguments: [0.5, 0.6, 0.9]
    )
    func anytime(mean: Double) throws {
        var random = SplitMix64(seed: 41)
        let excluded = try share(of: 400) {
            var sequence = try ConfidenceSequence(alpha: 0.05, resolution: 200)
            for _ in 0..<400 {
                try sequence.add(random.bernoulli(mean) ? 1 : 0)
                if sequence.interval?.contains(mean) != true { return true }
            }
            return false
        }
        #expect(excluded < 0.05 + monteCarloError(0.05, 400), "\(excluded)")
    }

    @Test("A fresh 5 % test each night would raise a false alarm in a third of histories")
    func contrast() {
        var random = SplitMix64(seed: 42)
        let alarmed = share(of: 400) {
            var hits = 0
            for night in 1...400 {
                hits += random.bernoulli(0.5) ? 1 : 0
                let z = (Double(hits) - 0.5 * Double(night)) / (0.25 * Double(night)).squareRoot()
                if night >= 10, abs(z) > 1.96 { return true }
            }
            return false
        }
        #expect(alarmed > 0.3, "\(alarmed)")
    }

    @Test("Day means of dependent events keep the promise")
    func dayMeans() throws {
        var random = SplitMix64(seed: 43)
        let excluded = try share(of: 300) {
            var sequence = try ConfidenceSequence(alpha: 0.05, resolution: 200)
            for _ in 0..<200 {
                let common = random.normal()
                let hits = (0..<10).count { _ in 0.55 * common + 0.83 * random.normal() > 0 }
                try sequence.add(Double(hits) / 10)
                if sequence.interval?.contains(0.5) != true { return true }
            }
            return false
        }
        #expect(excluded < 0.05 + monteCarloError(0.05, 300), "\(excluded)")
    }

    @Test("A fall below what was promised is found")
    func finds() throws {
        var random = SplitMix64(seed: 44)
        var nights: [Int] = []
        for _ in 0..<50 {
            var sequence = try ConfidenceSequence(alpha: 0.05, resolution: 200)
            while (sequence.interval?.upper ?? 0) >= 0.6, sequence.count < 2000 {
                try sequence.add(random.bernoulli(0.45) ? 1 : 0)
            }
            nights.append(sequence.count)
        }
        nights.sort()
        #expect(nights[25] < 200, "\(nights[25])")
        #expect(nights[49] < 700, "\(nights[49])")
    }

    @Test("The interval only shrinks, in the unit of the values, and at the root's pace")
    func shrinks() throws {
        var random = SplitMix64(seed: 45)
        var sequence = try ConfidenceSequence(range: -10...30)
        #expect(sequence.interval == Interval(lower: -10, upper: 30))
        #expect(sequence.mean == nil)
        var last = Interval(lower: -10, upper: 30)
        for _ in 0..<3000 {
            try sequence.add(-10 + 40 * random.uniform())
            let now = try #require(sequence.interval)
            #expect(now.lower >= last.lower && now.upper <= last.upper)
            last = now
        }
        #expect(last.contains(10))
        #expect(agrees(sequence.mean, 10, relative: 0, absolute: 1))
        // A 95 % interval at a fixed time would be 2 * 1.96 * 40 / sqrt(12) / sqrt(3000) = 0.83 wide.
        #expect(last.width < 2)
    }

    @Test("When the mean jumps, every constant mean is refuted")
    func refuted() throws {
        var sequence = try ConfidenceSequence()
        for _ in 0..<300 { try sequence.add(0.1) }
        for _ in 0..<300 { try sequence.add(0.9) }
        #expect(sequence.interval == nil)
        try sequence.add(0.5)
        #expect(sequence.interval == nil && sequence.count == 601)
    }

    @Test("A sequence survives storage")
    func codable() throws {
        var sequence = try ConfidenceSequence(alpha: 0.1, resolution: 50)
        for value in [0.2, 0.7, 0.4] { try sequence.add(value) }
        let data = try JSONEncoder().encode(sequence)
        var copy = try JSONDecoder().decode(ConfidenceSequence.self, from: data)
        #expect(copy == sequence)
        try copy.add(0.3)
        try sequence.add(0.3)
        #expect(copy == sequence)
    }

    @Test("Values outside the range and settings that make no sense are refused")
    func refusals() throws {
        var sequence = try ConfidenceSequence()
        #expect(throws: StatisticsError.outOfRange(argument: "value", value: 1.5, accepted: "0.0...1.0")) {
            try sequence.add(1.5)
        }
        #expect(throws: StatisticsError.self) { try sequence.add(.nan) }
        #expect(sequence.count == 0)
        #expect(throws: StatisticsError.self) { try ConfidenceSequence(alpha: 1) }
        #expect(throws: StatisticsError.self) { try ConfidenceSequence(range: 2...2) }
        #expect(throws: StatisticsError.self) { try ConfidenceSequence(resolution: 1) }
    }
}

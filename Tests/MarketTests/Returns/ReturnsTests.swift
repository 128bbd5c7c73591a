import Market
import Testing

@Suite("Returns and rolling statistics")
struct ReturnsTests {
    @Test("are simple and carry missing prices on")
    func simple() {
        let values = [100, 110, .nan, 121, 60.5]
        let one = Returns.simple(values, over: 1)
        #expect(one[0].isNaN && one[2].isNaN && one[3].isNaN)
        #expect(abs(one[1] - 0.1) < 1e-12)
        #expect(one[4] == -0.5)
        let two = Returns.simple(values, over: 2)
        #expect(abs(two[3] - 0.1) < 1e-12)
        #expect(two[4].isNaN)
        #expect(Returns.simple(values, over: 5).allSatisfy { $0.isNaN })
        #expect(Returns.simple(values, over: 0).allSatisfy { $0.isNaN })
        #expect(Returns.simple([], over: 1).isEmpty)
    }

    @Test("roll a standard deviation over what is there")
    func standardDeviation() {
        let found = RollingStatistics.standardDeviation([1, 2, .nan, 4, 100], window: 3, atLeast: 2)
        #expect(found[0].isNaN)
        #expect(abs(found[1] - 0.5.squareRoot()) < 1e-12)
        #expect(abs(found[3] - 2.0.squareRoot()) < 1e-12)
        #expect(abs(found[4] - 96 / 2.0.squareRoot()) < 1e-9)
        #expect(RollingStatistics.standardDeviation([1, 2], window: 2, atLeast: 3).allSatisfy { $0.isNaN })
    }

    @Test("roll a slope over the pairs that are there")
    func beta() {
        let factor = [1, 2, 3, .nan, 5, 5]
        let values = factor.map { 3 - 2 * $0 }
        let found = RollingStatistics.beta(values, on: factor, window: 3, atLeast: 2)
        #expect(found[0].isNaN)
        for index in 1...4 { #expect(abs(found[index] + 2) < 1e-12) }
        #expect(found[5].isNaN)
    }

    @Test("forget what leaves the window")
    func window() {
        var values = [Double](repeating: 0, count: 50)
        for index in values.indices { values[index] = Double(index * 7919 % 13) }
        let before = RollingStatistics.standardDeviation(values, window: 10, atLeast: 5)
        values[20] = 1e300
        let after = RollingStatistics.standardDeviation(values, window: 10, atLeast: 5)
        #expect(Array(before[30...]) == Array(after[30...]))
        #expect(Array(before[4..<20]) == Array(after[4..<20]))
    }
}

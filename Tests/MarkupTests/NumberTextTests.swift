import Foundation
import Markup
import Testing

@Suite
struct NumberTextTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (16_702, "16,702"), (1_234_567, "1,234,567"),
        (-4_500, "−4,500"), (Int.min, "−9,223,372,036,854,775,808"),
    ])
    func `A count has a comma every three digits`(value: Int, text: String) {
        #expect(NumberText.count(value) == text)
    }

    @Test(arguments: [
        (1_234.5, 1, "1,234.5"), (-0.04, 1, "0.0"), (-0.05, 1, "−0.1"), (2.675, 2, "2.67"),
        (0.285, 2, "0.28"),
        (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.125, 2, "0.12"), (0.375, 2, "0.38"),
        (999.96, 1, "1,000.0"),
        (9.995, 2, "9.99"), (1e20, 1, "1e+20"), (-3, 0, "−3"), (0.1, 15, "0.100000000000000"),
    ])
    func `A decimal has the asked digits, rounded from its exact value`(
        value: Double,
        decimals: Int,
        text: String
    ) {
        #expect(NumberText.decimal(value, decimals: decimals) == text)
    }

    @Test
    func `Decimals agree with the C library on many numbers`() {
        var state: UInt64 = 42
        for step in 0..<20_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let decimals = step % 5
            let grid = Double(Int64(bitPattern: state) >> 40) / [8, 1_000, 3, 1e6, 200][step % 5]
            let expected = String(format: "%.\(decimals)f", grid).replacing("-", with: "−")
            let isZero = expected.allSatisfy { "−0.".contains($0) }
            let plain = NumberText.decimal(grid, decimals: decimals).replacing(",", with: "")
            #expect(plain == (isZero ? expected.replacing("−", with: "") : expected), "\(grid)")
        }
    }

    @Test
    func `What is no number reads as a dash everywhere`() {
        for value in [nil, Double.nan, .infinity, -.infinity] {
            #expect(NumberText.decimal(value, decimals: 2) == "–")
            #expect(NumberText.signed(value, decimals: 2) == "–")
            #expect(NumberText.percent(value) == "–")
            #expect(NumberText.points(value, decimals: 1) == "–")
            #expect(NumberText.pValue(value) == "–")
            #expect(NumberText.interval(value, lower: 1, upper: 2, decimals: 1) == "–")
        }
    }

    @Test
    func `Signs stand only before what is not zero`() {
        #expect(NumberText.signed(3.21, decimals: 1) == "+3.2")
        #expect(NumberText.signed(-3.21, decimals: 1) == "−3.2")
        #expect(NumberText.signed(0.04, decimals: 1) == "0.0")
        #expect(NumberText.points(1, decimals: 0, isSigned: true) == "+1 point")
        #expect(NumberText.points(-7.25, decimals: 1, isSigned: true) == "−7.2 points")
        #expect(NumberText.points(0, decimals: 0) == "0 points")
    }

    @Test
    func `A share has the decimals that its sample deserves`() {
        #expect(NumberText.percent(0.5821, n: 71) == "58\u{A0}%")
        #expect(NumberText.percent(0.5821, n: 1_500) == "58.2\u{A0}%")
        #expect(NumberText.percent(0.5821, n: 44_499) == "58.21\u{A0}%")
        #expect(NumberText.percent(0.582, lower: 0.541, upper: 0.622) == "58.2\u{A0}% [54.1, 62.2]")
        #expect(NumberText.count(1, "event", "events") == "1 event")
        #expect(NumberText.count(2_310, "event", "events") == "2,310 events")
    }

    @Test(arguments: [(0.000_1, "< 0.001"), (0.034, "0.034"), (0.21, "0.21"), (1, "1.00")])
    func `A p-value is short`(value: Double, text: String) {
        #expect(NumberText.pValue(value) == text)
    }
}

import Testing

@testable import MarketEchoCLI

@Suite
struct FormatTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (-1234, "-1,234"), (16_702, "16,702"),
        (1_234_567, "1,234,567"), (Int.min, "-9,223,372,036,854,775,808"),
    ])
    func counts(value: Int, text: String) { #expect(Format.count(value) == text) }

    @Test(
        arguments: [
            (0.5, 2, "0.50"), (-0.001, 2, "0.00"), (1.005, 1, "1.0"), (-2.25, 1, "-2.2"), (.nan, 1, "–"),
            (.infinity, 0, "–"), (nil, 3, "–"),
        ] as [(Double?, Int, String)]
    )
    func decimals(value: Double?, digits: Int, text: String) {
        #expect(Format.decimal(value, digits: digits) == text)
    }

    @Test(arguments: [(1.25, "+1.2"), (-1.25, "-1.2"), (0.0, "0.0"), (0.01, "0.0"), (.nan, "–")])
    func signs(value: Double, text: String) { #expect(Format.signed(value, digits: 1) == text) }

    @Test(
        arguments: [
            (0.5824, 1200, "58.2 %"), (0.5824, 99, "58 %"), (0.5824, 100, "58.2 %"),
            (0.58243, 10_000, "58.24 %"),
            (0.5824, nil, "58.2 %"), (nil, 5, "–"), (1.0, 50, "100 %"),
        ] as [(Double?, Int?, String)]
    )
    func percentagesHaveTheDigitsThatTheSampleDeserves(fraction: Double?, n: Int?, text: String) {
        #expect(Format.percent(fraction, n: n) == text)
    }

    @Test
    func intervals() {
        #expect(Format.percent(0.582, lower: 0.541, upper: 0.622, n: 900) == "58.2 % [54.1, 62.2]")
        #expect(Format.percentage(0.582, lower: 0.541, upper: 0.622, n: 900) == "58.2 [54.1, 62.2]")
        #expect(Format.percentage(0.582, lower: nil, upper: nil) == "58.2")
        #expect(Format.percentage(nil, lower: 0.1, upper: 0.2) == "–")
        #expect(Format.interval(12.312, lower: 11.8, upper: 12.84, digits: 2) == "12.31 [11.80, 12.84]")
    }

    @Test(arguments: [
        (0.0, "< 0.001"), (0.00099, "< 0.001"), (0.001, "0.001"), (0.0344, "0.034"), (0.213, "0.21"),
        (1.0, "1.00"), (.nan, "–"),
    ])
    func pValues(value: Double, text: String) { #expect(Format.pValue(value) == text) }

    @Test(arguments: [
        (0.0, "0.00 s"), (0.42, "0.42 s"), (0.996, "1.0 s"), (4.23, "4.2 s"), (9.96, "10 s"), (42.4, "42 s"),
        (59.6, "1 min 00 s"), (185.0, "3 min 05 s"), (3600, "1 h 00 min"), (3725, "1 h 02 min"), (-1, "–"),
        (.infinity, "–"),
    ])
    func durations(seconds: Double, text: String) { #expect(Format.duration(seconds) == text) }

    @Test
    func words() {
        #expect(Words.list([]) == "")
        #expect(Words.list(["a"]) == "a")
        #expect(Words.list(["a", "b"], conjunction: "or") == "a or b")
        #expect(Words.list(["a", "b", "c"]) == "a, b and c")
        #expect(Words.count(1, "event") == "1 event")
        #expect(Words.count(2000, "event") == "2,000 events")
        #expect(Words.count(0, "price series", "price series") == "0 price series")
    }
}

import JSONText
import Testing

@Suite("Decimal text")
struct DecimalTextTests {
    struct Case: Sendable {
        let value: Double
        let digits: Int?
        let text: String
    }

    @Test(
        "Numbers are written with the asked digits",
        arguments: [
            Case(value: 0, digits: nil, text: "0"),
            Case(value: -0.0, digits: nil, text: "0"),
            Case(value: -0.0, digits: 3, text: "0"),
            Case(value: 1, digits: nil, text: "1"),
            Case(value: 0.1, digits: nil, text: "0.1"),
            Case(value: 1.0 / 3, digits: nil, text: "0.3333333333333333"),
            Case(value: 1.0 / 3, digits: 4, text: "0.3333"),
            Case(value: 2.0 / 3, digits: 4, text: "0.6667"),
            Case(value: -2.0 / 3, digits: 2, text: "-0.67"),
            Case(value: 71.5, digits: 6, text: "71.5"),
            Case(value: 100, digits: 6, text: "100"),
            Case(value: 0.05, digits: 1, text: "0.1"),
            Case(value: 0.004, digits: 2, text: "0"),
            Case(value: -0.004, digits: 2, text: "0"),
            Case(value: 0.00012, digits: 5, text: "0.00012"),
            Case(value: 12.000_001, digits: 6, text: "12.000001"),
            Case(value: 0.5, digits: 0, text: "1"),
            Case(value: 1e300, digits: 3, text: "1e+300"),
            Case(value: 1e-7, digits: nil, text: "1e-07"),
            Case(value: 9_007_199_254_740_991, digits: nil, text: "9007199254740991"),
            Case(value: .nan, digits: nil, text: "null"),
            Case(value: .infinity, digits: 2, text: "null"),
            Case(value: -.infinity, digits: nil, text: "null"),
        ]
    )
    func fixedCases(_ example: Case) {
        #expect(DecimalText.text(example.value, digits: example.digits) == example.text)
    }

    @Test("The shortest text reads back as the same number")
    func shortestRoundTrips() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            #expect(try #require(Double(DecimalText.text(value))) == value)
        }
    }

    @Test("Six digits lie within half a unit of the number")
    func roundedIsClose() throws {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<2000 {
            let value = Double.random(in: -1000...1000, using: &generator)
            let read = try #require(Double(DecimalText.text(value, digits: 6)))
            #expect(abs(read - value) <= 0.500_001e-6)
        }
    }
}

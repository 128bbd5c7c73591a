import Market
import Testing

@Suite("Decimal numbers from bytes")
struct DecimalParserTests {
    @Test(
        "equal Double(String) to the last bit",
        arguments: [
            "0", "-0", "+1", "1.", ".5", "-.25", "148.25", "0.1", "93.8819", "8164300", "123456789012345678",
            "9007199254740992", "9007199254740993", "9007199254740993.0", "0.30000000000000004",
            "57.29999923706055", "1e22", "1e23", "1E-5", "1e+3", "1.7976931348623157e308", "5e-324",
            "2.5e-324",
            "2.2250738585072011e-308", "00000000000000000000000001.5", "0.00000000000000000000000000000001",
            "1234567890123456789012345678901234567890", "18446744073709551616", "1e-400", "0e999999999999",
            "3.141592653589793238462643383279502884197",
        ]
    )
    func equal(text: String) throws {
        let expected = try #require(Double(text))
        let found = try #require(DecimalParser.double(Array(text.utf8)), "\(text) is accepted")
        #expect(found.bitPattern == expected.bitPattern)
    }

    @Test("equal Double(String) on random texts of any length")
    func random() throws {
        var state: UInt64 = 7
        func next(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        for _ in 0..<20_000 {
            var text = next(3) == 0 ? "-" : ""
            for _ in 0...next(20) { text += "\(next(10))" }
            if next(3) > 0 {
                text += "."
                for _ in 0...next(18) { text += "\(next(10))" }
            }
            if next(4) == 0 { text += "e\(Int(next(600)) - 300)" }
            let expected = try #require(Double(text), "\(text)")
            let found = DecimalParser.double(Array(text.utf8))
            #expect(found?.bitPattern == (expected.isFinite ? expected.bitPattern : nil), "\(text)")
        }
    }

    @Test(
        "refuse everything else",
        arguments: [
            "", "-", "+", ".", "-.", "e5", "1e", "1e+", "1e5.0", "--1", "1-", " 1", "1 ", "1,234", "0x10",
            "0x1p3",
            "nan", "NaN", "inf", "-inf", "infinity", "1e999", "-1e309", "1.2.3", "١٢", "1_000", "12abc",
            "\u{0}1",
        ]
    )
    func refused(text: String) {
        #expect(DecimalParser.double(Array(text.utf8)) == nil)
    }
}

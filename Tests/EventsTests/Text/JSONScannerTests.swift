import Testing

@testable import Events

@Suite
struct JSONScannerTests {
    @Test(arguments: [
        "{}", "[]", "0", "-0.5e+10", "\"\"", "true", "false", "null", " [1 , {\"a\" : [ ] } , \"x\\\"]\" ] ",
        "{\"a\":{\"b\":[1,2,[3]]},\"c\":null}", "\"\\ud83d\\ude00 \\/ \\n\"", "[\"é\",\"\u{1F600}\"]",
    ])
    func skipsValidValues(text: String) throws {
        var scanner = JSONScanner(bytes(text))
        try scanner.skip()
        try scanner.expectEnd()
    }

    @Test(arguments: [
        "", " ", "{", "[", "[1", "[1,", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "\"", "\"\\",
        "\"\\\"",
        "01", "-", "1.", ".5", "1e", "+1", "nul", "True", "NaN", "Infinity", "\"a\u{1}\"", "\"a\nb\"",
        "[1 2]",
        "{\"a\":1 \"b\":2}", "1 2", "[]]", "'a'", "tru\u{e9}",
    ])
    func refusesOtherText(text: String) {
        #expect(throws: JSONFault.self) {
            var scanner = JSONScanner(bytes(text))
            try scanner.skip()
            try scanner.expectEnd()
        }
    }

    @Test
    func boundsNesting() throws {
        var shallow = JSONScanner(
            bytes(String(repeating: "[", count: 60) + String(repeating: "]", count: 60))
        )
        try shallow.skip()
        for opening in ["[", "{\"a\":"] {
            var deep = JSONScanner(bytes(String(repeating: opening, count: 100_000)))
            #expect(throws: JSONFault.self) { try deep.skip() }
        }
    }

    @Test(arguments: [
        (#""plain""#, "plain"), (#""a\"b\\c\/d""#, "a\"b\\c/d"), (#""\b\f\n\r\t""#, "\u{8}\u{c}\n\r\t"),
        (#""\u00e9\u20AC""#, "é€"), (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{fffd}"),
        (#""\ude00x""#, "\u{fffd}x"), (#""\ud83d\u0041""#, "\u{fffd}A"), (#""\u12""#, "\u{fffd}12"),
        (#""\q""#, "q"),
    ])
    func resolvesEscapes(text: String, expected: String) throws {
        var scanner = JSONScanner(bytes(text))
        let string = try scanner.string()
        #expect(string.text(in: scanner.bytes) == expected)
    }

    @Test
    func readsTextOfEveryScalar() throws {
        var scanner = JSONScanner(bytes(#"["a",1.50,true,null]"#))
        var texts: [String?] = []
        try scanner.array { scanner throws(JSONFault) in
            texts.append(try scanner.text().map { String(decoding: $0, as: UTF8.self) })
        }
        #expect(texts == ["a", "1.50", "true", nil])
    }

    /// Cutting or changing any byte never crashes.
    @Test
    func survivesDamage() {
        let good = bytes(#"{"a":[1,"x\u00e9",{"b":null}],"c":-1.5e3}"#)
        for index in good.indices {
            var cut = JSONScanner(Array(good[..<index]))
            #expect(throws: JSONFault.self) { try cut.skip() }
            for value in UInt8.min...UInt8.max {
                var changed = good
                changed[index] = value
                var scanner = JSONScanner(changed)
                _ = try? scanner.skip()
            }
        }
    }
}

import Market
import Testing

@Suite("JSON documents")
struct JSONTreeTests {
    private func parse(_ text: String) throws -> JSONTree { try JSONTree(parsing: Array(text.utf8)) }

    @Test(
        "reads values",
        arguments: [
            ("null", .null), (" true ", .boolean(true)), ("false", .boolean(false)), ("NaN", .null),
            ("-1.5e2", .number(-150)), ("\"\"", .string("")), ("[]", .array([])), ("{ }", .object([:])),
            ("[1, [2],\n{\"a\": null}]", .array([.number(1), .array([.number(2)]), .object(["a": .null])])),
            ("{\"a\":1,\"a\":2}", .object(["a": .number(2)])),
            ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", .string("\"\\/\u{8}\u{C}\n\r\t")),
            ("\"caf\\u00e9 é \\ud83d\\ude00 \\ud83d!\"", .string("café é 😀 \u{FFFD}!")),
            ("\u{FEFF}1", .number(1)),
        ] as [(String, JSONTree)]
    )
    func values(text: String, expected: JSONTree) throws {
        #expect(try parse(text) == expected)
    }

    @Test("gives members by kind and nil for other kinds")
    func members() throws {
        let tree = try parse("{\"n\":1,\"s\":\"x\",\"a\":[1],\"o\":{\"z\":null}}")
        #expect(tree["n"]?.number == 1)
        #expect(tree["s"]?.string == "x")
        #expect(tree["a"]?.array == [.number(1)])
        #expect(tree["o"]?["z"]?.isNull == true)
        #expect(tree["o"]?.object?.count == 1)
        #expect(tree["missing"] == nil)
        #expect(tree["n"]?["x"] == nil)
        #expect(tree["s"]?.number == nil && tree["n"]?.string == nil && tree["n"]?.array == nil)
        #expect(tree["n"]?.object == nil)
    }

    @Test(
        "refuses what is no document, at the offending byte",
        arguments: [
            ("", 0), ("   ", 3), ("{", 1), ("[1", 2), ("[1,]", 3), ("{\"a\"}", 4), ("{\"a\":}", 5),
            ("{a:1}", 1),
            ("\"open", 5), ("\"\\x\"", 3), ("\"\\u12g4\"", 3), ("nul", 0), ("1 2", 2), ("1e999", 0), ("-", 0),
            ("[1 2]", 3), ("{\"a\":1 \"b\":2}", 7), ("<html>", 0), ("Infinity", 0), ("\"\\u+123\"", 3),
        ]
    )
    func refused(text: String, offset: Int) throws {
        let error = #expect(throws: JSONError.self) { try parse(text) }
        #expect(error?.offset == offset, "\(text): \(error?.description ?? "")")
    }

    @Test("refuses deep nesting instead of running out of stack")
    func depth() throws {
        let shallow = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(throws: Never.self) { try parse(shallow) }
        #expect(throws: JSONError.self) { try parse("[\(shallow)]") }
        #expect(throws: JSONError.self) { try parse(String(repeating: "[", count: 1_000_000)) }
        #expect(throws: JSONError.self) { try parse(String(repeating: "{\"a\":", count: 500)) }
    }

    @Test("survives a cut at every byte")
    func cuts() {
        let whole = Array("{\"a\":[1.5,\"x\\u00e9\\n\",null,true],\"b\":{\"c\":-2e3}}".utf8)
        for length in 0..<whole.count {
            #expect(throws: JSONError.self) { try JSONTree(parsing: Array(whole[..<length])) }
        }
    }
}

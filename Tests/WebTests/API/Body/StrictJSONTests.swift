import JSONText
import Testing

@testable import Web

struct StrictJSONTests {
    private static let values: [(String, JSONValue)] = [
        ("null", JSONValue.null),
        (" \t\r\n true ", true),
        ("false", false),
        ("0", 0),
        ("-0", 0),
        ("-12", -12),
        ("9223372036854775807", .integer(.max)),
        ("9223372036854775808", .number(9.223372036854775808e18)),
        ("1.5e-3", .number(0.0015)),
        ("1E2", .number(100)),
        (#""""#, ""),
        (#""\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00é😀""#, "\"\\/\u{8}\u{C}\n\r\tA\u{e9}😀é😀"),
        ("[]", []),
        ("[1, [2] ]", [1, [2]]),
        ("{}", [:]),
        (#"{"a": {"b": []}, "c": null}"#, ["a": ["b": []], "c": nil]),
    ]

    @Test(
        "values are read as RFC 8259 has them",
        arguments: values
    )
    func reads(text: String, expected: JSONValue) throws {
        #expect(try StrictJSON.value(of: Array(text.utf8)) == expected)
    }

    private static let refusals: [(String, String)] = [
        ("", "the text ends where a value is needed at byte 0"),
        ("nul", "a value is needed at byte 0"),
        ("NaN", "a value is needed at byte 0"),
        ("Infinity", "a value is needed at byte 0"),
        ("-", "a digit is needed at byte 1"),
        ("01", "there is text behind the value at byte 1"),
        ("+1", "a value is needed at byte 0"),
        ("1.", "a digit is needed at byte 2"),
        (".5", "a value is needed at byte 0"),
        ("1e", "a digit is needed at byte 2"),
        ("1e999", "the number is too large at byte 0"),
        ("1 2", "there is text behind the value at byte 2"),
        ("\u{FEFF}1", "a value is needed at byte 0"),
        ("'a'", "a value is needed at byte 0"),
        (#""a"#, "a string has no closing quote at byte 2"),
        ("\"a\nb\"", "a control character stands in a string at byte 3"),
        (#""\x""#, "an escape in a string is unknown at byte 3"),
        (#""\u12g4""#, "four hexadecimal digits are needed at byte 5"),
        (#""\ud800""#, "half of a surrogate pair stands alone at byte 7"),
        (#""\udc00""#, "half of a surrogate pair stands alone at byte 7"),
        (#""\ud800\u0041""#, "half of a surrogate pair stands alone at byte 13"),
        ("[1,]", "a value is needed at byte 3"),
        ("[1 2]", "a comma or ] is needed at byte 3"),
        ("[1", "a comma or ] is needed at byte 2"),
        (#"{"a":1,}"#, "a member's name in quotes is needed at byte 7"),
        (#"{"a" 1}"#, "a colon is needed at byte 5"),
        (#"{a: 1}"#, "a member's name in quotes is needed at byte 1"),
        (#"{"a": 1, "a": 2}"#, "the member 'a' occurs twice at byte 12"),
        (#"{"a": 1, "\u0061": 2}"#, "the member 'a' occurs twice at byte 17"),
        ("// a comment\n1", "a value is needed at byte 0"),
    ]

    @Test(
        "text that two readers could understand differently is refused with its reason",
        arguments: refusals
    )
    func refuses(text: String, reason: String) {
        #expect(throws: StrictJSON.Fault.self) { try StrictJSON.value(of: Array(text.utf8)) }
        do throws(StrictJSON.Fault) {
            _ = try StrictJSON.value(of: Array(text.utf8))
        } catch {
            #expect("\(error)" == reason)
        }
    }

    @Test
    func `bytes that are no UTF-8 are refused, surrogates and overlong forms among them`() {
        for bytes: [UInt8] in [
            [0x22, 0xFF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22],
        ] {
            #expect(throws: StrictJSON.Fault(reason: "the text is not UTF-8", offset: 0)) {
                try StrictJSON.value(of: bytes)
            }
        }
    }

    @Test
    func `nesting is followed to a depth of 16 and no further`() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array(String(repeating: "[", count: depth).utf8)
                + Array(String(repeating: "]", count: depth).utf8)
        }
        _ = try StrictJSON.value(of: nested(16))
        #expect(throws: StrictJSON.Fault(reason: "arrays and objects nest deeper than 16", offset: 16)) {
            try StrictJSON.value(of: nested(17))
        }
        #expect(throws: StrictJSON.Fault.self) {
            try StrictJSON.value(of: Array(repeating: UInt8(ascii: "["), count: 60_000))
        }
    }

    @Test
    func `what the writer writes is read back as it was`() throws {
        let value: JSONValue = ["a": [1, -2, nil, true], "b": ["c": "ü\u{1}\"\\", "d": .number(0.1)]]
        #expect(try StrictJSON.value(of: Array(JSONWriter.text(value).utf8)) == value)
    }
}

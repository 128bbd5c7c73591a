import Foundation
import JSONText
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
    @Test("Members keep the order of the calls")
    func orderIsKept() {
        var json = JSONWriter()
        json.object { json in
            json.member("zebra", 1)
            json.member("apple", "x")
            json.member("none", Int?.none)
            json.member("share", number: 0.123456, digits: 3)
            json.member("absent", number: nil)
            json.member(
                "list",
                array: { json in
                    json.integer(UInt8(1))
                    json.boolean(true)
                    json.null()
                }
            )
            json.member("empty_list", array: { _ in })
            json.member("empty_object", object: { _ in })
        }
        let expected =
            #"{"zebra":1,"apple":"x","none":null,"share":0.123,"absent":null,"list":[1,true,null],"#
            + #""empty_list":[],"empty_object":{}}"#
        #expect(json.text == expected)
    }

    @Test("The pretty style indents by two spaces")
    func prettyStyle() {
        let value: JSONValue = ["a": [1, ["b": nil]], "c": [], "d": [:]]
        let expected = """
            {
              "a": [
                1,
                {
                  "b": null
                }
              ],
              "c": [],
              "d": {}
            }
            """
        #expect(JSONWriter.text(value, style: .pretty) == expected)
    }

    @Test(
        "Strings are escaped",
        arguments: [
            ("plain", #""plain""#), ("", #""""#), ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#),
            ("line\nfeed\r\ttab", #""line\nfeed\r\ttab""#), ("\u{0}\u{1F}", #""\u0000\u001f""#),
            ("é – 日本 🚀", "\"é – 日本 🚀\""), ("</script>", #""</script>""#),
        ]
    )
    func escaping(_ text: String, _ expected: String) {
        #expect(JSONWriter.text(text) == expected)
    }

    @Test("Another reader gets the same document back")
    func roundTripThroughFoundation() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let value = Self.randomValue(depth: 3, using: &generator)
            for style in [JSONWriter.Style.compact, .pretty] {
                let text = JSONWriter.text(value, style: style)
                let read = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
                #expect(Self.matches(read, value), "\(text)")
            }
        }
    }

    @Test("Numbers that JSON does not have are null")
    func nanIsNull() {
        let value: JSONValue = [
            "nan": .number(.nan), "infinity": .number(Double.infinity), "nil": .number(nil),
        ]
        #expect(JSONWriter.text(value) == #"{"nan":null,"infinity":null,"nil":null}"#)
        #expect(JSONWriter.text([Double.nan, 1.5]) == "[null,1.5]")
        #expect(JSONNumber(.nan) == nil)
    }

    @Test("The same value gives the same bytes")
    func deterministic() {
        let value: JSONValue = ["b": 1, "a": 2.5, "c": ["y": true, "x": "z"]]
        #expect(Set((0..<20).map { _ in JSONWriter.text(value) }).count == 1)
    }

    // MARK: Helpers

    private static func randomValue(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &generator))
        case 2: return .integer(Int64.random(in: -1_000_000...1_000_000, using: &generator))
        case 3: return .number(Double.random(in: -1e6...1e6, using: &generator))
        case 4:
            let scalars = (0..<5).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0..<0x3000, using: &generator))
            }
            return .string(String(String.UnicodeScalarView(scalars)))
        case 5:
            return .array(
                (0..<3).map { _ in randomValue(depth: depth - 1, using: &generator) }
            )
        default:
            return .object(
                (0..<3).map { JSONMember("key\($0)", randomValue(depth: depth - 1, using: &generator)) }
            )
        }
    }

    private static func matches(_ read: Any, _ value: JSONValue) -> Bool {
        switch value {
        case .null: read is NSNull
        case .boolean(let boolean): read as? Bool == boolean
        case .integer(let integer): (read as? NSNumber)?.int64Value == integer
        case .number(let number):
            // JSONSerialization loses the last bit of some numbers; DecimalTextTests checks exact round trips.
            (read as? NSNumber).map { abs($0.doubleValue - number.value) < 1e-9 } ?? false
        case .string(let string): (read as? String).map { Array($0.utf8) == Array(string.utf8) } ?? false
        case .array(let elements):
            (read as? [Any]).map { list in
                list.count == elements.count && zip(list, elements).allSatisfy { matches($0, $1) }
            } ?? false
        case .object(let members):
            (read as? [String: Any]).map { dictionary in
                dictionary.count == members.count
                    && members.allSatisfy { member in
                        dictionary[member.key].map { matches($0, member.value) } ?? false
                    }
            } ?? false
        }
    }
}

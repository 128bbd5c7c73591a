import Testing

@testable import Boosting

@Suite("UBJSON")
struct UBJSONTests {
    static let document = UBJSON.object([
        UBJSON.Member(key: "text", value: .string("Zürich")),
        UBJSON.Member(key: "whole", value: .integer(-3)),
        UBJSON.Member(key: "single", value: .float(0.1)),
        UBJSON.Member(key: "double", value: .double(0.1)),
        UBJSON.Member(key: "flags", value: .array([.boolean(true), .boolean(false), .null])),
        UBJSON.Member(key: "floats", value: .floats([1.5, -.infinity, 0])),
        UBJSON.Member(key: "doubles", value: .doubles([2.5])),
        UBJSON.Member(key: "bytes", value: .integers([0, 255], width: .uint8)),
        UBJSON.Member(key: "short", value: .integers([-1, 300], width: .int16)),
        UBJSON.Member(key: "tiny", value: .integers([-128, 127], width: .int8)),
        UBJSON.Member(key: "words", value: .integers([-1, 70_000], width: .int32)),
        UBJSON.Member(key: "long", value: .integers([-1, 1 << 40], width: .int64)),
        UBJSON.Member(key: "nothing", value: .object([])),
    ])

    @Test("every kind of value survives writing and reading")
    func roundTrip() throws {
        #expect(try UBJSONReader.read(UBJSONWriter.write(Self.document)) == Self.document)
    }

    @Test("XGBoost's own document survives reading and writing")
    func xgboost() throws {
        let bytes = try Fixture.bytes("absolute.ubj")
        let value = try UBJSONReader.read(bytes)
        #expect(try UBJSONReader.read(UBJSONWriter.write(value)) == value)
    }

    @Test("every truncation is an error")
    func truncated() {
        let bytes = UBJSONWriter.write(Self.document)
        for count in 0..<bytes.count {
            #expect(throws: BoostingError.self) { try UBJSONReader.read(Array(bytes.prefix(count))) }
        }
    }

    @Test(
        "lengths beyond the document are refused before memory is asked for",
        arguments: [
            [0x53, 0x4C, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            [0x53, 0x69, 0xFF],
            [0x5B, 0x24, 0x64, 0x23, 0x69, 0x03, 0, 0, 0, 0],
            [0x5B, 0x23, 0x6C, 0x40, 0, 0, 0],
        ] as [[UInt8]]
    )
    func lengths(_ bytes: [UInt8]) {
        #expect(throws: BoostingError.self) { try UBJSONReader.read(bytes) }
    }

    @Test("JSON text keeps single precision, escapes and order")
    func json() throws {
        let text = #"{"a":[1, -2.5E-1,3e0],"b\u0041\n":"\"\\é","c":{},"d":[],"e":true,"f":null}"#
        let value = try JSONReader.read(Array(text.utf8))
        #expect(value["a"] == .array([.integer(1), .float(-0.25), .float(3)]))
        #expect(value["bA\n"] == .string("\"\\é"))
        #expect(value["c"] == .object([]))
        #expect(value["d"] == .array([]))
        #expect(value["e"] == .boolean(true))
        #expect(value["f"] == .null)
    }

    @Test(
        "what is no JSON is refused",
        arguments: [
            "[1,]", "[1 2]", "{\"a\"}", "{a:1}", "[1e]", "[--1]", "[\"\\x\"]", "[\"\\uD800\"]", "[NaN]",
        ]
    )
    func noJSON(_ text: String) {
        #expect(throws: BoostingError.self) { try JSONReader.read(Array(text.utf8)) }
    }
}

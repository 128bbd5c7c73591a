import HTTPTypes
import Market
import Testing

@testable import Web

@Suite
struct QueryParametersTests {
    private static let names = ["ticker", "limit", "since", "min_score", "horizon"]

    private func parse(_ text: String?, isStrict: Bool = true) throws -> QueryParameters {
        try QueryParameters(text, accepted: Self.names, isStrict: isStrict)
    }

    @Test
    func `values are decoded and typed`() throws {
        let query = try parse("ticker=A%26B+C&limit=7&since=2024-02-13&min_score=61.5&horizon=5d")
        #expect(try query.text("ticker") == "A&B C")
        #expect(try query.integer("limit", in: 1...10) == 7)
        #expect(try query.day("since") == TradingDay(iso8601: "2024-02-13"))
        #expect(try query.number("min_score", in: 0...100) == 61.5)
        #expect(try query.horizon()?.code == "5d")
    }

    @Test(arguments: [nil, "", "&", "&&"] as [String?])
    func `nothing is nothing`(_ text: String?) throws {
        #expect(try parse(text).integer("limit", in: 1...10) == nil)
    }

    @Test(arguments: ["limit=", "limit"])
    func `an empty value is refused by the API and ignored by pages, whose forms send one`(
        _ text: String
    ) throws {
        #expect(throws: Problem.self) { try parse(text) }
        #expect(try parse(text, isStrict: false).integer("limit", in: 1...10) == nil)
    }

    @Test(arguments: [
        "unknown=1", "limit=1&limit=2", "%=1", "limit=%zz", "limit=%00", "ticker=%FF", "ticker=%0A",
        "Limit=1", "=1",
        "ticker[]=1", "ticker%00=1",
    ])
    func `what is not declared, repeated or badly encoded is refused`(_ text: String) {
        #expect(throws: Problem.self) { try parse(text) }
    }

    @Test(arguments: [
        ("limit=0", "limit"), ("limit=11", "limit"), ("limit=1.5", "limit"), ("limit=1e1", "limit"),
        ("limit=99999999999999999999999999", "limit"), ("limit=1%27%20OR%201=1", "limit"),
        ("limit=-1", "limit"),
        ("limit=%D9%A3", "limit"),
    ])
    func `a whole number out of range is refused by name, with its value and what is accepted`(
        _ text: String,
        _ name: String
    ) throws {
        let query = try parse(text)
        let problem = #expect(throws: Problem.self) { try query.integer(name, in: 1...10) }
        #expect(problem?.status == .badRequest)
        #expect(problem?.detail.hasPrefix("limit is '") == true)
        #expect(problem?.detail.hasSuffix("accepted is a whole number from 1 to 10") == true)
    }

    @Test(arguments: ["nan", "inf", "-1", "101", "0x10", "1e999", "1,5", "--1"])
    func `a number that is none or out of range is refused`(_ text: String) throws {
        let query = try parse("min_score=\(text)")
        if text == "0x10" { return #expect(try query.number("min_score", in: 0...100) == 16) }
        #expect(throws: Problem.self) { try query.number("min_score", in: 0...100) }
    }

    @Test
    func `long text is refused, and cut in the message`() throws {
        let query = try parse("ticker=\(String(repeating: "x", count: 300))")
        let problem = #expect(throws: Problem.self) { try query.text("ticker") }
        #expect(try #require(problem).detail.count < 200)
    }

    @Test
    func `pages ignore what they do not know`() throws {
        #expect(try parse("utm=1&limit=3", isStrict: false).integer("limit", in: 1...10) == 3)
    }
}

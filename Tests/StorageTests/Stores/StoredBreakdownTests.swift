import JSONText
import Scores
import Storage
import Testing

@Suite
struct StoredBreakdownTests {
    private static let factors = [
        ScoreFactor(
            id: "event_type:sec_8k",
            group: .eventType,
            points: 65,
            why: "a \"quoted\" why\\\n\t\u{1}é💥"
        ),
        ScoreFactor(id: "item:2.02", group: .items, points: -13.25, why: ""),
        ScoreFactor(id: "sector", group: .sector, points: 0.000000001, why: "ends in a backslash \\"),
        ScoreFactor(id: "clamp", group: .clamp, points: -8.1, why: "x"),
    ]

    @Test
    func `a breakdown comes back as the scoring job wrote it`() throws {
        var json = JSONWriter()
        json.object { json in
            json.member("factors", Self.factors)
            json.member("notes", ["one", "two \"2\""])
        }
        let breakdown = try StoredBreakdown(json: json.text)
        #expect(breakdown.factors == Self.factors)
        #expect(breakdown.notes == ["one", "two \"2\""])
        #expect(breakdown.sum == Self.factors.reduce(0) { $0 + $1.points })
    }

    @Test(arguments: [
        ("0", 0), ("-0.5", -0.5), ("65", 65), ("12.345678901", 12.345678901), ("1e2", 100),
        ("1.5E-3", 0.0015),
        ("123456789012345", 123_456_789_012_345), ("0.1234567890123456789", 0.1234567890123456789),
    ])
    func `points are read exactly`(text: String, value: Double) throws {
        let json = """
            { "notes" : [ ] , "factors" : [ {"why":"w","points": \(text) ,"group":"items","factor":"f"} ] }
            """
        #expect(try StoredBreakdown(json: json).factors.map(\.points) == [value])
    }

    @Test(arguments: [
        "", "null", "[]", "{}", "{\"factors\":[]}", "{\"factors\":[],\"notes\":[]} x",
        "{\"factors\":[],\"notes\":[],\"more\":1}", "{\"factors\":[],\"factors\":[],\"notes\":[]}",
        "{\"factors\":[{\"factor\":\"f\",\"group\":\"none\",\"points\":1,\"why\":\"w\"}],\"notes\":[]}",
        "{\"factors\":[{\"factor\":\"f\",\"group\":\"items\",\"points\":\"1\",\"why\":\"w\"}],\"notes\":[]}",
        "{\"factors\":[{\"factor\":\"f\",\"group\":\"items\",\"points\":1.,\"why\":\"w\"}],\"notes\":[]}",
        "{\"factors\":[{\"factor\":\"f\",\"group\":\"items\",\"points\":-,\"why\":\"w\"}],\"notes\":[]}",
        "{\"factors\":[{\"factor\":\"f\",\"group\":\"items\",\"points\":1e999,\"why\":\"w\"}],\"notes\":[]}",
        "{\"factors\":[{\"factor\":\"f\",\"group\":\"items\",\"points\":1}],\"notes\":[]}",
        "{\"factors\":[],\"notes\":[\"open]}", "{\"factors\":[],\"notes\":[\"bad \\x escape\"]}",
        "{\"factors\":[],\"notes\":[\"cut \\",
    ])
    func `any other text is named as damaged`(text: String) {
        let error = #expect(throws: StorageError.self) { try StoredBreakdown(json: text) }
        #expect(error?.description.contains("base_scores.breakdown") == true)
    }
}

import Market
import Scores
import Storage
import Testing

@Suite
struct EventQueryTests {
    @Test(arguments: [-1, 0, 201, Int.max])
    func `a limit outside 1 to 200 is refused by its value`(limit: Int) {
        let error = #expect(throws: EventQueryError.limit(limit)) { try EventQuery(limit: limit) }
        #expect(error?.description == "limit is \(limit); accepted are 1 to 200")
    }

    @Test(arguments: [-0.1, 100.1, Double.infinity, .nan])
    func `a least score off the scale is refused`(score: Double) {
        let error = #expect(throws: EventQueryError.self) { try EventQuery(minScore: score) }
        #expect(error?.description.contains("accepted are 0 to 100") == true)
    }

    @Test
    func `a long text is refused, and space alone is no filter`() throws {
        #expect(throws: EventQueryError.text(characters: 201)) {
            try EventQuery(text: String(repeating: "x", count: 201))
        }
        #expect(try EventQuery(text: String(repeating: "x", count: 200)).text?.count == 200)
        #expect(try EventQuery(text: " \n ").text == nil)
        #expect(try EventQuery(text: " a b ").text == "a b")
    }

    @Test
    func `a cursor of the other order is refused`() throws {
        let byTime = EventCursor(knownAt: Stored.at(1), eventID: "a")
        let byScore = EventCursor(score: 1, knownAt: Stored.at(1), eventID: "a")
        #expect(throws: EventQueryError.cursorOfOtherOrder(.newest, asked: .score)) {
            try EventQuery(sort: .score, cursor: byTime)
        }
        #expect(throws: EventQueryError.cursorOfOtherOrder(.score, asked: .newest)) {
            try EventQuery(cursor: byScore)
        }
        #expect(try EventQuery(sort: .score, cursor: byScore).cursor == byScore)
    }
}

import Market
import Storage
import Testing

@Suite
struct EventCursorTests {
    static let cursors = [
        EventCursor(knownAt: Stored.at(1), eventID: "0000000001-20-000001"),
        EventCursor(knownAt: UTCInstant(secondsSinceEpoch: -1), eventID: "a|b|"),
        EventCursor(score: 61.75, knownAt: Stored.at(2), eventID: "earnings:Übung:1"),
        EventCursor(score: 0, knownAt: Stored.at(3), eventID: "' OR 1=1 --"),
        EventCursor(score: 0.1 + 0.2, knownAt: Stored.at(3), eventID: "x"),
    ]

    @Test(arguments: cursors)
    func `a cursor comes back from its text, which is safe in an address`(cursor: EventCursor) throws {
        let text = cursor.encoded
        #expect(try EventCursor(text) == cursor)
        #expect(text.utf8.allSatisfy { Self.safe.contains($0) })
    }

    private static let safe = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
    )

    @Test
    func `a cursor of which any character is changed, lost or added is refused`() throws {
        let text = Self.cursors[2].encoded
        for index in text.indices {
            var changed = text
            changed.replaceSubrange(index...index, with: text[index] == "A" ? "B" : "A")
            #expect(throws: EventQueryError.damagedCursor(changed)) { try EventCursor(changed) }
            let cut = String(text[..<index])
            #expect(throws: EventQueryError.damagedCursor(cut)) { try EventCursor(cut) }
        }
        #expect(throws: EventQueryError.damagedCursor(text + "A")) { try EventCursor(text + "A") }
    }

    @Test(arguments: ["", " ", "=", "null", "%00", "bmV3ZXN0fDIwMjB8eA", "💥", "../../etc/passwd"])
    func `a text that is no cursor is refused with what is accepted`(text: String) {
        let error = #expect(throws: EventQueryError.self) { try EventCursor(text) }
        #expect(error?.description.contains("next_cursor") == true)
    }

    @Test
    func `a very long text is refused without a look`() {
        let text = String(repeating: "A", count: 1_000_000)
        let error = #expect(throws: EventQueryError.self) { try EventCursor(text) }
        #expect((error?.description.count ?? 0) < 300)
    }
}

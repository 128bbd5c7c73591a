import Foundation
public import Market

/// The place of a row in a list of events: a page begins after it.
///
/// As text it is opaque: base64url of its fields and a checksum, so that a cut or altered one is noticed.
public struct EventCursor: Sendable, Hashable {
    /// The order that it belongs to.
    public let sort: EventQuery.Sort
    /// Base score of the row; nil for the order by time.
    public let score: Double?
    /// When the row's event could be known.
    public let knownAt: UTCInstant
    /// Key of the row's event.
    public let eventID: String

    /// The place after an event in the order by time.
    public init(knownAt: UTCInstant, eventID: String) {
        self.init(sort: .newest, score: nil, knownAt: knownAt, eventID: eventID)
    }

    /// The place after an event in the order by score.
    public init(score: Double, knownAt: UTCInstant, eventID: String) {
        self.init(sort: .score, score: score, knownAt: knownAt, eventID: eventID)
    }

    private init(sort: EventQuery.Sort, score: Double?, knownAt: UTCInstant, eventID: String) {
        self.sort = sort
        self.score = score
        self.knownAt = knownAt
        self.eventID = eventID
    }

    // MARK: Text

    /// The cursor as text of letters, digits, `-` and `_`.
    public var encoded: String {
        let content = "\(score.map { String($0.bitPattern, radix: 16) } ?? "")|\(knownAt.iso8601)|\(eventID)"
        return Data("\(Self.checksum(content))|\(content)".utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Reads a cursor back.
    ///
    /// - Throws: `EventQueryError.damagedCursor` for any text that `encoded` did not give.
    public init(_ text: String) throws(EventQueryError) {
        guard let cursor = Self.decoded(text), cursor.encoded == text else { throw .damagedCursor(text) }
        self = cursor
    }

    private static func decoded(_ text: String) -> EventCursor? {
        guard text.utf8.count <= 4096 else { return nil }
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: base64 + padding),
            let content = String(data: data, encoding: .utf8)
        else { return nil }
        let parts = content.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, !parts[3].isEmpty, let knownAt = UTCInstant(iso8601: parts[2]),
            parts[0] == checksum(parts[1...].joined(separator: "|"))
        else { return nil }
        if parts[1].isEmpty { return EventCursor(knownAt: knownAt, eventID: String(parts[3])) }
        guard let bits = UInt64(parts[1], radix: 16) else { return nil }
        let score = Double(bitPattern: bits)
        guard score.isFinite else { return nil }
        return EventCursor(score: score, knownAt: knownAt, eventID: String(parts[3]))
    }

    private static func checksum(_ content: String) -> String {
        var hash = StableHash()
        for byte in content.utf8 { hash.combine(UInt64(byte)) }
        return String(Hex.text(hash.value).prefix(8))
    }
}

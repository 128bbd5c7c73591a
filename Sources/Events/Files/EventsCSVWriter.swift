/// Writes events as comma-separated values that `EventsCSV` reads back as equal events.
public struct EventsCSVWriter: Sendable {
    /// What was written since the last `drain`, UTF-8, quoted as in RFC 4180 with line feeds and a heading line first.
    public private(set) var bytes: [UInt8] = []

    /// Creates a writer and writes the heading.
    public init() {
        for (index, column) in EventColumn.written.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: column.name.utf8)
        }
        endLine()
    }

    /// The whole file of some events.
    ///
    /// - Parameters:
    ///   - events: the events in the order of writing.
    ///   - baseScore: the base score of an event, 0...100; nil for an empty field.
    /// - Returns: the file's bytes.
    public static func file(
        _ events: [MarketEvent],
        baseScore: (MarketEvent) -> Double? = { _ in nil }
    ) -> [UInt8] {
        var writer = EventsCSVWriter()
        for event in events { writer.write(event, baseScore: baseScore(event)) }
        return writer.bytes
    }

    /// Gives what was written and forgets it, so that a long file can be written in pieces.
    public mutating func drain() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Writes one event.
    ///
    /// - Parameters:
    ///   - event: the event.
    ///   - baseScore: its base score, 0...100; nil for an empty field.
    public mutating func write(_ event: MarketEvent, baseScore: Double? = nil) {
        for (index, column) in EventColumn.written.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            field(column.text(of: event, baseScore: baseScore))
        }
        endLine()
    }

    private mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func field(_ text: String?) {
        guard let text, !text.isEmpty else { return }
        let quote = UInt8(ascii: "\"")
        guard text.utf8.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 < 0x20 }) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(quote)
        for byte in text.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}

import JSONText

/// Writes rows as CSV (RFC 4180, line feeds) or JSON Lines and hands the bytes on in pieces.
struct ExportWriter {
    private let format: ExportFormat
    private let columns: [String]
    private let consume: ([UInt8]) throws -> Void
    private var bytes: [UInt8] = []
    private static let pieceSize = 1 << 16

    /// Creates a writer; a CSV begins with the heading line.
    init(format: ExportFormat, columns: [String], consume: @escaping ([UInt8]) throws -> Void) {
        self.format = format
        self.columns = columns
        self.consume = consume
        guard format == .csv else { return }
        for (index, column) in columns.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            quoted(column)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Writes a row with one field per column; numbers at full double precision.
    mutating func write(_ fields: [ExportField]) throws {
        switch format {
        case .csv:
            for (index, field) in fields.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                csv(field)
            }
        case .jsonl:
            var json = JSONWriter()
            json.object { json in
                for (column, field) in zip(columns, fields) {
                    switch field {
                    case .text(let text): json.member(column, text)
                    case .number(let number): json.member(column, number: number)
                    case .integer(let number): json.member(column, number)
                    }
                }
            }
            bytes.append(contentsOf: json.bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
        if bytes.count >= Self.pieceSize { try flush() }
    }

    /// Hands on what is left.
    mutating func flush() throws {
        guard !bytes.isEmpty else { return }
        try consume(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func csv(_ field: ExportField) {
        switch field {
        case .text(let text): quoted(text ?? "")
        case .number(let number):
            if let number, number.isFinite { bytes.append(contentsOf: "\(number)".utf8) }
        case .integer(let number):
            if let number { bytes.append(contentsOf: "\(number)".utf8) }
        }
    }

    private mutating func quoted(_ text: String) {
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

/// The rule for symbols in files.
enum Ticker {
    /// The symbol of a row in capitals; throws for one that is no symbol.
    static func checked(_ row: EventRow) throws(RowProblem) -> String {
        guard let bytes = row[.ticker] else {
            throw RowProblem(line: row.line, column: EventColumn.ticker.name, reason: "is empty")
        }
        guard let ticker = normalised(bytes) else {
            throw row.problem(.ticker, "is no symbol; accepted are up to 16 letters, digits and . - ^ = /")
        }
        return ticker
    }

    /// The symbol in capitals; nil for bytes that are no symbol.
    static func normalised(_ bytes: some Collection<UInt8>) -> String? {
        guard (1...16).contains(bytes.count) else { return nil }
        var capitals: [UInt8] = []
        capitals.reserveCapacity(bytes.count)
        for byte in bytes {
            switch byte {
            case 48...57, 65...90, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "^"),
                UInt8(ascii: "="), UInt8(ascii: "/"):
                capitals.append(byte)
            case 97...122: capitals.append(byte - 32)
            default: return nil
            }
        }
        return String(decoding: capitals, as: UTF8.self)
    }
}

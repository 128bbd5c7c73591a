/// The 64-bit fields of a directory record: those whose 32-bit place holds all ones, in a fixed order.
struct Zip64Extra {
    private var fields: ArraySlice<UInt8>
    private let name: String

    /// Finds the block with id 1 among the extra blocks of a record.
    init(_ extra: ArraySlice<UInt8>, name: String) {
        self.name = name
        fields = []
        var rest = extra
        while rest.count >= 4 {
            let length = Int(rest.uint16(2))
            let body = rest.dropFirst(4).prefix(length)
            if rest.uint16(0) == 1 { fields = body }
            rest = rest.dropFirst(4 + length)
        }
    }

    /// The number of a field: `short` itself, or the next 64-bit number where `short` is all ones.
    mutating func value(_ short: UInt32) throws(ArchiveError) -> Int {
        guard short == UInt32.max else { return Int(short) }
        guard fields.count >= 8 else {
            throw .corrupt(part: name, reason: "a 64-bit size or offset is missing")
        }
        let long = fields.uint64(0)
        fields = fields.dropFirst(8)
        guard long <= UInt64(Int64.max) / 2 else {
            throw .corrupt(part: name, reason: "a size or offset is \(long) bytes")
        }
        return Int(long)
    }
}

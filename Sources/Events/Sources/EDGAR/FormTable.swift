/// The forms of one file, each looked up once.
struct FormTable {
    /// What is known about a form.
    struct Entry {
        let name: String
        let form: FilingForm?
        let hours: FilingHours
    }

    /// Every form of the file in order of appearance.
    private(set) var entries: [Entry] = []
    /// For each row the place of its form in `entries`.
    private(set) var places: [Int] = []

    private struct Key: Hashable {
        let low: UInt64
        let high: UInt64
    }

    init(_ table: FilingTable) {
        var known: [Key: Int] = [:]
        places.reserveCapacity(table.count)
        for row in 0..<table.count {
            let name = table.field(.form, row)
            let key = Self.key(name)
            if let key, let place = known[key] {
                places.append(place)
                continue
            }
            if let key { known[key] = entries.count }
            places.append(entries.count)
            entries.append(
                Entry(
                    name: String(decoding: name, as: UTF8.self),
                    form: FilingForm(utf8: name),
                    hours: FilingHours(form: name)
                )
            )
        }
    }

    /// A form of up to 15 bytes as a number; nil for a longer one, which is rare and looked up each time.
    private static func key(_ name: ArraySlice<UInt8>) -> Key? {
        guard name.count < 16 else { return nil }
        var (low, high) = (UInt64(name.count), UInt64(0))
        for (index, byte) in zip(0..., name) {
            if index < 7 { low = low << 8 | UInt64(byte) } else { high = high << 8 | UInt64(byte) }
        }
        return Key(low: low, high: high)
    }
}

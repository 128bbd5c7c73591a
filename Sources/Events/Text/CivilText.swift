import Market

/// Reads days and times from fixed places of UTF-8 bytes, without generic code between.
enum CivilText {
    /// A day written exactly `YYYY-MM-DD`; nil for any other content.
    static func day(_ bytes: ArraySlice<UInt8>) -> TradingDay? {
        bytes.count == 10 ? day(bytes, at: bytes.startIndex) : nil
    }

    /// A time in one of the forms of `CivilTimestamp`; those of EDGAR are read directly.
    static func timestamp(_ bytes: ArraySlice<UInt8>) -> CivilTimestamp? {
        let at = bytes.startIndex
        guard bytes.count == 24 || bytes.count == 20, bytes[at + bytes.count - 1] == UInt8(ascii: "Z"),
            bytes[at + 10] == UInt8(ascii: "T"), bytes[at + 13] == UInt8(ascii: ":"),
            bytes[at + 16] == UInt8(ascii: ":"), let day = day(bytes, at: at),
            let hour = two(bytes, at + 11), let minute = two(bytes, at + 14),
            let second = two(bytes, at + 17),
            hour < 24, minute < 60, second < 60, bytes.count == 20 || isMilliseconds(bytes, at: at + 19)
        else { return CivilTimestamp(utf8: Array(bytes)) }
        return CivilTimestamp(
            day: day,
            secondOfDay: hour * 3600 + minute * 60 + second,
            offsetSeconds: 0
        )
    }

    private static func day(_ bytes: ArraySlice<UInt8>, at: Int) -> TradingDay? {
        guard bytes[at + 4] == UInt8(ascii: "-"), bytes[at + 7] == UInt8(ascii: "-"),
            let century = two(bytes, at), let year = two(bytes, at + 2), let month = two(bytes, at + 5),
            let date = two(bytes, at + 8)
        else { return nil }
        return TradingDay(year: century * 100 + year, month: month, day: date)
    }

    private static func isMilliseconds(_ bytes: ArraySlice<UInt8>, at: Int) -> Bool {
        bytes[at] == UInt8(ascii: ".") && two(bytes, at + 1) != nil && bytes[at + 3] &- 48 < 10
    }

    private static func two(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int? {
        let (tens, ones) = (bytes[at] &- 48, bytes[at + 1] &- 48)
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }
}

/// Decimal text of numbers as JSON has it, without Foundation.
public enum DecimalText {
    /// The number's text; `null` for NaN and infinities.
    ///
    /// - Parameters:
    ///   - value: the number.
    ///   - digits: digits behind the point, 0...15, halves rounded away from zero and trailing zeros cut; nil
    ///     for the shortest text that reads back as the same number.
    /// - Returns: the text, for example `0.25`.
    public static func text(_ value: Double, digits: Int? = nil) -> String {
        var bytes: [UInt8] = []
        append(value, digits: digits, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(_ value: Double, digits: Int?, to bytes: inout [UInt8]) {
        guard value.isFinite else {
            bytes.append(contentsOf: "null".utf8)
            return
        }
        let digits = digits.map { min(max($0, 0), 15) }
        let scaled = value * powersOfTen[digits ?? 0]
        let rounded = scaled.rounded(.toNearestOrAwayFromZero)
        guard abs(rounded) < 9_007_199_254_740_992, digits != nil || rounded == value else {
            bytes.append(contentsOf: value.description.utf8)
            return
        }
        appendFixed(Int64(rounded), decimals: digits ?? 0, to: &bytes)
    }

    /// Appends `units / 10^decimals` without trailing zeros.
    static func appendFixed(_ units: Int64, decimals: Int, to bytes: inout [UInt8]) {
        if units < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = units.magnitude
        var decimals = rest == 0 ? 0 : decimals
        while decimals > 0, rest % 10 == 0 {
            rest /= 10
            decimals -= 1
        }
        // From the last digit to the first: at most 20, with the point and a zero before it.
        var digits = InlineArray<24, UInt8>(repeating: 0)
        var start = digits.count
        var written = 0
        repeat {
            if written == decimals, decimals > 0 {
                start -= 1
                digits[start] = UInt8(ascii: ".")
            }
            start -= 1
            digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
            written += 1
        } while rest > 0 || written <= decimals
        for position in start..<digits.count { bytes.append(digits[position]) }
    }

    private static let powersOfTen: [Double] = [
        1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]
}

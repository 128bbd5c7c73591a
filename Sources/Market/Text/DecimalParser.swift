/// Reads decimal numbers from UTF-8 bytes, rounded correctly to the nearest `Double`.
///
/// Accepted: an optional sign, digits with an optional decimal point, an optional exponent. Not accepted: spaces,
/// digit grouping, hexadecimal, `nan`, `inf` and numbers too large for a `Double`. The result is always finite and
/// equals what `Double(String)` gives for the same text.
public enum DecimalParser {
    /// The number in a slice of bytes; nil where the slice is no decimal number in the accepted form.
    public static func double(_ bytes: ArraySlice<UInt8>) -> Double? {
        bytes.withUnsafeBufferPointer { double($0) }
    }

    /// The number in an array of bytes; nil where it is no decimal number in the accepted form.
    public static func double(_ bytes: [UInt8]) -> Double? {
        bytes.withUnsafeBufferPointer { double($0) }
    }

    // MARK: Parts

    /// A decimal number as mantissa times ten to the exponent.
    private struct Decimal {
        var isNegative = false
        var mantissa: UInt64 = 0
        var exponent = 0
        /// Significant digits; beyond 19 the mantissa does not hold them all.
        var digits = 0
    }

    /// Powers of ten that are exact as `Double`.
    ///
    /// With a mantissa that is exact too, one operation rounds once (W. D. Clinger, "How to Read Floating Point
    /// Numbers Accurately", 1990).
    private static let exactPowers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18,
        1e19, 1e20, 1e21, 1e22,
    ]
    private static let largestExactMantissa: UInt64 = 1 << 53

    private static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        guard let decimal = parse(bytes) else { return nil }
        if decimal.digits <= 19, decimal.mantissa <= largestExactMantissa, abs(decimal.exponent) <= 22 {
            let power = exactPowers[abs(decimal.exponent)]
            let mantissa = Double(decimal.mantissa)
            let value = decimal.exponent < 0 ? mantissa / power : mantissa * power
            return decimal.isNegative ? -value : value
        }
        guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Decimal? {
        var decimal = Decimal()
        var position = 0
        if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            decimal.isNegative = first == UInt8(ascii: "-")
            position = 1
        }
        var sawDigit = false
        var sawPoint = false
        scan: while position < bytes.count {
            switch bytes[position] {
            case let byte where byte &- 48 < 10:
                sawDigit = true
                if sawPoint { decimal.exponent -= 1 }
                if decimal.digits > 0 || byte != 48 {
                    decimal.digits += 1
                    decimal.mantissa = decimal.mantissa &* 10 &+ UInt64(byte &- 48)
                }
            case UInt8(ascii: ".") where !sawPoint: sawPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): break scan
            default: return nil
            }
            position += 1
        }
        guard sawDigit else { return nil }
        if position < bytes.count {
            guard let exponent = exponent(bytes, from: position + 1) else { return nil }
            decimal.exponent += exponent
        }
        return decimal
    }

    private static func exponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var position = start
        var isNegative = false
        if position < bytes.count,
            bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+")
        {
            isNegative = bytes[position] == UInt8(ascii: "-")
            position += 1
        }
        guard position < bytes.count else { return nil }
        var value = 0
        while position < bytes.count {
            let digit = bytes[position] &- 48
            guard digit < 10 else { return nil }
            // Beyond any exponent of a Double the exact figure no longer matters.
            value = min(value * 10 + Int(digit), 1_000_000)
            position += 1
        }
        return isNegative ? -value : value
    }
}

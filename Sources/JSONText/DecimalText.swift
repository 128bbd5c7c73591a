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
    private static func appendFixed(_ units: Int64, decimals: Int, to bytes: inout [UInt8]) {
        var units = units.magnitude == 0 ? 0 : units
        var decimals = decimals
        while decimals > 0, units % 10 == 0 {
            units /= 10
            decimals -= 1
        }
        if units < 0 { bytes.append(UInt8(ascii: "-")) }
        let text = Array(String(units.magnitude).utf8)
        let whole = text.count - decimals
        if whole <= 0 {
            bytes.append(UInt8(ascii: "0"))
        } else {
            bytes.append(contentsOf: text[..<whole])
        }
        guard decimals > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        for _ in 0..<max(0, -whole) { bytes.append(UInt8(ascii: "0")) }
        bytes.append(contentsOf: text[max(0, whole)...])
    }

    private static let powersOfTen: [Double] = [
        1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]
}

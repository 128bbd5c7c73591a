/// Numbers as people read them, alike on pages and in pictures.
///
/// Thousands are parted by a comma, the minus is U+2212, a percent sign stands after a no-break space, and a
/// number that is missing or not finite reads `–`. No text has more decimals than asked for.
public enum NumberText {
    /// What stands where there is no number.
    public static let missing = "–"

    /// A whole number with thousands separators: `16,702`.
    public static func count(_ value: Int) -> String {
        text { append(count: value, to: &$0) }
    }

    /// A number with exactly so many decimals: `−1,234.5`; zero never carries a sign.
    public static func decimal(_ value: Double?, decimals: Int) -> String {
        text { append(value, decimals: decimals, to: &$0) }
    }

    /// A number with its sign: `+3.2`; what reads as zero carries none.
    public static func signed(_ value: Double?, decimals: Int) -> String {
        text { append(value, decimals: decimals, isSigned: true, to: &$0) }
    }

    /// A number with its interval: `12.31 [11.80, 12.84]`.
    public static func interval(
        _ value: Double?,
        lower: Double?,
        upper: Double?,
        decimals: Int
    ) -> String {
        let text = decimal(value, decimals: decimals)
        guard text != missing, let lower, let upper else { return text }
        return "\(text) [\(decimal(lower, decimals: decimals)), \(decimal(upper, decimals: decimals))]"
    }

    /// A number of things with its noun: `1 event`, `2,310 events`.
    public static func count(_ value: Int, _ singular: String, _ plural: String) -> String {
        "\(count(value)) \(value == 1 ? singular : plural)"
    }

    // MARK: Shares

    /// A fraction in percent without its sign: `58.2`, with the decimals that a sample of `n` deserves.
    public static func percentage(_ fraction: Double?, n: Int? = nil) -> String {
        decimal(fraction.map { $0 * 100 }, decimals: percentDecimals(n: n))
    }

    /// A fraction in percent: `58.2 %`, with the decimals that a sample of `n` deserves.
    public static func percent(_ fraction: Double?, n: Int? = nil) -> String {
        percent(fraction, decimals: percentDecimals(n: n))
    }

    /// A fraction in percent with exactly so many decimals: `58.20 %`.
    public static func percent(_ fraction: Double?, decimals: Int) -> String {
        let text = decimal(fraction.map { $0 * 100 }, decimals: decimals)
        return text == missing ? missing : "\(text)\u{A0}%"
    }

    /// A share with its interval: `58.2 % [54.1, 62.2]`.
    public static func percent(_ fraction: Double?, lower: Double?, upper: Double?, n: Int? = nil) -> String {
        let share = percent(fraction, n: n)
        guard share != missing, let lower, let upper else { return share }
        return "\(share) [\(percentage(lower, n: n)), \(percentage(upper, n: n))]"
    }

    /// Decimals of a percentage: its standard error is some 50 / √n points.
    public static func percentDecimals(n: Int?) -> Int {
        switch n {
        case .some(..<100): 0
        case .some(10_000...): 2
        default: 1
        }
    }

    // MARK: Scores and tests

    /// A score or a difference of scores in points: `12.3 points`, `+3.2 points`.
    public static func points(_ value: Double?, decimals: Int, isSigned: Bool = false) -> String {
        let text = isSigned ? signed(value, decimals: decimals) : decimal(value, decimals: decimals)
        switch text {
        case missing: return missing
        case "1", "+1", "−1": return "\(text) point"
        default: return "\(text) points"
        }
    }

    /// A p-value: `< 0.001`, `0.034`, `0.21`.
    public static func pValue(_ value: Double?) -> String {
        guard let value, value.isFinite else { return missing }
        if value < 0.001 { return "< 0.001" }
        return decimal(value, decimals: value < 0.1 ? 3 : 2)
    }

    private static func text(_ write: (inout [UInt8]) -> Void) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        write(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

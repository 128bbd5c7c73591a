import Foundation
import JSONText

/// Numbers as people read them.
enum Format {
    /// What stands where there is no number.
    static let missing = "–"

    /// A whole number with thousands separators: `16,702`.
    static func count(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "-" : ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// The shortest text that reads back as the same number: `0.001`.
    static func shortest(_ value: Double) -> String {
        DecimalText.text(value)
    }

    /// A number with exactly so many digits behind the point; `–` for nil and what is not finite.
    static func decimal(_ value: Double?, digits: Int) -> String {
        guard let value, value.isFinite else { return missing }
        let text = String(format: "%.\(digits)f", value)
        let isZero = text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) }
        return isZero ? String(text.dropFirst()) : text
    }

    /// A number with its sign: `+3.2`.
    static func signed(_ value: Double?, digits: Int) -> String {
        let text = decimal(value, digits: digits)
        let isPositive = (value ?? 0) > 0 && text.contains { "123456789".contains($0) }
        return isPositive ? "+\(text)" : text
    }

    // MARK: Shares

    /// A fraction in percent without its sign: `58.2`, with the digits that a sample of `n` deserves.
    static func percentage(_ fraction: Double?, n: Int? = nil) -> String {
        decimal(fraction.map { $0 * 100 }, digits: percentDigits(n: n))
    }

    /// A fraction in percent: `58.2 %`.
    static func percent(_ fraction: Double?, n: Int? = nil) -> String {
        let text = percentage(fraction, n: n)
        return text == missing ? missing : "\(text) %"
    }

    /// A share with its interval, for texts: `58.2 % [54.1, 62.2]`.
    static func percent(_ fraction: Double?, lower: Double?, upper: Double?, n: Int? = nil) -> String {
        let share = percent(fraction, n: n)
        guard share != missing, let lower, let upper else { return share }
        return "\(share) [\(percentage(lower, n: n)), \(percentage(upper, n: n))]"
    }

    /// A share with its interval, for columns that name the unit: `58.2 [54.1, 62.2]`.
    static func percentage(_ fraction: Double?, lower: Double?, upper: Double?, n: Int? = nil) -> String {
        interval(
            fraction.map { $0 * 100 },
            lower: lower.map { $0 * 100 },
            upper: upper.map { $0 * 100 },
            digits: percentDigits(n: n)
        )
    }

    /// A number with its interval: `12.31 [11.80, 12.84]`.
    static func interval(_ value: Double?, lower: Double?, upper: Double?, digits: Int) -> String {
        let text = decimal(value, digits: digits)
        guard text != missing, let lower, let upper else { return text }
        return "\(text) [\(decimal(lower, digits: digits)), \(decimal(upper, digits: digits))]"
    }

    /// Digits behind the point of a percentage: its standard error is some 50 / √n points.
    private static func percentDigits(n: Int?) -> Int {
        switch n {
        case .some(..<100): 0
        case .some(10_000...): 2
        default: 1
        }
    }

    // MARK: Tests and times

    /// A p-value: `< 0.001`, `0.034`, `0.21`.
    static func pValue(_ value: Double?) -> String {
        guard let value, value.isFinite else { return missing }
        if value < 0.001 { return "< 0.001" }
        return decimal(value, digits: value < 0.1 ? 3 : 2)
    }

    /// A time span: `0.42 s`, `4.2 s`, `42 s`, `3 min 05 s`, `1 h 02 min`.
    static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 0 else { return missing }
        switch seconds {
        case ..<0.995: return "\(decimal(seconds, digits: 2)) s"
        case ..<9.95: return "\(decimal(seconds, digits: 1)) s"
        case ..<59.5: return "\(decimal(seconds, digits: 0)) s"
        default: break
        }
        return wholeSeconds(Int(min(seconds, 1e12).rounded()))
    }

    /// A time span that is known to the second: `4 s`, `3 min 05 s`, `1 h 02 min`.
    static func wholeSeconds(_ seconds: Int) -> String {
        if seconds < 60 { return "\(seconds) s" }
        if seconds < 3600 { return "\(seconds / 60) min \(twoDigits(seconds % 60)) s" }
        let minutes = (seconds + 30) / 60
        return "\(count(minutes / 60)) h \(twoDigits(minutes % 60)) min"
    }

    private static func twoDigits(_ value: Int) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }
}

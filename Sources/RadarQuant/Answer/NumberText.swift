import JSONText

/// Numbers as sentences write them: a fixed number of decimals, commas between groups of three digits.
public enum NumberText {
    /// The text of a number, for example `16,702` or `+5.9`.
    ///
    /// - Parameters:
    ///   - value: a finite number.
    ///   - decimals: digits behind the point, halves rounded away from zero.
    ///   - isSigned: whether a number above zero carries a plus sign; zero never has a sign.
    /// - Returns: the text.
    public static func fixed(_ value: Double, decimals: Int, isSigned: Bool = false) -> String {
        let short = DecimalText.text(value, digits: decimals)
        let isNegative = short.hasPrefix("-")
        let parts = short.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        var text = grouped(String(parts.first ?? "0"))
        if decimals > 0 {
            let fraction = parts.count > 1 ? String(parts[1]) : ""
            text += "." + fraction + String(repeating: "0", count: max(0, decimals - fraction.count))
        }
        guard short != "0" else { return text }
        return isNegative ? "-\(text)" : isSigned ? "+\(text)" : text
    }

    private static func grouped(_ digits: String) -> String {
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}

/// How many digits a number deserves.
enum Digits {
    /// Decimals of a share in percent: one where a thousand events stand behind it, else none.
    static func share(_ n: Int) -> Int { n < 1_000 ? 0 : 1 }

    /// Decimals of a mean in impact points: one where a hundred events stand behind it, else none.
    static func points(_ n: Int) -> Int { n < 100 ? 0 : 1 }

    /// Decimals of a single score or a part of it: one, or none where it is whole.
    static func score(_ value: Double) -> Int { isWhole(value) ? 0 : 1 }

    private static func isWhole(_ value: Double) -> Bool {
        (value * 10).rounded() == value.rounded() * 10
    }
}

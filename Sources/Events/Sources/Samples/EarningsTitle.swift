/// Titles of earnings announcements.
enum EarningsTitle {
    /// `Earnings release: EPS 2.4, estimate 2.35`, as far as the figures are known.
    static func text(_ facts: EventFacts) -> String {
        var parts: [String] = []
        if let actual = facts.epsActual { parts.append("EPS \(plain(actual))") }
        if let estimate = facts.epsEstimate { parts.append("estimate \(plain(estimate))") }
        return parts.isEmpty ? "Earnings release" : "Earnings release: " + parts.joined(separator: ", ")
    }

    /// The shortest decimal text, without `.0`.
    private static func plain(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

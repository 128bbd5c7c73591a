/// Returns on a dense grid of sessions; a missing price makes a missing return (NaN).
public enum Returns {
    /// Simple returns over a number of sessions: `values[i] / values[i - sessions] - 1`, a fraction.
    ///
    /// The result has the length of `values`; its first `sessions` elements are NaN.
    public static func simple(_ values: [Double], over sessions: Int) -> [Double] {
        var result = [Double](repeating: .nan, count: values.count)
        guard sessions > 0, sessions < values.count else { return result }
        for index in sessions..<values.count {
            result[index] = values[index] / values[index - sessions] - 1
        }
        return result
    }
}

extension PriceSeries {
    /// Simple returns of the adjusted close over a number of sessions, a fraction.
    ///
    /// Element `i` ends at session `firstSession + i`. NaN where a close is missing or the level breaks in between.
    public func returns(over sessions: Int) -> [Double] {
        var result = Returns.simple(adjusted, over: sessions)
        for session in breaks {
            let first = max(session - firstSession, 0)
            let end = min(first + max(sessions, 0), result.count)
            for index in first..<max(first, end) { result[index] = .nan }
        }
        return result
    }
}

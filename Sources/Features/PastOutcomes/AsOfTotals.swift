/// Sums of past outcomes up to some outcome session.
struct OutcomeTotals: Sendable {
    /// Outcomes.
    var count = 0
    /// Outcomes with a realized impact.
    var impactCount = 0.0
    /// Sum of their realized impacts.
    var impactSum = 0.0
    /// Outcomes with a direction.
    var directedCount = 0.0
    /// Outcomes with direction +1.
    var positiveCount = 0.0
    /// Outcomes whose move can be measured in units of the stock's volatility.
    var moveCount = 0.0
    /// Sum of these moves.
    var moveSum = 0.0

    static let none = OutcomeTotals()
}

/// The gate through which features see outcomes: sums by key over the outcomes that had closed by a session.
///
/// Only `totals(of:closedBy:)` gives anything out, and it gives nothing that closed later.
struct AsOfTotals: Sendable {
    /// Outcome sessions, ascending within each key's range.
    private let sessions: [Int32]
    /// Totals over a key's outcomes up to and including each one.
    private let running: [OutcomeTotals]
    private let ranges: [Int: Range<Int>]

    /// Builds the gate.
    ///
    /// - Parameters:
    ///   - outcomes: single outcomes, by outcome session and then in an order that no later outcome changes.
    ///   - key: the key of each outcome.
    init(_ outcomes: [OutcomeRecord], key: (OutcomeRecord) -> Int) {
        let keys = outcomes.map(key)
        var sizes: [Int: Int] = [:]
        for key in keys { sizes[key, default: 0] += 1 }
        var ranges: [Int: Range<Int>] = [:]
        ranges.reserveCapacity(sizes.count)
        var start = 0
        for (key, size) in sizes {
            ranges[key] = start..<start + size
            start += size
        }
        var sessions = [Int32](repeating: 0, count: outcomes.count)
        var running = [OutcomeTotals](repeating: .none, count: outcomes.count)
        var next = ranges.mapValues(\.lowerBound)
        for (outcome, key) in zip(outcomes, keys) {
            guard let range = ranges[key], let position = next[key] else { continue }
            next[key] = position + 1
            sessions[position] = Int32(outcome.outcomeSession)
            let before = position > range.lowerBound ? running[position - 1] : .none
            running[position] = before.adding(outcome)
        }
        self.sessions = sessions
        self.running = running
        self.ranges = ranges
    }

    /// The totals over a key's outcomes whose outcome session is not after a session.
    func totals(of key: Int, closedBy session: Int) -> OutcomeTotals {
        guard let range = ranges[key] else { return .none }
        let closed = SortedSearch.countBelow(Int32(session) + 1, in: sessions, range: range)
        return closed > 0 ? running[range.lowerBound + closed - 1] : .none
    }
}

extension OutcomeTotals {
    fileprivate func adding(_ outcome: OutcomeRecord) -> OutcomeTotals {
        var sum = self
        sum.count += 1
        if !outcome.impact.isNaN {
            sum.impactCount += 1
            sum.impactSum += outcome.impact
        }
        if outcome.direction != 0 {
            sum.directedCount += 1
            sum.positiveCount += outcome.direction > 0 ? 1 : 0
        }
        if !outcome.move.isNaN {
            sum.moveCount += 1
            sum.moveSum += outcome.move
        }
        return sum
    }
}

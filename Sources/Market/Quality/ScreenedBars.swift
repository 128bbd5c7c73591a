/// Bars of one instrument in the order of their sessions, one a session, with what the rules found in them.
struct ScreenedBars {
    /// Bars in ascending order of session.
    let bars: [Bar]
    /// Session of each bar.
    let sessions: [Int]
    /// Why a bar is not used; nil where it is usable or has no close at all.
    var quarantine: [QuarantineReason?]
    /// Bars at which the level breaks, ascending.
    var breaks: [Int] = []
    /// What was found, in the order of the rules.
    var findings: [PriceFinding] = []

    init(bars: [Bar], sessions: [Int]) {
        self.bars = bars
        self.sessions = sessions
        quarantine = Array(repeating: nil, count: bars.count)
    }

    /// Bars without a calendar: each counts as a session of its own.
    init(bars: [Bar]) { self.init(bars: bars, sessions: Array(bars.indices)) }

    /// Bars by day, one a day; of two bars of one day the later one counts.
    static func onePerDay(_ bars: [Bar]) -> [Bar] {
        var result: [Bar] = []
        result.reserveCapacity(bars.count)
        for bar in ascending(bars) {
            if result.last?.day == bar.day { result.removeLast() }
            result.append(bar)
        }
        return result
    }

    /// Bars by day, those of one day in their given order.
    static func ascending(_ bars: [Bar]) -> [Bar] {
        if zip(bars, bars.dropFirst()).allSatisfy({ $0.day <= $1.day }) { return bars }
        // Ties are broken by position, so the order does not depend on the sorting algorithm.
        return bars.indices.sorted { (bars[$0].day, $0) < (bars[$1].day, $1) }.map { bars[$0] }
    }

    /// Runs every rule in the order in which they build on each other.
    mutating func screen() {
        BarRules.screen(&self)
        UnitErrorRule.screen(&self)
        StaleRunRule.screen(&self)
        MissingSplitRule.screen(&self)
        DividendRule.screen(&self)
    }

    /// Whether the bar has a close and an adjusted close that no rule has set aside.
    func isUsable(_ index: Int) -> Bool {
        quarantine[index] == nil && bars[index].close > 0 && bars[index].adjustedClose > 0
    }

    /// Sets a bar aside.
    mutating func setAside(_ index: Int, _ reason: QuarantineReason, _ detail: String) {
        quarantine[index] = reason
        findings.append(PriceFinding(day: bars[index].day, reason: reason, detail: detail))
    }

    /// Marks a change of level between the usable bar before and this bar.
    mutating func breakLevel(at index: Int, _ reason: QuarantineReason, _ detail: String) {
        if let position = breaks.firstIndex(where: { $0 >= index }) {
            if breaks[position] != index { breaks.insert(index, at: position) }
        } else {
            breaks.append(index)
        }
        findings.append(PriceFinding(day: bars[index].day, reason: reason, detail: detail))
    }
}

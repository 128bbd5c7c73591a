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
    mutating func breakLevel(at index: Int, _ detail: String) {
        breaks.append(index)
        findings.append(PriceFinding(day: bars[index].day, reason: .missingSplit, detail: detail))
    }
}

/// What the gate says about one head.
public struct HeadDecision: Codable, Hashable, Sendable {
    /// The head.
    public let head: Head
    /// Whether it may be used: better than its baseline beyond chance, no canary against it.
    public let passed: Bool
    /// Why not; empty where it passed.
    public let refusals: [Refusal]
    /// Against the base score (absolute error in impact points) or the base rate (Brier score).
    public let againstBaseline: SkillTest?
    /// Against the present champion's predictions; nil without a champion that has this head.
    public let againstChampion: SkillTest?
    /// Against the median of the item group, which a magnitude head must beat too; nil for the direction head.
    public let againstItemGroupMedian: SkillTest?
    /// Whether it beats the champion's head beyond chance; nil without a champion that has this head.
    public let beatsChampion: Bool?

    /// The reasons in one line; says what passed where there are none.
    public var reason: String {
        guard refusals.isEmpty else { return refusals.map(\.text).joined(separator: "; ") }
        guard let test = againstBaseline else { return "passed" }
        let unit = head == .magnitude ? "impact points" : "Brier score"
        let median =
            againstItemGroupMedian.map {
                ", \(ReasonNumber.text($0.meanSkill)) against item-group medians, at least "
                    + "\(ReasonNumber.text($0.lowerBound)),"
            } ?? ","
        return
            "saves \(ReasonNumber.text(test.meanSkill)) \(unit), at least \(ReasonNumber.text(test.lowerBound))"
            + "\(median) on \(test.n) events of \(test.companies) companies (adjusted p \(ReasonNumber.probability(test.adjustedP)))"
    }
}

/// What the gate says about a newly trained model.
public struct GateDecision: Codable, Hashable, Sendable {
    /// Whether the model may become the champion of its slot.
    public let passed: Bool
    /// Why, or why not, in one line.
    public let reason: String
    /// Reasons against promotion; empty where it passed.
    public let refusals: [Refusal]
    /// The magnitude head.
    public let magnitude: HeadDecision
    /// The direction head.
    public let direction: HeadDecision

    /// The decision about a head.
    public func head(_ head: Head) -> HeadDecision {
        switch head {
        case .magnitude: magnitude
        case .direction: direction
        }
    }

    /// Heads that may be used.
    public var usableHeads: Set<Head> { Set(Head.allCases.filter { self.head($0).passed }) }
}

/// Numbers in reasons: four significant digits, no locale.
enum ReasonNumber {
    /// A p-value; tiny ones are said to be below one in ten thousand, never zero.
    static func probability(_ value: Double) -> String {
        value < 0.0001 ? "below 0.0001" : text(value)
    }

    static func text(_ value: Double) -> String {
        guard value.isFinite else { return "\(value)" }
        guard value != 0 else { return "0" }
        var digits = 0
        var scaled = value.magnitude
        while scaled < 1_000, digits < 6 {
            scaled *= 10
            digits += 1
        }
        var unit = 1.0
        for _ in 0..<digits { unit *= 10 }
        let rounded = (value * unit).rounded() / unit
        return rounded == rounded.rounded() && rounded.magnitude < 1e15 ? "\(Int(rounded))" : "\(rounded)"
    }
}

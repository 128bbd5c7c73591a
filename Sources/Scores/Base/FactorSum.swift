/// A sum of factors in the making.
struct FactorSum {
    private(set) var factors: [ScoreFactor] = []
    private(set) var total = 0.0
    var notes: [String] = []

    /// Adds points; a factor without points leaves no trace.
    mutating func add(_ id: String, _ group: FactorGroup, _ points: Double, _ why: String) {
        guard points != 0 else { return }
        factors.append(ScoreFactor(id: id, group: group, points: points, why: why))
        total += points
    }

    /// Adds the points by which a multiplier changes the sum so far.
    mutating func multiply(_ id: String, _ group: FactorGroup, by multiplier: Double, _ why: String) {
        add(id, group, total * (multiplier - 1), why)
    }

    /// Adds what keeps the sum inside 0...100 and returns it as a score.
    mutating func closeInsideScale() -> ImpactScore {
        let score = ImpactScore(clamping: total)
        add("clamp", .clamp, score.value - total, "Scores stay between 0 and 100.")
        return score
    }
}

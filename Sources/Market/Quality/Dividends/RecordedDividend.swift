/// A dividend that a source records, and what the source's adjusted closes make of it.
struct RecordedDividend {
    /// Index of the bar of the ex-date.
    let index: Int
    /// Place of that bar among the bars with prices.
    let position: Int
    /// Cash per share.
    let amount: Double
    /// Close of the bar before.
    let closeBefore: Double
    /// Factor by which the source adjusted the closes before the ex-date for this day alone.
    let applied: Double

    /// The amount for which the source adjusted, by its own factor.
    var implied: Double { (1 - applied) * closeBefore }

    /// The amount as a share of the close before.
    var yield: Double { amount / closeBefore }

    /// Factor for the closes before an ex-date: 1 - amount / close before it.
    ///
    /// Source: the field's formula for dividend adjustment (Center for Research in Security Prices, "factor to adjust
    /// price").
    func factor(for amount: Double) -> Double { 1 - amount / closeBefore }
}

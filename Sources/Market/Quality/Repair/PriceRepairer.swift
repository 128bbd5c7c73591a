/// Repairs what is wrong with the bars of a price source where the series itself proves the right value.
///
/// What cannot be proved stays as it is; the rules of `PriceSeriesBuilder` then set it aside. The repairs use the same
/// rules, so that nothing is repaired that would not have been set aside, and nothing is set aside that was repaired.
public enum PriceRepairer {
    /// Repairs the bars of one instrument.
    ///
    /// In order: single values of a bar, units of the currency, splits that are recorded and not applied, dividends
    /// and the adjusted closes that follow from them.
    ///
    /// - Parameter bars: bars in any order; of two bars of one day the later one counts.
    /// - Returns: bars by day with the right values in place, and each value that was replaced.
    public static func repair(_ bars: [Bar]) -> RepairedBars {
        var draft = RepairDraft(bars: ScreenedBars.onePerDay(bars))
        BarRepair.apply(&draft)
        UnitRepair.apply(&draft)
        SplitRepair.apply(&draft)
        DividendRepair.apply(&draft)
        return draft.finish()
    }
}

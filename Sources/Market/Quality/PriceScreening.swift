/// What is wrong with the bars of one instrument, by the rules that need no calendar.
public enum PriceScreening {
    /// Screens bars of any exchange.
    ///
    /// `PriceSeriesBuilder` applies the same rules on its exchange's sessions.
    ///
    /// - Parameter bars: bars in any order; of two bars of one day the later one counts.
    /// - Returns: what is wrong with which bar, by day.
    public static func findings(_ bars: [Bar]) -> [PriceFinding] {
        var screened = ScreenedBars(bars: ScreenedBars.onePerDay(bars))
        screened.screen()
        return screened.findings.sorted { ($0.day, $0.reason.code) < ($1.day, $1.reason.code) }
    }
}

import Market

/// Joins the bars of a source with those stored before, without ever mixing two adjustments.
///
/// A source that covers all stored days replaces them. One that covers only some is joined where the adjusted closes of the common days
/// agree; where they do not, the source was adjusted on another day and the join is refused.
enum PriceMerge {
    /// Relative difference up to which two adjusted closes of one day count as the same.
    private static let tolerance = 1e-6

    /// Why a join is refused.
    struct Conflict: Error, CustomStringConvertible {
        let ticker: String
        let day: TradingDay
        let stored: Double
        let given: Double
        let days: Int

        var description: String {
            "prices of \(ticker) are adjusted differently from the stored ones on \(days) common days "
                + "(\(day): \(given), stored \(stored)); import the whole history of \(ticker)"
        }
    }

    /// The bars that result, sorted by day.
    static func merge(
        ticker: String,
        stored: [Bar],
        given: [Bar]
    ) throws(Conflict) -> [Bar] {
        guard let storedFirst = stored.first, let storedLast = stored.last, let givenFirst = given.first,
            let givenLast = given.last
        else { return given.isEmpty ? stored : given }
        if givenFirst.day <= storedFirst.day && givenLast.day >= storedLast.day { return given }
        var byDay: [TradingDay: Bar] = [:]
        for bar in stored { byDay[bar.day] = bar }
        var conflicts: [Bar] = []
        for bar in given {
            guard let former = byDay[bar.day] else { continue }
            let difference = abs(former.adjustedClose - bar.adjustedClose)
            if difference > tolerance * abs(former.adjustedClose) { conflicts.append(bar) }
        }
        // One corrected close is a correction; a shifted level is another adjustment.
        if conflicts.count > 1, let first = conflicts.first, let former = byDay[first.day] {
            throw Conflict(
                ticker: ticker,
                day: first.day,
                stored: former.adjustedClose,
                given: first.adjustedClose,
                days: conflicts.count
            )
        }
        for bar in given { byDay[bar.day] = bar }
        return byDay.values.sorted { $0.day < $1.day }
    }
}

/// The bars of a price source after repair, and every value that was replaced.
public struct RepairedBars: Sendable {
    /// Bars by day, one a day, with the repaired values.
    public let bars: [Bar]
    /// Every replaced value by day and field, each once, with the source's own value.
    public let repairs: [PriceRepair]

    /// The bars as the source gave them: every repair taken back.
    public var raw: [Bar] { Self.taking(back: repairs, from: bars) }

    /// Bars with repairs taken back.
    ///
    /// - Parameters:
    ///   - repairs: what was replaced, by day.
    ///   - bars: the repaired bars, by day.
    /// - Returns: the bars with the source's own values.
    public static func taking(back repairs: [PriceRepair], from bars: [Bar]) -> [Bar] {
        var raw = bars
        var position = 0
        for repair in repairs {
            while position < raw.count, raw[position].day < repair.day { position += 1 }
            guard position < raw.count, raw[position].day == repair.day else { continue }
            raw[position][repair.field] = repair.old
        }
        return raw
    }
}

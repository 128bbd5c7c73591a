/// Repairs dividends whose right amount is certain, and the adjusted closes that follow from them.
enum DividendRepair {
    /// Relative difference up to which two factors are the same: single precision with room.
    static let sameFactor = 0.000_001

    static func apply(_ draft: inout RepairDraft) {
        var screened = ScreenedBars(bars: draft.bars)
        BarRules.screen(&screened)
        UnitErrorRule.screen(&screened)
        MissingSplitRule.screen(&screened)
        guard let series = DividendSeries(screened) else { return }
        // Factor for the adjusted closes before a day, from the newest day back.
        var factor = 1.0
        var correction: (last: TradingDay, detail: String)?
        var end = draft.bars.count
        for (dividend, verdict) in zip(series.dividends, DividendRule.verdicts(series)).reversed() {
            guard case .certain(let amount, let right, let reason, let detail) = verdict else { continue }
            rescale(&draft, dividend.index..<end, by: factor, correction)
            end = dividend.index
            if amount != dividend.amount { draft.set(dividend.index, .dividend, to: amount, reason, detail) }
            guard abs(right / dividend.applied - 1) > sameFactor else { continue }
            factor *= right / dividend.applied
            let day = draft.bars[dividend.index].day
            correction = (
                correction?.last ?? day,
                "adjusted anew for the dividends of \(day) to \(correction?.last ?? day)"
            )
        }
        rescale(&draft, 0..<end, by: factor, correction)
    }

    private static func rescale(
        _ draft: inout RepairDraft,
        _ range: Range<Int>,
        by factor: Double,
        _ correction: (last: TradingDay, detail: String)?
    ) {
        guard let correction else { return }
        for index in range
        where draft.bars[index].adjustedClose.isFinite && draft.bars[index].adjustedClose != 0 {
            draft.set(
                index,
                .adjustedClose,
                to: draft.bars[index].adjustedClose * factor,
                .dividendAdjustment,
                correction.detail
            )
        }
    }
}

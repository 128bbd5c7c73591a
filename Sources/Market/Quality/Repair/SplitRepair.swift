import Foundation

/// Adjusts bars for a split that the source records and did not apply to them.
enum SplitRepair {
    /// Largest distance of the open's jump from the ratio, between natural logarithms: no news, the market knew.
    static let openTolerance = 0.08
    /// How many bars without the split may stand between bars that have it.
    static let longestRun = 60

    static func apply(_ draft: inout RepairDraft) {
        guard draft.bars.contains(where: { $0.splitFactor > 0 && $0.splitFactor != 1 }) else { return }
        var screened = ScreenedBars(bars: draft.bars)
        BarRules.screen(&screened)
        let usable = draft.bars.indices.filter { screened.isUsable($0) }
        // From the newest day back, since a repair changes the level of earlier bars.
        for position in usable.indices.dropFirst().reversed() {
            guard let jump = jump(draft.bars, usable, position), abs(jump) >= MissingSplitRule.smallestJump,
                let split = MissingSplitRule.recordedSplit(draft.bars, near: usable[position], jump: jump),
                let first = firstWithout(split, draft.bars, usable, position, jump)
            else { continue }
            adjust(&draft, usable[first]..<usable[position], split, after: usable[position...])
        }
    }

    private static func jump(_ bars: [Bar], _ usable: [Int], _ position: Int) -> Double? {
        let ratio = bars[usable[position]].adjustedClose / bars[usable[position - 1]].adjustedClose
        return ratio > 0 && ratio.isFinite ? log(ratio) : nil
    }

    /// Where the bars without the split begin; nil where it is not certain that they lack it.
    private static func firstWithout(
        _ split: (day: TradingDay, factor: Double, isForward: Bool),
        _ bars: [Bar],
        _ usable: [Int],
        _ position: Int,
        _ jump: Double
    ) -> Int? {
        // A jump into the run and out of it again by the same ratio.
        for start in stride(from: position - 1, through: max(1, position - longestRun), by: -1) {
            guard let entry = Self.jump(bars, usable, start) else { break }
            if abs(entry + jump) <= MissingSplitRule.recorded, abs(entry) >= MissingSplitRule.smallestJump {
                return start
            }
        }
        // No way in: all bars before lack the split, if the open shows the ratio and nothing but it. A move that might
        // be a way in, blurred by news, leaves it open.
        guard split.isForward, !hasBlurredEntry(bars, usable, position, jump) else { return nil }
        let before = bars[usable[position - 1]]
        let bar = bars[usable[position]]
        let open = bar.open * (bar.adjustedClose / bar.close) / before.adjustedClose
        guard open > 0, abs(log(open) + log(split.factor)) <= openTolerance else { return nil }
        return 0
    }

    private static func hasBlurredEntry(
        _ bars: [Bar],
        _ usable: [Int],
        _ position: Int,
        _ jump: Double
    ) -> Bool {
        (max(1, position - longestRun)..<position).contains { start in
            Self.jump(bars, usable, start).map { $0 / -jump > 0.5 } ?? true
        }
    }

    private static func adjust(
        _ draft: inout RepairDraft,
        _ run: Range<Int>,
        _ split: (day: TradingDay, factor: Double, isForward: Bool),
        after: ArraySlice<Int>
    ) {
        let factor = split.isForward ? 1 / split.factor : split.factor
        let scalesVolume = isVolumeAsTraded(draft.bars, run, after, factor)
        let detail =
            "the split by \(split.factor) recorded on \(split.day) is missing from the bars of "
            + "\(draft.bars[run.lowerBound].day) to \(draft.bars[run.upperBound - 1].day)"
        for index in run {
            for field in PriceField.session + [.adjustedClose] where draft.bars[index][field] > 0 {
                draft.set(index, field, to: draft.bars[index][field] * factor, .splitNotApplied, detail)
            }
            if isDividendAsPaid(draft.bars, index, factor) {
                draft.set(index, .dividend, to: draft.bars[index].dividend * factor, .splitNotApplied, detail)
            }
            if scalesVolume, draft.bars[index].volume > 0 {
                draft.set(index, .volume, to: draft.bars[index].volume / factor, .splitNotApplied, detail)
            }
        }
    }

    /// Whether a dividend lacks the split too: the adjusted closes, now right, agree with it only once it is adjusted.
    private static func isDividendAsPaid(_ bars: [Bar], _ index: Int, _ factor: Double) -> Bool {
        let dividend = bars[index].dividend
        guard dividend > 0, index > 0, bars[index - 1].close > 0, bars[index - 1].adjustedClose > 0 else {
            return false
        }
        let before = bars[index - 1]
        let applied = before.adjustedClose / before.close / (bars[index].adjustedClose / bars[index].close)
        let implied = (1 - applied) * before.close
        return abs(implied - dividend * factor) < abs(implied - dividend)
    }

    /// Whether the volumes lack the split too, as those of bars without it do; not where they fit clearly better as
    /// they are.
    private static func isVolumeAsTraded(
        _ bars: [Bar],
        _ run: Range<Int>,
        _ after: ArraySlice<Int>,
        _ factor: Double
    ) -> Bool {
        let old = run.suffix(UsualTrading.lookBack).map { bars[$0].volume }.filter { $0 > 0 }
        let new = after.prefix(UsualTrading.lookBack).map { bars[$0].volume }.filter { $0 > 0 }
        guard let old = Median.of(old), let new = Median.of(new) else { return true }
        return abs(log(new / old * factor)) < abs(log(new / old)) + 0.5 * abs(log(factor))
    }
}

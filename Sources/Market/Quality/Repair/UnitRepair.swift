import Foundation

/// Brings prices that stand in another unit of the currency into the unit of the rest.
enum UnitRepair {
    /// Largest distance of a lasting change of level from a hundredfold, between natural logarithms.
    static let lastingTolerance = 0.1
    /// Fewest bars on either side of a lasting change.
    static let lastingBars = 5
    /// Largest factor between the volumes on either side of a lasting change.
    static let lastingVolume = 5.0

    static func apply(_ draft: inout RepairDraft) {
        repairRuns(&draft)
        repairFields(&draft)
        repairLasting(&draft)
    }

    // MARK: Runs with a way back

    private static func repairRuns(_ draft: inout RepairDraft) {
        var screened = ScreenedBars(bars: draft.bars)
        BarRules.screen(&screened)
        for run in UnitErrorRule.runs(in: screened) {
            let before = draft.bars[run.before]
            let detail =
                "between \(before.close) on \(before.day) and \(draft.bars[run.after].close) on "
                + "\(draft.bars[run.after].day)"
            // Bars that another rule sets aside stand in the same unit.
            for index in (run.before + 1)..<run.after {
                scale(&draft, index, by: run.isTooLarge ? 0.01 : 100, beside: before, detail)
            }
        }
    }

    /// Scales each price of a bar for which the scaled value lies nearer to what the bar before tells.
    private static func scale(
        _ draft: inout RepairDraft,
        _ index: Int,
        by factor: Double,
        beside before: Bar,
        _ detail: String
    ) {
        for field in PriceField.session + [.adjustedClose] {
            let value = draft.bars[index][field]
            let reference = field == .adjustedClose ? before.adjustedClose : before.close
            guard value > 0, value.isFinite,
                abs(log(value * factor / reference)) < abs(log(value / reference))
            else { continue }
            draft.set(index, field, to: value * factor, .unitError, detail)
        }
    }

    // MARK: Single fields

    /// Scales fields that are a hundred times off while others of the same bar agree with the days around.
    private static func repairFields(_ draft: inout RepairDraft) {
        for index in draft.bars.indices.dropFirst().dropLast() {
            let bar = draft.bars[index]
            let before = draft.bars[index - 1]
            let after = draft.bars[index + 1]
            guard isNear(after.close, before.close), isNear(after.adjustedClose, before.adjustedClose) else {
                continue
            }
            let off = (PriceField.session + [.adjustedClose]).compactMap { field -> (PriceField, Double)? in
                let reference = field == .adjustedClose ? before.adjustedClose : before.close
                guard let direction = UnitErrorRule.direction(bar[field] / reference) else { return nil }
                return (field, direction > 0 ? 0.01 : 100)
            }
            guard !off.isEmpty, PriceField.session.contains(where: { isNear(bar[$0], before.close) }) else {
                continue
            }
            for (field, factor) in off {
                let detail =
                    "close \(before.close) on \(before.day) and \(after.close) on \(after.day); open \(bar.open), "
                    + "high \(bar.high), low \(bar.low), close \(bar.close) on the day itself"
                draft.set(index, field, to: bar[field] * factor, .unitError, detail)
            }
        }
    }

    private static func isNear(_ price: Double, _ other: Double) -> Bool {
        price > 0 && other > 0 && abs(log(price / other)) <= BarRepair.inLine
    }

    // MARK: Lasting changes

    /// Brings the bars before a lasting change of unit into the newer one.
    ///
    /// A split changes the volume with the price; a change of unit leaves it as it was.
    private static func repairLasting(_ draft: inout RepairDraft) {
        let usable = draft.bars.indices.filter {
            draft.bars[$0].close > 0 && draft.bars[$0].adjustedClose > 0
        }
        guard usable.count >= 2 * lastingBars else { return }
        for position in (lastingBars...(usable.count - lastingBars)).reversed() {
            let before = draft.bars[usable[position - 1]]
            let bar = draft.bars[usable[position]]
            guard let direction = UnitErrorRule.direction(bar.adjustedClose / before.adjustedClose) else {
                continue
            }
            let factor = direction > 0 ? 100.0 : 0.01
            guard abs(log(bar.adjustedClose / before.adjustedClose / factor)) <= lastingTolerance,
                !(bar.open > 0) || abs(log(bar.open / before.close / factor)) <= UnitErrorRule.tolerance,
                isLevel(draft.bars, usable[(position - lastingBars)..<position]),
                isLevel(draft.bars, usable[position..<(position + lastingBars)]),
                !returns(draft.bars, usable[position...].prefix(UnitErrorRule.longestRun)),
                !hasSplit(draft.bars, near: usable[position]),
                keepsVolume(draft.bars, usable, position)
            else { continue }
            let detail =
                "close \(before.close) on \(before.day), \(bar.close) on \(bar.day) and since, with the volume of before"
            for index in 0..<usable[position] {
                for field in PriceField.session + [.adjustedClose, .dividend]
                where draft.bars[index][field] > 0 {
                    draft.set(index, field, to: draft.bars[index][field] * factor, .unitError, detail)
                }
            }
        }
    }

    /// Whether all closes lie near each other.
    private static func isLevel(_ bars: [Bar], _ indices: ArraySlice<Int>) -> Bool {
        guard let first = indices.first else { return false }
        return indices.allSatisfy { abs(log(bars[$0].close / bars[first].close)) <= 2 * BarRepair.inLine }
    }

    /// Whether a close lies far from the first.
    private static func returns(_ bars: [Bar], _ indices: ArraySlice<Int>) -> Bool {
        guard let first = indices.first else { return false }
        return indices.contains { abs(log(bars[$0].close / bars[first].close)) > log(10) }
    }

    private static func hasSplit(_ bars: [Bar], near index: Int) -> Bool {
        let nearby =
            max(
                0,
                index - MissingSplitRule.recordedWithin
            )...min(
                bars.count - 1,
                index + MissingSplitRule.recordedWithin
            )
        return nearby.contains { bars[$0].splitFactor > 0 && bars[$0].splitFactor != 1 }
    }

    private static func keepsVolume(_ bars: [Bar], _ usable: [Int], _ position: Int) -> Bool {
        let before = usable[..<position].suffix(UsualTrading.lookBack).map { bars[$0].volume }
        let after = usable[position...].prefix(UsualTrading.lookBack).map { bars[$0].volume }
        guard let old = Median.of(before.filter { $0 > 0 }), let new = Median.of(after.filter { $0 > 0 })
        else {
            return false
        }
        return new / old <= lastingVolume && old / new <= lastingVolume
    }
}

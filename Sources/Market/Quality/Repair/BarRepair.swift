import Foundation

/// Repairs single values of a bar that its other values and its neighbours prove.
enum BarRepair {
    /// Largest distance of a close from its neighbour's for the close to be trusted, between natural logarithms.
    static let inLine = 0.33
    /// Largest relative difference between the adjustments before and after a day for both to be the day's own.
    static let sameAdjustment = 0.000_01

    static func apply(_ draft: inout RepairDraft) {
        for index in draft.bars.indices {
            completeCloses(&draft, index)
            repairRange(&draft, index)
        }
    }

    // MARK: Closes

    /// Fills in a close or an adjusted close from the other one where the days around have one and the same factor.
    private static func completeCloses(_ draft: inout RepairDraft, _ index: Int) {
        let bar = draft.bars[index]
        let hasClose = isPrice(bar.close)
        let hasAdjusted = isPrice(bar.adjustedClose)
        guard hasClose != hasAdjusted, bar.dividend == 0, !(bar.adjustedClose < 0), !(bar.close < 0),
            index > 0, index + 1 < draft.bars.count,
            let before = factor(draft.bars[index - 1]), let after = factor(draft.bars[index + 1]),
            abs(before / after - 1) <= sameAdjustment
        else { return }
        let detail = "the adjusted close is \(after) times the close on the days around"
        if hasClose {
            draft.set(index, .adjustedClose, to: bar.close * after, .missingClose, detail)
        } else {
            draft.set(index, .close, to: bar.adjustedClose / after, .missingClose, detail)
        }
    }

    private static func factor(_ bar: Bar) -> Double? {
        isPrice(bar.close) && isPrice(bar.adjustedClose) ? bar.adjustedClose / bar.close : nil
    }

    // MARK: Range

    private static func repairRange(_ draft: inout RepairDraft, _ index: Int) {
        let bar = draft.bars[index]
        guard isPrice(bar.close), isPrice(bar.adjustedClose) else { return }
        if bar.high > 0, bar.low > 0, bar.high < bar.low - bar.low * BarRules.inversionTolerance {
            let inside = bar.high...bar.low
            guard inside.contains(bar.close), !(bar.open > 0) || inside.contains(bar.open) else { return }
            let detail =
                "open \(bar.open) and close \(bar.close) lie between low \(bar.low) and high \(bar.high)"
            draft.set(index, .high, to: bar.low, .exchangedRange, detail)
            draft.set(index, .low, to: bar.high, .exchangedRange, detail)
            return
        }
        // Zero for the whole range is how sources write that they do not know it; BarRules lets it pass.
        guard isImpossible(bar.high) != isImpossible(bar.low), isInLine(draft.bars, index) else { return }
        let field: PriceField = isImpossible(bar.high) ? .high : .low
        draft.set(
            index,
            field,
            to: .nan,
            .impossibleRange,
            "\(field.rawValue) \(bar[field]) beside a close of \(bar.close) in line with the days around"
        )
    }

    private static func isImpossible(_ price: Double) -> Bool { price <= 0 || price == .infinity }

    private static func isPrice(_ price: Double) -> Bool { price > 0 && price.isFinite }

    private static func isInLine(_ bars: [Bar], _ index: Int) -> Bool {
        [index - 1, index + 1].contains { other in
            bars.indices.contains(other) && isPrice(bars[other].close)
                && abs(log(bars[index].close / bars[other].close)) <= inLine
        }
    }
}

/// Bars under repair, with the values that they came with.
struct RepairDraft {
    /// Bars by day, one a day, with the repairs so far.
    private(set) var bars: [Bar]

    private struct Cell: Hashable {
        let index: Int
        let field: Int
    }

    private let original: [Bar]
    private var changes: [Cell: (reason: PriceRepairReason, detail: String)] = [:]

    init(bars: [Bar]) {
        self.bars = bars
        original = bars
    }

    /// Replaces a value; of two repairs of one cell the later one's reason stays.
    mutating func set(
        _ index: Int,
        _ field: PriceField,
        to value: Double,
        _ reason: PriceRepairReason,
        _ detail: String
    ) {
        bars[index][field] = value
        changes[Cell(index: index, field: Self.position(field))] = (reason, detail)
    }

    /// Bars and repairs; a cell that came back to its first value is no repair.
    func finish() -> RepairedBars {
        let cells = changes.keys.sorted { ($0.index, $0.field) < ($1.index, $1.field) }
        let repairs = cells.compactMap { cell -> PriceRepair? in
            let field = PriceField.allCases[cell.field]
            let old = original[cell.index][field]
            let new = bars[cell.index][field]
            guard let change = changes[cell], old != new, !(old.isNaN && new.isNaN) else { return nil }
            return PriceRepair(
                day: bars[cell.index].day,
                field: field,
                old: old,
                new: new,
                reason: change.reason,
                detail: change.detail
            )
        }
        return RepairedBars(bars: bars, repairs: repairs)
    }

    private static func position(_ field: PriceField) -> Int {
        switch field {
        case .open: 0
        case .high: 1
        case .low: 2
        case .close: 3
        case .adjustedClose: 4
        case .volume: 5
        case .dividend: 6
        case .splitFactor: 7
        }
    }
}

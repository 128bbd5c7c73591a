import Boosting
import Foundation

/// What one head learns from a data set: a label per row, and the rows that have one.
struct HeadData: Sendable {
    let head: Head
    /// All rows of the data set.
    let rows: DenseRows
    /// Realized impact as a share 0...1, or 1 for an abnormal return above zero; 0 where unusable.
    let labels: [Float]
    /// Whether a row has a label: an impact is known; the move lies outside the neutral band.
    let usable: [Bool]

    init(head: Head, rows: DenseRows, data: [TrainingRow]) {
        self.head = head
        self.rows = rows
        switch head {
        case .magnitude:
            labels = data.map { Float(($0.realizedImpact ?? 0) / 100) }
            usable = data.map { $0.realizedImpact != nil }
        case .direction:
            labels = data.map { $0.abnormalReturn > 0 ? 1 : 0 }
            usable = data.map { $0.direction != 0 }
        }
    }

    init(head: Head, rows: DenseRows, labels: [Float], usable: [Bool]) {
        self.head = head
        self.rows = rows
        self.labels = labels
        self.usable = usable
    }

    /// The named rows with their labels.
    func labelled(_ indices: [Int]) throws(BoostingError) -> LabelledRows {
        try LabelledRows(rows: rows.selecting(indices), labels: indices.map { labels[$0] })
    }

    /// Best constant answer for the named rows: their median impact, or their share of up kept off 0 and 1.
    func constant(_ indices: [Int]) -> Double {
        switch head {
        case .magnitude:
            return Self.median(indices.map { Double(labels[$0]) }) ?? 0.5
        case .direction:
            let ups = indices.reduce(0.0) { $0 + Double(labels[$1]) }
            return (ups + 0.5) / (Double(indices.count) + 1)
        }
    }

    /// Mean loss that early stopping watches when every named row gets one answer: absolute error, or log loss.
    func constantLoss(_ answer: Double, on indices: [Int]) -> Double {
        var sum = 0.0
        for index in indices {
            let label = Double(labels[index])
            switch head {
            case .magnitude: sum += (label - answer).magnitude
            case .direction: sum -= log(label > 0.5 ? answer : 1 - answer)
            }
        }
        return indices.isEmpty ? 0 : sum / Double(indices.count)
    }

    static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}

import Boosting
import Foundation
import Testing

/// The files of `Tests/Fixtures/xgboost`, made by Python's xgboost 3.2.0 (`scripts/fixtures/make_xgboost.py`).
enum Fixture {
    /// What the fixture holds for one objective.
    struct Expected {
        var margins: [Float] = []
        var values: [Float] = []
        /// Row-major, the bias last in each row.
        var contributions: [Float] = []
    }

    static let columns = ["surprise", "volatility", "return_20", "hour", "count_90", "beta"]

    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/xgboost")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    static func name(_ objective: BoosterParameters.Objective) -> String {
        switch objective {
        case .absoluteError: "absolute"
        case .logistic: "logistic"
        case .squaredError: "squared"
        }
    }

    static func rows() throws -> DenseRows {
        try DenseRows(columns: columns, values: table("rows.csv").flatMap { $0.prefix(columns.count) })
    }

    static func labelled(_ objective: BoosterParameters.Objective) throws -> LabelledRows {
        let labels = try table("rows.csv").map { $0[objective == .logistic ? 7 : 6] }
        return try LabelledRows(rows: rows(), labels: labels)
    }

    static func expected(_ objective: BoosterParameters.Objective) throws -> Expected {
        var expected = Expected()
        for row in try table("\(name(objective)).csv") {
            expected.margins.append(row[0])
            expected.values.append(row[1])
            expected.contributions.append(contentsOf: row[2...])
        }
        return expected
    }

    private static func table(_ name: String) throws -> [[Float]] {
        let text = String(decoding: try bytes(name), as: UTF8.self)
        return try text.split(separator: "\n").dropFirst().map { line in
            try line.split(separator: ",", omittingEmptySubsequences: false).map { field in
                field.isEmpty ? .nan : try #require(Float(field))
            }
        }
    }
}

import Boosting
import Testing

@Suite("Rows and labels")
struct DenseRowsTests {
    @Test("rows and columns are cut out of the row-major values")
    func access() throws {
        let rows = try DenseRows(columns: ["a", "b"], values: [1, 2, 3, 4, 5, 6])
        #expect(rows.rowCount == 3)
        #expect(rows.columnCount == 2)
        #expect(Array(rows.row(1)) == [3, 4])
        #expect(rows.column(1) == [2, 4, 6])
        let picked = rows.selecting([2, 0, 2])
        #expect(picked.values == [5, 6, 1, 2, 5, 6])
        #expect(picked.columns == rows.columns)
        #expect(rows.selecting([]).rowCount == 0)
    }

    @Test(
        "unusable columns and shapes are refused with the reason",
        arguments: [
            ([], [], "columns: there are none; accepted: at least one"),
            (["a", ""], [], "columns: column 1 has an empty name"),
            (["a", "a"], [], "columns: \"a\" occurs twice"),
            (["a[0]"], [], "columns: \"a[0]\" is no name; accepted: no [, ], < or control characters"),
            (["a\n"], [], "columns: \"a\\n\" is no name; accepted: no [, ], < or control characters"),
            (["a", "b"], [1, 2, 3], "rows: 3 values do not fill rows of 2 columns"),
            (
                ["a", "b"], [1, 2, 3, .infinity],
                "rows: row 1, column \"b\" is inf; accepted: finite, or NaN if missing"
            ),
        ] as [([String], [Float], String)]
    )
    func refusedRows(_ columns: [String], _ values: [Float], _ message: String) {
        let error = #expect(throws: BoostingError.self) { try DenseRows(columns: columns, values: values) }
        #expect(error?.description == message)
    }

    @Test(
        "unusable labels and weights are refused with the reason",
        arguments: [
            ([1], nil, "labels: 1 labels for 2 rows"),
            ([1, .nan], nil, "labels: label 1 is nan; accepted: finite"),
            ([1, 2], [1], "labels: 1 weights for 2 rows"),
            ([1, 2], [1, -1], "labels: weight 1 is -1.0; accepted: finite, 0 or more"),
            ([1, 2], [.infinity, 1], "labels: weight 0 is inf; accepted: finite, 0 or more"),
            ([1, 2], [0, 0], "labels: all weights are 0; accepted: at least one above 0"),
        ] as [([Float], [Float]?, String)]
    )
    func refusedLabels(_ labels: [Float], _ weights: [Float]?, _ message: String) throws {
        let rows = try DenseRows(columns: ["a"], values: [1, .nan])
        let error = #expect(throws: BoostingError.self) {
            try LabelledRows(rows: rows, labels: labels, weights: weights)
        }
        #expect(error?.description == message)
    }

    @Test("no rows cannot be labelled")
    func noRows() throws {
        let rows = try DenseRows(columns: ["a"], values: [])
        #expect(throws: BoostingError.labels("there are no rows; accepted: at least one")) {
            try LabelledRows(rows: rows, labels: [])
        }
    }

    @Test("labels and weights follow the selected rows")
    func selecting() throws {
        let rows = try DenseRows(columns: ["a"], values: [1, 2, 3])
        let labelled = try LabelledRows(rows: rows, labels: [10, 20, 30], weights: [1, 0, 2])
        let picked = try labelled.selecting([2, 1])
        #expect(picked.rows.values == [3, 2])
        #expect(picked.labels == [30, 20])
        #expect(picked.weights == [2, 0])
        #expect(throws: BoostingError.self) { try labelled.selecting([1]) }
    }
}

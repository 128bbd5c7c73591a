import Features
import Market

/// All features of all events at all horizons, from memory.
struct FeatureBench {
    private let world: BenchWorld

    init(database: String) throws {
        world = try BenchWorld(database: database)
    }

    /// One pass: everything that depends on whole series, then every row.
    func pass() throws -> [(name: String, value: Double)] {
        var rows = 0
        var columns = 0
        let elapsed = try Elapsed.measure {
            let matrix = try world.builder().rows(for: world.requests).matrix
            rows = matrix.rowCount
            columns = matrix.columnCount
        }
        return [
            ("cpu", elapsed.cpu), ("wall", elapsed.wall), ("rows", Double(rows)),
            ("columns", Double(columns)),
        ]
    }
}

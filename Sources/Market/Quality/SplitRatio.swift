import Foundation

/// The ratios in which shares are split and consolidated.
enum SplitRatio {
    /// Price factors of common splits (below 1) and consolidations (above 1), with their natural logarithms.
    ///
    /// Ratios below 3:2 are left out: moves of that size are everyday news.
    static let all: [(factor: Double, logarithm: Double, name: String)] = {
        let sizes: [(Double, String, String)] = [
            (1.5, "3:2 split", "2:3 consolidation"), (2, "2:1 split", "1:2 consolidation"),
            (3, "3:1 split", "1:3 consolidation"), (4, "4:1 split", "1:4 consolidation"),
            (5, "5:1 split", "1:5 consolidation"), (6, "6:1 split", "1:6 consolidation"),
            (7, "7:1 split", "1:7 consolidation"), (8, "8:1 split", "1:8 consolidation"),
            (10, "10:1 split", "1:10 consolidation"), (12, "12:1 split", "1:12 consolidation"),
            (15, "15:1 split", "1:15 consolidation"), (20, "20:1 split", "1:20 consolidation"),
            (25, "25:1 split", "1:25 consolidation"), (30, "30:1 split", "1:30 consolidation"),
            (40, "40:1 split", "1:40 consolidation"), (50, "50:1 split", "1:50 consolidation"),
            (100, "100:1 split", "1:100 consolidation"),
        ]
        return sizes.flatMap { size, split, consolidation in
            [(1 / size, -log(size), split), (size, log(size), consolidation)]
        }
    }()

    /// The ratio nearest to a price factor, and how far its logarithm lies from it.
    static func nearest(toLogarithm logarithm: Double) -> (logarithm: Double, name: String, distance: Double)
    {
        var best = all[0]
        for ratio in all where abs(ratio.logarithm - logarithm) < abs(best.logarithm - logarithm) {
            best = ratio
        }
        return (best.logarithm, best.name, abs(best.logarithm - logarithm))
    }
}

import Markup

/// Counts where there is little room: `842`, `1.2k`, `16.7k`, `1.3M`.
enum CountText {
    static func short(_ count: Int) -> String {
        switch count.magnitude {
        case ..<1_000: NumberText.count(count)
        case ..<99_950: NumberText.decimal(Double(count) / 1_000, decimals: 1) + "k"
        case ..<999_500: NumberText.decimal(Double(count) / 1_000, decimals: 0) + "k"
        default: NumberText.decimal(Double(count) / 1_000_000, decimals: 1) + "M"
        }
    }

    /// The counts in full where all fit into the width, else all short.
    static func texts(_ counts: [Int], width: Double) -> [String] {
        let full = counts.map { NumberText.count($0) }
        return full.allSatisfy { TextFit.width($0) <= width } ? full : counts.map(short)
    }
}

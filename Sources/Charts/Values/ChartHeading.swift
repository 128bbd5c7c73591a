/// What stands above a chart: its title, the sample behind it, how its intervals were made.
public struct ChartHeading: Sendable, Hashable {
    /// Names the chart's elements; unique on its page.
    public let id: String
    /// The title.
    public let title: String
    /// How much stands behind the chart.
    public let sample: ChartSample?
    /// What the intervals are, such as `95 % intervals, clustered by event day`.
    public let intervals: String?
    /// Anything else that a reader must know, such as `Walk-forward predictions`.
    public let note: String?
    /// The sentence that stands instead of an empty picture; each chart has one of its own for nil.
    public let emptyText: String?

    /// Creates a heading.
    ///
    /// - Parameters:
    ///   - id: Letters, digits, `-` and `_`; anything else becomes `-`.
    ///   - title: The title.
    ///   - sample: How much stands behind the chart.
    ///   - intervals: What the intervals are.
    ///   - note: Anything else that a reader must know.
    ///   - emptyText: The sentence that stands instead of an empty picture.
    public init(
        id: String,
        title: String,
        sample: ChartSample? = nil,
        intervals: String? = nil,
        note: String? = nil,
        emptyText: String? = nil
    ) {
        let letters = id.unicodeScalars.map { scalar in
            let isPlain = scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            return isPlain || scalar == "-" || scalar == "_" ? Character(scalar) : "-"
        }
        self.id = letters.isEmpty ? "chart" : String(letters)
        self.title = title
        self.sample = sample
        self.intervals = intervals
        self.note = note
        self.emptyText = emptyText
    }

    /// The line below the title, with the number of values that could not be drawn.
    func subtitle(dropped: Int) -> String {
        var parts = [sample?.text, intervals, note].compactMap(\.self)
        if dropped > 0 {
            parts.append(
                "\(dropped) \(dropped == 1 ? "value that is" : "values that are") not finite left out"
            )
        }
        return parts.joined(separator: " · ").replacing(" %", with: "\u{A0}%")
    }
}

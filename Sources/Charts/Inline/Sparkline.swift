public import Markup

/// A small line without axes for a row of a table.
public struct Sparkline: Sendable, Hashable {
    private static let width = 120.0
    private static let height = 26.0

    private let values: [Double?]
    private let label: String

    /// Creates a line.
    ///
    /// - Parameters:
    ///   - values: The numbers in the order of time; nil and what is not finite leaves a gap.
    ///   - label: The text alternative, with the numbers that matter.
    public init(_ values: [Double?], label: String) {
        self.values = values.map(\.finite)
        self.label = label
    }

    /// The line as an inline `<svg class="sparkline">`, or `–` where there is no number.
    public func fragment() -> HTMLFragment {
        let numbers = values.compactMap(\.self)
        guard let low = numbers.min(), let high = numbers.max() else {
            return HTMLFragment(text: NumberText.missing)
        }
        let x = LinearScale(0...Double(max(values.count - 1, 1)), from: 4, to: Self.width - 5)
        let y = LinearScale(low...high, from: Self.height - 5, to: 5)
        var path = PathData()
        var isOpen = false
        for (position, value) in values.enumerated() {
            guard let value else {
                isOpen = false
                continue
            }
            if isOpen {
                path.line(x(Double(position)), y(value))
            } else {
                path.move(x(Double(position)), y(value))
                let isAlone = position + 1 == values.count || values[position + 1] == nil
                if isAlone { path.line(x(Double(position)) + 0.1, y(value)) }
            }
            isOpen = true
        }
        var canvas = Canvas()
        canvas.path(path, "curve")
        if let last = values.lastIndex(where: { $0 != nil }), let value = values[last] {
            canvas.circle(x(Double(last)), y(value), 3, "pt")
        }
        return InlinePicture.fragment(
            "sparkline",
            width: Self.width,
            height: Self.height,
            label: label,
            canvas
        )
    }
}

public import Markup

/// A small level interval for a row of a table: point, interval, and a tick where the baseline lies.
public struct IntervalBar: Sendable, Hashable {
    private static let width = 120.0
    private static let height = 18.0

    private let estimate: ChartEstimate
    private let domain: ClosedRange<Double>
    private let baseline: Double?
    private let label: String

    /// Creates the bar.
    ///
    /// - Parameters:
    ///   - estimate: What is drawn; what lies beyond the domain ends in an arrow there.
    ///   - domain: The numbers at the left and the right end, the same in all rows of a table.
    ///   - baseline: What the estimate is compared with.
    ///   - label: The text alternative, with the numbers.
    public init(
        _ estimate: ChartEstimate,
        domain: ClosedRange<Double>,
        baseline: Double? = nil,
        label: String
    ) {
        self.estimate = estimate
        self.domain = domain
        self.baseline = baseline.finite
        self.label = label
    }

    /// The bar as an inline `<svg class="interval-bar">`, or `–` where there is no number.
    public func fragment() -> HTMLFragment {
        guard estimate.isFinite, domain.lowerBound.isFinite, domain.upperBound.isFinite else {
            return HTMLFragment(text: NumberText.missing)
        }
        var canvas = Canvas()
        let scale = LinearScale(domain, from: 8, to: Self.width - 8)
        let middle = Self.height / 2
        canvas.line(2, middle, Self.width - 2, middle, "grid")
        if let baseline, scale.domain.contains(baseline) {
            canvas.line(scale(baseline), 2, scale(baseline), Self.height - 2, "zero")
        }
        if let lower = estimate.lower, let upper = estimate.upper {
            canvas.line(scale.clamped(lower), middle, scale.clamped(upper), middle, "iv")
            if lower < scale.domain.lowerBound { canvas.path(arrow(at: 2, towards: -1), "arrow") }
            if upper > scale.domain.upperBound { canvas.path(arrow(at: Self.width - 2, towards: 1), "arrow") }
        }
        if scale.domain.contains(estimate.value) {
            canvas.circle(scale(estimate.value), middle, 4, "pt")
        } else {
            let isLow = estimate.value < scale.domain.lowerBound
            canvas.path(arrow(at: isLow ? 2 : Self.width - 2, towards: isLow ? -1 : 1), "arrow")
        }
        return InlinePicture.fragment(
            "interval-bar",
            width: Self.width,
            height: Self.height,
            label: label,
            canvas
        )
    }

    private func arrow(at tip: Double, towards side: Double) -> PathData {
        let middle = Self.height / 2
        var path = PathData()
        path.polyline([(tip, middle), (tip - side * 6, middle - 4), (tip - side * 6, middle + 4)])
        path.close()
        return path
    }
}

/// Maps numbers to coordinates along one axis.
struct LinearScale: Sendable, Hashable {
    let domain: ClosedRange<Double>
    let start: Double
    let end: Double

    /// Makes a scale; a domain without width is widened by half a unit to each side.
    init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
        let isPoint = domain.upperBound <= domain.lowerBound
        self.domain = isPoint ? domain.lowerBound - 0.5...domain.upperBound + 0.5 : domain
        self.start = start
        self.end = end
    }

    func callAsFunction(_ value: Double) -> Double {
        let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return start + share * (end - start)
    }

    /// The coordinate of the nearest number within the domain.
    func clamped(_ value: Double) -> Double {
        self(min(max(value, domain.lowerBound), domain.upperBound))
    }

    /// A domain with round ends that holds the numbers, and `including` besides.
    static func roundDomain(
        of values: [Double],
        including: [Double] = [],
        limits: ClosedRange<Double>? = nil
    ) -> ClosedRange<Double> {
        let all = (values + including).filter(\.isFinite)
        guard let low = all.min(), let high = all.max() else { return 0...1 }
        let width = high - low
        let margin = width > 0 ? width * 0.04 : max(low.magnitude * 0.1, 0.5)
        let ticks = Ticks(covering: low - margin...high + margin, atMost: 6)
        var lower = ticks.step * ((low - margin) / ticks.step).rounded(.down)
        var upper = ticks.step * ((high + margin) / ticks.step).rounded(.up)
        if including.contains(0), low >= 0 { lower = 0 }
        if including.contains(0), high <= 0 { upper = 0 }
        if let limits {
            lower = max(lower, limits.lowerBound)
            upper = min(upper, limits.upperBound)
        }
        return lower < upper ? lower...upper : low - margin...high + margin
    }
}

import Events
import Foundation

/// An earnings surprise as the source states it.
struct SurpriseFigures: Sendable {
    /// Surprise in percent of the estimate's size, the source's own where it has one; NaN where unknown.
    let percent: Double
    /// Actual minus estimate per share; NaN where one of the two is unknown.
    let difference: Double

    /// No figure at all.
    static let missing = SurpriseFigures(EventFacts())

    init(_ facts: EventFacts) {
        let estimate = facts.epsEstimate ?? .nan
        difference = (facts.epsActual ?? .nan) - estimate
        if let stated = facts.surprisePercent {
            percent = stated
        } else {
            percent = estimate == 0 ? .nan : 100 * difference / abs(estimate)
        }
    }

    /// -1, 0 or +1; nil where nothing is known.
    var sign: Int? {
        let deciding = difference.isNaN ? percent : difference
        guard !deciding.isNaN else { return nil }
        return deciding > 0 ? 1 : deciding < 0 ? -1 : 0
    }

    /// sign(p) ln(1 + |p|) of the percentage.
    var signedLogarithm: Double {
        percent < 0 ? -log1p(-percent) : log1p(percent)
    }
}

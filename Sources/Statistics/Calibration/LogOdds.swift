import Foundation

/// Probabilities on the scale of log-odds.
enum LogOdds {
    /// Probabilities are moved this far from 0 and 1 before their log-odds are taken.
    static let clip = 1e-12

    /// log(p / (1 - p)) of the clipped probability.
    static func of(_ probability: Double) -> Double {
        let p = min(max(probability, clip), 1 - clip)
        return log(p) - log1p(-p)
    }

    /// The probability with these log-odds.
    static func probability(_ logOdds: Double) -> Double {
        guard logOdds < 0 else { return 1 / (1 + exp(-logOdds)) }
        let odds = exp(logOdds)
        return odds / (1 + odds)
    }
}

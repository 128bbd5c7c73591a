import Foundation

/// Repeats an experiment and gives the share of repetitions in which it came out true.
func share(of repetitions: Int, _ experiment: () throws -> Bool) rethrows -> Double {
    var hits = 0
    for _ in 0..<repetitions where try experiment() { hits += 1 }
    return Double(hits) / Double(repetitions)
}

/// Three and a half standard errors of a share seen in so many repetitions.
func monteCarloError(_ probability: Double, _ repetitions: Int) -> Double {
    3.5 * (probability * (1 - probability) / Double(repetitions)).squareRoot()
}

import Outcomes

/// Why there is no label, in words.
enum SkipText {
    /// A sentence without its full stop, for example `Not enough sessions have closed yet`.
    static func text(_ reason: SkipReason) -> String {
        switch reason {
        case .pending: "Not enough sessions have closed yet"
        case .noPrices: "No price of the company is stored"
        case .notYetListed: "The company was not listed yet"
        case .delistedBeforeOutcome: "The company's prices end before the window does"
        case .missingBaseClose: "The close before the event is missing"
        case .missingOutcomeClose: "The close at the end of the window is missing"
        case .benchmarkMissing: "A close of the benchmark is missing"
        case .suspectPrice: "A price in the window is suspect and was set aside"
        case .insufficientHistory: "The stock has too few earlier moves to rank it among"
        case .unsupportedTicker: "The prices of the symbol belong to another company"
        }
    }
}

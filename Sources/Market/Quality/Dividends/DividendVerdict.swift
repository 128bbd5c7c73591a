/// What the series says about a dividend that its source records.
enum DividendVerdict {
    /// Nothing speaks against it.
    case agrees
    /// The right amount and the right factor for the closes before are certain.
    ///
    /// An amount of 0 says that there was no dividend.
    case certain(amount: Double, factor: Double, reason: PriceRepairReason, detail: String)
    /// Something is wrong, and the series does not say what is right.
    case doubtful(detail: String)

    /// The values that show what is wrong; nil where nothing is.
    var detail: String? {
        switch self {
        case .agrees: nil
        case .certain(_, _, _, let detail), .doubtful(let detail): detail
        }
    }
}

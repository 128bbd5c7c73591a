/// What the closes of a file without adjusted closes are adjusted for.
enum CloseMeaning {
    /// For splits only, as most sources do; a dividend counts as a fall of the price.
    case splitAdjusted
    /// For splits and dividends; the closes as traded are not in the file.
    case fullyAdjusted

    /// What a reader of the file should know.
    var note: String {
        switch self {
        case .splitAdjusted:
            "no column adj_close: the close stands in for it, so that a dividend counts as a fall of the price"
        case .fullyAdjusted:
            "no column adj_close: the closes are adjusted for dividends up to the file's last day, so that all of them "
                + "change with each dividend; the closes as traded are unknown"
        }
    }
}

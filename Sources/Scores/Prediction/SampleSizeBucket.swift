/// How many labelled events stand behind a model, in the steps that decide what it may do.
public enum SampleSizeBucket: String, CaseIterable, Sendable {
    /// Below 50: too few for a model of the family.
    case below50 = "<50"
    /// 50 to 149: an experimental model.
    case from50 = "50-149"
    /// 150 to 499: a model of the family.
    case from150 = "150-499"
    /// 500 to 1,999.
    case from500 = "500-1999"
    /// 2,000 or more.
    case from2000 = "2000+"

    /// The bucket of a count; a negative count is a programming error and traps.
    public init(labelledEvents count: Int) {
        precondition(count >= 0, "\(count) labelled events")
        self =
            switch count {
            case ..<50: .below50
            case ..<150: .from50
            case ..<500: .from150
            case ..<2000: .from500
            default: .from2000
            }
    }
}

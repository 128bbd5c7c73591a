/// How many terms of an adjustment are written.
public enum ContributionDetail: String, CaseIterable, Sendable {
    /// The largest twelve, and the sum of all others as one term.
    case top
    /// Every term.
    case all
    /// None, which is written as `null`: an empty list would say that nothing was added.
    case none

    /// Terms that `top` lists one by one.
    public static let topTerms = 12
    /// Name of the term that stands for those not listed.
    public static let allOthers = "all_others"

    /// The terms that are written, which add up to what all terms add up to; nil for none.
    ///
    /// - Parameter terms: all terms in their order, which those that remain keep.
    /// - Returns: all terms where leaving out would not shorten the list, so `all_others` stands for two or more.
    public func terms(of terms: [Contribution]) -> [Contribution]? {
        switch self {
        case .none: return nil
        case .all: return terms
        case .top:
            guard terms.count > Self.topTerms + 1 else { return terms }
            let ranked = terms.indices.sorted {
                (abs(terms[$0].points), $1) > (abs(terms[$1].points), $0)
            }
            let kept = ranked.prefix(Self.topTerms).sorted().map { terms[$0] }
            let rest = ranked.dropFirst(Self.topTerms).reduce(0) { $0 + terms[$1].points }
            return kept + [Contribution(feature: Self.allOthers, group: Self.allOthers, points: rest)]
        }
    }
}

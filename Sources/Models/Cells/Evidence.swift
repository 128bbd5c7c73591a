/// How much labelled data a model rests on.
public enum Evidence: String, CaseIterable, Codable, Comparable, Sendable {
    /// Too little to train anything: the next wider model or the rules alone answer.
    case none
    /// Enough to train, too little to stand on its own: 50 events and 10 companies.
    case experimental
    /// Enough for a model: 150 events and 20 companies.
    case full

    /// The evidence that a number of labelled events and of companies amounts to.
    public init(events: Int, companies: Int) {
        self =
            if events >= Self.fullEvents, companies >= Self.fullCompanies {
                .full
            } else if events >= Self.experimentalEvents, companies >= Self.experimentalCompanies {
                .experimental
            } else {
                .none
            }
    }

    /// Labelled events from which a model counts as full.
    public static let fullEvents = 150
    /// Companies from which a model counts as full.
    public static let fullCompanies = 20
    /// Labelled events from which a model is trained at all.
    public static let experimentalEvents = 50
    /// Companies from which a model is trained at all.
    public static let experimentalCompanies = 10

    /// Less evidence comes before more.
    public static func < (lhs: Evidence, rhs: Evidence) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .experimental: 1
        case .full: 2
        }
    }
}

public import Market

/// A name of the taxonomy that is not in it; raised where data enters, never replaced by a default.
public enum TaxonomyError: Error, Hashable, Sendable {
    /// An event type that does not exist.
    case unknownType(String)
    /// An event family that does not exist.
    case unknownFamily(String)
    /// An event type together with a family that it does not belong to.
    case typeOutsideFamily(type: EventType, family: EventFamily)
    /// A filing form that maps to no event type.
    case unknownForm(String)
    /// An 8-K item number that no scheme has.
    case unknownItem(String)
    /// An item of the scheme before 2004-08-23 in a filing made on or after that day.
    case outdatedItem(String, filed: TradingDay)
}

extension TaxonomyError: CustomStringConvertible {
    /// The value that was refused and the values that are accepted.
    public var description: String {
        switch self {
        case .unknownType(let value):
            "unknown event type '\(value)'; accepted are "
                + EventType.allCases.map(\.rawValue).sorted().joined(separator: ", ")
        case .unknownFamily(let value):
            "unknown event family '\(value)'; accepted are "
                + EventFamily.allCases.map(\.rawValue).sorted().joined(separator: ", ")
        case .typeOutsideFamily(let type, let family):
            "event type '\(type.rawValue)' belongs to family '\(type.family.rawValue)', "
                + "not to '\(family.rawValue)'"
        case .unknownForm(let value):
            "unknown form '\(value)'; accepted are " + FilingForm.names.joined(separator: ", ")
                + ", each also with /A for an amendment"
        case .unknownItem(let value):
            "unknown 8-K item '\(value)'; accepted are "
                + FilingItem.allCases.filter { $0.scheme == .sections }.map(\.number).joined(separator: ", ")
                + ", and 1 to 12 for filings before \(FilingItem.sectionsBegin)"
        case .outdatedItem(let value, let filed):
            "8-K item '\(value)' belongs to the numbering before \(FilingItem.sectionsBegin), "
                + "the filing is of \(filed)"
        }
    }
}

import Events
import Scores

extension EventKind {
    /// The kind in words, in the plural: `8-K filings with item 2.02 (…)`.
    var words: Sentence {
        switch self {
        case .all: "events of every kind"
        case .family(let family): "events of the family \(label: Wording.name(of: family))"
        case .type(let type): "events of the type \(label: Wording.name(of: type))"
        case .item(let item): "\(label: "8-K") filings with item \(label: item.number) (\(label: item.title))"
        case .group(let group): Self.words(of: group)
        }
    }

    private static func words(of group: ItemGroup) -> Sentence {
        guard group.type == .sec8K else { return EventKind.type(group.type).words }
        guard let (item, manner) = group.naming else { return "\(label: "8-K") filings of other items" }
        switch manner {
        case "alone":
            return "\(label: "8-K") filings with item \(label: item.number) alone (\(label: item.title))"
        case "only": return "\(label: "8-K") filings of exhibits only (item \(label: item.number))"
        default: return EventKind.item(item).words
        }
    }
}

public import Market

/// Why a change of the registry is refused.
public enum RegistryError: Error, Equatable, Sendable, CustomStringConvertible {
    /// No record carries the id.
    case unknownModel(id: String)
    /// The model is the champion already.
    case alreadyChampion(id: String)
    /// The gate refused the model; the reason is the gate's.
    case gateRefused(id: String, reason: String)
    /// The slot has no champion to roll back.
    case noChampion(cell: Cell)
    /// The slot has had no champion before the present one.
    case noPreviousChampion(cell: Cell)
    /// More than one champion in a slot: the data are broken.
    case severalChampions(cell: Cell, ids: [String])
    /// The change would lie before the last one of a record.
    case outOfOrder(id: String, at: UTCInstant, last: UTCInstant)
    /// A record without any status.
    case emptyHistory(id: String)
    /// A weight outside 0...1.
    case weightOutOfRange(id: String, weight: Double)

    /// What is wrong, in one sentence.
    public var description: String {
        switch self {
        case .unknownModel(let id): "there is no model \(id) in the registry"
        case .alreadyChampion(let id): "\(id) is the champion of its slot already"
        case .gateRefused(let id, let reason): "\(id) did not pass the gate: \(reason)"
        case .noChampion(let cell): "\(cell) has no champion"
        case .noPreviousChampion(let cell): "\(cell) has had no champion before the present one"
        case .severalChampions(let cell, let ids):
            "\(cell) has several champions, one is allowed: \(ids.joined(separator: ", "))"
        case .outOfOrder(let id, let at, let last):
            "the change of \(id) at \(at) lies before its last one at \(last)"
        case .emptyHistory(let id): "\(id) has no status"
        case .weightOutOfRange(let id, let weight): "weight of \(id) is \(weight); accepted is 0...1"
        }
    }
}

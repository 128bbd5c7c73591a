/// Why a source gave no prices that can be used.
enum PriceSourceError: Error, CustomStringConvertible {
    /// The source does not know the symbol.
    case missing(String)
    /// The source cannot be reached or refuses.
    case unreachable(String)
    /// The answer is not what was asked for.
    case refused(String)

    var description: String {
        switch self {
        case .missing(let reason), .unreachable(let reason), .refused(let reason): reason
        }
    }
}

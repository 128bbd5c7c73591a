/// A reason why boosting, loading or predicting was refused.
public enum BoostingError: Error, Hashable, Sendable {
    /// A parameter is outside its accepted range.
    case parameter(name: String, value: String, accepted: String)
    /// The column names are unusable: empty, repeated, or holding characters that XGBoost's tools refuse.
    case columns(String)
    /// The matrix has the wrong shape, or holds a value that is neither finite nor missing (NaN).
    case rows(String)
    /// Labels or weights do not fit the rows or the objective.
    case labels(String)
    /// The columns of the rows are not those of the model, in the same order.
    case columnMismatch(expected: [String], found: [String])
    /// Early stopping was asked for without validation rows.
    case validationMissing
    /// A model artefact is empty, truncated, corrupt or of a kind that this room does not read.
    case model(String)
    /// XGBoost itself refused a call; the message is the first line of what it said.
    case xgboost(call: String, message: String)
}

extension BoostingError: CustomStringConvertible {
    /// One line for people: the thing, its value and what is accepted.
    public var description: String {
        switch self {
        case .parameter(let name, let value, let accepted):
            "booster parameter \(name) is \(value); accepted: \(accepted)"
        case .columns(let detail): "columns: \(detail)"
        case .rows(let detail): "rows: \(detail)"
        case .labels(let detail): "labels: \(detail)"
        case .columnMismatch(let expected, let found):
            Self.mismatch(expected: expected, found: found)
        case .validationMissing: "early stopping needs validation rows, none were given"
        case .model(let detail): "model artefact: \(detail)"
        case .xgboost(let call, let message): "XGBoost \(call): \(message)"
        }
    }

    private static func mismatch(expected: [String], found: [String]) -> String {
        if expected.count != found.count {
            return "the model has \(expected.count) columns, the rows have \(found.count)"
        }
        for (index, pair) in zip(expected, found).enumerated() where pair.0 != pair.1 {
            return "column \(index) is \"\(pair.1)\", the model expects \"\(pair.0)\""
        }
        return "the columns differ"
    }
}

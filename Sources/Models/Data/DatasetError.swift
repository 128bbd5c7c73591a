/// Why rows and features do not make a data set.
public enum DatasetError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Two rows carry the same event.
    case duplicateEvent(eventID: String)
    /// A row names a feature row that the matrix does not have.
    case featureRowOutOfRange(eventID: String, row: Int, rowCount: Int)
    /// A feature is infinite; a missing one is NaN.
    case infiniteFeature(eventID: String, column: String)
    /// A field of a row is outside what it can be.
    case invalidField(eventID: String, field: String, value: String, accepted: String)

    /// What is wrong, in one sentence.
    public var description: String {
        switch self {
        case .duplicateEvent(let eventID):
            "event \(eventID) is in the training data twice"
        case .featureRowOutOfRange(let eventID, let row, let rowCount):
            "event \(eventID) names feature row \(row), the matrix has rows 0..<\(rowCount)"
        case .infiniteFeature(let eventID, let column):
            "feature \(column) of event \(eventID) is infinite; a missing value is NaN"
        case .invalidField(let eventID, let field, let value, let accepted):
            "\(field) of event \(eventID) is \(value); accepted is \(accepted)"
        }
    }
}

/// Why an artefact cannot be written, read or used.
public enum ModelError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The bytes are no artefact of this engine, or only part of one.
    case notAnArtefact(String)
    /// The artefact belongs to another slot.
    case wrongCell(expected: Cell, found: Cell)
    /// The model reads another version of the features.
    case wrongFeatureSet(expected: String, found: String)
    /// The model reads other columns, or the same in another order.
    case wrongColumns(String)
    /// A row has another number of values than the model has columns.
    case wrongRowWidth(expected: Int, found: Int)
    /// The trees inside cannot be read or do not answer.
    case booster(String)

    /// What is wrong, in one sentence.
    public var description: String {
        switch self {
        case .notAnArtefact(let what): "the bytes are no model artefact: \(what)"
        case .wrongCell(let expected, let found):
            "the artefact belongs to \(found), the slot is \(expected)"
        case .wrongFeatureSet(let expected, let found):
            "the model reads feature set \(found), the features are \(expected)"
        case .wrongColumns(let what): "the model's columns differ from the features: \(what)"
        case .wrongRowWidth(let expected, let found):
            "a row has \(found) values, the model \(expected) columns"
        case .booster(let what): "the model's trees cannot be used: \(what)"
        }
    }
}

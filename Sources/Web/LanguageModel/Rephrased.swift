/// What became of an answer's rephrasing by a language model.
enum Rephrased: Sendable, Equatable {
    /// No language model is configured, or the answer declines: the program's own sentences are all there is.
    case off
    /// A text that passed the check, and the model that wrote it.
    case text(String, model: String)
    /// A model was asked and its text is not shown; the log has the reason.
    case discarded(model: String)

    /// The text to show before the program's own sentences; nil where there is none.
    var text: String? {
        if case .text(let text, _) = self { text } else { nil }
    }

    /// The model that was asked; nil where none was.
    var model: String? {
        switch self {
        case .off: nil
        case .text(_, let model), .discarded(let model): model
        }
    }
}

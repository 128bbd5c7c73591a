import Models

extension OptionText {
    /// The slot of a model, `sec_8k/5d` or `global/20d`.
    static func cell(_ text: String) throws -> Cell {
        guard let cell = Cell(key: text) else {
            throw OptionError(
                description: "accepted is a family or global, a slash and a horizon, for example sec_8k/5d"
            )
        }
        return cell
    }

    /// Slots separated by commas, each once, in the order of the registry.
    static func cells(_ text: String) throws -> [Cell] {
        try Set(text.split(separator: ",", omittingEmptySubsequences: false).map { try cell(String($0)) })
            .sorted()
    }
}

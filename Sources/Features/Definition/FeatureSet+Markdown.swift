extension FeatureSet {
    /// The set as a Markdown table, one row per feature in column order.
    ///
    /// `docs/concepts/features.md` holds this text; a test keeps the two alike.
    public var markdownTable: String {
        var lines = [
            "| # | feature | definition | unit | known from | per horizon |",
            "|---|---|---|---|---|---|",
        ]
        for (position, feature) in definitions.enumerated() {
            let cells = [
                "\(position)", "`\(feature.name)`", Self.sentence(of: feature), feature.unit.rawValue,
                feature.availability.rawValue, feature.dependsOnHorizon ? "yes" : "no",
            ]
            lines.append("| " + cells.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func sentence(of feature: FeatureDefinition) -> String {
        guard !feature.codes.isEmpty else { return feature.definition }
        let numbered = feature.codes.enumerated().map { "\($0.offset) `\($0.element)`" }
        return feature.definition + ": " + numbered.joined(separator: ", ")
    }
}

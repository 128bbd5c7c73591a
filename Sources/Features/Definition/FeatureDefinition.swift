/// What one feature means; declared once, beside the code that computes it.
public struct FeatureDefinition: Sendable, Hashable {
    /// Column name, unique in a set.
    public let name: String
    /// One sentence that says what the number is.
    public let definition: String
    /// What the number counts or measures.
    public let unit: FeatureUnit
    /// From when its inputs are known.
    public let availability: FeatureAvailability
    /// Whether the number differs between the horizons of one event.
    public let dependsOnHorizon: Bool
    /// For a code: the names that it numbers, from 0.
    public let codes: [String]

    /// Creates a definition from its fields.
    public init(
        name: String,
        definition: String,
        unit: FeatureUnit,
        availability: FeatureAvailability,
        dependsOnHorizon: Bool = false,
        codes: [String] = []
    ) {
        self.name = name
        self.definition = definition
        self.unit = unit
        self.availability = availability
        self.dependsOnHorizon = dependsOnHorizon
        self.codes = codes
    }
}

import Market

/// An ordered list of features with a version that follows from their declarations.
public struct FeatureSet: Sendable, Equatable {
    /// The definitions in column order.
    public let definitions: [FeatureDefinition]
    /// `fs`, the revision, `-` and 16 hexadecimal digits of the declarations.
    public let version: String

    /// Creates a set.
    ///
    /// - Parameters:
    ///   - revision: raised by hand when a computation changes under an unchanged declaration.
    ///   - definitions: the declarations in column order; their names are unique.
    public init(revision: Int, definitions: [FeatureDefinition]) {
        precondition(
            Set(definitions.map(\.name)).count == definitions.count,
            "two features have the same name"
        )
        self.definitions = definitions
        version = "fs\(revision)-\(Self.digest(definitions))"
    }

    /// The features that this program computes.
    public static let current = FeatureSet(
        revision: 1,
        definitions: EventFeatures.all.map(\.definition) + HorizonFeatures.all.map(\.definition)
    )

    /// Column names in declared order.
    public var names: [String] { definitions.map(\.name) }

    /// How many features there are.
    public var count: Int { definitions.count }

    /// The column of a feature; nil for an unknown name.
    public func index(of name: String) -> Int? {
        definitions.firstIndex { $0.name == name }
    }

    private static func digest(_ definitions: [FeatureDefinition]) -> String {
        var hash = StableHash()
        for feature in definitions {
            hash.combine(text: feature.name)
            hash.combine(text: feature.definition)
            hash.combine(text: feature.unit.rawValue)
            hash.combine(text: feature.availability.rawValue)
            hash.combine(text: feature.dependsOnHorizon ? "horizon" : "event")
            hash.combine(feature.codes.count)
            for code in feature.codes { hash.combine(text: code) }
        }
        return hash.hexadecimal
    }
}

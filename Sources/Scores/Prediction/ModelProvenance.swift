public import Events

/// Which events a model was trained on.
public enum ModelScope: Hashable, Sendable {
    /// The events of one family.
    case family(EventFamily)
    /// The events of all families.
    case global

    /// The scope's name in the API and in the database: the family's, or `global`.
    public var code: String {
        switch self {
        case .family(let family): family.rawValue
        case .global: "global"
        }
    }

    /// Parses a code; nil for any text that names no family and is not `global`.
    public init?(code: some StringProtocol) {
        if code == "global" {
            self = .global
        } else if let family = EventFamily(rawValue: String(code)) {
            self = .family(family)
        } else {
            return nil
        }
    }
}

/// Which model made a prediction.
public struct ModelProvenance: Equatable, Sendable {
    /// The model's key in the registry.
    public let id: String
    /// The model's name.
    public let name: String
    /// What it was trained on.
    public let scope: ModelScope
    /// Its semantic version.
    public let version: String

    /// Creates a provenance, or throws where id, name or version is empty.
    public init(id: String, name: String, scope: ModelScope, version: String) throws(ScoreError) {
        for (field, value) in [("model id", id), ("model name", name), ("model version", version)]
        where value.isEmpty {
            throw .outOfRange(name: field, value: "empty", accepted: "text")
        }
        self.id = id
        self.name = name
        self.scope = scope
        self.version = version
    }
}

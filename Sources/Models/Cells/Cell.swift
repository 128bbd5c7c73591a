public import Events
public import Market

/// One slot of the model registry: a family, or all families together, at one horizon.
///
/// Its text key, `sec_8k/5d` or `global/20d`, is what storage, artefacts and reports carry.
public struct Cell: Hashable, Sendable {
    /// The family whose events the model reads; nil for the global model.
    public let family: EventFamily?
    /// How many sessions the predicted outcome spans.
    public let horizon: Horizon

    /// Creates the slot of a family, or of the global model where the family is nil.
    public init(family: EventFamily?, horizon: Horizon) {
        self.family = family
        self.horizon = horizon
    }

    /// Parses a key; nil for any text that is not the key of a slot.
    public init?(key: some StringProtocol) {
        let parts = key.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let horizon = Horizon(code: parts[1]) else { return nil }
        if parts[0] == Self.globalName {
            self.init(family: nil, horizon: horizon)
        } else {
            guard let family = EventFamily(rawValue: String(parts[0])) else { return nil }
            self.init(family: family, horizon: horizon)
        }
    }

    /// The key as text: family name, a slash, horizon code.
    public var key: String { "\(familyName)/\(horizon.code)" }

    /// The family's name, `global` for the global model.
    public var familyName: String { family?.rawValue ?? Self.globalName }

    /// The model's name in the registry, for example `market-echo-sec_8k-5d`.
    public var modelName: String { "market-echo-\(familyName)-\(horizon.code)" }

    /// The word that stands for all families together.
    public static let globalName = "global"
}

extension Cell: Comparable {
    /// Slots are ordered by family, the global one last, then by horizon.
    public static func < (lhs: Cell, rhs: Cell) -> Bool {
        switch (lhs.family, rhs.family) {
        case (let left?, let right?) where left != right: left < right
        case (nil, _?): false
        case (_?, nil): true
        default: lhs.horizon < rhs.horizon
        }
    }
}

extension Cell: CustomStringConvertible {
    /// The key.
    public var description: String { key }
}

extension Cell: Codable {
    /// Decodes the slot from its key.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let cell = Cell(key: text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\"\(text)\" is not the key of a cell such as sec_8k/5d"
            )
        }
        self = cell
    }

    /// Encodes the slot as its key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(key)
    }
}

public import Events
public import Market

/// Which models answer for an event; both nil means that the rules alone do.
public struct ModelChoice: Hashable, Sendable {
    /// The model whose magnitude head moves the score.
    public let magnitude: ModelRecord?
    /// The model whose direction head stands beside it.
    public let direction: ModelRecord?

    /// Creates a choice.
    public init(magnitude: ModelRecord?, direction: ModelRecord?) {
        self.magnitude = magnitude
        self.direction = direction
    }

    /// The model of a head.
    public func model(for head: Head) -> ModelRecord? {
        switch head {
        case .magnitude: magnitude
        case .direction: direction
        }
    }
}

/// The rule by which an event finds its model: family champion, else global champion, else rules only.
public enum ModelSelection {
    /// Chooses for each head the narrowest champion whose head passed the gate.
    ///
    /// Records come in any order; only champions count.
    public static func choose(
        family: EventFamily,
        horizon: Horizon,
        champions records: [ModelRecord]
    ) -> ModelChoice {
        func first(with head: Head) -> ModelRecord? {
            for cell in [Cell(family: family, horizon: horizon), Cell(family: nil, horizon: horizon)] {
                if let champion = ModelRegistry.champion(of: cell, in: records),
                    champion.usableHeads.contains(head)
                {
                    return champion
                }
            }
            return nil
        }
        return ModelChoice(magnitude: first(with: .magnitude), direction: first(with: .direction))
    }
}

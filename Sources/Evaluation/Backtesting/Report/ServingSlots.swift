public import Events
public import Market
public import Models

/// Which slot's model answers for a family at a horizon, so that no event counts twice.
///
/// The family's champion, else the global champion, else the family's newest model, else the newest global one: the
/// first two are the selection of live scores, the others stand for models that are not in use.
public struct ServingSlots: Sendable, Equatable {
    private let champions: Set<Cell>
    private let trained: Set<Cell>

    /// Reads the registry.
    public init(_ models: [ModelRecord]) {
        self.init(
            champions: models.filter { $0.status == .champion }.map(\.cell),
            trained: models.map(\.cell)
        )
    }

    /// Knows only which slots have a champion and which have a model at all.
    public init(champions: [Cell], trained: [Cell]) {
        self.champions = Set(champions)
        self.trained = Set(trained)
    }

    /// The slot for a family at a horizon; nil where neither it nor the global one has a model.
    public func slot(_ family: EventFamily, _ horizon: Horizon) -> Cell? {
        let own = Cell(family: family, horizon: horizon)
        let global = Cell(family: nil, horizon: horizon)
        return [own, global].first(where: champions.contains) ?? [own, global].first(where: trained.contains)
    }
}

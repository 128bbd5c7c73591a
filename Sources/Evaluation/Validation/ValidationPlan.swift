/// The worlds of a validation run.
public struct ValidationPlan: Sendable, Hashable {
    /// Seed of all worlds.
    public var seed: UInt64
    /// Null worlds.
    public var null: Int
    /// Clustered worlds.
    public var clustered: Int
    /// Planted worlds for each size of the effect.
    public var planted: Int
    /// Worlds whose effect turns round.
    public var regimeShift: Int

    /// Sizes of the planted effect, in units of the stock's daily volatility, ascending.
    public static let effects = [0.25, 0.5, 1.0]

    /// Creates a plan.
    public init(seed: UInt64, null: Int, clustered: Int, planted: Int, regimeShift: Int) {
        self.seed = seed
        self.null = null
        self.clustered = clustered
        self.planted = planted
        self.regimeShift = regimeShift
    }

    /// The plan that a certificate needs.
    public static func long(seed: UInt64) -> ValidationPlan {
        ValidationPlan(seed: seed, null: 60, clustered: 40, planted: 10, regimeShift: 10)
    }

    /// A plan that shows that the lab works, in about a minute; it is too small to certify anything.
    public static func short(seed: UInt64) -> ValidationPlan {
        ValidationPlan(seed: seed, null: 4, clustered: 2, planted: 1, regimeShift: 1)
    }

    /// Whether a report on these worlds could stand as a certificate.
    public var canCertify: Bool { null >= ValidationReport.certificateWorlds }

    /// Every world, in the order of its kind, effect and number.
    public var designs: [WorldDesign] {
        let largest = Self.effects.last ?? 0
        return worlds(.null, null) + worlds(.clustered, clustered)
            + Self.effects.flatMap { worlds(.planted, planted, effect: $0) }
            + worlds(.regimeShift, regimeShift, effect: largest)
    }

    private func worlds(_ kind: WorldKind, _ count: Int, effect: Double = 0) -> [WorldDesign] {
        (0..<count).map { WorldDesign(kind: kind, seed: seed, number: $0, effect: effect) }
    }
}

public import Market
import Models
public import Statistics

/// What a validation run found: how often the engine's own procedures are wrong where the truth is known.
public struct ValidationReport: Sendable, Hashable {
    /// When it was made.
    public let issuedAt: UTCInstant
    /// The engine that was validated.
    public let engineVersion: String
    /// Seed of the simulated worlds.
    public let seed: UInt64
    /// Worlds in all.
    public let worlds: Int
    /// The findings, those with goals first.
    public let figures: [ValidationFigure]
    /// Whether all goals are met.
    public let meetsGoals: Bool
    /// Whether it may stand as a certificate: the goals are met, on enough worlds.
    public let isCertificate: Bool

    /// Null worlds that a certificate needs at least: with fewer, a rate of false promotions of 5 % could not be told from one of 10 %.
    public static let certificateWorlds = 50

    /// Sums up the results of worlds, in any order.
    ///
    /// - Throws: never for results of real runs; `StatisticsError` for impossible counts.
    public init(
        _ results: [WorldResult],
        seed: UInt64,
        issuedAt: UTCInstant,
        engineVersion: String = EngineVersion.current
    ) throws(StatisticsError) {
        self.issuedAt = issuedAt
        self.engineVersion = engineVersion
        self.seed = seed
        worlds = results.count
        figures = try Self.goals(results) + Self.findings(results)
        meetsGoals = figures.allSatisfy { $0.isMet ?? true }
        isCertificate = meetsGoals && results.count { $0.kind == .null } >= Self.certificateWorlds
    }

    /// The standing in one line.
    public var text: String {
        let missed = figures.filter { $0.isMet == false }.map(\.key)
        guard missed.isEmpty else { return "goals missed: \(missed.joined(separator: ", "))" }
        return isCertificate
            ? "all goals met on \(worlds) simulated worlds"
            : "goals met, on too few worlds (\(Self.certificateWorlds) null worlds are needed)"
    }

    // MARK: Figures

    private static func goals(_ results: [WorldResult]) throws(StatisticsError) -> [ValidationFigure] {
        var figures: [ValidationFigure] = []
        for kind in [WorldKind.null, .clustered] {
            figures.append(
                try .share(
                    "false_promotion.\(kind.rawValue)",
                    "worlds without any effect in which a head passed its gate (\(kind.rawValue))",
                    of: results.filter { $0.kind == kind },
                    goal: "at most 5 %",
                    isMet: { $0 <= 0.05 },
                    where: { !$0.promoted.isEmpty }
                )
            )
        }
        // By kind: worlds where intervals cover too often would hide those where they cover too rarely.
        for kind in [WorldKind.null, .clustered] {
            let unknowing = results.filter { $0.kind == kind && $0.intervals > 0 }
            figures.append(
                .mean(
                    "coverage.interval_95.\(kind.rawValue)",
                    "95 % intervals of direction accuracy that contain the true 50 % (\(kind.rawValue))",
                    of: unknowing.map { Double($0.intervalsWithTruth) / Double($0.intervals) },
                    goal: "not below 95 % beyond chance",
                    isMet: { _, interval in interval.upper >= 0.95 }
                )
            )
        }
        let stable = results.filter { $0.kind != .regimeShift && $0.ranges > 0 }
        figures.append(
            .mean(
                "coverage.range_80",
                "80 % ranges that contain the abnormal return",
                of: stable.map { Double($0.covered) / Double($0.ranges) },
                goal: "80 % within 2 percentage points",
                isMet: { mean, _ in abs(mean - 0.8) <= 0.02 }
            )
        )
        let largest = ValidationPlan.effects.last ?? 0
        figures.append(
            try .share(
                "power.largest_effect",
                "worlds with an effect of \(largest) daily volatilities in which a direction head passed",
                of: results.filter { $0.kind == .planted && $0.effect == largest },
                goal: "at least 80 %",
                isMet: { $0 >= 0.8 },
                where: \.promotedDirection
            )
        )
        return figures
    }

    private static func findings(_ results: [WorldResult]) throws(StatisticsError) -> [ValidationFigure] {
        var figures: [ValidationFigure] = []
        for effect in ValidationPlan.effects.dropLast() {
            figures.append(
                try .share(
                    "power.effect_\(effect)",
                    "worlds with an effect of \(effect) daily volatilities in which a direction head passed",
                    of: results.filter { $0.kind == .planted && $0.effect == effect },
                    where: \.promotedDirection
                )
            )
        }
        figures.append(
            try .share(
                "promotion.regime_shift",
                "worlds whose effect had turned round in which a direction head still passed",
                of: results.filter { $0.kind == .regimeShift },
                where: \.promotedDirection
            )
        )
        return figures
    }
}

/// A feature's declaration together with its computation from a row's known facts.
///
/// The computation gives NaN where the number is missing.
struct Feature<Row>: Sendable {
    let definition: FeatureDefinition
    let value: @Sendable (Row) -> Double

    /// A computed value as the matrix holds it; anything that is not a finite number is missing.
    static func cell(_ value: Double) -> Float {
        let number = Float(value)
        return number.isFinite ? number : .nan
    }
}

extension Feature where Row == EventFacets {
    init(
        _ name: String,
        _ definition: String,
        _ unit: FeatureUnit,
        _ availability: FeatureAvailability,
        codes: [String] = [],
        value: @escaping @Sendable (EventFacets) -> Double
    ) {
        self.definition = FeatureDefinition(
            name: name,
            definition: definition,
            unit: unit,
            availability: availability,
            codes: codes
        )
        self.value = value
    }
}

extension Feature where Row == PastOutcomes {
    init(
        _ name: String,
        _ definition: String,
        _ unit: FeatureUnit,
        value: @escaping @Sendable (PastOutcomes) -> Double
    ) {
        self.definition = FeatureDefinition(
            name: name,
            definition: definition,
            unit: unit,
            availability: .closedOutcomes,
            dependsOnHorizon: true
        )
        self.value = value
    }
}

/// Features that are the same for all horizons of an event; each group is declared in a file of its own.
enum EventFeatures {
    /// All of them in column order.
    static let all: [Feature<EventFacets>] =
        baseScore + eventType + items + surprise + time + earlierEvents + returns + risk + market

    /// Their computations alone: going through whole features copies their texts for every row.
    static let values = all.map(\.value)
}

/// Features that differ between the horizons of an event; their columns come after those of the event.
enum HorizonFeatures {
    /// All of them in column order.
    static let all: [Feature<PastOutcomes>] = pastImpact + pastDirection + pastMove + pastCounts

    /// Their computations alone.
    static let values = all.map(\.value)
}

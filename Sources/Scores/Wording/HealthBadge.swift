/// The badge that says how far a model of one family and horizon can be trusted.
public enum HealthBadge: String, CaseIterable, Sendable {
    /// Too few labelled events or companies to judge.
    case insufficientData = "Insufficient Data"
    /// Works, without the proof that `productionReady` asks for.
    case prototype = "Prototype"
    /// Passed its gate with enough events, companies and days, calibrated, and certified.
    case productionReady = "Production Ready"
}

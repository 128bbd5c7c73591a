public import Market

/// The standing of the validation certificate that a report was made under.
public struct ValidationStanding: Sendable, Hashable {
    /// When the certificate was issued.
    public let issuedAt: UTCInstant
    /// Version of the engine that was validated.
    public let engineVersion: String
    /// Seed of the simulated worlds.
    public let seed: Int
    /// Whether it holds for the engine and the time of the report.
    public let isValid: Bool
    /// Why, or why not, in one line.
    public let text: String

    /// Creates a standing.
    public init(issuedAt: UTCInstant, engineVersion: String, seed: Int, isValid: Bool, text: String) {
        self.issuedAt = issuedAt
        self.engineVersion = engineVersion
        self.seed = seed
        self.isValid = isValid
        self.text = text
    }
}
